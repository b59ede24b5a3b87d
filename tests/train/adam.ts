/** Mulberry32: the same numbers in [0, 1) from the same seed on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const firstMoment = 0.9;
const secondMoment = 0.999;

/** Numbers that are learned by Adam with decoupled weight decay: gradients are added up, and a step takes them. */
export class Weights {
  readonly values: Float32Array;
  private readonly gradients: Float32Array;
  private readonly means: Float32Array;
  private readonly variances: Float32Array;

  /** They start evenly spread in [-spread, spread]. */
  constructor(size: number, spread: number, random: () => number) {
    this.values = Float32Array.from({ length: size }, () => (random() * 2 - 1) * spread);
    this.gradients = new Float32Array(size);
    this.means = new Float32Array(size);
    this.variances = new Float32Array(size);
  }

  at(index: number): number {
    return this.values[index] ?? 0;
  }

  add(index: number, gradient: number): void {
    this.gradients[index] = (this.gradients[index] ?? 0) + gradient;
  }

  /** The step of this number, counted from 1, over the numbers in [from, to). */
  step(number: number, rate: number, decay: number, from = 0, to = this.values.length): void {
    const meanScale = 1 - firstMoment ** number;
    const varianceScale = 1 - secondMoment ** number;
    for (let at = from; at < to; at += 1) {
      const gradient = this.gradients[at] ?? 0;
      const mean = firstMoment * (this.means[at] ?? 0) + (1 - firstMoment) * gradient;
      const variance = secondMoment * (this.variances[at] ?? 0) + (1 - secondMoment) * gradient * gradient;
      const value = this.at(at);
      this.values[at] = value - rate * (mean / meanScale / (Math.sqrt(variance / varianceScale) + 1e-8) + decay * value);
      this.means[at] = mean;
      this.variances[at] = variance;
      this.gradients[at] = 0;
    }
  }
}
