import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { NewMessage } from "#core/model/inbound.ts";
import { drive, type Request } from "./support/load.ts";
import { type RawRun, recordCommits, runRaw } from "./support/raw.ts";
import { type BenchRow, median, perSecond } from "./support/row.ts";
import { type Server, startServer } from "./support/server.ts";
import { messagesOf } from "./support/words.ts";

const batchSize = 500;
const goal = 0.35;

type Way = { name: string; count: number; requests(messages: Record<string, unknown>[]): Request[]; inFlight: number };

const single = (body: unknown): Request => ({ method: "POST", path: "/v1/messages", body });

const ways: Way[] = [
  { name: "one in flight", count: 1_000, inFlight: 1, requests: (messages) => messages.map(single) },
  { name: "64 in flight", count: 10_000, inFlight: 64, requests: (messages) => messages.map(single) },
  { name: `batches of ${batchSize}`, count: 20_000, inFlight: 2, requests: inBatches },
];

function inBatches(messages: Record<string, unknown>[]): Request[] {
  const requests: Request[] = [];
  for (let at = 0; at < messages.length; at += batchSize) {
    requests.push({ method: "POST", path: "/v1/messages/batch", body: { messages: messages.slice(at, at + batchSize) } });
  }
  return requests;
}

/** How one way did in one round, against the raw run of the same round. */
type Round = { perSecond: number; cpuUs: number; wallRatio: number; cpuRatio: number; raw: RawRun };

/** Messages through HTTP to a scored contact, against the raw set-based transaction that writes the same rows. */
export async function benchIngest(rounds: number): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "rapport-bench-"));
  const server = await startServer(dataDir);
  const seen = new Map<string, Round[]>(ways.map(({ name }) => [name, []]));
  try {
    for (let round = -1; round < rounds; round++) {
      const raw = await rawRound(round);
      for (const way of round % 2 === 0 ? ways : [...ways].reverse()) {
        const ours = await oneRound(server, way, round, raw);
        if (round >= 0) seen.get(way.name)?.push(ours);
      }
    }
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true });
  }
  return ways.map(({ name }) => toRow(name, seen.get(name) ?? []));
}

async function oneRound(server: Server, way: Way, round: number, raw: RawRun): Promise<Round> {
  const requests = way.requests(messagesOf(`${way.name}${round}`, way.count, way.count / 5));
  const before = server.cpuMs();
  const { perSecond: requestsPerSecond } = await drive(server.url, server.key, way.inFlight, requests);
  const cpuUs = ((server.cpuMs() - before) * 1000) / way.count;
  const ours = (requestsPerSecond * way.count) / requests.length;
  return { perSecond: ours, cpuUs, wallRatio: ours / raw.perSecond, cpuRatio: raw.cpuUs / cpuUs, raw };
}

/** On a busy machine the time on a core decides (bench.md). */
function toRow(name: string, rounds: Round[]): BenchRow {
  const of = (value: (round: Round) => number) => median(rounds.map(value));
  const isBusy = (loadavg()[0] ?? 0) > availableParallelism() + 1;
  const ratio = of(isBusy ? (round) => round.cpuRatio : (round) => round.wallRatio);
  const hasGoal = name !== "one in flight";
  return {
    what: `messages over HTTP, ${name}`,
    measured: `${perSecond(of((round) => round.perSecond))}, ${Math.round(of((round) => round.cpuUs))} µs CPU`,
    limit: `${perSecond(of(({ raw }) => raw.perSecond))} raw, ${Math.round(of(({ raw }) => raw.cpuUs))} µs CPU${isBusy ? "; ratio by CPU" : ""}`,
    ratio,
    goal: hasGoal ? `≥ ${goal}×` : "",
    met: hasGoal ? ratio >= goal : null,
  };
}

async function rawRound(round: number): Promise<RawRun> {
  const count = 10_000;
  const messages = messagesOf(`raw${round}`, count, count / 5).map(
    (message) =>
      // The generator makes what the API takes; these are the fields it fills in itself.
      ({ account: "main", direction: "inbound", author: "customer", media: [], sentAt: null, origin: "api", ...message }) as unknown as NewMessage,
  );
  return runRaw(await recordCommits(messages, batchSize), count);
}
