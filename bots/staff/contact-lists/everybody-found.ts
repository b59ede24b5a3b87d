import { createHash } from "node:crypto";
import { fail } from "#core/errors.ts";
import type { Context } from "#core/ports/context.ts";
import { requireCondition } from "#core/rules/bulk/condition.ts";
import { number } from "../blocks/text.ts";
import type { SearchFilter } from "./search.ts";

/** More people cannot be deleted from Slack at once: undoing an import or the API is the way to delete so many. */
const mostAtOnce = 5_000;
const contactsPerRead = 1_000;

/** The ids of everybody found, in their order, and a fingerprint of them. */
export async function everybodyFound(ctx: Context, filter: SearchFilter): Promise<{ ids: string[]; fingerprint: string }> {
  const condition = requireCondition(filter);
  const ids: string[] = [];
  for (let last: string | null = null; ; ) {
    const found: { ids: string[]; last: string | null } = await ctx.store.contacts.walk(condition, last, contactsPerRead);
    ids.push(...found.ids);
    if (ids.length > mostAtOnce) fail("too_large", `here at most ${number(mostAtOnce)} people are deleted at once: narrow the search`);
    if (found.last === null) break;
    last = found.last;
  }
  return { ids, fingerprint: createHash("sha256").update(ids.join()).digest("base64url").slice(0, 16) };
}
