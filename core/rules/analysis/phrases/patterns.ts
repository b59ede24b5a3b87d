import { foldText } from "#core/rules/text/text.ts";
import { respell } from "../tokens/spelling.ts";

/** A place in a pattern: the words that lead on, and the labels that are complete here. */
export type Node = {
  words: Map<string, Node[]>;
  /** Reached by any word at all: a gap. */
  any: Node[];
  labels: string[];
  /** Labels that are complete only where a sentence or clause ends. */
  endLabels: string[];
};

export type Roots = { anywhere: Node; opening: Node };

export const newNode = (): Node => ({ words: new Map(), any: [], labels: [], endLabels: [] });

/** How many words a "~" may skip. */
const reach = 3;

/**
 * Adds patterns, one a line: words; `(a|b c)` alternatives, `[a|b]` optional ones; `<name>` a class; `~` up to three words
 * of any kind; `#number` and the like a kind of token; `^` only at the start of a clause, `$` only at its end. Among the
 * alternatives that open a line `^ a` may stand, among those that close it `$`.
 */
export function addPatterns(roots: Roots, label: string, lines: string, classes: Readonly<Record<string, string>>): void {
  for (const line of lines.split("\n")) {
    const source = foldText(line);
    if (source !== "" && !source.startsWith("//")) for (const variant of variantsOf(source)) addPattern(roots, label, variant, classes);
  }
}

function addPattern(roots: Roots, label: string, source: string, classes: Readonly<Record<string, string>>): void {
  const pattern = source.replace(/^\^\s*/, "").replace(/\s*\$$/, "");
  const ends = extend([source.startsWith("^") ? roots.opening : roots.anywhere], pattern, classes);
  for (const node of ends) (source.endsWith("$") ? node.endLabels : node.labels).push(label);
}

/** A line with `^ a` or `$` among its outer alternatives, as lines where they stand alone. */
function variantsOf(source: string): string[] {
  const parts = split(source, " ");
  const first = parts[0] ?? "";
  if (first.startsWith("(") && first.includes("^ ")) {
    const choices = split(first.slice(1, -1), "|");
    const rest = parts.slice(1).join(" ");
    const opening = choices.filter((choice) => choice.startsWith("^ ")).map((choice) => choice.slice(2));
    const anywhere = choices.filter((choice) => !choice.startsWith("^ "));
    return [`^ (${opening.join("|")}) ${rest}`, ...(anywhere.length > 0 ? [`(${anywhere.join("|")}) ${rest}`] : [])].flatMap(variantsOf);
  }
  const last = parts.at(-1) ?? "";
  if (!/^[([].*\|\$[)\]]$/.test(last)) return [source];
  const rest = parts.slice(0, -1).join(" ");
  return [`${rest} (${last.slice(1, -3)})`, `${rest} $`];
}

function extend(from: Node[], pattern: string, classes: Readonly<Record<string, string>>): Node[] {
  let nodes = from;
  for (const part of split(pattern, " ")) {
    if (part === "~") nodes = overGap(nodes);
    else if (part.startsWith("[")) nodes = [...nodes, ...choose(nodes, split(part.slice(1, -1), "|"), classes)];
    else if (part.startsWith("(")) nodes = choose(nodes, split(part.slice(1, -1), "|"), classes);
    else if (part.startsWith("<")) nodes = choose(nodes, split(members(part, classes), "|"), classes);
    else for (const word of plainWords(part)) nodes = [step(nodes, word)];
  }
  return nodes;
}

/** Patterns are written as people write, and spelt out as messages are. */
function plainWords(word: string): readonly string[] {
  return respell(word, false, () => false) ?? [word];
}

function members(part: string, classes: Readonly<Record<string, string>>): string {
  const words = classes[part.slice(1, -1)];
  if (words === undefined) throw new Error(`no class ${part}`);
  return words;
}

function choose(from: Node[], alternatives: string[], classes: Readonly<Record<string, string>>): Node[] {
  const joined = newNode();
  const ends: Node[] = [joined];
  for (const alternative of alternatives) {
    if (alternative === "") {
      ends.push(...from);
      continue;
    }
    const plain = !/[ ~[(<]/.test(alternative) && plainWords(alternative).length === 1;
    if (plain) link(from, plainWords(alternative)[0] ?? alternative, joined);
    else ends.push(...extend(from, alternative, classes));
  }
  return ends;
}

function overGap(from: Node[]): Node[] {
  const nodes = [...from];
  let last = from;
  for (let skipped = 0; skipped < reach; skipped += 1) {
    const next = newNode();
    for (const node of last) node.any.push(next);
    nodes.push(next);
    last = [next];
  }
  return nodes;
}

function step(from: Node[], word: string): Node {
  const next = newNode();
  link(from, word, next);
  return next;
}

function link(from: Node[], word: string, to: Node): void {
  for (const node of from) {
    const targets = node.words.get(word);
    if (targets) targets.push(to);
    else node.words.set(word, [to]);
  }
}

/** Splits at a mark that stands outside all brackets. */
function split(text: string, mark: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "(" || character === "[") depth += 1;
    if (character === ")" || character === "]") depth -= 1;
    if (at === text.length || (character === mark && depth === 0)) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return mark === " " ? parts.filter((part) => part !== "") : parts;
}
