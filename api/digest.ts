const encoder = new TextEncoder();

/** SHA-256 in hex. */
export async function sha256(...parts: readonly string[]): Promise<string> {
  return hex(await crypto.subtle.digest("SHA-256", encoder.encode(parts.join("\n"))));
}

/** SHA-256 in hex of bytes as they are. */
export async function sha256OfBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hex(await crypto.subtle.digest("SHA-256", bytes));
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** An API key that nobody can guess: 43 characters from 256 bits of chance. */
export function randomKey(): string {
  return keyFrom(crypto.getRandomValues(new Uint8Array(43)));
}

function keyFrom(bytes: Uint8Array): string {
  return `rk_${Array.from(bytes, (byte) => alphabet.charAt(byte % alphabet.length)).join("")}`;
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
