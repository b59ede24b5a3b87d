import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 of what comes piece by piece. */
export class Digest {
  private readonly hash = sha256.create();

  /** Begins with texts, a line each. */
  constructor(...texts: readonly string[]) {
    this.hash.update(utf8ToBytes(texts.map((text) => `${text}\n`).join("")));
  }

  add(bytes: Uint8Array): void {
    this.hash.update(bytes);
  }

  /** In hex; nothing can be added after it. */
  end(): string {
    return bytesToHex(this.hash.digest());
  }
}
