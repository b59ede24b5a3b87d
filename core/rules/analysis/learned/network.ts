/**
 * A small network over the pieces of a message and of the turns before it. A message becomes a vector: the sum of the rows of its
 * features, divided by the root of their number. The vectors of the message and of the turns before it, the product of the first two, and
 * what stands open go through one hidden layer to the outputs.
 */
export type NetworkShape = { dimensions: number; turns: number; open: number; hidden: number; outputs: number };

/** `first` [hidden][inputs], `firstBias` [hidden], `second` [outputs][hidden], `direct` [outputs][inputs], `secondBias` [outputs]. */
export type NetworkLayers = { first: Float32Array; firstBias: Float32Array; second: Float32Array; direct: Float32Array; secondBias: Float32Array };

/** The numbers that go into the hidden layer: a vector for each turn, the product of the first two, what stands open. */
export function inputCount({ dimensions, turns, open }: NetworkShape): number {
  return dimensions * (turns + 1) + open;
}

/** Puts the vectors side by side, newest first; a turn that is not there is zeros. */
export function inputsOf(shape: NetworkShape, vectors: readonly (Float32Array | null)[], open: readonly number[]): Float32Array {
  const { dimensions, turns } = shape;
  const inputs = new Float32Array(inputCount(shape));
  for (let turn = 0; turn < turns; turn += 1) {
    const vector = vectors[turn];
    if (vector) inputs.set(vector, turn * dimensions);
  }
  const product = turns * dimensions;
  for (let at = 0; at < dimensions; at += 1) inputs[product + at] = (inputs[at] ?? 0) * (inputs[dimensions + at] ?? 0);
  inputs.set(open, product + dimensions);
  return inputs;
}

/** What the network says of these inputs, before any threshold; `hidden` receives the hidden layer. */
export function outputsFor(shape: NetworkShape, layers: NetworkLayers, inputs: Float32Array, hidden = new Float32Array(shape.hidden)): Float32Array {
  const { first, firstBias, second, direct, secondBias } = layers;
  const size = inputs.length;
  for (let unit = 0; unit < shape.hidden; unit += 1) {
    let sum = firstBias[unit] ?? 0;
    for (let at = 0, row = unit * size; at < size; at += 1) sum += (first[row + at] ?? 0) * (inputs[at] ?? 0);
    hidden[unit] = Math.max(sum, 0);
  }
  const outputs = new Float32Array(shape.outputs);
  for (let output = 0; output < shape.outputs; output += 1) {
    let sum = secondBias[output] ?? 0;
    for (let unit = 0, row = output * shape.hidden; unit < shape.hidden; unit += 1) sum += (second[row + unit] ?? 0) * (hidden[unit] ?? 0);
    for (let at = 0, row = output * size; at < size; at += 1) sum += (direct[row + at] ?? 0) * (inputs[at] ?? 0);
    outputs[output] = sum;
  }
  return outputs;
}
