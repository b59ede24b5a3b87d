import type { AlertFilter } from "#core/model/alert.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import { type DescribedAlert, describeAlerts } from "./describe-alert.ts";

/** A page of alerts, newest first, each with its conversation in short. */
export async function listAlerts(ctx: Context, { filter, page }: { filter: AlertFilter; page: PageQuery }): Promise<Page<DescribedAlert>> {
  const { data, nextCursor } = await ctx.store.alerts.list(filter, page);
  return { data: await describeAlerts(ctx, data), nextCursor };
}
