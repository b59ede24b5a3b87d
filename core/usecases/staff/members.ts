import { fail } from "#core/errors.ts";
import type { StaffRecord } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";

/** One member of staff by their id, also one who was removed. Throws CrmError `not_found`. */
export async function getStaff(ctx: Context, { id }: { id: string }): Promise<StaffRecord> {
  return (await ctx.store.staff.find(id)) ?? fail("not_found", `staff member ${id} does not exist`);
}

/** The members by name, also those who were removed. */
export async function listStaff(ctx: Context, page: PageQuery): Promise<Page<StaffRecord>> {
  return ctx.store.staff.list(page);
}

/** All members, also those who were removed, read page by page. */
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
