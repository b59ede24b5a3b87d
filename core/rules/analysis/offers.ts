import type { PhraseMatch } from "./phrases/matcher.ts";
import type { TokenizedText } from "./tokens/tokens.ts";

/** What there is besides, and nobody chooses: "there is also a 10 percent fee". */
const fares = new Set(["chance", "fee", "fees", "charge", "surcharge", "percent", "limit", "problem", "risk"]);

/** True for words that advise or report where others offer: "we recommend restarting it", "we have blocked items from …". */
export function isAdvice({ tokens }: TokenizedText, { from, to }: PhraseMatch): boolean {
  const last = tokens[to - 1]?.text ?? "";
  const next = tokens[to]?.text ?? "";
  // "May I suggest …?" offers whatever follows.
  if (/^(recommend|suggest|try)$/.test(last) && tokens[from]?.text !== "may") return /.{2}ing$|^(that|to|if|not|always|them|it|again)$/.test(next);
  if (tokens.slice(from, Math.max(to, from + 7)).some(({ text }) => fares.has(text))) return true;
  const had = tokens.slice(from, to).findIndex(({ text }) => text === "have");
  return had >= 0 && /^(not|.{2,}ed)$/.test(tokens[from + had + 1]?.text ?? "") && !/^for$/.test(tokens[to - 2]?.text ?? "");
}
