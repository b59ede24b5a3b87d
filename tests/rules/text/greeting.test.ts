import { describe, expect, it } from "vitest";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { greetingFor } from "#core/rules/text/greeting.ts";

const weekdays = { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" };
const night = { days: [5], from: "22:00", to: "02:00" };

function answer(at: string, greeting: object, timeZone = "Asia/Manila"): string | null {
  const settings = defaultSettings();
  return greetingFor({ ...settings, timeZone, greeting: { ...settings.greeting, ...greeting } }, Date.parse(at), { branch: null, language: null });
}

describe("the greeting", () => {
  it.each([
    ["without texts there is none", {}, null],
    ["a text alone is always said", { text: "Welcome" }, "Welcome"],
    ["without hours the business is open", { text: "Welcome", awayText: "Closed" }, "Welcome"],
    ["open: the greeting", { text: "Welcome", awayText: "Closed", hours: [weekdays] }, "Welcome"],
    ["open, and only an away text: nothing", { awayText: "Closed", hours: [weekdays] }, null],
    ["closed, and no away text: the greeting", { text: "Welcome", hours: [] }, "Welcome"],
    ["never open: the away text", { text: "Welcome", awayText: "Closed", hours: [] }, "Closed"],
  ])("%s", (_, greeting, expected) => {
    // A Tuesday, 10:00 in Manila.
    expect(answer("2026-11-24T02:00:00Z", greeting)).toBe(expected);
  });

  it.each([
    ["a minute before it opens", "2026-11-24T00:59:00Z", weekdays, "Closed"],
    ["when it opens", "2026-11-24T01:00:00Z", weekdays, "Open"],
    ["a minute before it closes", "2026-11-24T09:59:59Z", weekdays, "Open"],
    ["when it closes", "2026-11-24T10:00:00Z", weekdays, "Closed"],
    ["on Saturday, which is still Friday in UTC", "2026-11-27T23:00:00Z", { ...weekdays, from: "00:00" }, "Closed"],
    ["on Friday before the night", "2026-11-27T13:59:00Z", night, "Closed"],
    ["on Friday night", "2026-11-27T14:00:00Z", night, "Open"],
    ["on Saturday, in Friday's night", "2026-11-27T17:59:00Z", night, "Open"],
    ["on Saturday, after Friday's night", "2026-11-27T18:00:00Z", night, "Closed"],
    ["on Friday, in a Thursday's night that is not", "2026-11-26T17:00:00Z", night, "Closed"],
  ])("goes by the business's own clock: %s", (_, at, hours, expected) => {
    expect(answer(at, { text: "Open", awayText: "Closed", hours: [hours] })).toBe(expected);
  });

  it("goes by the clock that is put forward in spring", () => {
    const greeting = { text: "Open", awayText: "Closed", hours: [{ days: [7], from: "09:00", to: "10:00" }] };

    expect(answer("2026-03-29T07:30:00Z", greeting, "Europe/Madrid")).toBe("Open");
    expect(answer("2026-03-22T07:30:00Z", greeting, "Europe/Madrid")).toBe("Closed");
  });
});
