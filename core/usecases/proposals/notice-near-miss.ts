import type { Quoted } from "#core/model/contact-state.ts";
import type { ProposalRecord } from "#core/model/people/merge.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { hour } from "#core/rules/time.ts";
import type { ChangedContact } from "#core/usecases/contact-change/contact-change.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";
import { decideProposal } from "./decide-proposal.ts";
import { draftProposal } from "./draft-proposal.ts";

/** The key of the proposal: staff are asked about one message once. */
export const nearMissKey = ({ id }: Pick<Quoted, "id">): string => `consent:${id}`;

/** The last message that seems to ask for silence, unless its meaning has been settled since; null: there is none. */
export function openNearMiss({ state }: Pick<ContactRecord, "state">): Quoted | null {
  const { nearMiss } = state.engagement;
  return nearMiss && !Object.values(state.consents).some(({ at }) => at >= nearMiss.at) ? nearMiss : null;
}

/**
 * Asks staff whether a person meant to opt out, in the commit that stores the message (product.md §9): about the newest such
 * message, while it still blocks messages. Questions that are settled otherwise are withdrawn.
 */
export async function noticeNearMiss(ctx: Context, changes: ChangeSet, touched: readonly ChangedContact[]): Promise<void> {
  for (const { before, after, actor } of touched) {
    const [was, is] = [before ? openNearMiss(before) : null, openNearMiss(after)];
    if (was?.id === is?.id && was?.quote === is?.quote) continue;
    // The decision names the actor of this contact's change, since a commit may serve several actors.
    if (was) await withdraw({ ...ctx, actor }, changes, after.id, is);
    if (is) await ask(ctx, changes, after, is);
  }
}

async function withdraw(ctx: Context, changes: ChangeSet, contactId: string, still: Quoted | null): Promise<void> {
  const decided = new Set((changes.removals.proposals ?? []).map(({ id }) => id));
  for (const proposal of await ctx.store.proposals.openOf([contactId])) {
    if (proposal.kind !== "consent" || decided.has(proposal.id) || (still && proposal.key === nearMissKey(still))) continue;
    decideProposal(ctx, changes, proposal, "withdrawn");
  }
}

async function ask(ctx: Context, changes: ChangeSet, { id: contactId, optedOut }: ContactRecord, nearMiss: Quoted): Promise<void> {
  const { holdHours } = (await ctx.store.settings.current()).document.contact;
  if (optedOut || ctx.now() >= nearMiss.at + holdHours * hour) return;
  const key = nearMissKey(nearMiss);
  const [known] = await ctx.store.proposals.withKeys([key]);
  if (known && known.state !== "withdrawn") return;
  const draft = draftOf(ctx, key, contactId, nearMiss);
  // The reading was corrected and then corrected back, so the withdrawn question is asked again.
  const proposal = known ? { ...draft, id: known.id } : draft;
  if (known) changes.replace("proposals", known, proposal);
  else changes.insert("proposals", proposal);
  showCard(ctx, changes, "proposal", proposal.id);
}

function draftOf(ctx: Context, key: string, contactId: string, { id: messageId, quote }: Quoted): ProposalRecord {
  return draftProposal(ctx, { kind: "consent", key, contactId, evidence: [{ kind: "near_miss", detail: quote, messageId }] });
}
