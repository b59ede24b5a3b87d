import { stat } from "node:fs/promises";
import { feed } from "./feed.ts";
import { type FollowUpSource, followUpTable, writeFollowUps } from "./followups.ts";
import { countLines, readLines } from "./lines.ts";
import type { Options } from "./options.ts";
import type { ReplayOutcome } from "./outcome.ts";
import { showProgress } from "./progress.ts";
import { contactTable, countTable, readContacts, readCounts } from "./report.ts";
import { get, ReplayError, type Target } from "./server.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** Time as the records tell it, and what it brings up. */
type Virtual = { time: VirtualTime; source: FollowUpSource };

/** Feeds the file and prints what came of it; true when nothing failed. */
export async function run({ file, show, json }: Options, target: Target, virtual?: Virtual): Promise<boolean> {
  await get({ ...target, patience: 1 }, "/v1/contacts?limit=1");
  const started = performance.now();
  const progress = showProgress(process.stderr);
  const outcome = await feed(readLines(file), target, {
    now: Date.now(),
    count: await countLines(file),
    remember: show + 1,
    virtual: virtual?.time,
    onProgress: progress.update,
  }).finally(() => progress.stop());

  for (const { line, detail } of outcome.faults) console.error(`${file}:${line} ${detail}`);
  console.log(summary(outcome, performance.now() - started));
  if (show > 0 && outcome.contacts.size > 0) await printContacts(target, outcome, show);
  console.log(`\nPipeline\n${countTable(await readCounts(target))}`);
  if (virtual) await printFollowUps(virtual.source, json);
  return outcome.failedLines === 0;
}

/** Throws ReplayError for a path that is no file to read. */
export async function checkFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new ReplayError(`${path} does not exist`);
  if (!found.isFile()) throw new ReplayError(`${path} is not a file; name one JSON Lines file`);
}

async function printContacts(target: Target, { contacts }: ReplayOutcome, show: number): Promise<void> {
  const more = contacts.size > show ? `, the first ${show} of this file (--show N for more)` : "";
  console.log(`\nContacts${more}\n${contactTable(await readContacts(target, [...contacts].slice(0, show)))}`);
}

async function printFollowUps(source: FollowUpSource, json: string | undefined): Promise<void> {
  const table = await followUpTable(source);
  if (table !== "") console.log(`\nFollow-ups\n${table}`);
  if (json !== undefined) await writeFollowUps(source, json);
}

function summary({ lines, added, known, refused, failedLines, faults }: ReplayOutcome, ms: number): string {
  const seconds = Math.max(ms / 1000, 0.001);
  const parts = [
    `${lines} records in ${seconds.toFixed(1)} s`,
    `${added} new messages (${Math.round((added + known + refused) / seconds)} a second)`,
    `${known} known already`,
  ];
  if (failedLines > 0) parts.push(`${failedLines} lines failed${failedLines > faults.length ? ", the first of them above" : ""}`);
  return parts.join(", ");
}
