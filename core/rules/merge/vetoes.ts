import type { IdentityRecord } from "#core/model/records.ts";
import { comparedId } from "#core/rules/address/compared-id.ts";

type Key = Pick<IdentityRecord, "channel" | "account" | "externalId">;

/**
 * Evidence that two contacts are different people: pairs of different identities on one channel account. WhatsApp gives one
 * person a number, a lid and a business-scoped id, so ids of different kinds are no contradiction.
 */
export function vetoesBetween<A extends Key, B extends Key>(a: readonly A[], b: readonly B[]): [A, B][] {
  return a.flatMap((mine) => b.filter((theirs) => isVeto(mine, theirs)).map((theirs): [A, B] => [mine, theirs]));
}

function isVeto(a: Key, b: Key): boolean {
  return a.channel === b.channel && a.account === b.account && comparedId(a) !== comparedId(b) && kindOf(a) === kindOf(b);
}

function kindOf({ channel, externalId }: Key): "id" | "number" | "lid" | "scoped" {
  if (channel !== "whatsapp") return "id";
  if (externalId.endsWith("@lid")) return "lid";
  return /^\d+$/.test(externalId) ? "number" : "scoped";
}
