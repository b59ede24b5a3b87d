import type { InputLine } from "./lines.ts";
import { type ReplayOutcome, ReplayTally } from "./outcome.ts";
import { LineError, parseRecord, type WireMessage } from "./record.ts";
import { sendBatch, type Target } from "./server.ts";
import { nextMidnight, type VirtualTime } from "./virtual-time.ts";

export type FeedOptions = {
  now: number;
  /** Lines of the whole file. */
  count: number;
  /** How many contacts to remember. */
  remember: number;
  virtual?: VirtualTime | undefined;
  /** Lines of `count`, or in virtual time messages of all messages. */
  onProgress?: ((done: number, total: number, outcome: ReplayOutcome) => void) | undefined;
};

type FeedEntry = { line: number; message: WireMessage; at: number };

const maxMessages = 500;
/** Well below what the server takes in one body, whatever the script the customers write in. */
const maxCharacters = 250_000;
const hourMs = 3_600_000;

/** Sends the records of a file in batches: in the order of the file, or of their times when the records drive the clock. */
export async function feed(lines: AsyncIterable<InputLine>, target: Target, options: FeedOptions): Promise<ReplayOutcome> {
  const tally = new ReplayTally(options.remember);
  const read = entriesOf(lines, options, tally);
  if (options.virtual) await feedInTime(await inOrderOfTime(read), options.virtual, target, tally, options);
  else {
    for await (const batch of batchesOf(read)) {
      await send(batch, target, tally);
      options.onProgress?.(batch.at(-1)?.line ?? 0, options.count, tally.outcome);
    }
  }
  return tally.outcome;
}

/** Whole batches stand at the time of their last message; a batch spans no midnight, and an hour at most. */
async function feedInTime(
  entries: FeedEntry[],
  virtual: VirtualTime,
  target: Target,
  tally: ReplayTally,
  { onProgress }: FeedOptions,
): Promise<void> {
  let sent = 0;
  let last = 0;
  for await (const batch of batchesOf(entries, (first, next) => next.at - first.at > hourMs || next.at >= nextMidnight(first.at))) {
    last = batch.at(-1)?.at ?? last;
    await virtual.advance(last);
    await send(batch, target, tally);
    sent += batch.length;
    onProgress?.(sent, entries.length, tally.outcome);
  }
  if (sent > 0) await virtual.advance(nextMidnight(last));
}

async function send(batch: FeedEntry[], target: Target, tally: ReplayTally): Promise<void> {
  const messages = batch.map((entry) => entry.message);
  const results = await sendBatch(target, messages);
  for (const [index, { line }] of batch.entries()) tally.answer(line, results[index]);
}

async function* entriesOf(lines: AsyncIterable<InputLine>, { now, count }: FeedOptions, tally: ReplayTally): AsyncGenerator<FeedEntry> {
  for await (const line of lines) {
    tally.outcome.lines += 1;
    try {
      const messages = parseRecord(line.text, { number: line.number, count, now });
      for (const message of messages) yield { line: line.number, message, at: Date.parse(message.sentAt) };
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      tally.badLine(line.number, error.message);
    }
  }
}

async function inOrderOfTime(entries: AsyncIterable<FeedEntry>): Promise<FeedEntry[]> {
  const all: FeedEntry[] = [];
  for await (const entry of entries) all.push(entry);
  return all.sort((a, b) => a.at - b.at);
}

async function* batchesOf(
  entries: AsyncIterable<FeedEntry> | Iterable<FeedEntry>,
  parts: (first: FeedEntry, next: FeedEntry) => boolean = () => false,
): AsyncGenerator<FeedEntry[]> {
  let batch: FeedEntry[] = [];
  let characters = 0;
  for await (const entry of entries) {
    const size = JSON.stringify(entry.message).length;
    const first = batch[0];
    if (first && (batch.length === maxMessages || characters + size > maxCharacters || parts(first, entry))) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(entry);
    characters += size;
  }
  if (batch.length > 0) yield batch;
}
