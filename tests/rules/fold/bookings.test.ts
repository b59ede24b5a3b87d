import { describe, expect, it } from "vitest";
import type { Agreed } from "#core/model/agreed.ts";
import type { ContactState } from "#core/model/contact-state.ts";
import { readMessage } from "#core/rules/analysis/index.ts";
import { lifetimeValueOf } from "#core/rules/contact/lifetime-value.ts";
import { bookedForIn, bookingOf, reportedTime } from "#core/rules/fold/bookings.ts";
import { did, monday, onDay, remembered, replied, said, settingsWith } from "#tests/support/people/said.ts";

const spoken = { at: monday, id: "in_ask", quote: "Friday?" };
const forDay = (day: number): Pick<Agreed, "bookedFor"> => ({ bookedFor: { from: onDay(day), to: onDay(day + 1), allDay: true, ...spoken } });
const costs = (units: number): Pick<Agreed, "amount"> => ({ amount: { thousandths: units * 1000, currency: "USD", ...spoken } });

const confirmed = (id: string, day: number, agreed: Agreed, moves = false) =>
  replied("You are booked", { id, at: onDay(day), confirms: "booking", agreed, moves });
const reported = (id: string, day: number, from: string, reference: string | null = null) =>
  did("booking_confirmed", { id, at: onDay(day), reference, amount: { thousandths: 90_000, currency: "USD" }, bookedFor: { from, to: null } });

function shown(state: ContactState) {
  const booking = bookingOf(state);
  return [state.conversions.count, booking ? (booking.from - monday) / 86_400_000 : null, lifetimeValueOf(state)?.amount ?? null];
}

describe("what stands: the number of conversions, the day they are booked for, their worth", () => {
  it.each([
    ["a confirmation with day and price", [confirmed("a", 0, { ...forDay(5), ...costs(40) })], [1, 5, 40]],
    ["one without", [confirmed("a", 0, {})], [1, null, null]],
    ["moved within the day", [confirmed("a", 0, { ...forDay(5), ...costs(40) }), confirmed("b", 0.5, forDay(7), true)], [1, 7, 40]],
    ["moved weeks later", [confirmed("a", 0, { ...forDay(30), ...costs(40) }), confirmed("b", 20, forDay(40), true)], [1, 40, 40]],
    ["moved to an earlier day", [confirmed("a", 0, forDay(30)), confirmed("b", 2, forDay(4), true)], [1, 4, null]],
    [
      "a purchase whose delivery is moved",
      [did("purchase_completed", { at: onDay(0), bookedFor: { from: "2026-01-10", to: null } }), confirmed("b", 3, forDay(9), true)],
      [1, 9, null],
    ],
    ["moved while none is known", [confirmed("b", 3, forDay(9), true)], [1, 9, null]],
    [
      "two bookings: the later day",
      [confirmed("a", 0, { ...forDay(30), ...costs(40) }), confirmed("b", 2, { ...forDay(5), ...costs(10) })],
      [2, 30, 50],
    ],
    ["reported by a system, whose word counts", [reported("a", 0, "2026-01-12"), confirmed("b", 0.1, { ...forDay(5), ...costs(40) })], [1, 7, 90]],
    ["confirmed, then reported", [confirmed("a", 0, { ...forDay(5), ...costs(40) }), reported("b", 0.1, "2026-01-12")], [1, 7, 90]],
    ["reported again under its reference", [reported("a", 0, "2026-01-12", "b-1"), reported("b", 3, "2026-01-15", "b-1")], [1, 10, 90]],
    [
      "two that messages call by different references",
      [confirmed("a", 0, { reference: "12", ...costs(40) }), confirmed("b", 0.1, { reference: "13", ...costs(40) })],
      [2, null, 80],
    ],
    ["cancelled", [confirmed("a", 0, { ...forDay(5), ...costs(40) }), did("booking_cancelled", { at: onDay(1) })], [0, null, null]],
    [
      "the later of two cancelled",
      [
        confirmed("a", 0, { ...forDay(30), ...costs(40) }),
        confirmed("b", 2, { ...forDay(40), ...costs(10) }),
        replied("Cancelled", { at: onDay(3), revokes: "booking" }),
      ],
      [1, 30, 40],
    ],
    [
      "cancelled after it was moved",
      [confirmed("a", 0, forDay(5)), confirmed("b", 2, forDay(7), true), did("booking_cancelled", { at: onDay(3) })],
      [0, null, null],
    ],
  ])("%s", (_story, facts, expected) => {
    expect(shown(remembered(facts))).toEqual(expected);
  });
});

