import type { Token } from "../tokens/tokens.ts";
import { addPatterns, type Node, newNode, type Roots } from "./patterns.ts";

/** A label found in tokens [from, to). */
export type PhraseMatch = { label: string; from: number; to: number };

/** A set of places the patterns may be at; `next` remembers where each word leads, so that every step is one lookup. */
type State = {
  nodes: readonly Node[];
  next: Map<number, State | null>;
  labels: readonly string[];
  endLabels: readonly string[];
  /** Some place here may skip any word. */
  skips: boolean;
};

/** Patterns put together, with the states that texts have led to so far. */
type Automaton = { opening: State; anywhere: State; made: Map<string, State>; ids: Map<Node, number>; words: Map<string, number> };

/** Patterns to look for. They are put together the first time, because that takes longer than a start that looks for none. */
export type Matcher = () => Automaton;

/** Remembered states are dropped beyond this many, so that odd texts cannot fill the memory. */
const mostStates = 30_000;
/** The number of every word that no pattern names. */
const otherWord = -1;
const emptyState: State = { nodes: [], next: new Map(), labels: [], endLabels: [], skips: false };

type PhraseRules = readonly Readonly<Record<string, string>>[];

/** Patterns by label, in the language of patterns.ts. */
export function compile(rules: PhraseRules, classes: Readonly<Record<string, string>>): Matcher {
  let automaton: Automaton | undefined;
  return () => {
    automaton ??= putTogether(rules, classes);
    return automaton;
  };
}

function putTogether(rules: PhraseRules, classes: Readonly<Record<string, string>>): Automaton {
  const roots: Roots = { anywhere: newNode(), opening: newNode() };
  for (const rule of rules) for (const [label, lines] of Object.entries(rule)) addPatterns(roots, label, lines, classes);
  const automaton: Automaton = { anywhere: emptyState, opening: emptyState, made: new Map(), ids: new Map(), words: new Map() };
  numberWords(automaton, [roots.anywhere, roots.opening]);
  automaton.anywhere = stateOf(automaton, [roots.anywhere]);
  automaton.opening = stateOf(automaton, [roots.anywhere, roots.opening]);
  return automaton;
}

/** All labels at all places; patterns never run over the end of a sentence. */
export function findMatches(matcher: Matcher, tokens: readonly Token[]): PhraseMatch[] {
  const automaton = matcher();
  const found: PhraseMatch[] = [];
  const numbers = tokens.map((token) => automaton.words.get(symbolOf(token)) ?? otherWord);
  const search = { automaton, tokens, numbers };
  for (let from = 0; from < tokens.length; from += 1) {
    if (numbers[from] !== otherWord) addMatchesFrom(from, search, found);
  }
  return found;
}

/** Whether some pattern names the word. */
export function namesWord(matcher: Matcher, word: string): boolean {
  return matcher().words.has(word);
}

type PhraseSearch = { automaton: Automaton; tokens: readonly Token[]; numbers: readonly number[] };

/** Adds the labels of all patterns that begin at this token. */
function addMatchesFrom(from: number, { automaton, tokens, numbers }: PhraseSearch, found: PhraseMatch[]): void {
  let state: State | null = from === 0 || (tokens[from]?.gap ?? 0) > 0 ? automaton.opening : automaton.anywhere;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || (at > from && token.gap === 2)) return;
    state = advance(automaton, state, token, numbers[at] ?? otherWord);
    if (!state) return;
    for (const label of state.labels) found.push({ label, from, to: at + 1 });
    if (state.endLabels.length > 0 && (tokens[at + 1]?.gap ?? 2) > 0) {
      for (const label of state.endLabels) found.push({ label, from, to: at + 1 });
    }
  }
}

function advance(automaton: Automaton, state: State, token: Token, number: number): State | null {
  if (number === otherWord && !state.skips) return null;
  const next = state.next.get(number);
  if (next !== undefined) return next;
  const word = symbolOf(token);
  const nodes = new Set<Node>();
  for (const node of state.nodes) {
    for (const target of node.words.get(word) ?? []) nodes.add(target);
    for (const target of node.any) nodes.add(target);
  }
  const made = nodes.size === 0 ? null : stateOf(automaton, [...nodes]);
  state.next.set(number, made);
  return made;
}

const symbols = { number: "#number", emoji: "#emoji", mention: "#mention", url: "#url", email: "#email", money: "#money" } as const;

/** A pattern names an emoji by itself and the other kinds by their kind. */
function symbolOf({ kind, text }: Token): string {
  return kind === "word" || kind === "tag" || kind === "emoji" ? text : symbols[kind];
}

function stateOf(automaton: Automaton, nodes: Node[]): State {
  if (automaton.made.size > mostStates) forget(automaton);
  const ids = nodes.map((node) => idOf(automaton, node)).sort((a, b) => a - b);
  const key = ids.join(",");
  const known = automaton.made.get(key);
  if (known) return known;
  const state: State = {
    nodes,
    next: new Map(),
    labels: [...new Set(nodes.flatMap((node) => node.labels))],
    endLabels: [...new Set(nodes.flatMap((node) => node.endLabels))],
    skips: nodes.some((node) => node.any.length > 0),
  };
  automaton.made.set(key, state);
  return state;
}

function forget(automaton: Automaton): void {
  automaton.made.clear();
  automaton.anywhere.next.clear();
  automaton.opening.next.clear();
}

function idOf(automaton: Automaton, node: Node): number {
  const known = automaton.ids.get(node);
  if (known !== undefined) return known;
  automaton.ids.set(node, automaton.ids.size);
  return automaton.ids.size - 1;
}

/** Numbers all words that lead from some place to another. */
function numberWords({ words }: Automaton, roots: Node[]): void {
  const seen = new Set<Node>(roots);
  for (const node of seen) {
    for (const [word, targets] of node.words) {
      if (!words.has(word)) words.set(word, words.size);
      for (const target of targets) seen.add(target);
    }
    for (const target of node.any) seen.add(target);
  }
}
