import { CrmError, type FieldFault } from "#core/errors.ts";
import type { ContactFilter } from "#core/model/contact-filter.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";

type FilterReference = {
  list: "tag" | "branch" | "owner";
  table: "tags" | "branches" | "staff";
  noun: string;
  isThere(id: string): Promise<boolean>;
};

/**
 * Refuses a filter that names tags, branches or staff by ids that are not the agent's; names of tags may come to be used later. What
 * the filter named before stays, though it may be gone since. The commit fails as stale when one that was found has gone by then.
 */
export async function requireKnown(ctx: Context, changes: ChangeSet, filter: ContactFilter, before: ContactFilter = {}): Promise<void> {
  const errors: FieldFault[] = [];
  for (const { list, table, noun, isThere } of await namedIn(ctx, filter)) {
    for (const [place, id] of (filter[list] ?? []).entries()) {
      const isId = list !== "tag" || id.startsWith("tag_");
      if (!isId || before[list]?.includes(id)) continue;
      if (await isThere(id)) changes.expectRows(table, { id }, "id", [id]);
      else errors.push({ pointer: `/filter/${list}/${place}`, detail: `is no ${noun}: ${id} does not exist` });
    }
  }
  const [first] = errors;
  if (first) throw new CrmError("invalid", `${first.pointer} ${first.detail}`, { errors });
}

async function namedIn({ store }: Context, { branch }: ContactFilter): Promise<FilterReference[]> {
  const branches = new Set(branch ? (await store.labels.branches()).map(({ id }) => id) : []);
  return [
    { list: "tag", table: "tags", noun: "tag", isThere: async (id) => (await store.labels.findTag(id)) !== null },
    { list: "branch", table: "branches", noun: "branch", isThere: async (id) => branches.has(id) },
    { list: "owner", table: "staff", noun: "member of the staff", isThere: async (id) => (await store.staff.find(id)) !== null },
  ];
}
