import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { lockFile } from "#db/lock.ts";
import { isLoss, within } from "./outage.ts";
import type { IDatabase } from "./pg-boss.ts";
import { schema } from "./pg-boss.ts";
import { openPglite, type PgliteThread } from "./pglite-thread.ts";
import type { Backend, QueueLogger } from "./types.ts";

// Long: on a busy machine the very first start takes its time, and a folder given up too soon is a queue lost.
const openTimeoutMs = 120_000;

export type EmbeddedFolder = {
  /** `onLost` is called when the database dies, or its files do. */
  open(onLost: () => void): Promise<Backend>;
  /** Out of the way, so that the next `open` begins anew. What was in it is kept beside it until the next time. */
  setAside(): void;
  release(): void;
};

/** The folder of the embedded queue, for this process alone. The lock lies beside it: it outlives a folder that is deleted. */
export function takeFolder(dataDir: string, log: QueueLogger): EmbeddedFolder {
  mkdirSync(dataDir, { recursive: true });
  const folder = join(dataDir, "queue");
  const lock = takeLock(folder);

  async function open(onLost: () => void): Promise<Backend> {
    if (!existsSync(folder)) await create(folder);
    const thread = await withinTime(folder, onLost);
    try {
      await putBack(thread.db, log);
    } catch (error) {
      await thread.close();
      throw error;
    }
    return {
      connection: { backend: "pglite", db: watched(thread.db, onLost) },
      isEmbedded: true,
      assertThere: () => {
        if (existsSync(join(folder, "PG_VERSION"))) return;
        onLost();
        throw new Error("the folder of the queue is gone");
      },
      close: thread.close,
    };
  }

  function setAside(): void {
    if (!existsSync(folder)) return;
    rmSync(`${folder}.broken`, { recursive: true, force: true });
    renameSync(folder, `${folder}.broken`);
  }

  return { open, setAside, release: lock.release };
}

function takeLock(folder: string): { release(): void } {
  try {
    return lockFile(folder);
  } catch (error) {
    throw new Error(
      `${folder} is in use by another process. One process owns an embedded queue; give several a PostgreSQL with QUEUE_URL=postgres://…`,
      { cause: error },
    );
  }
}

/** Made under another name, so that a process killed half-way leaves nothing that looks ready; in a thread of its own, whose memory goes with it. */
async function create(folder: string): Promise<void> {
  rmSync(`${folder}.new`, { recursive: true, force: true });
  const thread = await withinTime(`${folder}.new`, () => {});
  await thread.close();
  renameSync(`${folder}.new`, folder);
}

/** Files that are gone or unreadable show in the first statement that needs them. */
function watched(db: IDatabase, onLost: () => void): IDatabase {
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

async function withinTime(folder: string, onEnd: () => void): Promise<PgliteThread> {
  const opening = openPglite(folder, onEnd);
  try {
    return await within(openTimeoutMs, opening);
  } catch (error) {
    opening.then((late) => late.close()).catch(() => {});
    throw error;
  }
}

/** What a process that died was handling runs again; a job that has used up its tries, perhaps because it is what kills, is failed. */
async function putBack(db: IDatabase, log: QueueLogger): Promise<void> {
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
