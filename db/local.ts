import { dirname } from "node:path";
import type { Connection, Row } from "./connection.ts";
import { fileIdentity, isLogGone } from "./file-identity.ts";
import { checkDatabaseFile, failOnDatabaseFile, keepToOwner, prepareFolder } from "./files.ts";
import { diskFull, GroupCommit } from "./group-commit.ts";
import { type Handle, openHandle } from "./handle.ts";
import { lockFile } from "./lock.ts";
import { openReserve } from "./reserve.ts";
import { scrubber } from "./scrub.ts";
import { type Statement, statement } from "./sql.ts";

/** As much of the file as SQLite maps at most, 2 GiB: a row looked up in it costs a fifth of one that is read. */
const mapped = "mmap_size = 2147418112";
/** Pages of the log after which a checkpoint runs: 16 MiB, a stall of some 50 ms. The default of 4 MiB costs a third more in total. */
const checkpoint = "wal_autocheckpoint = 4000";
const writing = ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON", "cache_size = -65536", mapped, checkpoint];
const reading = ["query_only = 1", "cache_size = -16384", "temp_store = MEMORY", mapped];

/** Writes a page and changes nothing: shows that the disk takes it. */
const sameUserVersion = statement("PRAGMA user_version = 0");

/**
 * A libSQL file that this process owns: one writer, and a reader that cannot write. The driver is synchronous.
 * `reserveBytes` of the disk are held for what is urgent; `setBy` is the variable that names the file, for errors.
 * No statistics are gathered: statements name their indexes or their order of joins, so that plans are those of the tests.
 */
export function openLocal(path: string, reserveBytes = 0, setBy = "DATABASE_URL"): Connection {
  prepareFolder(dirname(path), setBy);
  checkDatabaseFile(path, setBy);
  const lock = lockFile(path, "One process owns a local file; give several a libSQL server with DATABASE_URL=libsql://…");
  try {
    return open(path, reserveBytes, lock.release);
  } catch (error) {
    lock.release();
    return failOnDatabaseFile(path, setBy, error);
  }
}

function open(path: string, reserveBytes: number, release: () => void): Connection {
  keepToOwner(path);
  const writer = openHandle(path, writing);
  const reader = openHandle(path, reading);
  const check = checking(path, writer);
  const reserve = openReserve(path, reserveBytes);
  const group = new GroupCommit(writer, check, reserve);
  const { scrub, close: emptyLog } = scrubber(writer, reserve);
  return {
    kind: "local",
    read: async (statements) => readAll(statements, reader),
    write: (statements, isUrgent) => group.write(statements, isUrgent),
    ready: async (isFaulty) => {
      check();
      // A few rows may find room where the write that was refused did not: that alone does not make the disk well.
      if (isFaulty && !reserve.hasRoom()) throw diskFull();
      if (reserve.isSpent || isFaulty) await group.write([sameUserVersion]);
      reader.run(statement("SELECT 1"));
    },
    scrub: async () => {
      await group.idle();
      await scrub();
    },
    close: async () => {
      await group.idle();
      reader.close();
      emptyLog();
      writer.close();
      release();
    },
  };
}

/** A log that has been taken away is known to this process alone: what is in it goes into the file while that is there. */
function checking(path: string, writer: Handle): () => void {
  const identity = fileIdentity(path);
  let isSaved = false;
  return () => {
    try {
      identity.check();
    } catch (error) {
      if (!isSaved && isLogGone(error)) {
        isSaved = true;
        writer.run(statement("PRAGMA wal_checkpoint(TRUNCATE)"));
      }
      throw error;
    }
  };
}

function readAll(statements: readonly Statement[], reader: Handle): Row[][] {
  const [only, second] = statements;
  if (!only) return [];
  if (!second) return [reader.run(only)];
  reader.run(statement("BEGIN"));
  try {
    return statements.map(reader.run);
  } finally {
    reader.run(statement("COMMIT"));
  }
}
