import { drive, type Request } from "./support/load.ts";
import { type BenchRow, median, ms, perSecond } from "./support/row.ts";
import type { Server } from "./support/server.ts";

const get = (path: string): Request => ({ method: "GET", path });

const pages = [
  "/v1/contacts?limit=50",
  "/v1/contacts?limit=50&sort=name",
  "/v1/contacts?limit=50&status=converted",
  "/v1/contacts?limit=50&status=qualified,converted&source=telegram&grade=A,B",
  "/v1/contacts?limit=50&stage=in_progress&sort=-score",
];

/** A page of the list over HTTP with a million contacts against ten thousand, alternating. */
export async function benchLists(small: Server, large: Server, largeCount: number, rounds: number): Promise<BenchRow[]> {
  const named = pages.map((path) => ({ path, what: `list ${path.replace("/v1/contacts", "")}, ${largeCount.toLocaleString("en")} contacts` }));
  return comparePages(small, large, named, rounds);
}

/** Each page over HTTP from both servers, alternating; the large one may take `most` times as long. */
export async function comparePages(
  small: Server,
  large: Server,
  paths: readonly { path: string; what: string }[],
  rounds: number,
  most = 1.5,
): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { path, what } of paths) {
    const at = { small: [] as number[], large: [] as number[] };
    const requests = Array.from({ length: 300 }, () => get(path));
    for (let round = -1; round < rounds; round++) {
      for (const which of round % 2 === 0 ? (["small", "large"] as const) : (["large", "small"] as const)) {
        const { p50 } = await drive((which === "small" ? small : large).url, small.key, 1, requests);
        if (round >= 0) at[which].push(p50);
      }
    }
    const ratio = median(at.large.map((value, i) => value / (at.small[i] ?? value)));
    rows.push({
      what,
      measured: ms(median(at.large)),
      limit: `${ms(median(at.small))} at 10,000`,
      ratio,
      goal: `≤ ${most}×`,
      met: ratio <= most,
    });
  }
  return rows;
}

/** Parts of 3 characters and more: in nearly all, in many, in few, in none; with accents, as digits, as two words. */
const terms = [
  ".com",
  "exa",
  "maria",
  "José",
  "garcia",
  "santos",
  "cruz9999",
  "0917 12",
  "+63917",
  "zzzqqq",
  "maria reyes",
  "917",
  "ana",
  "xyz",
  "an1",
  "Ocampo lui",
];

export async function benchSearch(server: Server, count: number, rounds: number): Promise<BenchRow[]> {
  const slowest = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    for (const term of terms) {
      const { p95 } = await drive(
        server.url,
        server.key,
        1,
        Array.from({ length: 20 }, () => get(`/v1/contacts?q=${encodeURIComponent(term)}`)),
      );
      slowest.set(term, Math.min(slowest.get(term) ?? Number.POSITIVE_INFINITY, p95));
    }
  }
  const [term, p95] = [...slowest].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
  const middle = median([...slowest.values()]);
  return [
    {
      what: `search, ${count.toLocaleString("en")} contacts, slowest of ${terms.length} terms (“${term}”), p95`,
      measured: ms(p95),
      limit: `${ms(middle)} the middle term`,
      ratio: null,
      goal: "≤ 25 ms",
      met: p95 <= 25,
    },
  ];
}

/** The whole export, with the server's memory watched meanwhile. */
export async function benchCsv(server: Server, count: number): Promise<BenchRow[]> {
  const before = server.memory().anonymous;
  let peak = before;
  const started = performance.now();
  const answer = await fetch(`${server.url}/v1/contacts.csv`, { headers: { authorization: `Bearer ${server.key}` } });
  if (!answer.ok || !answer.body) throw new Error(`the export answered ${answer.status}`);
  let lines = 0;
  let firstByte = 0;
  for await (const chunk of answer.body) {
    firstByte ||= performance.now() - started;
    for (const byte of chunk) if (byte === 10) lines++;
    peak = Math.max(peak, server.memory().anonymous);
  }
  const seconds = (performance.now() - started) / 1000;
  if (lines !== count + 1) throw new Error(`the export has ${lines} lines for ${count} contacts`);
  return [
    { what: "CSV export", measured: perSecond(count / seconds), limit: `first byte ${ms(firstByte)}`, ratio: null, goal: "", met: null },
    {
      what: "CSV export, growth of memory",
      measured: `${(peak - before).toFixed(0)} MB`,
      limit: "",
      ratio: null,
      goal: "≤ 32 MB",
      met: peak - before <= 32,
    },
  ];
}
