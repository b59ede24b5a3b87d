import { z } from "zod";
import { consentDecisions } from "#core/model/people/consent.ts";
import { proposalKinds, proposalStates } from "#core/model/people/merge.ts";
import { areLike, type Compare, isLikeAll } from "./compare.ts";

export const consentSchema = z.enum(consentDecisions);
export const proposalSchema = z.strictObject({ kind: z.enum(proposalKinds).optional(), state: z.enum(proposalStates).optional() });

/** The ledger of somebody, oldest first. */
export const compareConsents: Compare<z.infer<typeof consentSchema>[]> = async (world, name, expected, differ) => {
  const { contactId } = await world.contact(name);
  const was = (await world.system.store.consents.ofContact(contactId)).map(({ decision }) => decision);
  if (!areLike(expected, was)) differ(`${name}'s consents`, expected, was);
};

/** What staff are asked about somebody, newest first. */
export const compareProposals: Compare<z.infer<typeof proposalSchema>[]> = async (world, name, expected, differ) => {
  const { contactId } = await world.contact(name);
  const { data } = await world.system.store.proposals.list({ contactId }, { limit: 200, cursor: null });
  const was = data.map(({ kind, state }) => ({ kind, state }));
  if (!isLikeAll(expected, was)) differ(`proposals about ${name}`, expected, was);
};
