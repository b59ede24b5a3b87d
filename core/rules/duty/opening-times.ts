import type { BranchRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import type { OpeningTimes } from "#core/rules/opening-hours.ts";

/** Where somebody works or writes to; null: the business as a whole. */
export type Place = Pick<BranchRecord, "id" | "timeZone"> | null;

/** When a branch is open: its own hours and zone where it has them, else the business's, and not on days on which it is closed. */
export function openingTimes({ greeting, timeZone, duty }: Pick<Settings, "greeting" | "timeZone" | "duty">, branch: Place): OpeningTimes {
  const own = branch && duty.branches.find(({ branchId }) => branchId === branch.id);
  return {
    hours: own?.hours ?? greeting.hours,
    timeZone: branch?.timeZone ?? timeZone,
    closedDays: duty.closedDays.filter(({ branchId }) => branchId === null || branchId === branch?.id),
  };
}
