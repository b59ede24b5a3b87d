import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { IdentityKey } from "#core/model/records.ts";
import { comparedAddress } from "./address.ts";
import { type Address, identityKey } from "./identity.ts";

/** All that somebody is known by: ids on channel accounts, e-mails and phones. */
export type KnownAs = { identities: readonly IdentityKey[]; addresses: readonly Address[] };

/** Each of them in the one form in which it is compared, as text to be hashed: equal people give equal texts. */
export function suppressionTexts({ identities, addresses }: KnownAs): string[] {
  const values = addresses.map(comparedAddress).map(({ kind, value }) => `${kind} ${value}`);
  return [...new Set([...identities.map((key) => `identity ${identityKey(key)}`), ...values])];
}

/** HMAC-SHA256 in hex under the installation's SECRET_KEY: without the key nobody can try addresses against it. */
export function suppressionHash(secret: string, text: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(`suppression ${secret}`), utf8ToBytes(text)));
}
