import { featureCount } from "#core/rules/analysis/learned/features.ts";
import { outputCount, outputsOf } from "#core/rules/analysis/learned/labels.ts";
import { inputCount, inputsOf, type NetworkLayers, type NetworkShape, outputsFor } from "#core/rules/analysis/learned/network.ts";
import { openCount, turnsSeen, type Example } from "./examples.ts";

export type TrainOptions = { dimensions: number; hidden: number; epochs: number; rate: number; dropout: number; decay: number; batch: number; seed: number; start: number };

/** Mulberry32: the same numbers in [0, 1) from the same seed everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

class Weights {
  readonly value: Float32Array; readonly grad: Float32Array; readonly m: Float32Array; readonly v: Float32Array;
  constructor(size: number, scale: number, random: () => number) {
    this.value = Float32Array.from({ length: size }, () => (random() * 2 - 1) * scale);
    this.grad = new Float32Array(size); this.m = new Float32Array(size); this.v = new Float32Array(size);
  }
  step(rate: number, decay: number, t: number): void {
    const c1 = 1 - 0.9 ** t, c2 = 1 - 0.999 ** t;
    const { value, grad, m, v } = this;
    for (let i = 0; i < value.length; i += 1) this.one(i, rate, decay, c1, c2, value, grad, m, v);
  }
  private one(i: number, rate: number, decay: number, c1: number, c2: number, value: Float32Array, grad: Float32Array, m: Float32Array, v: Float32Array): void {
    const g = grad[i]!;
    m[i] = 0.9 * m[i]! + 0.1 * g; v[i] = 0.999 * v[i]! + 0.001 * g * g;
    value[i] = value[i]! - rate * ((m[i]! / c1) / (Math.sqrt(v[i]! / c2) + 1e-8) + decay * value[i]!);
    grad[i] = 0;
  }
  stepRows(rows: Iterable<number>, width: number, rate: number, decay: number, t: number): void {
    const c1 = 1 - 0.9 ** t, c2 = 1 - 0.999 ** t;
    const { value, grad, m, v } = this;
    for (const row of rows) for (let i = row * width; i < (row + 1) * width; i += 1) this.one(i, rate, decay, c1, c2, value, grad, m, v);
  }
}

export type Network = { shape: NetworkShape; embedding: Float32Array; layers: { inbound: NetworkLayers; outbound: NetworkLayers } };

const directions = ["inbound", "outbound"] as const;

export function shapeFor(direction: "inbound" | "outbound", { dimensions, hidden }: Pick<TrainOptions, "dimensions" | "hidden">): NetworkShape {
  return { dimensions, turns: turnsSeen, open: openCount, hidden, outputs: outputCount(direction) };
}

function vectorOf(ids: Int32Array, embedding: Float32Array, dimensions: number, keep: Uint8Array | null): { vector: Float32Array; kept: number } {
  const vector = new Float32Array(dimensions);
  let kept = 0;
  for (let i = 0; i < ids.length; i += 1) {
    if (keep && !keep[i]) continue;
    kept += 1;
    const row = ids[i]! * dimensions;
    for (let d = 0; d < dimensions; d += 1) vector[d] = vector[d]! + embedding[row + d]!;
  }
  const scale = 1 / Math.sqrt(Math.max(1, kept));
  for (let d = 0; d < dimensions; d += 1) vector[d] = vector[d]! * scale;
  return { vector, kept };
}

export function predict(net: Network, example: Example): Float32Array {
  const dims = net.shape.dimensions;
  const shape = { ...net.shape, outputs: outputCount(example.direction) };
  const vectors = example.slots.map((ids) => (ids ? vectorOf(ids, net.embedding, dims, null).vector : null));
  return outputsFor(shape, net.layers[example.direction], inputsOf(shape, vectors, example.open));
}

export function train(examples: readonly Example[], options: TrainOptions, progress?: (epoch: number, loss: number) => void): Network {
  const random = randomFrom(options.seed);
  const { dimensions: D, hidden: H } = options;
  const E = new Weights(featureCount * D, options.start, random);
  const layers = Object.fromEntries(directions.map((direction) => {
    const shape = shapeFor(direction, options), I = inputCount(shape);
    return [direction, { shape, first: new Weights(H * I, 1 / Math.sqrt(I), random), firstBias: new Weights(H, 0, random), second: new Weights(shape.outputs * H, 1 / Math.sqrt(H), random), direct: new Weights(shape.outputs * I, 0.05, random), secondBias: new Weights(shape.outputs, 0, random) }];
  })) as Record<"inbound" | "outbound", { shape: NetworkShape; first: Weights; firstBias: Weights; second: Weights; direct: Weights; secondBias: Weights }>;
  let t = 0;
  const order = examples.map((_, i) => i);
  const total = options.epochs * Math.ceil(examples.length / options.batch);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) { const j = Math.floor(random() * (i + 1)); [order[i], order[j]] = [order[j]!, order[i]!]; }
    let loss = 0;
    for (let from = 0; from < order.length; from += options.batch) {
      t += 1;
      const touched = new Set<number>();
      const batch = order.slice(from, from + options.batch);
      for (const index of batch) loss += backward(examples[index]!, batch.length, touched);
      const rate = options.rate * (1 - (t - 1) / total);
      E.stepRows(touched, D, rate, options.decay, t);
      for (const direction of directions) { const l = layers[direction]; for (const w of [l.first, l.firstBias, l.second, l.direct, l.secondBias]) w.step(rate, options.decay, t); }
    }
    progress?.(epoch, loss / examples.length);
  }
  function backward(example: Example, size: number, touched: Set<number>): number {
    const { shape, first, firstBias, second, direct, secondBias } = layers[example.direction];
    const I = inputCount(shape), O = shape.outputs;
    const keeps = example.slots.map((ids) => (ids ? Uint8Array.from(ids, () => (random() < options.dropout ? 0 : 1)) : null));
    // Now and then the turns before are hidden, so that a message is also read alone.
    const alone = random() < 0.1;
    const slots = example.slots.map((ids, s) => (ids && !(alone && s > 0) ? { ids, keep: keeps[s]!, ...vectorOf(ids, E.value, D, keeps[s]!) } : null));
    const x = inputsOf(shape, slots.map((s) => s?.vector ?? null), alone ? [0, 0, 0, 0, 0, 0, 1, 0] : example.open);
    const h = new Float32Array(H);
    const y = outputsFor(shape, { first: first.value, firstBias: firstBias.value, second: second.value, direct: direct.value, secondBias: secondBias.value }, x, h);
    const dy = new Float32Array(O);
    let loss = 0;
    example.flags.forEach((gold, o) => { if (gold < 0) return; const p = 1 / (1 + Math.exp(-y[o]!)); dy[o] = (p - gold) / size; loss -= Math.log(Math.max(1e-9, gold ? p : 1 - p)); });
    let at = example.flags.length;
    outputsOf[example.direction].groups.forEach((classes, g) => {
      const allowed = example.groups[g] ?? [];
      if (allowed.length > 0) {
        let max = -Infinity; for (let c = 0; c < classes.length; c += 1) max = Math.max(max, y[at + c]!);
        const e = Array.from({ length: classes.length }, (_, c) => Math.exp(y[at + c]! - max)); const z = e.reduce((a, b) => a + b, 0);
        const good = allowed.reduce((a, c) => a + e[c]!, 0);
        for (let c = 0; c < classes.length; c += 1) dy[at + c] = (e[c]! / z - (allowed.includes(c) ? e[c]! / good : 0)) / size;
        loss -= Math.log(Math.max(1e-9, good / z));
      }
      at += classes.length;
    });
    const dx = new Float32Array(I), dh = new Float32Array(H);
    for (let o = 0; o < O; o += 1) {
      const g = dy[o]!; if (g === 0) continue;
      secondBias.grad[o] = secondBias.grad[o]! + g;
      for (let u = 0, r = o * H; u < H; u += 1) { second.grad[r + u] = second.grad[r + u]! + g * h[u]!; dh[u] = dh[u]! + g * second.value[r + u]!; }
      for (let i = 0, r = o * I; i < I; i += 1) { direct.grad[r + i] = direct.grad[r + i]! + g * x[i]!; dx[i] = dx[i]! + g * direct.value[r + i]!; }
    }
    for (let u = 0; u < H; u += 1) {
      if (h[u]! <= 0) continue; const g = dh[u]!; firstBias.grad[u] = firstBias.grad[u]! + g;
      for (let i = 0, r = u * I; i < I; i += 1) { first.grad[r + i] = first.grad[r + i]! + g * x[i]!; dx[i] = dx[i]! + g * first.value[r + i]!; }
    }
    const P = turnsSeen * D;
    for (let d = 0; d < D; d += 1) { const g = dx[P + d]!; dx[d] = dx[d]! + g * x[D + d]!; dx[D + d] = dx[D + d]! + g * x[d]!; }
    slots.forEach((slot, s) => {
      if (!slot) return;
      const scale = 1 / Math.sqrt(Math.max(1, slot.kept));
      for (let f = 0; f < slot.ids.length; f += 1) {
        if (!slot.keep[f]) continue;
        const id = slot.ids[f]!; touched.add(id);
        for (let d = 0, r = id * D; d < D; d += 1) E.grad[r + d] = E.grad[r + d]! + dx[s * D + d]! * scale;
      }
    });
    return loss;
  }
  const layersOut = Object.fromEntries(directions.map((d) => { const l = layers[d]; return [d, { first: l.first.value, firstBias: l.firstBias.value, second: l.second.value, direct: l.direct.value, secondBias: l.secondBias.value }]; })) as Network["layers"];
  // A feature that no example has says nothing.
  const seen = new Uint8Array(featureCount);
  for (const { slots } of examples) for (const ids of slots) for (const id of ids ?? []) seen[id] = 1;
  for (let id = 0; id < featureCount; id += 1) if (!seen[id]) E.value.fill(0, id * D, (id + 1) * D);
  return { shape: shapeFor("inbound", options), embedding: E.value, layers: layersOut };
}

/** The largest number in any message's vector. */
export function largestVector(net: Network, examples: readonly Example[]): number {
  let largest = 0;
  for (const { slots } of examples) {
    for (const value of slots[0] ? vectorOf(slots[0], net.embedding, net.shape.dimensions, null).vector : []) largest = Math.max(largest, Math.abs(value));
  }
  return largest;
}
