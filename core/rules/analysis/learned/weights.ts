import { outputCount } from "./labels.ts";
import { inputCount, type NetworkLayers, type NetworkShape } from "./network.ts";
import stored from "./weights.json" with { type: "json" };

/**
 * How one label is decided: by the rules alone, or together with the learned reader. What the rules do not find holds from the probability
 * `from` on; what they find holds unless the learned reader gives it less than `keep`.
 */
export type Decision = { by: "learned" | "rules"; from: number; keep: number };

type Weights = {
  /** Of the corpus, the rules and the training program that made them. */
  fingerprint: string;
  dimensions: number;
  /** Rows of features, `dimensions` whole numbers each, times `rowScale`. */
  rows: Int8Array;
  rowScale: number;
  /** A vector of a message is kept as whole numbers times this. */
  vectorScale: number;
  shapes: Record<"inbound" | "outbound", NetworkShape>;
  layers: Record<"inbound" | "outbound", NetworkLayers>;
  decisions: Readonly<Record<string, Decision>>;
};

/** The trained weights; `npm run train` makes the file anew. */
export const weights: Weights = decode();

function decode(): Weights {
  const { fingerprint, dimensions, turns, open, hidden, rows, rowScale, vectorScale, layers, decisions } = stored;
  const shapeOf = (direction: "inbound" | "outbound"): NetworkShape => ({ dimensions, turns, open, hidden, outputs: outputCount(direction) });
  const shapes = { inbound: shapeOf("inbound"), outbound: shapeOf("outbound") };
  return {
    fingerprint,
    dimensions,
    rows: new Int8Array(bytesOf(rows).buffer),
    rowScale,
    vectorScale,
    shapes,
    layers: { inbound: layersOf(shapes.inbound, layers.inbound), outbound: layersOf(shapes.outbound, layers.outbound) },
    // The file is made by the training program, which writes nothing else as `by`.
    decisions: decisions as Record<string, Decision>,
  };
}

/** The layers of one network, one after the other in the order of `NetworkLayers`, as 32-bit floats. */
function layersOf(shape: NetworkShape, text: string): NetworkLayers {
  const numbers = new Float32Array(bytesOf(text).buffer);
  const inputs = inputCount(shape);
  let from = 0;
  const next = (count: number) => {
    from += count;
    return numbers.subarray(from - count, from);
  };
  return {
    first: next(shape.hidden * inputs),
    firstBias: next(shape.hidden),
    second: next(shape.outputs * shape.hidden),
    direct: next(shape.outputs * inputs),
    secondBias: next(shape.outputs),
  };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
