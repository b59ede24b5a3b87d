import { roles } from "#core/model/staff.ts";
import { hasCondition, withoutIdleConditions } from "#core/rules/bulk/condition.ts";
import { listContacts } from "#core/usecases/contacts/list-contacts.ts";
import { everyTag } from "#core/usecases/tags/tags.ts";
import type { BlockMessage } from "../blocks/blocks.ts";
import type { StaffRequest } from "../slack/feature.ts";
import { contactList, contactsPerPage } from "./list-blocks.ts";
import { inWords, type Search, writeSearch } from "./search.ts";

/** One page of the contacts that are found now, those who wrote last first. */
export async function contactListFor({ ctx, staff }: Pick<StaffRequest, "ctx" | "staff">, { filter: given, pages }: Search): Promise<BlockMessage> {
  const filter = withoutIdleConditions(given);
  const page = { limit: contactsPerPage, cursor: pages.at(-1) ?? null };
  const found = await listContacts(ctx, { filter, sort: { by: "lastSeenAt", descending: true }, page, withTotal: true });
  const mayDo = (needed: (typeof roles)[number]) => roles.indexOf(staff.role) >= roles.indexOf(needed);
  return contactList({
    asked: inWords(filter, filter.tag ? await everyTag(ctx) : []),
    total: found.total,
    contacts: found.data.map(({ contact, tags }) => ({ contact, tags: tags.map(({ name }) => name) })),
    result: writeSearch({ filter, pages: [] }),
    back: pages.length === 0 ? null : writeSearch({ filter, pages: pages.slice(0, -1) }),
    next: found.nextCursor === null ? null : writeSearch({ filter, pages: [...pages, found.nextCursor] }),
    now: ctx.now(),
    // What would hold for everybody is neither tagged nor deleted: the press would be refused.
    may: { change: hasCondition(filter) && mayDo("agent"), export: mayDo("manager"), delete: hasCondition(filter) && mayDo("manager") },
  });
}
