import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { escalationPresets } from "#core/rules/escalations/presets.ts";
import { drive, type Request } from "./support/load.ts";
import { type BenchRow, median } from "./support/row.ts";
import { type Server, startServer } from "./support/server.ts";
import { calmLines, messagesOf } from "./support/words.ts";

const count = 4_000;
const batchSize = 500;
const goal = 1.1;

/** What ten escalation rules add to a message over HTTP, as time on a core; the two take turns in one server. */
export async function benchEscalations(rounds: number): Promise<BenchRow[]> {
  const calm = await ratioOf(rounds, calmLines);
  const alarming = await ratioOf(rounds, undefined);
  const row = (what: string, { ten, none, ratio }: Ratio) => ({ what, measured: `${ten} µs CPU`, limit: `${none} µs CPU`, ratio });
  return [
    { ...row("messages over HTTP, ten escalation rules against none", calm), goal: `≤ ${goal}×`, met: calm.ratio <= goal },
    { ...row("messages over HTTP, the same where every fifth message raises an alert or adds to one", alarming), goal: "", met: null },
  ];
}

type Ratio = { ten: number; none: number; ratio: number };

async function ratioOf(rounds: number, said: readonly string[] | undefined): Promise<Ratio> {
  const dataDir = mkdtempSync(join(tmpdir(), "rapport-bench-"));
  const server = await startServer(dataDir);
  const pairs: { none: number; ten: number }[] = [];
  try {
    for (let round = -1; round < rounds; round++) {
      const isTenFirst = round % 2 === 0;
      const first = await cpuUs(server, isTenFirst, `${round}a`, said);
      const second = await cpuUs(server, !isTenFirst, `${round}b`, said);
      if (round >= 0) pairs.push(isTenFirst ? { ten: first, none: second } : { none: first, ten: second });
    }
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true });
  }
  const ratio = median(pairs.map(({ none, ten }) => ten / none));
  return { ten: Math.round(median(pairs.map(({ ten }) => ten))), none: Math.round(median(pairs.map(({ none }) => none))), ratio };
}

/** CPU of the server for one message, µs. */
async function cpuUs(server: Server, hasRules: boolean, name: string, said: readonly string[] | undefined): Promise<number> {
  await setRules(server, hasRules);
  const messages = messagesOf(name, count, count / 5, said);
  const requests = Array.from(
    { length: count / batchSize },
    (_, i): Request => ({ method: "POST", path: "/v1/messages/batch", body: { messages: messages.slice(i * batchSize, (i + 1) * batchSize) } }),
  );
  const before = server.cpuMs();
  await drive(server.url, server.key, 2, requests);
  return ((server.cpuMs() - before) * 1000) / count;
}

async function setRules({ url, key }: Server, hasRules: boolean): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const { version, settings } = await (await fetch(`${url}/v1/settings`, { headers })).json();
  const escalations = { ...settings.escalations, rules: hasRules ? escalationPresets.slice(0, 10) : [] };
  const body = JSON.stringify({ version, settings: { ...settings, escalations } });
  const answer = await fetch(`${url}/v1/settings`, { method: "PUT", headers, body });
  if (!answer.ok) throw new Error(`the settings were answered ${answer.status}: ${await answer.text()}`);
}
