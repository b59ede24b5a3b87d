import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { eraseContacts } from "../changes/erasure.ts";
import type { Connection } from "../connection.ts";
import { rowsOfJson, sql } from "../sql.ts";
import { BackupError } from "./contents.ts";

/** Somebody whose data was deleted: ids alone, no word about them. */
export type JournalEntry = { agentId: string; contactId: string };

/** A keyed hash of what an opted-out person who was deleted is known by. */
export type SuppressedHash = { agentId: string; hash: string; at: number };

/** Contacts that are erased in one commit, and suppressions that are written in one. */
const chunk = 500;

/**
 * The erasure journal of a backup or of a data folder at `source`. One made before there was a journal has none. Throws
 * BackupError when there is no database.
 */
export function readJournal(source: string): JournalEntry[] {
  // Both columns are text and never null.
  return rowsOfSource(source, "erasures", "SELECT agent_id AS agentId, erased_id AS contactId FROM erasures") as JournalEntry[];
}

/** What a query gives on the database of a backup or data folder; nothing where it has no such table. */
function rowsOfSource(source: string, table: string, query: string): unknown[] {
  const path = existsSync(source) && statSync(source).isDirectory() ? join(source, "rapport.db") : source;
  if (!existsSync(path)) throw new BackupError(`${path} does not exist: --erasures takes a newer backup or the former data folder`);
  const db = new Database(path, { readonly: true });
  try {
    const [found] = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?").all(table);
    return found ? db.prepare(query).all() : [];
  } catch (error) {
    throw new BackupError(`${path} is no database of Rapport`, { cause: error });
  } finally {
    db.close();
  }
}

/** The suppressions of a newer backup or data folder; one made before there were any has none. Throws as `readJournal`. */
export function readSuppressions(source: string): SuppressedHash[] {
  // The columns are of these types and never null.
  return rowsOfSource(source, "suppressions", "SELECT agent_id AS agentId, hash, at FROM suppressions") as SuppressedHash[];
}

/** Adds suppressions of a newer source, so that whoever was deleted while opted out stays so. Those of agents that are not there are left out. */
export async function addSuppressions(connection: Connection, rows: readonly SuppressedHash[]): Promise<void> {
  for (let from = 0; from < rows.length; from += chunk) {
    const some = rowsOfJson(rows.slice(from, from + chunk).map(({ agentId, hash, at }) => [agentId, hash, at]));
    await connection.write([
      sql`INSERT OR IGNORE INTO suppressions(agent_id, hash, at)
        SELECT j.value->>0, j.value->>1, j.value->>2 FROM ${some} AS j WHERE j.value->>0 IN (SELECT id FROM agents)`,
    ]);
  }
}

/** Erases whoever is in the journal and has come back with the backup. Returns how many there were. */
export async function eraseAgain(connection: Connection, journal: readonly JournalEntry[]): Promise<number> {
  let erased = 0;
  for (const [agentId, entries] of Map.groupBy(journal, (entry) => entry.agentId)) {
    for (let from = 0; from < entries.length; from += chunk) {
      const ids = entries.slice(from, from + chunk).map(({ contactId }) => contactId);
      erased += (await eraseContacts({ agentId, connection }, ids)).size;
    }
  }
  return erased;
}
