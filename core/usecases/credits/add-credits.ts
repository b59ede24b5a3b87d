import { invalidField } from "#core/errors.ts";
import type { CreditRecord } from "#core/model/template.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";

export type NewCredits = { amount: number; note?: string | undefined };

/** A top-up, from whose first on the balance limits; a negative amount corrects it. Entries are never changed: another corrects them. */
export async function addCredits(ctx: Context, { amount, note }: NewCredits): Promise<CreditRecord> {
  if (!Number.isSafeInteger(amount) || amount === 0) throw invalidField("/amount", "is a whole number other than 0");
  return retrying(ctx, async () => {
    const entry: CreditRecord = {
      id: ctx.newId("crd"),
      agentId: ctx.store.agentId,
      at: ctx.now(),
      amount,
      reason: amount > 0 ? "top_up" : "correction",
      note: note ?? null,
      ref: null,
      by: ctx.actor.id,
    };
    return commit(ctx, new ChangeSet().insert("credits", entry), entry);
  });
}
