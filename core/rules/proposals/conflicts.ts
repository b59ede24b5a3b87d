import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { DetailState } from "#core/model/contact-state.ts";
import type { Fact } from "#core/model/fact.ts";
import type { DetailField } from "#core/model/vocabulary.ts";
import { comparedAddress } from "#core/rules/address/address.ts";
import { detailsOf } from "#core/rules/contact/details.ts";
import { foldText, namedWords } from "#core/rules/text/text.ts";

/** A value that contradicts the stored one, for staff to decide. */
export type Conflict = { field: DetailField; value: string; held: string | null; fact: Fact; candidate: DetailState };

/** The most open conflicts of one contact; above it no more are proposed. */
export const mostOpenConflicts = 5;

/** The least confidence with which one detected value contradicts another. */
const sure = 0.7;

/**
 * Values in new facts that differ from the stored one without replacing it: against a value that a person set earlier, or
 * between two detected values of high confidence.
 */
export function conflictsOf(held: Partial<Record<DetailField, DetailState>>, facts: readonly Fact[]): Conflict[] {
  const found = new Map<string, Conflict>();
  for (const fact of facts) {
    if (fact.type !== "message" && fact.type !== "action") continue;
    for (const { field, candidate } of detailsOf(fact)) {
      const { value } = candidate;
      const mine = held[field];
      if (value === null || !mine || mine.id === candidate.id || !contradicts(field, mine, candidate)) continue;
      found.set(`${field}:${compared(field, value)}`, { field, value, held: mine.value, fact, candidate });
    }
  }
  return [...found.values()];
}

function contradicts(field: DetailField, held: DetailState, candidate: DetailState): boolean {
  const isWorthALook =
    held.provenance === "human"
      ? candidate.at >= held.at
      : held.provenance === "detected" && candidate.provenance === "detected" && Math.min(held.confidence, candidate.confidence) >= sure;
  return isWorthALook && !isSaidAlready(field, held.value, candidate.value ?? "");
}

/** The same value, or a name or company that is a part of the other. */
export function isSaidAlready(field: DetailField, held: string | null, value: string): boolean {
  if (held === null) return false;
  const [mine, theirs] = [compared(field, held), compared(field, value)];
  if (field === "email" || field === "phone") return mine === theirs;
  return ` ${mine} `.includes(` ${theirs} `) || ` ${theirs} `.includes(` ${mine} `);
}

function compared(field: DetailField, value: string): string {
  if (field === "email" || field === "phone") return foldText(comparedAddress({ kind: field, value }).value);
  return namedWords(foldText(value)).join(" ");
}

/** Names a value of a field without showing it. */
export function conflictKey(contactId: string, field: DetailField, value: string): string {
  return `field:${contactId}:${field}:${bytesToHex(sha256(utf8ToBytes(compared(field, value)))).slice(0, 32)}`;
}
