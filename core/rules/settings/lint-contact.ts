import type { Settings } from "#core/model/settings.ts";
import { type SettingsFinding, warning } from "./finding.ts";
import { minutesOf, minutesOfDay } from "./time-of-day.ts";

/** With less than this left of the day, all delayed messages would be sent at once when quiet hours end, or never. */
const leastMinutes = 60;

/** When people may be written to unasked, and how often. */
export function lintContact({ contact: { quietHours, marketing } }: Settings): SettingsFinding[] {
  const { from, to } = quietHours;
  const left = (minutesOf(from) - minutesOf(to) + minutesOfDay) % minutesOfDay;
  const findings: SettingsFinding[] = [];
  if (from !== to && left < leastMinutes)
    findings.push(warning("hardly_awake", ["contact", "quietHours"], `leave ${left} minutes of the day, from ${to} to ${from}, to write in`));
  if (marketing.perDay !== null && marketing.perWeek !== null && marketing.perDay > marketing.perWeek)
    findings.push(
      warning(
        "cap_out_of_reach",
        ["contact", "marketing", "perDay"],
        `is ${marketing.perDay}, and only ${marketing.perWeek} may come in seven days (perWeek): it is never reached`,
      ),
    );
  return findings;
}
