import type { ChannelName } from "#core/model/vocabulary.ts";
import { readMessage } from "#core/rules/analysis/index.ts";
import { baseLanguage } from "./languages.ts";
import { lengthIn, textLimits } from "./limits.ts";
import { linksIn } from "./links.ts";

export type Bounds = {
  language: string;
  channel: ChannelName | null;
  /** In characters. */
  maxLength: number;
  /** Hosts that are the business's own: the only ones that a text may name. */
  ownHosts: readonly string[];
};
export type WrittenFault = "empty" | "unreadable" | "too_long" | "placeholder" | "foreign_link" | "foreign_language";

/**
 * Why a model's text must not be suggested; null: it may. The model has read a customer's messages and may follow instructions
 * in them, so only a text that is evidently harmless passes.
 */
export function faultOfWritten(text: string, { language, channel, maxLength, ownHosts }: Bounds): WrittenFault | null {
  const limit = channel === null ? null : textLimits[channel];
  if (!/[\p{L}\p{N}]/u.test(text)) return "empty";
  if (!text.isWellFormed() || /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u.test(text)) return "unreadable";
  if (text.length > maxLength || (limit !== null && lengthIn(text, limit) > limit.max)) return "too_long";
  if (/[{}<>[\]]|```/.test(text)) return "placeholder";
  if (hostsIn(text).some((host) => !isOwn(host, ownHosts))) return "foreign_link";
  const read = languageOf(text);
  return read !== null && read !== baseLanguage(language) ? "foreign_language" : null;
}

/** Of links and of e-mail addresses. */
function hostsIn(text: string): string[] {
  const mailed = [...text.matchAll(/@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu)].map((match) => (match[1] ?? "").toLowerCase());
  return [...linksIn(text).map(({ host }) => host), ...mailed];
}

function isOwn(host: string, ownHosts: readonly string[]): boolean {
  return ownHosts.some((own) => host === own || host.endsWith(`.${own}`));
}

/** Null: the text is too short to tell. */
function languageOf(text: string): string | null {
  return readMessage({ text, direction: "outbound", author: "bot", sentAt: 0, timeZone: "UTC", region: null, ownIntents: [] }).language;
}
