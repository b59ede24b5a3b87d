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

/** The sequence within a fact's id: 9 characters of 5 bits, enough for a message number or for ms since 1970. */
const sequenceLength = 9;
export const sequenceLimit = 32 ** sequenceLength;

/**
 * The id of a fact: prefix, 48 bits of ms since 1970, 45 bits of sequence, 35 bits of the SHA-256 of `names`. Facts are compared
 * by (at, id), in memory and in SQL, so those of one instant stand in the order of their sequence.
 */
export function sequencedId(prefix: string, at: number, sequence: number, ...names: readonly string[]): string {
  const digest = sha256(utf8ToBytes(names.join("\u0000")));
  const view = new DataView(digest.buffer, digest.byteOffset, 8);
  const rest = (view.getUint8(3) % 8) * 0x100000000 + view.getUint32(4);
  return `${prefix}_${encode(Math.max(0, at), 10)}${encode(sequence, sequenceLength)}${encode(rest, 7)}`;
}

/** Words with their numbers and marks between them, a number at the end: "6000001:17", "m-1001", "f12". What mixes both otherwise is random. */
const numbered = /^(?:(?:\p{L}+\d*|\d+)[^\p{L}\d]+)*\p{L}*(\d+)$/u;

/** The platform's own sequence in the id that it gave to a message or an action; null: its ids are not in order. */
export function sequenceOf(externalId: string): number | null {
  const found = numbered.exec(externalId)?.[1];
  const sequence = found === undefined ? Number.NaN : Number(found);
  return sequence < sequenceLimit ? sequence : null;
}

/**
 * The id of a fact that a platform has named, the platform's own id last among the names: the same fact has the same id however
 * often and in whatever order it arrives, so that ties in time are broken alike in every history.
 */
export function factId(prefix: string, at: number, ...names: readonly string[]): string {
  return sequencedId(prefix, at, sequenceOf(names.at(-1) ?? "") ?? 0, ...names);
}
