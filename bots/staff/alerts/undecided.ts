import type { AlertRecord } from "#core/model/alert.ts";
import type { Context } from "#core/ports/context.ts";

/** Alerts that have not ended: those that nobody has reacted to first, the most severe first, the oldest first. */
export async function openAlerts(ctx: Context, limit = 200): Promise<AlertRecord[]> {
  return ctx.store.alerts.mostUrgent({}, limit);
}
