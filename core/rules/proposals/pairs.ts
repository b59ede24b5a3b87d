import type { ComparedPerson, ProposalEvidence, ProposalRecord } from "#core/model/people/merge.ts";
import { vetoesBetween } from "#core/rules/merge/vetoes.ts";
import { nameLikeness } from "./names.ts";

/** An address of more contacts than this belongs to no one person: the number of a shop, the inbox of an office. */
export const mostSharing = 20;

/** The evidence that two contacts are one person. */
export type Sameness = { decision: "link" | "propose"; evidence: ProposalEvidence[] };

type PairMember = Pick<ComparedPerson, "id" | "createdAt">;

/** The older of two contacts, who remains, comes first. */
export function byAge<T extends PairMember>(a: T, b: T): [T, T] {
  return a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a.id < b.id) ? [a, b] : [b, a];
}

/** The permanent key of a pair. Ids sort by their creation time, which a merge does not change, unlike the dates of a contact. */
export function pairKey(a: string, b: string): string {
  return a < b ? `merge:${a}:${b}` : `merge:${b}:${a}`;
}

/**
 * Whether two contacts are one person (product.md §2): an e-mail or phone that is verified for both links them, or is
 * proposed when another identity of the same channel account speaks against it. One that is declared, or names and addresses
 * that are alike, only propose. Null: nothing, or people have taken them apart before.
 */
export function samenessOf(a: ComparedPerson, b: ComparedPerson): Sameness | null {
  if (a.id === b.id || a.apart.includes(b.id) || b.apart.includes(a.id)) return null;
  const equal = equalAddresses(a, b);
  const evidence = [...equal.map(({ evidence }) => evidence), ...likenessOf(a, b, equal.length > 0)];
  if (evidence.length === 0) return null;
  const isAttested = equal.some(({ isVerified }) => isVerified);
  const isVetoed = vetoesBetween(a.identities, b.identities).length > 0;
  if (isAttested && !isVetoed) return { decision: "link", evidence };
  return isVetoed && !isAttested ? null : { decision: "propose", evidence };
}

function equalAddresses(a: ComparedPerson, b: ComparedPerson): { evidence: ProposalEvidence; isVerified: boolean }[] {
  return a.addresses.flatMap(({ kind, value, verified }) => {
    const other = b.addresses.find((address) => address.kind === kind && address.value === value);
    if (!other) return [];
    const evidence: ProposalEvidence = { kind: `same_${kind}`, detail: value, messageId: null };
    return [{ evidence, isVerified: verified && other.verified }];
  });
}

/** A similar name or a similar address alone is no evidence; a similar name together with an equal address is. */
function likenessOf(a: ComparedPerson, b: ComparedPerson, hasEqual: boolean): ProposalEvidence[] {
  const alike = nameLikeness(a.nameKey, b.nameKey);
  if (alike === null) return [];
  const addresses = likeAddresses(a, b);
  if (addresses.length === 0 && !hasEqual) return [];
  const detail = a.nameKey === b.nameKey ? a.nameKey : `${a.nameKey} and ${b.nameKey}`;
  return [{ kind: alike, detail, messageId: null }, ...addresses];
}

function likeAddresses(a: ComparedPerson, b: ComparedPerson): ProposalEvidence[] {
  return a.addresses.flatMap(({ kind, value, likeKey }) => {
    const other = b.addresses.find((address) => address.kind === kind && address.likeKey === likeKey && address.value !== value);
    return other && likeKey !== "" ? [{ kind: `like_${kind}`, detail: `${value} and ${other.value}`, messageId: null } as const] : [];
  });
}

/** Ranks evidence: an equal address is stronger than any similarity. */
function strengthOf(evidence: readonly ProposalEvidence[]): number {
  return Math.max(0, ...evidence.map(({ kind }) => (kind === "same_email" || kind === "same_phone" ? 2 : 1)));
}

/** Whether a pair may be proposed again: only if it was accepted or withdrawn and there is now evidence of a stronger kind. */
export function mayComeAgain({ state, evidence }: Pick<ProposalRecord, "state" | "evidence">, fresh: readonly ProposalEvidence[]): boolean {
  return (state === "accepted" || state === "withdrawn") && strengthOf(fresh) > strengthOf(evidence);
}
