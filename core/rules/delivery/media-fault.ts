import type { MediaLimit } from "#core/model/messages/media.ts";

/** `field` is what is wrong with the file; `detail` is for the person who chose it. */
export type MediaFault = { field: "type" | "bytes"; detail: string };

/**
 * Why a channel cannot send a file; null: it can. `type` is the file's media type, with or without parameters; `bytes` its size,
 * null where it is not known, as of a file that the platform fetches from an address.
 */
export function mediaFault({ media }: { media: readonly MediaLimit[] }, { type, bytes }: { type: string; bytes: number | null }): MediaFault | null {
  const given = type.split(";", 1).join("").trim().toLowerCase();
  const limit = media.find((each) => (each.type.endsWith("/") ? given.startsWith(each.type) : given === each.type));
  if (!limit) return { field: "type", detail: refusalOfType(given, media) };
  if (bytes === null || bytes <= limit.maxBytes) return null;
  return { field: "bytes", detail: `is larger than ${limit.maxBytes} bytes, the most that the channel takes of ${limit.type}` };
}

function refusalOfType(given: string, media: readonly MediaLimit[]): string {
  const known = media.map(({ type }) => (type.endsWith("/") ? `${type}*` : type)).join(", ");
  return known === "" ? "cannot be sent: the channel takes no files" : `${given} cannot be sent on this channel; it takes ${known}`;
}

/** Why a text cannot stand beside a file; null: it can. Characters are counted as UTF-16 units or as code points, whichever are fewer. */
export function captionFault({ text: { maxCaptionLength } }: { text: { maxCaptionLength: number } }, text: string): string | null {
  const length = text.length <= maxCaptionLength ? text.length : [...text].length;
  return length <= maxCaptionLength ? null : `is longer than ${maxCaptionLength} characters, the most that the channel takes beside a file`;
}
