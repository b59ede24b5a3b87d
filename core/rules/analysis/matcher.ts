import { addPatterns, type Node, newNode, type Roots } from "./patterns.ts";
import type { Token } from "./tokens.ts";

/** A label found in tokens [from, to). */
export type Match = { label: string; from: number; to: number };

/** A set of places the patterns may be at; `next` remembers where each word leads, so that every step is one lookup. */
type State = { nodes: readonly Node[]; next: Map<string, State | null>; labels: readonly string[]; endLabels: readonly string[]; gaps: boolean };

export type Matcher = { opening: State; anywhere: State; made: Map<string, State>; ids: Map<Node, number>; words: Set<string> };

/** Remembered states are dropped beyond this many, so that odd texts cannot fill the memory. */
const mostStates = 30_000;

/** Patterns by label, in the language of patterns.ts. */
export function compile(rules: readonly Readonly<Record<string, string>>[], classes: Readonly<Record<string, string>>): Matcher {
  const roots: Roots = { anywhere: newNode(), opening: newNode() };
  for (const rule of rules) for (const [label, lines] of Object.entries(rule)) addPatterns(roots, label, lines, classes);
  const words = new Set<string>();
  collectWords(roots.anywhere, words, new Set());
  collectWords(roots.opening, words, new Set());
  const matcher: Matcher = { anywhere: emptyState, opening: emptyState, made: new Map(), ids: new Map(), words };
  matcher.anywhere = stateOf(matcher, [roots.anywhere]);
  matcher.opening = stateOf(matcher, [roots.anywhere, roots.opening]);
  return matcher;
}

const emptyState: State = { nodes: [], next: new Map(), labels: [], endLabels: [], gaps: false };

/** All labels at all places; patterns never run over the end of a sentence. */
export function findMatches(matcher: Matcher, tokens: readonly Token[]): Match[] {
  const found: Match[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    let state: State | null = from === 0 || (tokens[from]?.gap ?? 0) > 0 ? matcher.opening : matcher.anywhere;
    for (let at = from; state && at < tokens.length; at += 1) {
      const token = tokens[at];
      if (!token || (at > from && token.gap === 2)) break;
      state = advance(matcher, state, token);
      if (!state) break;
      if (state.labels.length > 0) for (const label of state.labels) found.push({ label, from, to: at + 1 });
      if (state.endLabels.length > 0 && (tokens[at + 1]?.gap ?? 2) > 0) for (const label of state.endLabels) found.push({ label, from, to: at + 1 });
    }
  }
  return found;
}

function advance(matcher: Matcher, state: State, token: Token): State | null {
  const word = token.kind === "word" || token.kind === "tag" ? token.text : symbols[token.kind];
  const key = state.gaps && !matcher.words.has(word) ? "" : word;
  const next = state.next.get(key);
  if (next !== undefined) return next;
  if (!state.gaps && !matcher.words.has(word)) return null;
  const nodes = new Set<Node>();
  for (const node of state.nodes) {
    for (const target of node.words.get(word) ?? []) nodes.add(target);
    for (const target of node.any) nodes.add(target);
  }
  const made = nodes.size === 0 ? null : stateOf(matcher, [...nodes]);
  state.next.set(key, made);
  return made;
}

const symbols = { number: "#number", emoji: "#emoji", mention: "#mention", url: "#url", email: "#email", money: "#money" } as const;

function stateOf(matcher: Matcher, nodes: Node[]): State {
  if (matcher.made.size > mostStates) forget(matcher);
  const ids = nodes.map((node) => idOf(matcher, node)).sort((a, b) => a - b);
  const key = ids.join(",");
  const known = matcher.made.get(key);
  if (known) return known;
  const state: State = {
    nodes,
    next: new Map(),
    labels: [...new Set(nodes.flatMap((node) => node.labels))],
    endLabels: [...new Set(nodes.flatMap((node) => node.endLabels))],
    gaps: nodes.some((node) => node.any.length > 0),
  };
  matcher.made.set(key, state);
  return state;
}

function forget(matcher: Matcher): void {
  matcher.made.clear();
  matcher.anywhere.next.clear();
  matcher.opening.next.clear();
}

function idOf(matcher: Matcher, node: Node): number {
  const known = matcher.ids.get(node);
  if (known !== undefined) return known;
  matcher.ids.set(node, matcher.ids.size);
  return matcher.ids.size - 1;
}

function collectWords(node: Node, words: Set<string>, seen: Set<Node>): void {
  if (seen.has(node)) return;
  seen.add(node);
  for (const [word, targets] of node.words) {
    words.add(word);
    for (const target of targets) collectWords(target, words, seen);
  }
  for (const target of node.any) collectWords(target, words, seen);
}
