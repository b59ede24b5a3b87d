import { z } from "@hono/zod-openapi";
import { type ProposalRecord, proposalEvidenceKinds, proposalKinds, proposalStates } from "#core/model/people/merge.ts";
import { detailFields } from "#core/model/vocabulary.ts";
import { iso, isoOrNull, Moment } from "../moment.ts";

export const ProposalView = z
  .object({
    id: z.string().meta({ example: "prp_01kaw3v6h0abcdefghjkmnpqrs" }),
    kind: z.enum(proposalKinds).meta({
      description:
        "Two contacts that seem one (`merge`), a field that seems to have another value (`field`), somebody who seems to ask not to be written to " +
        "(`consent`, held back until it is decided); or a question about a message that changes nothing until it is answered: whether it confirms a " +
        "booking or sale (`confirmed`), cancels or refunds it (`revoked`), promises to come back (`promise`), asks not to be written to (`opt_out`)",
      example: "merge",
    }),
    contactId: z
      .string()
      .meta({ description: "The older of two, who would remain; or whose field or wish it is", example: "con_01kaw3v6h0abcdefghjkmnpqrs" }),
    otherId: z.string().nullable().meta({ description: "For `merge`", example: "con_01kaw3v6h0bcdefghjkmnpqrst" }),
    field: z.enum(detailFields).nullable().meta({ description: "For `field`", example: null }),
    value: z.string().nullable().meta({
      description: "For `field`: what it would become; for `confirmed` and `revoked`: `booking` or `purchase`; for `promise`: when it would be due",
      example: null,
    }),
    evidence: z
      .array(
        z.object({
          kind: z.enum(proposalEvidenceKinds).meta({ example: "same_email" }),
          detail: z.string().meta({ description: "What the two sides have in common, or the words in question", example: "ana@example.com" }),
          messageId: z.string().nullable().meta({ description: "The message that brought it", example: null }),
        }),
      )
      .meta({ description: "Why it is proposed" }),
    state: z.enum(proposalStates).meta({ example: "open" }),
    createdAt: Moment,
    decidedAt: Moment.nullable(),
    decidedBy: z.string().nullable().meta({ example: null }),
  })
  .meta({ id: "Proposal", description: "Something that only people may decide" });

export function toProposalView(proposal: ProposalRecord): z.infer<typeof ProposalView> {
  const { id, kind, contactId, otherId, field, value, evidence, state, createdAt, decidedAt, decidedBy } = proposal;
  return { id, kind, contactId, otherId, field, value, evidence, state, createdAt: iso(createdAt), decidedAt: isoOrNull(decidedAt), decidedBy };
}
