import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NewMessage } from "#core/model/inbound.ts";
import { drive, type Request } from "./load.ts";
import { recordCommits, runRaw } from "./raw.ts";
import { type BenchRow, median, perSecond } from "./row.ts";
import { type Server, startServer } from "./server.ts";
import { messagesOf } from "./words.ts";

const batchSize = 500;
const goal = 0.35;

type Way = { name: string; count: number; send(server: Server, messages: Record<string, unknown>[]): Promise<number> };

const one = (body: unknown): Request => ({ method: "POST", path: "/v1/messages", body });

const ways: Way[] = [
  { name: "one in flight", count: 1_000, send: async (server, messages) => (await drive(server.url, server.key, 1, messages.map(one))).perSecond },
  { name: "64 in flight", count: 10_000, send: async (server, messages) => (await drive(server.url, server.key, 64, messages.map(one))).perSecond },
  { name: `batches of ${batchSize}`, count: 20_000, send: sendBatches },
];

async function sendBatches(server: Server, messages: Record<string, unknown>[]): Promise<number> {
  const requests: Request[] = [];
  for (let at = 0; at < messages.length; at += batchSize) {
    requests.push({ method: "POST", path: "/v1/messages/batch", body: { messages: messages.slice(at, at + batchSize) } });
  }
  return (await drive(server.url, server.key, 2, requests)).perSecond * batchSize;
}

/** Messages through HTTP to a scored contact, against the raw set-based transaction that writes the same rows. */
export async function benchIngest(rounds: number): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "rapport-bench-"));
  const server = await startServer(dataDir);
  const ratios = new Map<string, number[]>(ways.map(({ name }) => [name, []]));
  const seen = new Map<string, number[]>([...ratios.keys(), "raw"].map((name) => [name, []]));
  try {
    for (let round = -1; round < rounds; round++) {
      const raw = await rawRound(round);
      for (const way of round % 2 === 0 ? ways : [...ways].reverse()) {
        const ours = await way.send(server, messagesOf(`${way.name}${round}`, way.count, way.count / 5));
        if (round < 0) continue;
        ratios.get(way.name)?.push(ours / raw);
        seen.get(way.name)?.push(ours);
      }
      if (round >= 0) seen.get("raw")?.push(raw);
    }
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true });
  }
  return ways.map(({ name }): BenchRow => {
    const ratio = median(ratios.get(name) ?? []);
    const hasGoal = name !== "one in flight";
    return {
      what: `messages over HTTP, ${name}`,
      measured: perSecond(median(seen.get(name) ?? [])),
      limit: `${perSecond(median(seen.get("raw") ?? []))} raw, ${batchSize} a commit`,
      ratio,
      goal: hasGoal ? `≥ ${goal}×` : "",
      met: hasGoal ? ratio >= goal : null,
    };
  });
}

async function rawRound(round: number): Promise<number> {
  const count = 10_000;
  const messages = messagesOf(`raw${round}`, count, count / 5).map(
    // The generator makes what the API takes; these are the fields it fills in itself.
    (message) =>
      ({ account: "main", direction: "inbound", author: "customer", media: [], sentAt: null, origin: "api", ...message }) as unknown as NewMessage,
  );
  return (await runRaw(await recordCommits(messages, batchSize), count)).perSecond;
}
