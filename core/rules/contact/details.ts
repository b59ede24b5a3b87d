import type { DetailState } from "#core/model/contact-state.ts";
import { type ActionFact, compareFacts, type Fact, type MessageFact } from "#core/model/fact.ts";
import { type DetailField, provenances } from "#core/model/vocabulary.ts";
import { foldText } from "../text/text.ts";

type Details = Partial<Record<DetailField, DetailState>>;

/**
 * True when `a` wins over `b`: human > verified > integration > detected (product.md §2). Among equals the later word of
 * a person or platform wins, but a detected value fills an empty field and stays: the surer, then the earlier one.
 */
export function outranks(a: DetailState, b: DetailState): boolean {
  const rank = provenances.indexOf(a.provenance) - provenances.indexOf(b.provenance);
  if (rank !== 0) return rank > 0;
  const later = a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) || ((a.value ?? "") < (b.value ?? "") ? -1 : 1);
  if (a.provenance !== "detected") return later > 0;
  return a.confidence === b.confidence ? later < 0 : a.confidence > b.confidence;
}

/** The details after one more candidate; the same whatever the order of the candidates. */
export function withDetail(details: Details, field: DetailField, candidate: DetailState): Details {
  const held = details[field];
  return !held || outranks(candidate, held) ? { ...details, [field]: candidate } : details;
}

/** The details after all that come with a message or action. */
export function withDetailsOf(details: Details, fact: MessageFact | ActionFact): Details {
  return detailsOf(fact).reduce((held, { field, candidate }) => withDetail(held, field, candidate), details);
}

/** Details that come with a message or action: what the platform or caller says of the sender, and what the words say. */
export function detailsOf(fact: MessageFact | ActionFact): { field: DetailField; candidate: DetailState }[] {
  const found: { field: DetailField; candidate: DetailState }[] = [];
  const { sender } = fact;
  for (const field of ["name", "email", "phone"] as const) {
    const value = sender?.[field];
    if (!value) continue;
    const verified = field !== "name" && sender?.verified?.includes(field);
    found.push({
      field,
      candidate: { value, provenance: verified ? "verified" : "integration", confidence: 1, at: fact.at, id: fact.id, quote: null },
    });
  }
  if (fact.type === "action") return found;
  for (const { field, value, quote, confidence } of fact.reading.details) {
    found.push({ field, candidate: { value, provenance: "detected", confidence, at: fact.at, id: fact.id, quote } });
  }
  return found;
}

/** The value that one fact states for one field. */
export type DetailCandidate = { field: DetailField; candidate: DetailState; fact: "message" | "action" | "edit" };

/** All values that the facts state, in the order given. */
export function detailCandidatesIn(facts: readonly Fact[]): DetailCandidate[] {
  return facts.flatMap((fact): DetailCandidate[] => {
    if (fact.type === "message" || fact.type === "action") return detailsOf(fact).map((said) => ({ ...said, fact: fact.type }));
    if (fact.type !== "detail") return [];
    const { id, at, field, value, provenance } = fact;
    return [{ field, candidate: { value, provenance, confidence: 1, at, id, quote: null }, fact: "edit" }];
  });
}

const mostLost = 10;

/** The value that counts for a field, and the values that lost: each once, at its latest mention, newest first, at most ten. */
export function resolveDetail(candidates: readonly DetailCandidate[], field: DetailField): { held: DetailCandidate | null; lost: DetailCandidate[] } {
  const own = candidates.filter((one) => one.field === field);
  const held = own.reduce<DetailCandidate | null>((best, one) => (best === null || outranks(one.candidate, best.candidate) ? one : best), null);
  const newest = new Map<string, DetailCandidate>();
  const keyOf = ({ candidate: { value, provenance } }: DetailCandidate) => JSON.stringify([value === null ? null : foldText(value), provenance]);
  for (const one of [...own].sort((a, b) => compareFacts(b.candidate, a.candidate))) {
    const isHeld = foldText(one.candidate.value ?? "") === foldText(held?.candidate.value ?? "");
    if (!isHeld && !newest.has(keyOf(one))) newest.set(keyOf(one), one);
  }
  return { held, lost: [...newest.values()].slice(0, mostLost) };
}
