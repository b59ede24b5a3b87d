import type { StaffRecord } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";

/** By name, those removed too. */
export async function listStaff(ctx: Context, page: PageQuery): Promise<Page<StaffRecord>> {
  return ctx.store.staff.list(page);
}

/** Everybody, a page at a time. */
export async function everyStaffMember(ctx: Context): Promise<StaffRecord[]> {
  const all: StaffRecord[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<StaffRecord> = await ctx.store.staff.list({ limit: 200, cursor });
    all.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}
