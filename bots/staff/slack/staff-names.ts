import type { StaffRecord } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";

/** Names of staff by their ids; ids that are not of staff are left out. */
export async function staffNames(ctx: Context, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) {
    const found = id?.startsWith("stf_") ? await ctx.store.staff.find(id) : null;
    if (found) names.set(found.id, found.name);
  }
  return names;
}

/** Everybody who works here now, by name. */
export async function everyStaff(ctx: Context): Promise<StaffRecord[]> {
  const all: StaffRecord[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Context["store"]["staff"]["list"]>> = await ctx.store.staff.list({ limit: 200, cursor });
    all.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all.filter(({ state }) => state !== "removed");
}
