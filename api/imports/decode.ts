import { fail } from "#core/errors.ts";

/** Bytes that are looked at to find the encoding of a file without a byte order mark. */
const sampled = 1_024;

/** Reads a body as text piece by piece. Each piece is decoded as soon as it is there, and nothing is read twice. */
export interface TextReader {
  read(bytes: Uint8Array): string;
  end(): string;
}

/**
 * The reader for a file that begins with these bytes: by its byte order mark, the zeros of UTF-16, the charset it was sent
 * with, else UTF-8, and Windows-1252 from the first byte that is not ASCII when that is no UTF-8.
 */
export function textReaderFor(start: Uint8Array, charset: string | null): TextReader {
  const encoding = markOf(start) ?? zerosOf(start.subarray(0, sampled)) ?? (charset === null || isUtf8(charset) ? null : charset);
  return encoding === null || encoding === "utf-8" ? new GuessingReader() : new PlainReader(encoding);
}

/** False for a name that no decoder has. */
export function isEncoding(charset: string): boolean {
  try {
    return new TextDecoder(charset).encoding !== "replacement";
  } catch {
    return false;
  }
}

const isUtf8 = (charset: string) => /^utf-?8$|^(?:us-)?ascii$/i.test(charset);

function markOf([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

/** Western text in UTF-16 has a zero in every other byte; other text has none. */
function zerosOf(bytes: Uint8Array): string | null {
  const zeros = (parity: number) => bytes.filter((byte, at) => byte === 0 && at % 2 === parity).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (Math.max(even, odd) * 4 < bytes.length || Math.min(even, odd) * 8 > bytes.length) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

class PlainReader implements TextReader {
  private readonly decoder: TextDecoder;

  constructor(encoding: string) {
    this.decoder = new TextDecoder(encoding, { fatal: true });
  }

  read(bytes: Uint8Array): string {
    return decoded(() => this.decoder.decode(bytes, { stream: true })) ?? refuse(this.decoder.encoding);
  }

  end(): string {
    return decoded(() => this.decoder.decode()) ?? refuse(this.decoder.encoding);
  }
}

/** Decodes UTF-8, and Windows-1252 from the first byte sequence on that is not valid UTF-8. */
class GuessingReader implements TextReader {
  private isAscii = true;
  private isFirst = true;
  private rest: Uint8Array = new Uint8Array();
  private windows: TextDecoder | null = null;

  read(bytes: Uint8Array): string {
    const whole = this.rest.length === 0 ? bytes : joined(this.rest, bytes);
    const cut = this.windows === null ? wholeCharacters(whole) : whole.length;
    this.rest = whole.slice(cut);
    return this.decode(whole.subarray(0, cut));
  }

  end(): string {
    const rest = this.rest;
    this.rest = new Uint8Array();
    return this.decode(rest);
  }

  private decode(bytes: Uint8Array): string {
    if (this.windows) return this.windows.decode(bytes, { stream: true });
    const text = decoded(() => utf8.decode(bytes));
    if (text === null) return this.startWindows(bytes);
    if (text.length < bytes.length) this.isAscii = false;
    const isMarked = this.isFirst && text.startsWith("\ufeff");
    this.isFirst &&= text === "";
    return isMarked ? text.slice(1) : text;
  }

  private startWindows(bytes: Uint8Array): string {
    const text = new TextDecoder("windows-1252").decode(bytes);
    const isMixed = /[^\p{ASCII}\ufffd]/u.test(lenient.decode(bytes));
    // A byte order mark in the middle is another file.
    if (!this.isAscii || isMixed || /ÿþ|þÿ/.test(text)) return refuse("UTF-8");
    this.windows = new TextDecoder("windows-1252");
    return this.windows.decode(bytes, { stream: true });
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8");

function decoded(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function refuse(encoding: string): never {
  return fail("invalid", `the file is not ${encoding}; save it as UTF-8`, { errors: [{ pointer: "", detail: `is not ${encoding}` }] });
}

/** One after the other. */
export function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}

/** How many of the bytes are whole characters of UTF-8: the last one may not have ended. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
