import type { Turn } from "#core/model/conversation.ts";
import type { Direction } from "#core/model/vocabulary.ts";
import { type ConversionClass, conversionClasses, outputsOf, type ToneClass, toneClasses } from "./labels.ts";
import { inputsOf, outputsFor } from "./network.ts";
import { weights } from "./weights.ts";

/** How sure the learned reader is of each label of one message, from 0 to 1; of the classes the sum is 1. */
export type Prediction = {
  flags: Readonly<Record<string, number>>;
  conversion: Readonly<Record<ConversionClass, number>> | null;
  tone: Readonly<Record<ToneClass, number>> | null;
  optOut: number | null;
};

/** The turns before a message that are looked at. */
export const turnsBefore = weights.shapes.inbound.turns - 1;

/** What is true of a message as an answer to the turns before it, newest first. Pure: the same turns give the same numbers. */
export function predict(own: Pick<Turn, "direction" | "vector">, before: readonly Turn[]): Prediction {
  const { direction } = own;
  const shape = weights.shapes[direction];
  const seen = before.slice(0, turnsBefore);
  const vectors = [own, ...seen].map(({ vector }) => Float32Array.from(vector, (value) => value * weights.vectorScale));
  const outputs = outputsFor(shape, weights.layers[direction], inputsOf(shape, vectors, openOf(seen.map((turn) => turn.direction))));
  const { flags, groups } = outputsOf[direction];
  const named = Object.fromEntries(flags.map((name, at) => [name, sigmoid(outputs[at] ?? 0)]));
  const sizes = groups.map(({ length }) => length);
  const classesAt = (group: number) =>
    softmax(outputs.subarray(flags.length + sum(sizes.slice(0, group)), flags.length + sum(sizes.slice(0, group + 1))));
  if (direction === "outbound") return { flags: named, conversion: byName(conversionClasses, classesAt(0)), tone: null, optOut: null };
  return { flags: named, conversion: null, tone: byName(toneClasses, classesAt(0)), optOut: 1 - (classesAt(1)[0] ?? 1) };
}

/** Who spoke in the turns before, newest first, as numbers of the network; the last but one says that there were none. */
export function openOf(directions: readonly Direction[]): number[] {
  const sides = [0, 1, 2].flatMap((at) => [directions[at] === "outbound" ? 1 : 0, directions[at] === "inbound" ? 1 : 0]);
  return [...sides, directions.length === 0 ? 1 : 0, 0];
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, value) => total + value, 0);
const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));

function softmax(values: Float32Array): number[] {
  const most = Math.max(...values);
  const shares = Array.from(values, (value) => Math.exp(value - most));
  const total = sum(shares);
  return shares.map((share) => share / total);
}

function byName<Name extends string>(names: readonly Name[], values: readonly number[]): Record<Name, number> {
  // Every name is given its value, in the order of the names.
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? 0])) as Record<Name, number>;
}
