import type { Settings } from "#core/model/settings.ts";
import { isOpen } from "#core/rules/opening-hours.ts";

/**
 * The answer to the first message of a conversation: the away text outside business hours, else the greeting; null
 * where settings have none. `at` in ms since 1970; hours are the business's local time.
 */
export function greetingFor({ greeting, timeZone }: Settings, at: number): string | null {
  return isOpen(greeting.hours, timeZone, at) ? greeting.text : (greeting.awayText ?? greeting.text);
}
