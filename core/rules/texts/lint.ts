import type { TemplateText } from "#core/model/template.ts";
import { channels } from "#core/model/vocabulary.ts";
import type { TextFinding, TextFindingCode } from "./finding.ts";
import { isLanguage } from "./languages.ts";
import { lengthIn, textLimits } from "./limits.ts";
import { isShortener, linksIn } from "./links.ts";
import { hasStrayBraces, partsOf, type RenderedPart, renderText } from "./render.ts";
import { longestValue, variables } from "./variables.ts";

/** The business has a name in any case. */
const alwaysKnown = ["business"];

/** All that is wrong with the texts of a template, or may be, in the order of the texts. */
export function lintTexts(texts: readonly TemplateText[]): TextFinding[] {
  return texts.flatMap((text, at) => [...lintPlace(texts, text, at), ...lintText(text, `/texts/${at}/text`)]);
}

function lintPlace(texts: readonly TemplateText[], { language, channel }: TemplateText, at: number): TextFinding[] {
  const found: TextFinding[] = [];
  if (!isLanguage(language)) found.push(error("unknown_language", `/texts/${at}/language`, "is no ISO 639-1 code, like en, es or tl"));
  const first = texts.findIndex((other) => other.language === language && other.channel === channel);
  if (first < at) found.push(error("duplicate", `/texts/${at}`, `is for the same language and channel as /texts/${first}`));
  return found;
}

function lintText(given: TemplateText, pointer: string): TextFinding[] {
  const parts = partsOf(given.text);
  const said = renderText(given.text, {}).text;
  return [
    ...lintWords(said, parts.length > 1, pointer),
    ...lintLength(given, parts, pointer),
    ...lintVariables(given.text, parts, pointer),
    ...lintLinks(said, pointer),
  ];
}

function lintWords(said: string, hasVariables: boolean, pointer: string): TextFinding[] {
  if (hasVariables) return [];
  if (said.trim() === "") return [error("empty", pointer, "says nothing")];
  return /[\p{L}\p{N}]/u.test(said) ? [] : [warning("only_emoji", pointer, "has no words: not everybody sees or hears the same in it")];
}

/** Too long by its own words is an error on the channel it is made for; else by the longest values it may be too long. */
function lintLength({ text, channel }: TemplateText, parts: readonly RenderedPart[], pointer: string): TextFinding[] {
  const least = parts.map((part) => (part.kind === "words" ? part.text : "")).join("");
  const most = parts.map(longestOf).join("");
  return (channel === null ? channels : [channel]).flatMap((on) => {
    const limit = textLimits[on];
    if (!limit || lengthIn(most, limit) <= limit.max) return [];
    const bound = `${limit.max} ${limit.unit} of ${on}`;
    if (lengthIn(least, limit) <= limit.max)
      return [warning("may_be_too_long", pointer, `may be longer than the ${bound} once its variables are filled in`)];
    const detail = `is longer than the ${bound}: ${lengthIn(text, limit)}`;
    return [channel === null ? warning("too_long", pointer, `${detail}; add a text for ${on}`) : error("too_long", pointer, detail)];
  });
}

function longestOf(part: RenderedPart): string {
  if (part.kind === "words") return part.text;
  return "x".repeat(Math.max(longestValue(part.name) ?? 0, part.fallback?.length ?? 0));
}

function lintVariables(text: string, parts: readonly RenderedPart[], pointer: string): TextFinding[] {
  const found: TextFinding[] = [];
  if (hasStrayBraces(text)) {
    found.push(
      error("stray_braces", pointer, "has braces that make no variable; write {{name}} or {{name|fallback}}, and \\{{ for the braces themselves"),
    );
  }
  const used = parts.flatMap((part) => (part.kind === "variable" ? [part] : []));
  const known = `${Object.keys(variables).join(", ")} and attributes.KEY`;
  for (const name of unique(used.filter((part) => longestValue(part.name) === null))) {
    found.push(error("unknown_variable", pointer, `names the variable “${name}”, which there is not; there are ${known}`));
  }
  for (const name of unique(used.filter((part) => part.fallback === null && longestValue(part.name) !== null && !alwaysKnown.includes(part.name)))) {
    found.push(warning("no_fallback", pointer, `has no fallback for ${name}: contacts without it are skipped; write {{${name}|fallback}}`));
  }
  return found;
}

const unique = (parts: readonly { name: string }[]) => new Set(parts.map(({ name }) => name));

function lintLinks(said: string, pointer: string): TextFinding[] {
  return linksIn(said).map(({ text, host, scheme }) => {
    if (scheme !== null && scheme !== "https") return error("unsafe_link", pointer, `links to ${text}: use https`);
    if (isShortener(host)) return error("short_link", pointer, `links to ${text}: platforms block shortened links; write the whole address`);
    return warning("link", pointer, `links to ${text}: make sure that it is yours`);
  });
}

function error(code: TextFindingCode, pointer: string, detail: string): TextFinding {
  return { severity: "error", code, pointer, detail };
}

function warning(code: TextFindingCode, pointer: string, detail: string): TextFinding {
  return { severity: "warning", code, pointer, detail };
}
