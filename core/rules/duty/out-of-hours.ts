import type { Settings } from "#core/model/settings.ts";
import { isOpen, nextOpening, type OpeningTimes } from "#core/rules/opening-hours.ts";
import { localText } from "#core/rules/text/local-text.ts";
import { openingTimes, type Place } from "./opening-times.ts";
import type { ClosedWords } from "./texts/closed-words.ts";
import { closedWords, opensAt } from "./texts/index.ts";

type DutyDocument = Pick<Settings, "greeting" | "timeZone" | "duty">;

/** In a text of the business it stands for when it opens: "We are closed and back {opens}". */
const opensPlaceholder = "{opens}";

/**
 * What a customer is told who writes while it is closed, in their language (ISO 639-1; null: unknown): the business's away text, else
 * one of ours. Null: it is open, or nobody is to be told. `at` in ms since 1970.
 */
export function outOfHoursText(settings: DutyDocument, branch: Place, language: string | null, at: number): string | null {
  const times = openingTimes(settings, branch);
  if (!settings.duty.tellWhenClosed || isOpen(times, at)) return null;
  const words = closedWords(language);
  const opens = whenItOpens(times, words, at);
  const { awayText } = settings.greeting;
  if (awayText !== null) return localText(awayText, language).replaceAll(opensPlaceholder, opens ?? words.soon);
  return opens === null ? words.withoutTime : words.withTime(opens);
}

/** Whether a customer who was told at `toldAt` (null: never) is to be told again: it has been open since then. */
export function isToldAnew(settings: DutyDocument, branch: Place, toldAt: number | null, at: number): boolean {
  if (toldAt === null) return true;
  const times = openingTimes(settings, branch);
  return nextOpening(times, toldAt) !== nextOpening(times, at);
}

function whenItOpens(times: OpeningTimes, words: ClosedWords, at: number): string | null {
  const next = nextOpening(times, at);
  return next === null ? null : opensAt(words, { next, at, timeZone: times.timeZone });
}
