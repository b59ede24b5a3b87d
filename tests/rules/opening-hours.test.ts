import { describe, expect, it } from "vitest";
import { afterOpenMinutes, isOpen, nextOpening, type OpeningHours } from "#core/rules/opening-hours.ts";

const weekdays: OpeningHours = [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }];
const siesta: OpeningHours = [
  { days: [1, 2, 3, 4, 5], from: "09:00", to: "13:00" },
  { days: [1, 2, 3, 4, 5], from: "16:00", to: "20:00" },
];
const bar: OpeningHours = [{ days: [5, 6], from: "20:00", to: "02:00" }];
const allDay: OpeningHours = [
  { days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "23:00" },
  { days: [1, 2, 3, 4, 5, 6, 7], from: "22:00", to: "00:00" },
];

const at = (text: string) => Date.parse(text);
const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

describe("open", () => {
  it.each<[OpeningHours, string, string, boolean]>([
    [null, "UTC", "2026-03-01T03:00:00Z", true],
    [weekdays, "UTC", "2026-03-02T09:00:00Z", true],
    [weekdays, "UTC", "2026-03-02T08:59:59Z", false],
    [weekdays, "UTC", "2026-03-02T17:00:00Z", false],
    [weekdays, "Asia/Manila", "2026-03-02T01:00:00Z", true],
    [weekdays, "UTC", "2026-03-01T12:00:00Z", false],
    [bar, "UTC", "2026-03-07T01:30:00Z", true],
    [bar, "UTC", "2026-03-08T01:30:00Z", true],
    [bar, "UTC", "2026-03-06T01:30:00Z", false],
    [bar, "UTC", "2026-03-08T02:00:00Z", false],
  ])("%j in %s at %s", (hours, zone, when, expected) => {
    expect(isOpen({ hours, timeZone: zone, closedDays: [] }, at(when))).toBe(expected);
  });
});

describe("the next opening", () => {
  it.each<[OpeningHours, string, string, string | null]>([
    [weekdays, "UTC", "2026-03-02T08:00:00Z", "2026-03-02T09:00:00.000Z"],
    [weekdays, "UTC", "2026-03-06T18:00:00Z", "2026-03-09T09:00:00.000Z"],
    [weekdays, "UTC", "2026-03-02T10:00:00Z", null],
    [siesta, "Europe/Madrid", "2026-03-02T12:30:00Z", "2026-03-02T15:00:00.000Z"],
    // Clocks go forward in between.
    [weekdays, "America/New_York", "2026-03-06T23:00:00Z", "2026-03-09T13:00:00.000Z"],
    [[], "UTC", "2026-03-02T08:00:00Z", null],
  ])("%j in %s after %s", (hours, zone, when, expected) => {
    expect(iso(nextOpening({ hours, timeZone: zone, closedDays: [] }, at(when)))).toBe(expected);
  });
});

describe("so many minutes of opening hours later", () => {
  it.each<[OpeningHours, string, string, number, string | null]>([
    [null, "UTC", "2026-03-02T23:50:00Z", 30, "2026-03-03T00:20:00.000Z"],
    [weekdays, "UTC", "2026-03-02T10:00:00Z", 30, "2026-03-02T10:30:00.000Z"],
    [weekdays, "UTC", "2026-03-02T16:50:00Z", 30, "2026-03-03T09:20:00.000Z"],
    [weekdays, "UTC", "2026-03-06T22:00:00Z", 30, "2026-03-09T09:30:00.000Z"],
    [siesta, "UTC", "2026-03-02T12:50:00Z", 30, "2026-03-02T16:20:00.000Z"],
    [weekdays, "UTC", "2026-03-02T09:00:00Z", 16 * 60, "2026-03-03T17:00:00.000Z"],
    [bar, "UTC", "2026-03-07T01:50:00Z", 30, "2026-03-07T20:20:00.000Z"],
    [allDay, "UTC", "2026-03-02T22:45:00Z", 30, "2026-03-02T23:15:00.000Z"],
    [[], "UTC", "2026-03-02T09:00:00Z", 30, null],
  ])("%j in %s from %s, %s minutes", (hours, zone, from, minutes, expected) => {
    expect(iso(afterOpenMinutes({ hours, timeZone: zone, closedDays: [] }, at(from), minutes))).toBe(expected);
  });
});
