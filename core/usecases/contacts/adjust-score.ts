import type { AdjustmentRecord, ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import { readScore } from "#core/rules/score/score.ts";
import { utcDay } from "#core/rules/time.ts";
import { foldStored } from "#core/usecases/contact-change/fold-contact.ts";
import { reviseContact } from "#core/usecases/contact-change/revise-contact.ts";
import { newFactId } from "#core/usecases/fact-id.ts";
import { type TaggedContact, tagsOf } from "./tagged.ts";

export type Adjusted = TaggedContact & { adjustment: AdjustmentRecord };
export type ScoreAdjustment = { id: string; reason: string } & ({ points: number } | { setTo: number });

/** Adds points by hand. `setTo` is stored as the difference from the score at that instant (product.md §5). */
export async function adjustScore(ctx: Context, input: ScoreAdjustment): Promise<Adjusted> {
  const tags = await tagsOf(ctx, input.id);
  let adjustment: AdjustmentRecord;
  return reviseContact(
    ctx,
    input.id,
    async (contact, changes) => {
      const { id, agentId, reason } = { id: newFactId(ctx, "adj", ctx.now()), agentId: ctx.store.agentId, reason: input.reason };
      const setTo = "setTo" in input ? input.setTo : null;
      const points = "points" in input ? input.points : input.setTo - (await scoreToday(ctx, contact));
      adjustment = { id, agentId, contactId: contact.id, points, setTo, reason, by: ctx.actor.id, at: ctx.now() };
      changes.insert("adjustments", adjustment);
      return { facts: [{ type: "adjustment", id, at: adjustment.at, points, reason }], cause: { kind: "adjustment", ref: id } };
    },
    (contact) => ({ contact, tags, adjustment }),
  );
}

/** The score before clamping, rounded, because the difference must also make up for a negative sum. */
async function scoreToday(ctx: Context, contact: ContactRecord): Promise<number> {
  const settings = await ctx.store.settings.current();
  const { tallies } = await foldStored(ctx, contact, settings);
  return readScore(tallies, settings.document.scoring, utcDay(ctx.now())).rounded;
}
