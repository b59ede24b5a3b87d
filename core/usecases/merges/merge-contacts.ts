import { fail } from "#core/errors.ts";
import type { MergeRecord } from "#core/model/people/merge.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import type { TaggedContact } from "#core/usecases/contacts/tagged.ts";
import { decideMerge, type MergeRequest, type Veto } from "./decide-merge.ts";

/** The merge, and the contact that remains. */
export type Merged = TaggedContact & { merge: MergeRecord };

/**
 * Merges `from` into `into` in one commit. Throws `conflict` with the vetoes when they have different identities on one channel
 * account, unless `override` is set.
 */
export async function mergeContacts(
  ctx: Context,
  { override = false, ...request }: MergeRequest & { override?: boolean | undefined },
): Promise<Merged> {
  return retrying(ctx, async () => {
    const { changes, merge, contact, tags, vetoes } = await decideMerge(ctx, request);
    if (vetoes.length > 0 && !override) refuse(vetoes);
    return commit(ctx, changes, { merge, contact, tags });
  });
}

function refuse(vetoes: readonly Veto[]): never {
  const places = [...new Set(vetoes.map(([{ channel, account }]) => `${channel} account ${account}`))].join(", ");
  fail("conflict", `the contacts are two different people on ${places}; send override: true if they are one all the same`, {
    vetoes: vetoes.map(([from, into]) => ({ channel: into.channel, account: into.account, identityId: into.id, otherIdentityId: from.id })),
  });
}
