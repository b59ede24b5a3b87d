import { outputsOf } from "#core/rules/analysis/learned/labels.ts";
import type { Example } from "./examples.ts";

const least = 1e-9;

/**
 * How wrong the outputs are about an example, and which way each is to go, divided by `share`: the logarithmic loss of every flag that is not open to
 * taste, and of every choice, where any accepted class will do.
 */
export function lossOf(example: Example, outputs: Float32Array, share: number): { loss: number; gradients: Float32Array } {
  const gradients = new Float32Array(outputs.length);
  let loss = 0;
  for (const [at, gold] of example.flags.entries()) {
    if (gold < 0) continue;
    const sure = 1 / (1 + Math.exp(-(outputs[at] ?? 0)));
    gradients[at] = (sure - gold) / share;
    loss -= Math.log(Math.max(least, gold === 1 ? sure : 1 - sure));
  }
  let from = example.flags.length;
  for (const [group, classes] of outputsOf[example.direction].groups.entries()) {
    loss += lossOfChoice(
      outputs.subarray(from, from + classes.length),
      example.groups[group] ?? [],
      gradients.subarray(from, from + classes.length),
      share,
    );
    from += classes.length;
  }
  return { loss, gradients };
}

function lossOfChoice(outputs: Float32Array, accepted: readonly number[], gradients: Float32Array, share: number): number {
  if (accepted.length === 0) return 0;
  const most = Math.max(...outputs);
  const weights = Array.from(outputs, (value) => Math.exp(value - most));
  const total = weights.reduce((sum, value) => sum + value, 0);
  const right = accepted.reduce((sum, at) => sum + (weights[at] ?? 0), 0);
  for (const [at, weight] of weights.entries()) gradients[at] = (weight / total - (accepted.includes(at) ? weight / right : 0)) / share;
  return -Math.log(Math.max(least, right / total));
}
