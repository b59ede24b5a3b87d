import { execFile } from "node:child_process";
import { cpSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { openQueue } from "#db/queue/open-queue.ts";
import { childEnvironment } from "./child-environment.ts";
import { madeOnce } from "./made-once.ts";

/*
 * Creating an embedded queue takes about 9 s of a processor, and the product's queues in it as much again. Tests that are not
 * about the first start copy one into their data folder (`DATA_DIR`) instead.
 */

/** Puts an embedded queue into the data folder that has the tables and nothing in them. */
export async function provideEmptyQueue(dataDir: string): Promise<void> {
  copyInto(dataDir, await madeOnce("empty-queue", makeEmptyQueue));
}

/** Puts the embedded queue of a product that was started and stopped into the data folder: it has no jobs. */
export async function provideQueue(dataDir: string): Promise<void> {
  copyInto(dataDir, await madeOnce("queue", makeQueue));
}

function copyInto(dataDir: string, queue: string): void {
  mkdirSync(dataDir, { recursive: true });
  cpSync(queue, join(dataDir, "queue"), { recursive: true });
}

async function makeEmptyQueue(path: string): Promise<void> {
  const dataDir = `${path}.data`;
  const queue = await openQueue({ dataDir });
  await queue.stop(0);
  moveQueue(dataDir, path);
}

async function makeQueue(path: string): Promise<void> {
  const dataDir = `${path}.data`;
  await provideEmptyQueue(dataDir);
  await promisify(execFile)(process.execPath, ["tests/support/services/make-queue.ts", dataDir], { env: childEnvironment() });
  moveQueue(dataDir, path);
}

function moveQueue(dataDir: string, path: string): void {
  renameSync(join(dataDir, "queue"), path);
  rmSync(dataDir, { recursive: true });
}
