import { createReadStream } from "node:fs";

/** One line of a file; `bytes` read so far, its own included. `text` is null when the line is longer than any record may be. */
export type InputLine = { number: number; text: string | null; bytes: number };

const maxLength = 8 * 1024 * 1024;

/** The lines of a UTF-8 file in constant memory, without the blank ones; a byte order mark and CRLF are taken off. */
export async function* readLines(path: string): AsyncGenerator<InputLine> {
  let number = 0;
  let bytes = 0;
  let length = 0;
  let parts: Buffer[] = [];
  const close = (): InputLine => {
    number += 1;
    const text = length > maxLength ? null : Buffer.concat(parts).toString("utf8");
    parts = [];
    length = 0;
    return { number, text: number === 1 && text !== null ? text.replace(/^\uFEFF/, "") : text, bytes };
  };
  const isBlank = ({ text }: InputLine) => text !== null && text.trim() === "";

  // Without an encoding the stream gives bytes.
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, end));
      bytes += end + 1 - from;
      from = end + 1;
      const line = close();
      if (!isBlank(line)) yield line;
    }
    keep(chunk.subarray(from));
    bytes += chunk.length - from;
  }
  if (length > 0) {
    const line = close();
    if (!isBlank(line)) yield line;
  }

  function keep(part: Buffer): void {
    length += part.length;
    if (length <= maxLength) parts.push(part);
    else parts = [];
  }
}

/** How many lines a file has, blank ones too, at the speed of the disk. */
export async function countLines(path: string): Promise<number> {
  let count = 0;
  let last = 10;
  // Without an encoding the stream gives bytes.
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count += 1;
    last = chunk.at(-1) ?? last;
  }
  return last === 10 ? count : count + 1;
}
