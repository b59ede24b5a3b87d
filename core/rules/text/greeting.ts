import type { Settings } from "#core/model/settings.ts";
import { openingTimes, type Place } from "#core/rules/duty/opening-times.ts";
import { isOpen } from "#core/rules/opening-hours.ts";
import { localText } from "./local-text.ts";

type Addressee = { branch: Place; language: string | null };

/**
 * The answer to the first message of a conversation: the away text outside business hours, else the greeting; null
 * where settings have none. `at` in ms since 1970; hours are the local time of the branch, or of the business.
 */
export function greetingFor(settings: Pick<Settings, "greeting" | "timeZone" | "duty">, at: number, { branch, language }: Addressee): string | null {
  const { text, awayText } = settings.greeting;
  const isAway = awayText !== null && !isOpen(openingTimes(settings, branch), at);
  return isAway ? localText(awayText, language) : text;
}
