import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drive, type Request } from "./support/load.ts";
import { type BenchRow, median, ms } from "./support/row.ts";
import { startServer } from "./support/server.ts";
import { messagesOf } from "./support/words.ts";

/** What a contact's 10,000th message costs against its 10th: one connection, one after the other. */
export async function benchDepth(rounds: number): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "rapport-bench-"));
  const server = await startServer(dataDir);
  const deep: number[] = [];
  const shallow: number[] = [];
  const send = (messages: Record<string, unknown>[]) =>
    drive(
      server.url,
      server.key,
      1,
      messages.map((body): Request => ({ method: "POST", path: "/v1/messages", body })),
    );
  try {
    for (let at = 0; at < 10_000; at += 500) {
      const messages = messagesOf("deep", at + 500, 1).slice(at);
      await drive(server.url, server.key, 1, [{ method: "POST", path: "/v1/messages/batch", body: { messages } }]);
    }
    for (let round = 0; round < rounds; round++) {
      for (const pool of round % 2 === 0 ? [shallow, deep] : [deep, shallow]) {
        if (pool === deep) deep.push((await send(messagesOf("deep", 10_000 + 200 * (round + 1), 1).slice(-200))).p50);
        else shallow.push((await send(messagesOf(`shallow${round}`, 200 * 10, 200).slice(-200))).p50);
      }
    }
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true });
  }
  const ratio = median(deep.map((value, i) => value / (shallow[i] ?? value)));
  return [
    {
      what: "a contact's 10,000th message",
      measured: ms(median(deep)),
      limit: `${ms(median(shallow))} its 10th`,
      ratio,
      goal: "≤ 1.2×",
      met: ratio <= 1.2,
    },
  ];
}
