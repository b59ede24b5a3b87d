import type { Settings } from "#core/model/settings.ts";
import type { StaffRecord } from "#core/model/staff.ts";
import { isOpen, nextOpening, type OpeningTimes } from "#core/rules/opening-hours.ts";
import { openingTimes, type Place } from "./opening-times.ts";

/** `staffIds`: who works at the instant, also outside the opening hours. `opensAt` in ms since 1970; null: it is open, or not known. */
export type Duty = { isOpen: boolean; staffIds: string[]; opensAt: number | null };

/** Who works at a branch (null: at the business) at the instant `at`, in ms since 1970. Removed staff, invited staff and viewers never do. */
export function onDuty(
  settings: Pick<Settings, "greeting" | "timeZone" | "duty">,
  staff: readonly Pick<StaffRecord, "id" | "state" | "role">[],
  branch: Place,
  at: number,
): Duty {
  const times = openingTimes(settings, branch);
  const working = staff.filter(({ id, state, role }) => state === "active" && role !== "viewer" && works(settings, id, branch, times, at));
  return { isOpen: isOpen(times, at), staffIds: working.map(({ id }) => id), opensAt: nextOpening(times, at) };
}

function works({ duty }: Pick<Settings, "duty">, id: string, branch: Place, times: OpeningTimes, at: number): boolean {
  const own = duty.staff.find(({ staffId }) => staffId === id);
  if (!own) return isOpen(times, at);
  if (branch !== null && own.branchIds.length > 0 && !own.branchIds.includes(branch.id)) return false;
  return isOpen({ ...times, hours: own.hours ?? times.hours, closedDays: [...times.closedDays, ...own.daysOff] }, at);
}
