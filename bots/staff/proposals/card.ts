import { isQuestion, type ProposalRecord } from "#core/model/people/merge.ts";
import type { Context } from "#core/ports/context.ts";
import type { CardBuilder } from "../slack/feature.ts";
import { type MergeProposalModel, mergeProposal } from "./card-blocks.ts";

/** A proposal and the contacts it is about; null: one of them is deleted. */
export const proposalCardOf: CardBuilder = async (ctx, id) => {
  const proposal = await ctx.store.proposals.find(id);
  const model = proposal && (await proposalModel(ctx, proposal));
  if (!model) return null;
  const isRequired = model.proposal.state === "open" && model.proposal.kind !== "field";
  return { contactId: model.contact.id, ...mergeProposal(model), isRequired, isInChannel: isQuestion(model.proposal) };
};

/** The conversation of the message that is asked about; null: the proposal is no question about a message. */
export async function conversationAsked(ctx: Context, id: string): Promise<string | null> {
  const proposal = await ctx.store.proposals.find(id);
  const messageId = proposal && isQuestion(proposal) ? (proposal.evidence[0]?.messageId ?? null) : null;
  return messageId === null ? null : ((await ctx.store.messages.find(messageId))?.conversationId ?? null);
}

export async function proposalModel(ctx: Context, proposal: ProposalRecord): Promise<MergeProposalModel | null> {
  const contact = await sideOf(ctx, proposal, proposal.contactId);
  const other = proposal.otherId === null ? null : await sideOf(ctx, proposal, proposal.otherId);
  if (!contact || (proposal.otherId !== null && !other)) return null;
  const { timeZone: zone } = (await ctx.store.settings.current()).document;
  const decider = proposal.decidedBy === null ? null : await ctx.store.staff.find(proposal.decidedBy);
  return { proposal, contact, other, decider: decider?.name ?? null, zone, now: ctx.now() };
}

/** A merged contact is shown as it was before, for as long as the merge can be undone. */
async function sideOf(ctx: Context, { state }: ProposalRecord, id: string) {
  const contact = await ctx.store.contacts.find(id);
  if (contact || state === "open") return contact;
  return (await ctx.store.merges.of(id))?.from ?? null;
}
