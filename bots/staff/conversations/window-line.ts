import { countdown, moment } from "../blocks/time.ts";

type Window = { answerUntil: number | null; zone: string; now: number };

/** The platform's window with the time that is left, so that nobody writes an answer that it does not take any more; null: there is none. */
export function windowLine({ answerUntil, zone, now }: Window): string | null {
  if (answerUntil === null) return null;
  const at = moment(answerUntil, now, zone);
  return answerUntil > now ? `⌛ answer until *${at}* (${countdown(answerUntil)})` : `🔒 closed for answers since ${at}, until they write again`;
}
