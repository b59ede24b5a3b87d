import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { eraseContacts } from "../changes/erasure.ts";
import type { Connection } from "../connection.ts";
import { BackupError } from "./contents.ts";

/** Somebody whose data was deleted: ids alone, no word about them. */
export type JournalEntry = { agentId: string; contactId: string };

/** Contacts that are erased in one commit. */
const chunk = 500;

/**
 * The erasure journal of a backup or of a data folder at `source`. One made before there was a journal has none. Throws
 * BackupError when there is no database.
 */
export function readJournal(source: string): JournalEntry[] {
  const path = existsSync(source) && statSync(source).isDirectory() ? join(source, "rapport.db") : source;
  if (!existsSync(path)) throw new BackupError(`${path} does not exist: --erasures takes a newer backup or the former data folder`);
  const db = new Database(path, { readonly: true });
  try {
    const [journal] = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'erasures'").all();
    if (!journal) return [];
    // Both columns are text and never null.
    return db.prepare("SELECT agent_id AS agentId, erased_id AS contactId FROM erasures").all() as JournalEntry[];
  } catch (error) {
    throw new BackupError(`${path} is no database of Rapport`, { cause: error });
  } finally {
    db.close();
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
