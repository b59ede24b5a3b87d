import { shiftDate } from "#core/rules/days.ts";
import { readDay } from "#core/usecases/analytics/read-day.ts";
import { everythingUndecided } from "../home/undecided.ts";
import type { CardBuilder } from "../slack/feature.ts";
import { digestCard } from "./card-blocks.ts";

/**
 * The daily overview, by its subject (due-date.ts). It names no contact: it stays in the channel, where erasing a contact does
 * not reach it.
 */
export const digestCardOf: CardBuilder = async (ctx, subject) => {
  const [, date] = /^digest:(\d{4}-\d{2}-\d{2})$/.exec(subject) ?? [];
  if (date === undefined) return null;
  const { alerts, followUps, proposals, unknownSends } = await everythingUndecided(ctx, 0);
  const { timeZone: zone } = (await ctx.store.settings.current()).document;
  const { mood, ...yesterday } = await readDay(ctx, { date: shiftDate(date, -1) });
  const waiting = { alerts: alerts.total, followUps: followUps.length, proposals: proposals.length, unknownSends: unknownSends.length };
  const card = digestCard({ date: inWords(date), waiting, next: [], yesterday, mood, atRisk: [], zone, now: ctx.now() });
  return { contactId: null, ...card, isRequired: true };
};

function inWords(date: string): string {
  return new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
}
