import type { Reading } from "#core/model/reading.ts";
import { normalizeEmail } from "#core/rules/address/email.ts";
import { cut } from "../evidence.ts";
import type { TokenizedText } from "../tokens/tokens.ts";
import { isSomebodyElses } from "./others.ts";

/** E-mail addresses in lower case, each once. */
export function readEmails({ text, tokens }: TokenizedText): Reading["details"] {
  const found = new Map<string, Reading["details"][number]>();
  for (const [at, { kind, start, end }] of tokens.entries()) {
    if (kind !== "email" || end - start > 200 || isSomebodyElses(tokens, at, at + 1)) continue;
    const value = normalizeEmail(text.slice(start, end));
    if (value !== null && !found.has(value) && isPlausible(value))
      found.set(value, { field: "email", value, quote: cut(text, start, end), confidence: 0.9 });
  }
  return [...found.values()];
}

function isPlausible(address: string): boolean {
  const local = address.slice(0, address.indexOf("@"));
  return !local.startsWith(".") && !local.includes("..") && !address.includes("-.") && !address.includes("@-");
}
