import { describe, expect, it } from "vitest";
import { countdown, duration, moment, readersClock, relative, zoneWord } from "#bots/staff/blocks/time.ts";

const hour = 3_600_000;
/** Tuesday, 10 March 2026, 16:20 in Manila. */
const now = Date.UTC(2026, 2, 10, 8, 20);

describe("a moment", () => {
  it.each([
    [Date.UTC(2026, 2, 10, 1), "today 9:00"],
    [Date.UTC(2026, 2, 10, 16), "tomorrow 0:00"],
    [Date.UTC(2026, 2, 9, 15, 59), "yesterday 23:59"],
    [Date.UTC(2026, 2, 16, 1), "Mon 9:00"],
    [Date.UTC(2026, 2, 17, 1), "17 Mar 9:00"],
    [Date.UTC(2027, 0, 2, 1), "2 Jan 2027 9:00"],
  ])("%i is said in the zone's own days", (at, words) => {
    expect(moment(at, now, "Asia/Manila")).toBe(words);
  });

  it("keeps to the clock over a change of the clocks", () => {
    expect(moment(Date.UTC(2026, 2, 8, 7, 30), Date.UTC(2026, 2, 8, 5), "America/New_York")).toBe("today 3:30");
  });

  it("in a zone nobody knows is in UTC", () => {
    expect(moment(now, now, "no/zone")).toBe("today 8:20");
  });

  it("on the reader's clock is left to Slack", () => {
    expect(readersClock(now)).toBe(`<!date^${now / 1000}^{time}|8:20 UTC>`);
  });

  it("that runs down is left to Slack, too, and is the same whenever the card is made", () => {
    expect(countdown(now)).toBe(`<!date^${now / 1000}^{ago}|8:20 UTC>`);
  });
});

it.each([
  [now + 2 * hour, "in 2 h"],
  [now - 5 * 60_000, "5 min ago"],
  [now + 20_000, "now"],
  [now - 72 * hour, "3 days ago"],
])("%i is near or far", (at, words) => {
  expect(relative(at, now)).toBe(words);
});

it("says how long in one unit", () => {
  expect([45 * 60_000, 30 * hour, 200 * hour, 2000 * hour].map(duration)).toEqual(["45 min", "30 h", "8 days", "3 months"]);
});

it("calls a zone by its city", () => {
  expect(zoneWord("America/New_York")).toBe("New York time");
});
