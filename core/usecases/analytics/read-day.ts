import type { SentimentLevel } from "#core/model/vocabulary.ts";
import type { Context } from "#core/ports/context.ts";
import { sentimentLevel } from "#core/rules/contact/sentiment.ts";
import { daysFrom } from "#core/rules/days.ts";
import { reportFollowUps } from "#core/usecases/followups/report-followups.ts";

/** One day in a few numbers. `sent` and `replied` are of the follow-ups that came up on that day. */
export type DayNumbers = {
  newContacts: number;
  messages: number;
  conversions: number;
  sent: number;
  replied: number;
  mood: { score: number; level: SentimentLevel } | null;
};

/** A date as YYYY-MM-DD, in the agent's zone. By indexes alone, whatever the number of contacts. */
export async function readDay(ctx: Context, { date }: { date: string }): Promise<DayNumbers> {
  const { timeZone, sentiment } = (await ctx.store.settings.current()).document;
  const [span] = daysFrom(date, 1, timeZone);
  if (!span) throw new Error(`there is no day ${date}`);
  const [tally] = await ctx.store.analytics.days([span.from, span.until]);
  const triggers = await reportFollowUps(ctx, { from: span.from, to: span.until });
  const sum = (of: (trigger: (typeof triggers)[number]) => number) => triggers.reduce((total, trigger) => total + of(trigger), 0);
  const score = tally && tally.toned > 0 ? tally.toneSum / tally.toned : null;
  return {
    newContacts: tally?.contacts ?? 0,
    messages: (tally?.inbound ?? 0) + (tally?.outbound ?? 0),
    conversions: tally?.statuses.converted ?? 0,
    sent: sum(({ sent }) => sent),
    replied: sum(({ states }) => states.replied + states.converted),
    mood: score === null ? null : { score, level: sentimentLevel(score, sentiment.bands) },
  };
}
