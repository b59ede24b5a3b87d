import type { AddressRecord, AttributeValue, ContactRecord, IdentityRecord, PeopleBy } from "../records.ts";
import { type DetailField, type UnsureFinding, unsureFindings } from "../vocabulary.ts";

/**
 * Ids of the rows that a merge moved, by the name of their table, for unmerge to move back: one list for each table that the
 * store says is moved (db/data-policy.ts). A table that is newer than the merge has none.
 */
export type MovedRows = Readonly<Record<string, string[]>>;

/**
 * A field of the remaining contact that was empty and got its value from the other; undone while it still has it. `by`: who wrote
 * it, as far as that is stored; `was`: who had emptied it.
 */
export type FilledField = { by?: PeopleBy[string]; was?: PeopleBy[string] } & (
  | { field: "ownerId" | "branchId" | "timeZone" | "vipOverride"; value: string | boolean }
  | { field: "attribute"; key: string; value: AttributeValue }
);

/** How the remaining contact was created, before any merge. */
export type ContactOrigin = Pick<ContactRecord, "createdAt" | "source" | "sourceDetail">;

/**
 * One record made of two: `fromId` answers `gone` with `intoId` until it is undone. `from` is its row as it was; with `moved`
 * and `filled` it holds all that unmerge needs, and is emptied by it.
 */
export type MergeRecord = {
  id: string;
  agentId: string;
  fromId: string;
  intoId: string;
  from: ContactRecord | null;
  moved: MovedRows | null;
  filled: FilledField[];
  /** Tags of `from`, and those of them that the remaining contact did not have. */
  tags: { had: string[]; added: string[] };
  origin: ContactOrigin;
  /** Who caused it: staff, a proposal that was accepted, or evidence that the platform attests. */
  cause: { kind: "staff" | "proposal" | "attested"; ref: string | null };
  by: string;
  at: number;
  undoneAt: number | null;
  undoneBy: string | null;
};

export const proposalKinds = ["merge", "field", "consent", ...unsureFindings] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** A question about what one message says; the others are about people and what is known of them. */
export function isQuestion<T extends { kind: ProposalKind }>(proposal: T): proposal is T & { kind: UnsureFinding } {
  return unsureFindings.some((what) => what === proposal.kind);
}

export const proposalStates = ["open", "accepted", "rejected", "withdrawn"] as const;
export type ProposalState = (typeof proposalStates)[number];

export const proposalEvidenceKinds = [
  "same_email",
  "same_phone",
  "like_email",
  "like_phone",
  "same_name",
  "like_name",
  "conflict",
  "near_miss",
  "unsure",
  "said_before",
] as const;

/** Why it is proposed, in words of the product: the values are those of the two sides. */
export type ProposalEvidence = {
  kind: (typeof proposalEvidenceKinds)[number];
  detail: string;
  messageId: string | null;
};

/**
 * Something that only people may decide: that two contacts are one person, that a field has another value, that somebody
 * does not want to be written to, or that a message says what it only seems to say. `key` names what is proposed, so that it is proposed once: a rejected one is not proposed a second time.
 */
export type ProposalRecord = {
  id: string;
  agentId: string;
  kind: ProposalKind;
  key: string;
  /** The older of two contacts, which would remain; or the contact whose field or consent is proposed. */
  contactId: string;
  otherId: string | null;
  field: DetailField | null;
  /** Of a field: what it would become; of a question: `booking` or `purchase`, or when the promise is due, in ISO 8601. */
  value: string | null;
  evidence: ProposalEvidence[];
  state: ProposalState;
  createdAt: number;
  decidedAt: number | null;
  decidedBy: string | null;
};

/** The part of a contact that identifies a person. `apart`: contacts that staff have separated from it by undoing a merge. */
export type ComparedPerson = Pick<ContactRecord, "id" | "createdAt" | "nameKey"> & {
  addresses: Pick<AddressRecord, "kind" | "value" | "likeKey" | "verified">[];
  identities: Pick<IdentityRecord, "channel" | "account" | "externalId">[];
  apart: string[];
};
