import { fail } from "#core/errors.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import type { Context } from "#core/ports/context.ts";
import type { FollowUpFilter } from "#core/ports/followup-store.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";

export async function getFollowUp(ctx: Context, { id }: { id: string }): Promise<FollowUpRecord> {
  return (await ctx.store.followUps.find(id)) ?? fail("not_found", `follow-up ${id} does not exist`);
}

/** By due time, earliest first. */
export function listFollowUps(ctx: Context, { filter, page }: { filter: FollowUpFilter; page: PageQuery }): Promise<Page<FollowUpRecord>> {
  return ctx.store.followUps.list(filter, page);
}
