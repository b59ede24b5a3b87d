import { type AlertRecord, alertStates, openAlertStates } from "#core/model/alert.ts";
import type { Context } from "#core/ports/context.ts";
import { byUrgency } from "#core/rules/alerts/route.ts";

/** The newest alerts that have not ended, 200 at most: those that nobody has reacted to first, the most severe first, the oldest first. */
export async function openAlerts(ctx: Context): Promise<AlertRecord[]> {
  const { data } = await ctx.store.alerts.list({ state: [...openAlertStates] }, { limit: 200, cursor: null });
  const place = ({ state }: AlertRecord) => alertStates.indexOf(state);
  return data.sort((a, b) => place(a) - place(b) || byUrgency(a, b));
}
