import { describe, expect, it } from "vitest";
import { countries, countryOfPhone, zonesOfCountry } from "#core/rules/contactability/country-zones.ts";
import { contactZones, nextAllowed } from "#core/rules/contactability/quiet-hours.ts";
import { day, hour, minute } from "#core/rules/time.ts";
import { changesOf, clockOf, firstFree, minutesOn } from "#tests/support/races/quiet-clock.ts";
import { randomFrom } from "#tests/support/records/random.ts";

const night = { from: "21:00", to: "08:00" };
const inZone = (zone: string) => ({ zones: [zone], agentZone: "UTC" });
const [first, last] = [Date.UTC(2025, 0, 1), Date.UTC(2028, 0, 1)];

function allowed(at: string, zone: string, window = night): string {
  return new Date(nextAllowed(Date.parse(at), inZone(zone), window).at).toISOString();
}

describe("quiet hours", () => {
  it.each([
    ["an hour that is allowed stays", "2026-03-04T02:00:00.123Z", "Asia/Manila", night, "2026-03-04T02:00:00.123Z"],
    ["the evening waits for the morning", "2026-03-04T14:00:00Z", "Asia/Manila", night, "2026-03-05T00:00:00.000Z"],
    ["the first instant is quiet", "2026-03-04T13:00:00Z", "Asia/Manila", night, "2026-03-05T00:00:00.000Z"],
    ["the last one too", "2026-03-04T23:59:59.999Z", "Asia/Manila", night, "2026-03-05T00:00:00.000Z"],
    ["a window within the day", "2026-03-04T05:00:00Z", "Asia/Manila", { from: "12:00", to: "14:00" }, "2026-03-04T06:00:00.000Z"],
    ["an empty window", "2026-03-04T14:00:00Z", "Asia/Manila", { from: "21:00", to: "21:00" }, "2026-03-04T14:00:00.000Z"],
    ["an end left out by the clock", "2026-03-08T06:30:00Z", "America/New_York", { from: "22:00", to: "02:30" }, "2026-03-08T07:00:00.000Z"],
    ["a beginning left out by the clock", "2026-03-08T07:00:00Z", "America/New_York", { from: "02:30", to: "05:00" }, "2026-03-08T09:00:00.000Z"],
    ["an end that comes twice", "2026-11-01T05:45:00Z", "America/New_York", { from: "22:00", to: "01:30" }, "2026-11-01T06:30:00.000Z"],
    ["a beginning that comes twice", "2026-11-01T06:10:00Z", "America/New_York", { from: "01:30", to: "05:00" }, "2026-11-01T10:00:00.000Z"],
    ["a window that the clock leaves out", "2026-03-08T07:00:00Z", "America/New_York", { from: "02:10", to: "02:50" }, "2026-03-08T07:00:00.000Z"],
  ])("%s", (_, at, zone, window, expected) => {
    expect(allowed(at, zone, window)).toBe(expected);
  });

  it("end at the first minute of all that is not quiet, in every zone, at every change of its clock", () => {
    const random = randomFrom(3);
    const windows = [night, { from: "00:30", to: "02:30" }, { from: "23:30", to: "01:30" }, { from: "03:00", to: "02:00" }];
    const wrong: string[] = [];
    for (const zone of Intl.supportedValuesOf("timeZone")) {
      const clock = clockOf(zone);
      const changes = changesOf(clock, first, last);
      for (const change of changes.length > 0 ? changes : [first + Math.floor(random() * 365) * day]) {
        const minutes = minutesOn([clock], change - day, change + 2.5 * day);
        for (const window of windows) wrong.push(...disagreements(zone, change, window, firstFree(minutes, window)));
      }
    }

    expect(wrong.slice(0, 5)).toEqual([]);
  });

  /** Every so many minutes of the day before and after a change, against the oracle. */
  function disagreements(zone: string, change: number, window: typeof night, expected: (at: number) => number): string[] {
    const wrong: string[] = [];
    for (let at = change - day; at < change + day; at += 37 * minute) {
      const found = nextAllowed(at, inZone(zone), window).at;
      if (found !== expected(at)) wrong.push(`${zone} ${window.from}-${window.to} ${new Date(at).toISOString()}: ${new Date(found).toISOString()}`);
    }
    return wrong;
  }
});

describe("where the country has several zones", () => {
  const windows = [night, { from: "20:00", to: "09:30" }, { from: "12:00", to: "13:00" }];

  it.each(["US", "BR", "ID", "RU", "AU", "CA", "MX", "KI", "UM", "FM"])("%s is written to only when all of them allow it", (country) => {
    const zones = zonesOfCountry(country);
    const clocks = zones.map((zone) => clockOf(zone));
    const start = Date.UTC(2026, 2, 7);
    expect(zones.length).toBeGreaterThan(1);

    const minutes = minutesOn(clocks, start, start + 5 * day);
    for (const window of windows) {
      const expected = firstFree(minutes, window);
      for (let at = start; at < start + 2 * day; at += 47 * minute) {
        const found = nextAllowed(at, { zones, agentZone: "Asia/Manila" }, window);

        if (expected(at) < start + 5 * day) expect(found).toMatchObject({ at: expected(at), reason: expected(at) === at ? null : "quiet_hours" });
        else expect(found.at).toBe(nextAllowed(at, inZone("Asia/Manila"), window).at);
      }
    }
  });

  it("goes by the agent's hours where they have no hour in common, and says so", () => {
    const zones = contactZones({ timeZone: null, country: "US" }, "America/Chicago");
    const short = { from: "12:00", to: "08:00" };

    const late = nextAllowed(Date.parse("2026-06-01T20:00:00Z"), zones, short);
    const open = nextAllowed(Date.parse("2026-06-01T14:00:00Z"), zones, short);

    expect(late).toEqual({ at: Date.parse("2026-06-02T13:00:00Z"), zone: "America/Chicago", reason: "zone_uncertain" });
    expect(open).toEqual({ at: Date.parse("2026-06-01T14:00:00Z"), zone: "America/Chicago", reason: null });
  });
});

describe("the zones of a person", () => {
  it("are the one they named, else the country's, else the agent's", () => {
    const of = (timeZone: string | null, country: string | null) => contactZones({ timeZone, country }, "Asia/Manila").zones;

    expect(of("Europe/Madrid", "US")).toEqual(["Europe/Madrid"]);
    expect(of(null, "ID")).toEqual(["Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"]);
    expect(of(null, "ZZ")).toEqual(["Asia/Manila"]);
    expect(of(null, null)).toEqual(["Asia/Manila"]);
  });

  it("are known to the clock, for every country", () => {
    const unknown = countries.flatMap(zonesOfCountry).filter((zone) => Math.abs(clockOf(zone)(first)) > 14 * hour);

    expect(countries.length).toBeGreaterThan(245);
    expect(unknown).toEqual([]);
  });

  it.each([
    ["+639171234567", "PH"],
    ["+14155550123", "US"],
    ["+14165550123", "CA"],
    ["+442071838750", "GB"],
    ["+79161234567", "RU"],
    ["+77011234567", "KZ"],
    ["+881612345678", null],
    ["nonsense", null],
  ])("come from the country of the phone: %s", (phone, country) => {
    expect(countryOfPhone(phone)).toBe(country);
  });
});
