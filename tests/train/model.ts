import type { Direction } from "#core/model/vocabulary.ts";
import { featureCount } from "#core/rules/analysis/learned/features.ts";
import { outputCount } from "#core/rules/analysis/learned/labels.ts";
import { inputCount, inputsOf, type NetworkLayers, type NetworkShape, outputsFor } from "#core/rules/analysis/learned/network.ts";
import { randomFrom, Weights } from "./adam.ts";
import { type Example, openAlone, openCount, turnsSeen } from "./examples.ts";
import { lossOf } from "./loss.ts";

/**
 * `dimensions` of a message's vector, `hidden` units; `epochs` over all examples in batches, with a `rate` that falls to 0; `dropout`: the share of
 * features that a pass leaves out; `decay` of weights; `start`: the spread of the first rows.
 */
export type TrainOptions = {
  dimensions: number;
  hidden: number;
  epochs: number;
  rate: number;
  dropout: number;
  decay: number;
  batch: number;
  seed: number;
  start: number;
};

export type Network = { shape: NetworkShape; rows: Float32Array; layers: Record<Direction, NetworkLayers> };

/** How often the turns before are hidden, so that a message is also read alone. */
const aloneShare = 0.1;

function shapeFor(direction: Direction, { dimensions, hidden }: Pick<TrainOptions, "dimensions" | "hidden">): NetworkShape {
  return { dimensions, turns: turnsSeen, open: openCount, hidden, outputs: outputCount(direction) };
}

/** The vector of the features that are kept, and how many they are. */
function vectorOf(ids: Int32Array, keep: Uint8Array | null, rows: Float32Array, dimensions: number): { vector: Float32Array; kept: number } {
  const vector = new Float32Array(dimensions);
  let kept = 0;
  for (const [index, id] of ids.entries()) {
    if (keep?.[index] === 0) continue;
    kept += 1;
    for (let at = 0, row = id * dimensions; at < dimensions; at += 1) vector[at] = (vector[at] ?? 0) + (rows[row + at] ?? 0);
  }
  const scale = 1 / Math.sqrt(Math.max(1, kept));
  for (let at = 0; at < dimensions; at += 1) vector[at] = (vector[at] ?? 0) * scale;
  return { vector, kept };
}

/** What the network says of an example, before any threshold. */
export function predict({ shape, rows, layers }: Network, example: Example): Float32Array {
  const own = { ...shape, outputs: outputCount(example.direction) };
  const vectors = example.turns.map((ids) => vectorOf(ids, null, rows, shape.dimensions).vector);
  return outputsFor(own, layers[example.direction], inputsOf(own, vectors, example.open));
}

/** The largest number in any message's vector. */
export function largestVector({ shape, rows }: Network, examples: readonly Example[]): number {
  let largest = 0;
  for (const { turns } of examples) {
    const [own] = turns;
    for (const value of own ? vectorOf(own, null, rows, shape.dimensions).vector : []) largest = Math.max(largest, Math.abs(value));
  }
  return largest;
}

/** One learned network of layers over inputs. */
class Layers {
  readonly shape: NetworkShape;
  readonly first: Weights;
  readonly firstBias: Weights;
  readonly second: Weights;
  readonly direct: Weights;
  readonly secondBias: Weights;

  constructor(shape: NetworkShape, random: () => number) {
    const inputs = inputCount(shape);
    this.shape = shape;
    this.first = new Weights(shape.hidden * inputs, 1 / Math.sqrt(inputs), random);
    this.firstBias = new Weights(shape.hidden, 0, random);
    this.second = new Weights(shape.outputs * shape.hidden, 1 / Math.sqrt(shape.hidden), random);
    this.direct = new Weights(shape.outputs * inputs, 0.05, random);
    this.secondBias = new Weights(shape.outputs, 0, random);
  }

  values(): NetworkLayers {
    const { first, firstBias, second, direct, secondBias } = this;
    return { first: first.values, firstBias: firstBias.values, second: second.values, direct: direct.values, secondBias: secondBias.values };
  }

  step(number: number, rate: number, decay: number): void {
    for (const weights of [this.first, this.firstBias, this.second, this.direct, this.secondBias]) weights.step(number, rate, decay);
  }

  /** Adds the gradients of the layers, and gives those of the inputs. */
  backward(inputs: Float32Array, hidden: Float32Array, outputGradients: Float32Array): Float32Array {
    const gradients = new Float32Array(inputs.length);
    const ofHidden = new Float32Array(hidden.length);
    for (const [output, gradient] of outputGradients.entries()) {
      if (gradient === 0) continue;
      this.secondBias.add(output, gradient);
      addProduct(this.second, output * hidden.length, gradient, hidden, ofHidden);
      addProduct(this.direct, output * inputs.length, gradient, inputs, gradients);
    }
    for (const [unit, value] of hidden.entries()) {
      const gradient = ofHidden[unit] ?? 0;
      if (value <= 0) continue;
      this.firstBias.add(unit, gradient);
      addProduct(this.first, unit * inputs.length, gradient, inputs, gradients);
    }
    return gradients;
  }
}

