import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/** Crockford's base32 in lower case: sorts like the number it writes. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

function encode(value: number, length: number): string {
  let text = "";
  for (let rest = value, i = 0; i < length; i++) {
    text = alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** An id that sorts by time: prefix, 48 bits of ms since 1970, 80 bits that tell apart. `bytes` has at least 10. */
export function timedId(prefix: string, at: number, bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 10);
  const high = view.getUint16(0) * 0x1000000 + (view.getUint32(2) >>> 8);
  const low = (view.getUint8(5) % 0x100) * 0x100000000 + view.getUint32(6);
  return `${prefix}_${encode(Math.max(0, at), 10)}${encode(high, 8)}${encode(low, 8)}`;
}

/**
 * The id of a fact that a platform has named: the same fact has the same id however often and in whatever order
 * it arrives, so that ties in time are broken alike in every history.
 */
export function factId(prefix: string, at: number, ...names: readonly string[]): string {
  return timedId(prefix, at, sha256(utf8ToBytes(names.join("\u0000"))));
}
