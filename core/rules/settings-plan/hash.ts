import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { PlanRecord } from "#core/model/operations/plan.ts";
import { canonical } from "#core/rules/canonical.ts";
import type { PlannedOutcome } from "./outcome.ts";

const modulus = 1n << 256n;

export const emptyDigest = "0".repeat(64);

/** The digest with one more change. Hashes are added up, so that the order of the changes does not matter. */
export function addToDigest(digest: string, { contactId, before, after }: Pick<PlannedOutcome, "contactId" | "before" | "after">): string {
  const one = BigInt(`0x${hexOf(JSON.stringify([contactId, before, after]))}`);
  return ((BigInt(`0x${digest}`) + one) % modulus).toString(16).padStart(64, "0");
}

/** SHA-256, in hexadecimal, over the plan's base version, its document and all changes of contacts. */
export function planHash({ baseVersion, document, summary }: Pick<PlanRecord, "baseVersion" | "document" | "summary">): string {
  return hexOf(JSON.stringify([baseVersion, canonical(document), summary.changed, summary.digest]));
}

function hexOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
