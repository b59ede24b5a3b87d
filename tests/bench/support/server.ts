import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";

/** `cpuMs`: time on a core since it started. `heldMs`: how long its loop was held at most since it was asked last. */
export type Server = {
  url: string;
  key: string;
  startedInMs: number;
  memory(): Memory;
  cpuMs(): number;
  heldMs(): Promise<number>;
  stop(): Promise<void>;
};
/** In MB: resident, and the part of it that is no file's. */
export type Memory = { rss: number; anonymous: number };

export const adminKey = "rk_bench_0123456789abcdef0123456789";

/** Starts the product on a data folder, as `npm start` does, and waits until it is ready. `more`: what the environment says beside that. */
export async function startServer(dataDir: string, more: Readonly<Record<string, string>> = {}): Promise<Server> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", new URL("held.ts", import.meta.url).href, "api/main.ts"], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, API_KEY: adminKey, LOG_LEVEL: "error", ...more },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const url = `http://127.0.0.1:${port}`;
  await ready(url, child);
  const startedInMs = performance.now() - started;
  const pid = child.pid ?? 0;
  return {
    url,
    key: adminKey,
    startedInMs,
    memory: () => memoryOf(pid),
    cpuMs: () => cpuMsOf(pid),
    heldMs: () => heldMsOf(child),
    stop: () => stop(child),
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no loopback port is free");
  return address.port;
}

function ready(url: string, child: ChildProcess): Promise<void> {
  return untilAnswered("the server is not ready", async () => {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    return fetch(`${url}/ready`).catch(() => null);
  });
}

/** Waits until the queue is open: its list of failed jobs is refused as unavailable before. */
export function jobsRun({ url, key }: Server): Promise<void> {
  return untilAnswered("no jobs run", () => fetch(`${url}/v1/jobs/failed`, { headers: { authorization: `Bearer ${key}` } }));
}

async function untilAnswered(fault: string, ask: () => Promise<Response | null>): Promise<void> {
  for (const deadline = performance.now() + 60_000; performance.now() < deadline; ) {
    const answer = await ask();
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${fault} after 60 s`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

async function heldMsOf(child: ChildProcess): Promise<number> {
  const answered = once(child, "message");
  child.send("held");
  const [longest] = await answered;
  return Number(longest);
}

function memoryOf(pid: number): Memory {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const mb = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0) / 1024;
  return { rss: mb("VmRSS"), anonymous: mb("RssAnon") };
}

/** Time on a core so far, in user and system mode, all threads together; Linux counts it in hundredths of a second. */
function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
