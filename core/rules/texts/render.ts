/** What stands for each variable; null or not there: nothing is known. */
export type TextValues = Readonly<Record<string, string | null | undefined>>;

export type RenderedPart =
  | { kind: "words"; text: string }
  /** `fallback` null: none is given. */
  | { kind: "variable"; name: string; fallback: string | null };

/** `\{{name}}`, `\{{` and `\}}` are the braces themselves; `{{name}}` and `{{name|there}}` are variables. */
const pattern = /\\(\{\{[^{}\\]*\}\}|\{\{|\}\})|\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g;

/** The words and the variables of a text, in their order. Braces that make no variable stay among the words. */
export function partsOf(text: string): RenderedPart[] {
  const parts: RenderedPart[] = [];
  let words = "";
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const [whole, braces, name = "", fallback] = match;
    words += text.slice(end, match.index) + (braces ?? "");
    end = match.index + whole.length;
    if (braces !== undefined) continue;
    parts.push({ kind: "words", text: words }, { kind: "variable", name: name.trim(), fallback: fallback?.trim() ?? null });
    words = "";
  }
  parts.push({ kind: "words", text: words + text.slice(end) });
  return parts;
}

/** True when braces stand there that are neither a variable nor written as `\{{` or `\}}`. */
export function hasStrayBraces(text: string): boolean {
  return /\{\{|\}\}|\{\ue000|\ue000\}/.test(text.replace(pattern, (_whole, braces?: string) => (braces === undefined ? "\ue000" : " ")));
}

/**
 * Values in the place of their variables, once: what a value brings is never read as a variable. `missing` names, once each,
 * the variables that have neither value nor fallback; nothing stands in their place. An empty one takes the blank before it along.
 */
export function renderText(text: string, values: TextValues): { text: string; missing: string[] } {
  const missing = new Set<string>();
  let rendered = "";
  for (const part of partsOf(text)) {
    const said = part.kind === "words" ? part.text : (standing(values, part.name) ?? part.fallback);
    if (said === null && part.kind === "variable") missing.add(part.name);
    if (part.kind === "variable" && !said) rendered = rendered.replace(/ $/, "");
    rendered += said ?? "";
  }
  return { text: rendered, missing: [...missing] };
}

function standing(values: TextValues, name: string): string | null {
  const value = Object.hasOwn(values, name) ? values[name] : null;
  return value === undefined || value === "" ? null : value;
}