/** One row of a product of weights and values: the gradients of the weights, and those of the values on top. */
function addProduct(weights: Weights, row: number, gradient: number, values: Float32Array, ofValues: Float32Array): void {
  for (let at = 0; at < values.length; at += 1) {
    weights.add(row + at, gradient * (values[at] ?? 0));
    ofValues[at] = (ofValues[at] ?? 0) + gradient * weights.at(row + at);
  }
}

class Trainer {
  readonly rows: Weights;
  readonly layers: Record<Direction, Layers>;
  private readonly options: TrainOptions;
  private readonly random: () => number;

  constructor(options: TrainOptions) {
    this.options = options;
    this.random = randomFrom(options.seed);
    this.rows = new Weights(featureCount * options.dimensions, options.start, this.random);
    this.layers = {
      inbound: new Layers(shapeFor("inbound", options), this.random),
      outbound: new Layers(shapeFor("outbound", options), this.random),
    };
  }

  epoch(examples: readonly Example[], epoch: number): void {
    const { batch: size, epochs, rate, decay, dimensions } = this.options;
    const order = this.shuffled(examples);
    const batches = Math.ceil(order.length / size);
    for (let batch = 0; batch < batches; batch += 1) {
      const touched = new Set<number>();
      const its = order.slice(batch * size, (batch + 1) * size);
      for (const example of its) this.learn(example, its.length, touched);
      const number = epoch * batches + batch + 1;
      const slower = rate * (1 - (number - 1) / (epochs * batches));
      for (const id of touched) this.rows.step(number, slower, decay, id * dimensions, (id + 1) * dimensions);
      for (const layers of Object.values(this.layers)) layers.step(number, slower, decay);
    }
  }

  private shuffled(examples: readonly Example[]): Example[] {
    const keyed = examples.map((example) => ({ example, key: this.random() }));
    return keyed.sort((a, b) => a.key - b.key).map(({ example }) => example);
  }

  private learn(example: Example, share: number, touched: Set<number>): void {
    const { dimensions, dropout } = this.options;
    const layers = this.layers[example.direction];
    const isAlone = this.random() < aloneShare;
    const turns = (isAlone ? example.turns.slice(0, 1) : example.turns).map((ids) => {
      const keep = Uint8Array.from(ids, () => (this.random() < dropout ? 0 : 1));
      return { ids, keep, ...vectorOf(ids, keep, this.rows.values, dimensions) };
    });
    const vectors = turns.map(({ vector }) => vector);
    const inputs = inputsOf(layers.shape, vectors, isAlone ? openAlone : example.open);
    const hidden = new Float32Array(layers.shape.hidden);
    const outputs = outputsFor(layers.shape, layers.values(), inputs, hidden);
    const gradients = layers.backward(inputs, hidden, lossOf(example, outputs, share).gradients);
    addProductOfTurns(gradients, inputs, dimensions);
    for (const [turn, { ids, keep, kept }] of turns.entries()) {
      const scale = 1 / Math.sqrt(Math.max(1, kept));
      for (const [index, id] of ids.entries()) {
        if (keep[index] === 0) continue;
        touched.add(id);
        for (let at = 0; at < dimensions; at += 1) this.rows.add(id * dimensions + at, (gradients[turn * dimensions + at] ?? 0) * scale);
      }
    }
  }
}

/** The product of the message and the turn before it is an input of its own: its gradients go to both. */
function addProductOfTurns(gradients: Float32Array, inputs: Float32Array, dimensions: number): void {
  const product = turnsSeen * dimensions;
  for (let at = 0; at < dimensions; at += 1) {
    const gradient = gradients[product + at] ?? 0;
    gradients[at] = (gradients[at] ?? 0) + gradient * (inputs[dimensions + at] ?? 0);
    gradients[dimensions + at] = (gradients[dimensions + at] ?? 0) + gradient * (inputs[at] ?? 0);
  }
}

/** A network trained on the examples: the same examples and options give the same network. */
export function train(examples: readonly Example[], options: TrainOptions): Network {
  const trainer = new Trainer(options);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) trainer.epoch(examples, epoch);
  forgetUnseen(trainer.rows.values, examples, options.dimensions);
  const { inbound, outbound } = trainer.layers;
  return { shape: inbound.shape, rows: trainer.rows.values, layers: { inbound: inbound.values(), outbound: outbound.values() } };
}

/** A feature that no example has says nothing. */
function forgetUnseen(rows: Float32Array, examples: readonly Example[], dimensions: number): void {
  const seen = new Set(examples.flatMap(({ turns }) => turns.flatMap((ids) => [...ids])));
  for (let id = 0; id < featureCount; id += 1) if (!seen.has(id)) rows.fill(0, id * dimensions, (id + 1) * dimensions);
}
