import type { Settings } from "#core/model/settings.ts";
import { pointerOf } from "./pointer.ts";

/** What only the business can say of itself, and is assumed until it does. */
export const setupTaskCodes = ["time_zone", "region", "business_hours", "business_template"] as const;
export type SetupTaskCode = (typeof setupTaskCodes)[number];

/** `pointer` is a JSON pointer into the settings; `detail` says what is assumed so far and what to set. */
export type SetupTask = { code: SetupTaskCode; pointer: string; detail: string };

/** What is still to be set. `machineZone`: the IANA zone of the machine, to be proposed and never taken by itself; null: it says none. */
export function setupTasks({ timeZone, region, greeting, businessType }: Settings, machineZone: string | null): SetupTask[] {
  const proposal = machineZone === null ? "like Asia/Manila" : `like ${machineZone}, which this machine is set to`;
  const all: [boolean, SetupTaskCode, string[], string][] = [
    [timeZone === "UTC", "time_zone", ["timeZone"], `is UTC, as assumed: set the time zone of the business, ${proposal} (Etc/UTC: UTC is meant)`],
    [region === null, "region", ["region"], "is not set: phone numbers without their country are not read; set the country of the business, like PH"],
    [greeting.hours === null, "business_hours", ["greeting", "hours"], "are not set: the business counts as always open; set its hours"],
    [businessType === null, "business_template", ["businessType"], "is not chosen: general scoring is used; choose the template of the business"],
  ];
  return all.flatMap(([isOpen, code, path, detail]) => (isOpen ? [{ code, pointer: pointerOf(...path), detail }] : []));
}
