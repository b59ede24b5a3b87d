import type { AnalysisInput, OwnIntent, Reading } from "#core/model/reading.ts";
import { quoteOf } from "./evidence.ts";
import { languageWords } from "./lexicons/languages.ts";
import type { Token, TokenizedText } from "./tokens/tokens.ts";
import { tokenize } from "./tokens/tokens.ts";

/** Share of an example's weight that a sentence must repeat. */
const enough = 0.7;
/** Small words tell little. */
const smallWeight = 0.25;

type Example = { intent: string; weight: number; content: number };
type Index = { examples: Example[]; byWord: Map<string, number[]> };

const indexes = new WeakMap<readonly OwnIntent[], Index>();

/** The agent's own intents: a sentence that repeats most words of an example. */
export function readOwnIntents({ ownIntents }: AnalysisInput, reader: TokenizedText): Reading["intents"] {
  if (ownIntents.length === 0) return [];
  const index = indexOf(ownIntents);
  const found = new Map<string, { share: number; quote: string }>();
  for (const { from, to } of reader.sentences) {
    for (const { example, share, first, last } of overlaps(index, reader.tokens, from, to)) {
      const held = found.get(example.intent);
      if (!held || share > held.share) found.set(example.intent, { share, quote: quoteOf(reader, first, last + 1) });
    }
  }
  return [...found].map(([intent, { quote }]) => ({ intent, quote }));
}

function overlaps({ examples, byWord }: Index, tokens: readonly Token[], from: number, to: number) {
  const tallies = new Map<number, { weight: number; content: number; first: number; last: number }>();
  const seen = new Set<string>();
  for (let at = from; at < to; at += 1) {
    const word = stem(tokens[at]?.text ?? "");
    if (seen.has(word)) continue;
    seen.add(word);
    for (const id of byWord.get(word) ?? []) {
      const tally = tallies.get(id) ?? { weight: 0, content: 0, first: at, last: at };
      tally.weight += weightOf(word);
      tally.content += languageWords.has(word) ? 0 : 1;
      tally.last = at;
      tallies.set(id, tally);
    }
  }
  return [...tallies].flatMap(([id, { weight, content, first, last }]) => {
    const example = examples[id];
    if (!example) return [];
    const share = weight / example.weight;
    return share >= enough && content >= Math.min(example.content, 2) ? [{ example, share, first, last }] : [];
  });
}

function indexOf(ownIntents: readonly OwnIntent[]): Index {
  const known = indexes.get(ownIntents);
  if (known) return known;
  const index: Index = { examples: [], byWord: new Map() };
  for (const { name, examples } of ownIntents) for (const example of examples) addExample(index, name, example);
  indexes.set(ownIntents, index);
  return index;
}

function addExample({ examples, byWord }: Index, intent: string, text: string): void {
  const words = new Set(tokenize(text, () => false).tokens.map((token) => stem(token.text)));
  if (words.size === 0) return;
  const id = examples.length;
  let weight = 0;
  for (const word of words) {
    weight += weightOf(word);
    byWord.set(word, [...(byWord.get(word) ?? []), id]);
  }
  examples.push({ intent, weight, content: [...words].filter((word) => !languageWords.has(word)).length });
}

const weightOf = (word: string) => (languageWords.has(word) ? smallWeight : 1);

/** Plain English endings off, so that "repairs" meets "repair". */
function stem(word: string): string {
  if (word.length > 5 && word.endsWith("ing")) return word.slice(0, -3);
  if (word.length > 4 && word.endsWith("ed")) return word.slice(0, -2);
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
