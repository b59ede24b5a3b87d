import type { CreditRecord } from "#core/model/template.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";

export type Credits = { balance: number; enforced: boolean; entries: Page<CreditRecord> };

/** What is left, whether it limits anything, and where it went, newest first. */
export async function readCredits(ctx: Context, { page }: { page: PageQuery }): Promise<Credits> {
  const [sum, entries] = await Promise.all([ctx.store.credits.balance(), ctx.store.credits.list(page)]);
  return { ...sum, entries };
}
