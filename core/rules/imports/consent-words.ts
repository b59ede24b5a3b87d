import { foldText } from "#core/rules/text/text.ts";

const subscribed = new Set(["subscribed", "opted in", "opt in", "suscrito", "abonne", "inscrit", "abonniert", "double opt in", "single opt in"]);
const consented = new Set(["confirmed", "granted", "allowed", "accepted", "agreed", "explicit", "express"]);
const unsubscribed = anyOf(
  String.raw`unsubscri|desinscri|desuscri|disiscri|desabonne|descadastr|abgemeldet|\b(?:dado de )?baja\b|退订|отпис|配信停止`,
  String.raw`\bopt(?:ed)?.?outs?\b|\bcleaned\b|\bbounced?\b|\bcomplain(?:ed|t)\b|\bspam\b|black ?list|blocklist|suppress|\bdo not\b|\bdont\b|\bdn[cd]\b`,
  String.raw`\b(?:not|non|never) (?:subscribed|opted|consented)|\bno (?:consent|marketing|suscrito|inscrit)`,
);
const declined = /\b(?:revoked|withdrawn|denied|declined|refused|rejected|removed|erased|redacted|blocked|abuse|no permission)\b/;

function anyOf(...patterns: readonly string[]): RegExp {
  return new RegExp(patterns.join("|"));
}

/** Lower case words with single blanks between, whatever signs stood there: "NEVER_SUBSCRIBED", "opt-out". */
function wordsOf(text: string): string {
  return foldText(text)
    .replace(/[\s_\-–:()[\]'"]+/g, " ")
    .trim();
}

/**
 * Whether words refuse (true) or agree (false) to be written to; null: they speak of something else. A booking is
 * "confirmed" and a lead "rejected" too: such words count only in an answer to whether somebody consents.
 */
export function refusalIn(text: string, isAboutConsent = false): boolean | null {
  const words = wordsOf(text);
  if (unsubscribed.test(words) || (isAboutConsent && declined.test(words))) return true;
  return subscribed.has(words) || (isAboutConsent && consented.has(words)) ? false : null;
}

const nothing = new Set(["", "never", "n/a", "na", "null", "{}"]);

/** True when a column that is filled only when something is so says so: a time or a reason does, a placeholder does not. */
export function isFilled(text: string): boolean {
  const words = wordsOf(text);
  return !nothing.has(words) && !/^[0 ]*$/.test(words);
}
