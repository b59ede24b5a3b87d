import type { AddressRecord } from "#core/model/records.ts";

/** Digits from the end that tell a phone apart from its neighbours, whatever was written before them. */
const tellingDigits = 8;

/**
 * Equal for addresses that may be one and the same: an e-mail's name without dots and without what follows a plus, at any
 * host; the last digits of a phone. Likeness alone proves nothing.
 */
export function likeKeyOf({ kind, value }: Pick<AddressRecord, "kind" | "value">): string {
  if (kind === "phone") return value.replace(/\D/g, "").slice(-tellingDigits);
  const local = value.slice(0, value.lastIndexOf("@")).split("+")[0] ?? "";
  return local.replaceAll(".", "").toLowerCase();
}
