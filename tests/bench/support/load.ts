import { Pool } from "undici";

export type Request = { method: "GET" | "POST"; path: string; body?: unknown };
export type Load = { perSecond: number; p50: number; p95: number; p99: number; count: number };

/** Sends all the requests with so many in flight and says how it went; ms. Any answer but 2xx fails the run. */
export async function drive(url: string, key: string, inFlight: number, requests: readonly Request[]): Promise<Load> {
  const pool = new Pool(url, { connections: inFlight, pipelining: 1 });
  const times: number[] = [];
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < requests.length; at = next++) {
      const request = requests[at];
      if (request) times.push(await send(pool, key, request));
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: inFlight }, worker));
  const seconds = (performance.now() - started) / 1000;
  await pool.close();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: requests.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), count: requests.length };
}

async function send(pool: Pool, key: string, { method, path, body }: Request): Promise<number> {
  const started = performance.now();
  const answer = await pool.request({
    method,
    path,
    headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (answer.statusCode >= 300) throw new Error(`${method} ${path} answered ${answer.statusCode}: ${await answer.body.text()}`);
  await answer.body.dump({ limit: Number.POSITIVE_INFINITY });
  return performance.now() - started;
}
