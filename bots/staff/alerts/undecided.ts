import type { AlertRecord } from "#core/model/alert.ts";
import type { Context } from "#core/ports/context.ts";

/** Alerts that have not ended, of one branch or of all (null): those that nobody has reacted to first, the most severe first, the oldest first. */
export async function openAlerts(ctx: Context, limit = 200, branchId: string | null = null): Promise<AlertRecord[]> {
  return ctx.store.alerts.mostUrgent(branchId === null ? {} : { branch: [branchId] }, limit);
}
