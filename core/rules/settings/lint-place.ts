import { isSupportedCountry } from "libphonenumber-js/max";
import { Temporal } from "temporal-polyfill";
import type { Settings } from "#core/model/settings.ts";
import { fault, type SettingsFinding, warning } from "./finding.ts";

/** An instant in January and one in July: zones with equal offsets at both have the same local time. */
const seasons = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)];

/** The zone and the country of the business. */
export function lintPlace({ timeZone, region }: Settings): SettingsFinding[] {
  const clock = clockOf(timeZone);
  const findings: SettingsFinding[] = [];
  if (clock === null)
    findings.push(fault("unknown_time_zone", ["timeZone"], "is not the name of a time zone of the IANA database, like Asia/Manila"));
  if (region === null) return findings;
  if (!isSupportedCountry(region)) return [...findings, fault("unknown_region", ["region"], "is not the code of a country, like PH")];
  const clocks = zonesOf(region).map(clockOf);
  if (clock !== null && clocks.length > 0 && !clocks.includes(clock))
    findings.push(warning("time_zone_elsewhere", ["timeZone"], `${timeZone} is not the time of ${region}: promises and hours are read by its clock`));
  return findings;
}

/** Its offsets from UTC through the year; null: there is no such zone. */
function clockOf(timeZone: string): string | null {
  try {
    return seasons.map((at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offset).join(" ");
  } catch {
    return null;
  }
}

type ZonedLocale = Intl.Locale & { getTimeZones?(): string[] | undefined };

/** Time zones of a country; none where the runtime does not know them. */
function zonesOf(region: string): string[] {
  // The method is younger than the types of the language.
  const locale = new Intl.Locale(`und-${region}`) as ZonedLocale;
  return locale.getTimeZones?.() ?? [];
}
