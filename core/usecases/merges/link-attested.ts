import { CrmError } from "#core/errors.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { byAge, pairKey, samenessOf } from "#core/rules/proposals/pairs.ts";
import { commitStep, retrying } from "#core/usecases/commit.ts";
import { canonicalId } from "#core/usecases/contacts/get-contact.ts";
import { comparePairs } from "#core/usecases/proposals/compare-pairs.ts";
import { mergeContacts } from "./merge-contacts.ts";

/**
 * Merges two contacts that the platform attests to be one person; the older remains. All conditions are checked again, since
 * either may have been merged, separated or deleted meanwhile; a doubtful pair is proposed to staff instead.
 */
export async function linkAttested(ctx: Context, { contactId, otherId }: { contactId: string; otherId: string }): Promise<void> {
  const ids = await Promise.all([contactId, otherId].map((id) => nowOf(ctx, id)));
  const [a, b] = await ctx.store.proposals.people(ids.filter((id) => id !== null));
  if (!a || !b || a.id === b.id) return;
  const [rejected] = (await ctx.store.proposals.withKeys([pairKey(a.id, b.id)])).filter(({ state }) => state === "rejected");
  const sameness = rejected ? null : samenessOf(a, b);
  if (sameness?.decision !== "link") return proposeInstead(ctx, a.id, b.id);
  const [older, newer] = byAge(a, b);
  try {
    await mergeContacts(ctx, { intoId: older.id, fromId: newer.id, cause: { kind: "attested", ref: sameness.evidence[0]?.kind ?? null } });
  } catch (error) {
    // One of them has been merged or deleted meanwhile, or has gained an identity that contradicts the merge.
    if (!(error instanceof CrmError) || error.code === "unavailable") throw error;
  }
}

async function nowOf(ctx: Context, id: string): Promise<string | null> {
  return (await ctx.store.contacts.find(id)) ? id : canonicalId(ctx, id);
}

async function proposeInstead(ctx: Context, a: string, b: string): Promise<void> {
  await retrying(ctx, async () => {
    const changes = new ChangeSet();
    await comparePairs(ctx, changes, new Map([[pairKey(a, b), [a, b]]]));
    await commitStep(ctx, changes);
  });
}
