import { describe, expect, it } from "vitest";
import { type Settings, settingsSchema } from "#core/model/settings.ts";
import type { StaffRecord } from "#core/model/staff.ts";
import { onDuty } from "#core/rules/duty/on-duty.ts";
import type { Place } from "#core/rules/duty/opening-times.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";

const weekdays = [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }];
const nights = [{ days: [1, 2, 3, 4, 5, 6, 7], from: "20:00", to: "06:00" }];
const cebu: Place = { id: "brn_cebu", timeZone: "Asia/Manila" };
const staff: Pick<StaffRecord, "id" | "state" | "role">[] = [
  { id: "maria", state: "active", role: "manager" },
  { id: "carlo", state: "active", role: "agent" },
  { id: "vera", state: "active", role: "viewer" },
  { id: "gone", state: "removed", role: "agent" },
  { id: "soon", state: "invited", role: "agent" },
];

function settings(duty: object, hours: object | null = weekdays): Settings {
  const document = defaultSettings();
  return settingsSchema.parse({ ...document, timeZone: "UTC", greeting: { ...document.greeting, hours }, duty });
}

describe("on duty", () => {
  it.each<[string, object, Place, string, boolean, string[], string | null]>([
    ["everybody while it is open, but viewers and those who are not there", {}, null, "2026-03-02T10:00:00Z", true, ["maria", "carlo"], null],
    ["nobody while it is closed", {}, null, "2026-03-02T18:00:00Z", false, [], "2026-03-03T09:00:00.000Z"],
    [
      "nobody on a day on which it is closed, both ends of it",
      { closedDays: [{ from: "2026-03-02", to: "2026-03-03" }] },
      null,
      "2026-03-02T10:00:00Z",
      false,
      [],
      "2026-03-04T09:00:00.000Z",
    ],
    [
      "as elsewhere when only another branch is closed",
      { closedDays: [{ branchId: "brn_davao", from: "2026-03-02", to: "2026-03-03" }] },
      cebu,
      "2026-03-02T02:00:00Z",
      true,
      ["maria", "carlo"],
      null,
    ],
    ["by the branch's zone", {}, cebu, "2026-03-02T00:30:00Z", false, [], "2026-03-02T01:00:00.000Z"],
    [
      "by the branch's own hours",
      { branches: [{ branchId: "brn_cebu", hours: nights }] },
      cebu,
      "2026-03-02T13:00:00Z",
      true,
      ["maria", "carlo"],
      null,
    ],
    [
      "without a colleague who has the day off",
      { staff: [{ staffId: "maria", daysOff: [{ from: "2026-03-01", to: "2026-03-02" }] }] },
      null,
      "2026-03-02T10:00:00Z",
      true,
      ["carlo"],
      null,
    ],
    [
      "a colleague with hours of their own, also while it is closed",
      { staff: [{ staffId: "maria", hours: nights }] },
      null,
      "2026-03-02T21:00:00Z",
      false,
      ["maria"],
      "2026-03-03T09:00:00.000Z",
    ],
    [
      "a colleague only where they work",
      { staff: [{ staffId: "maria", branchIds: ["brn_davao"] }] },
      cebu,
      "2026-03-02T02:00:00Z",
      true,
      ["carlo"],
      null,
    ],
    [
      "a colleague of one branch for the business as a whole",
      { staff: [{ staffId: "maria", branchIds: ["brn_davao"] }] },
      null,
      "2026-03-02T10:00:00Z",
      true,
      ["maria", "carlo"],
      null,
    ],
  ])("is %s", (_, duty, branch, at, isOpen, staffIds, opensAt) => {
    expect(onDuty(settings(duty), staff, branch, Date.parse(at))).toEqual({
      isOpen,
      staffIds,
      opensAt: opensAt === null ? null : Date.parse(opensAt),
    });
  });

  it("is always open without hours, but on closed days", () => {
    const always = settings({ closedDays: [{ from: "2026-12-25", to: "2026-12-25" }] }, null);

    expect(onDuty(always, staff, null, Date.parse("2026-12-24T23:59:59Z")).isOpen).toBe(true);
    expect(onDuty(always, staff, null, Date.parse("2026-12-25T00:00:00Z"))).toEqual({
      isOpen: false,
      staffIds: [],
      opensAt: Date.parse("2026-12-26"),
    });
    expect(onDuty(always, staff, null, Date.parse("2026-12-26T00:00:00Z")).isOpen).toBe(true);
  });

  it("knows no opening when it is closed for very long", () => {
    const closed = settings({ closedDays: [{ from: "2026-01-01", to: "2026-12-31" }] });

    expect(onDuty(closed, staff, null, Date.parse("2026-03-02T10:00:00Z"))).toEqual({ isOpen: false, staffIds: [], opensAt: null });
  });

  it.each(["2026-02-30", "tomorrow", "2026-1-1"])("takes no day like %s", (from) => {
    expect(settingsSchema.safeParse({ ...defaultSettings(), duty: { closedDays: [{ from, to: "2026-12-31" }] } }).success).toBe(false);
  });

  it("takes no days that end before they begin", () => {
    expect(settingsSchema.safeParse({ ...defaultSettings(), duty: { closedDays: [{ from: "2026-02-03", to: "2026-02-02" }] } }).success).toBe(false);
  });
});
