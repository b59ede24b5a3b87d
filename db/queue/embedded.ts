import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fail } from "#core/errors.ts";
import { failOnPath, freeBytes, prepareFolder } from "#db/files.ts";
import { lockFile } from "#db/lock.ts";
import { isLoss, within } from "./outage.ts";
import type { IDatabase } from "./pg-boss.ts";
import { schema } from "./pg-boss.ts";
import { openPglite, type PgliteThread } from "./pglite-thread.ts";
import type { QueueBackend, QueueLogger } from "./types.ts";

/** What a new queue takes of the disk: 40 MB, of which 16 MB are its log (measured on an empty one), and as much again to work with. */
const neededBytes = 80 << 20;

// Long, because the first start on a busy machine is slow, and a folder that is given up too early is a lost queue.
const openTimeoutMs = 120_000;

export type EmbeddedFolder = {
  /** `onLost` is called when the database dies, or its files do. `signal`: ends the opening. */
  open(onLost: () => void, signal?: AbortSignal): Promise<QueueBackend>;
  /** Renames the folder to `queue.broken`, replacing an earlier one, so that the next `open` creates a new one. */
  moveAside(): void;
  release(): void;
};

/** Locks the folder of the embedded queue for this process. The lock file is beside the folder, so that it survives its deletion. */
export function lockFolder(dataDir: string, log: QueueLogger): EmbeddedFolder {
  prepareFolder(dataDir, "DATA_DIR");
  const folder = join(dataDir, "queue");
  refuseFile(folder);
  refuseFile(`${folder}.new`);
  const lock = lockFile(folder, "One process owns an embedded queue; give several a PostgreSQL with QUEUE_URL=postgres://…");

  async function open(onLost: () => void, signal?: AbortSignal): Promise<QueueBackend> {
    if (!existsSync(folder)) await create(folder, signal);
    const thread = await openInTime(folder, onLost, signal);
    try {
      await requeueInterrupted(thread.db, log);
    } catch (error) {
      await thread.close();
      throw error;
    }
    return {
      connection: { backend: "pglite", db: reportingLoss(thread.db, onLost) },
      isEmbedded: true,
      assertThere: () => {
        if (existsSync(join(folder, "PG_VERSION"))) return;
        onLost();
        throw new Error("the folder of the queue is gone");
      },
      close: thread.close,
    };
  }

  function moveAside(): void {
    if (!existsSync(folder)) return;
    rmSync(`${folder}.broken`, { recursive: true, force: true });
    renameSync(folder, `${folder}.broken`);
  }

  return { open, moveAside, release: lock.release };
}

/** What is there must be a folder that can be read: it is not moved aside, since it may be somebody else's. */
function refuseFile(folder: string): void {
  if (!existsSync(folder)) return;
  try {
    readdirSync(folder);
  } catch (error) {
    failOnPath(folder, "DATA_DIR", error);
  }
}

/**
 * Created under another name, so that a process killed half-way leaves nothing that looks complete, and in a thread of its
 * own, whose memory is freed when it ends.
 */
async function create(folder: string, signal: AbortSignal | undefined): Promise<void> {
  rmSync(`${folder}.new`, { recursive: true, force: true });
  requireRoom(folder);
  try {
    const thread = await openInTime(`${folder}.new`, () => {}, signal);
    await thread.close();
  } catch (error) {
    rmSync(`${folder}.new`, { recursive: true, force: true });
    throw error;
  }
  renameSync(`${folder}.new`, folder);
}

/** A queue that is begun on a disk too small for it would take what the database needs for opt-outs and deletions, and fail all the same. */
function requireRoom(folder: string): void {
  const free = freeBytes(folder);
  if (free >= neededBytes) return;
  const [has, needs] = [free, neededBytes].map((bytes) => Math.floor(bytes / (1 << 20)));
  fail("unavailable", `a new queue needs ${needs} MB of the disk of ${folder}, which has ${has} MB free: make room, or set QUEUE_URL`);
}

/** The first statement that needs a deleted or unreadable file fails; that is when the loss is noticed. */
function reportingLoss(db: IDatabase, onLost: () => void): IDatabase {
  return {
    ...db,
    executeSql: async (text, values) => {
      try {
        return await db.executeSql(text, values);
      } catch (error) {
        if (isLoss(error)) onLost();
        throw error;
      }
    },
  };
}

async function openInTime(folder: string, onEnd: () => void, signal: AbortSignal | undefined): Promise<PgliteThread> {
  const opening = openPglite(folder, onEnd, signal);
  try {
    return await within(openTimeoutMs, opening);
  } catch (error) {
    opening.then((late) => late.close()).catch(() => {});
    throw error;
  }
}

/**
 * Requeues jobs that were active when the process died. One that has no retries left, and may be what kills the process,
 * is marked as failed.
 */
async function requeueInterrupted(db: IDatabase, log: QueueLogger): Promise<void> {
  const { rows: tables } = await db.executeSql(`SELECT to_regclass('${schema}.job') IS NOT NULL AS found`);
  if (!tables[0]?.found) return;
  const { rows } = await db.executeSql(`
    UPDATE ${schema}.job SET
      state = CASE WHEN retry_count < retry_limit THEN 'retry' ELSE 'failed' END::${schema}.job_state,
      completed_on = CASE WHEN retry_count < retry_limit THEN NULL ELSE now() END,
      start_after = now(),
      output = '{"error": "process_ended"}'
    WHERE state = 'active'
    RETURNING id`);
  if (rows.length > 0) log.warn({ jobs: rows.length }, "jobs of a process that ended run again");
}