it("days that systems report are days in the business's zone", () => {
  const facts = [reported("a", 0, "2026-01-12")];
  const inManila = remembered(facts, settingsWith({}, { timeZone: "Asia/Manila" }));

  expect(bookingOf(inManila)).toMatchObject({ from: Date.parse("2026-01-11T16:00Z"), to: Date.parse("2026-01-12T16:00Z"), allDay: true });
});

it.each([
  ["2026-12-24", { from: "2026-12-24", to: null }],
  ["2026-12-24T18:30", { from: "2026-12-24T18:30", to: null }],
  ["2026-12-24T18:30:00+08:00", { from: "2026-12-24T18:30:00+08:00", to: null }],
  ["2026-12-24/2026-12-26", { from: "2026-12-24", to: "2026-12-26" }],
  [
    { from: "2026-12-24T10:00Z", to: "2026-12-24T12:00Z" },
    { from: "2026-12-24T10:00Z", to: "2026-12-24T12:00Z" },
  ],
  [{ from: "2026-12-24" }, { from: "2026-12-24", to: null }],
  ["2026-13-24", null],
  ["2026-02-30", null],
  ["24/12/2026", null],
  ["2026-12-26/2026-12-24", null],
  ["soon", null],
  [20261224, null],
  [{ to: "2026-12-24" }, null],
  [null, null],
  [undefined, null],
])("an action's bookedFor %j is %j", (bookedFor, expected) => {
  expect(bookedForIn({ bookedFor })).toEqual(expected);
});

it("a span of days ends with the midnight after the last", () => {
  expect(reportedTime({ from: "2026-01-05", to: "2026-01-07" }, "UTC")).toEqual({ from: monday, to: onDay(3), allDay: true });
});

describe("read in a conversation, confirming words take what the turns before them name", () => {
  const zone = "Asia/Manila";
  const spokenBy = (direction: "inbound" | "outbound", text: string, minutes: number) => {
    const at = monday + minutes * 60_000;
    const author = direction === "inbound" ? ("customer" as const) : ("staff" as const);
    const reading = readMessage({ text, direction, author, sentAt: at, timeZone: "UTC", businessZone: zone, region: "PH", ownIntents: [] });
    const fact = direction === "inbound" ? said(text, { at, id: `m${minutes}` }) : replied(text, { at, id: `m${minutes}` });
    return { ...fact, reading };
  };
  const talk = (...lines: [string, string][]) => lines.map(([who, text], i) => spokenBy(who === "us" ? "outbound" : "inbound", text, i));

  it.each([
    ["the same words", talk(["us", "Your booking is confirmed for Friday at 3pm, total ₱1,250."]), "2026-01-09T07:00:00.000Z", 1250],
    [
      "the turns before",
      talk(["they", "Can I book Saturday?"], ["us", "Saturday 10am is free, ₱850 po"], ["they", "Yes please"], ["us", "Your booking is confirmed."]),
      "2026-01-10T02:00:00.000Z",
      850,
    ],
    [
      "an hour, and the day before it",
      talk(["they", "Do you have a slot on Saturday?"], ["us", "3pm?"], ["they", "ok"], ["us", "Your booking is confirmed."]),
      "2026-01-10T07:00:00.000Z",
      null,
    ],
  ] as const)("%s", (_story, facts, from, units) => {
    const state = remembered(facts);

    expect(state.conversions.count).toBe(1);
    expect(bookingOf(state)?.from).toBe(Date.parse(from));
    expect(lifetimeValueOf(state)?.amount ?? null).toBe(units);
  });
});
