import { featureCount } from "#core/rules/analysis/learned/features.ts";
import type { Decision } from "#core/rules/analysis/learned/weights.ts";
import { openCount, turnsSeen } from "./examples.ts";
import type { Network } from "./model.ts";

/** The text of core/rules/analysis/learned/weights.json. `vectorScale`: what one step of a message's vector is worth. */
export function weightsFile(net: Network, vectorScale: number, fingerprint: string, decisions: Readonly<Record<string, Decision>>): string {
  const { dimensions, hidden } = net.shape;
  const largest = percentile(net.rows, 0.9999);
  const rowScale = largest / 127;
  const rows = Int8Array.from({ length: featureCount * dimensions }, (_, at) =>
    Math.max(-127, Math.min(127, Math.round((net.rows[at] ?? 0) / rowScale))),
  );
  const layers = (direction: "inbound" | "outbound") => {
    const { first, firstBias, second, direct, secondBias } = net.layers[direction];
    return Buffer.concat(
      [first, firstBias, second, direct, secondBias].map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
    ).toString("base64");
  };
  const file = {
    fingerprint,
    dimensions,
    turns: turnsSeen,
    open: openCount,
    hidden,
    rowScale,
    vectorScale,
    decisions,
    layers: { inbound: layers("inbound"), outbound: layers("outbound") },
    rows: Buffer.from(rows.buffer).toString("base64"),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** The size that this share of the numbers does not exceed. */
export function percentile(numbers: Float32Array, share: number): number {
  const sizes = numbers.map(Math.abs).sort();
  return sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))] ?? 1;
}
