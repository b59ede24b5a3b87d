import type { ProposalRecord } from "#core/model/people/merge.ts";
import type { ActionRecord, ContactRecord } from "#core/model/records.ts";
import { conversionKinds } from "#core/model/vocabulary.ts";
import type { Context } from "#core/ports/context.ts";
import { actionFact } from "#core/rules/fold/action.ts";
import { named } from "#core/rules/named.ts";
import { actionFor } from "#core/rules/proposals/questions.ts";
import { reviseContact } from "#core/usecases/contact-change/revise-contact.ts";
import { newFactId } from "#core/usecases/fact-id.ts";
import { decideProposal, requireOpen } from "./decide-proposal.ts";

/**
 * Accepts a question about what a message of the business says: stores what it says as an action that the member of staff reports, with
 * the words as evidence, in the commit that decides the proposal.
 */
export async function acceptQuestion(ctx: Context, { id, contactId }: ProposalRecord): Promise<ProposalRecord> {
  let decided: ProposalRecord;
  return reviseContact(
    ctx,
    contactId,
    async (contact, changes) => {
      const open = await requireOpen(ctx, id);
      decided = decideProposal(ctx, changes, open, "accepted");
      const action = await answerOf(ctx, contact, open);
      changes.insert("actions", action);
      return { facts: [actionFact(action)], cause: { kind: "action", ref: action.id } };
    },
    () => decided,
  );
}

async function answerOf(ctx: Context, contact: ContactRecord, proposal: ProposalRecord): Promise<ActionRecord> {
  const [said] = proposal.evidence;
  const messageId = said?.messageId ?? null;
  const message = messageId === null ? null : await ctx.store.messages.find(messageId);
  // It comes after its message, which would otherwise count as what the business did about it.
  const at = (message?.sentAt ?? proposal.createdAt) + 1;
  const standing = conversionKinds.filter((kind) => named(contact.state.conversions.lastOf, kind) !== undefined);
  const due = proposal.kind === "promise" ? { dueAt: proposal.value } : {};
  return {
    id: newFactId(ctx, "act", at),
    agentId: ctx.store.agentId,
    contactId: contact.id,
    action: actionFor(proposal, standing),
    externalId: null,
    reference: null,
    sender: null,
    properties: { messageId, quote: said?.detail ?? "", proposalId: proposal.id, reportedBy: ctx.actor.id, ...due },
    at,
    receivedAt: ctx.now(),
  };
}
