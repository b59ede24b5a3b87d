import type { Settings } from "#core/model/settings.ts";
import { fault, type SettingsFinding } from "./finding.ts";
import { faultySpans } from "./lint-hours.ts";

/** Branches and staff that are named twice, and hours of theirs in which nobody could work. */
export function lintDuty({ duty: { branches, staff } }: Settings): SettingsFinding[] {
  return [
    ...namedTwice(branches.map(({ branchId }) => branchId)).map((i) => fault("same_branch", ["duty", "branches", i, "branchId"], "is named before")),
    ...namedTwice(staff.map(({ staffId }) => staffId)).map((i) => fault("same_member", ["duty", "staff", i, "staffId"], "is named before")),
    ...branches.flatMap(({ hours }, i) => faultySpans(hours, ["duty", "branches", i, "hours"])),
    ...staff.flatMap(({ hours }, i) => (hours === null ? [] : faultySpans(hours, ["duty", "staff", i, "hours"]))),
  ];
}

function namedTwice(ids: readonly string[]): number[] {
  return ids.flatMap((id, i) => (ids.indexOf(id) < i ? [i] : []));
}
