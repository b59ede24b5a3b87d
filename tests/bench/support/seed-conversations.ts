import { join } from "node:path";
import Database from "libsql";
import { column, tables } from "#db/tables.ts";
import { seedContacts } from "./seed.ts";

/** Contacts that are made one by one, with all that is derived of them; the others are copies. */
const made = 1_000;
/** Conversations that are made in one commit. */
const batch = 50_000;
const minute = 60_000;
const day = 86_400_000;

/** Of ten conversations one waits and one is taken over; of the others half are done. */
const state =
  "CASE row % 10 WHEN 0 THEN 'waiting' WHEN 1 THEN 'taken_over' WHEN 2 THEN 'done' WHEN 3 THEN 'done' WHEN 4 THEN 'done' WHEN 5 THEN 'done' ELSE 'answered' END";
const channel = "CASE row / 10 % 3 WHEN 0 THEN 'telegram' WHEN 1 THEN 'whatsapp' ELSE 'web' END";
/** Whoever has somebody who looks after them, or a branch, wrote lately: a page of those without would walk past all of them. */
const assignee = `CASE WHEN created_at > (SELECT at FROM oldest) + ${40 * day} THEN 'stf_' || (row / 30 % 8) END`;
const branch = `CASE WHEN created_at > (SELECT at FROM oldest) + ${20 * day} THEN 'brn_' || (row / 240 % 4) END`;

/**
 * Puts so many contacts with a conversation each into a data folder that has been started once; the server must be stopped. Sets of
 * rows are made by the database itself, with its triggers, in a fraction of the time in which contacts are made one by one.
 */
export async function seedConversations(dataDir: string, count: number, onProgress: (done: number) => void): Promise<void> {
  await seedContacts(dataDir, Math.min(made, count), () => undefined);
  const db = new Database(join(dataDir, "rapport.db"));
  db.exec("PRAGMA cache_size = -1000000; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON");
  db.exec("CREATE TEMP TABLE oldest AS SELECT min(created_at) AS at FROM contacts");
  for (let from = 0; from < count; from += batch) {
    const to = Math.min(count, from + batch);
    // A prepared statement would hold the file after `close`, until its memory is freed.
    db.exec(`BEGIN; ${copiesOfContacts(Math.max(from, made), to)}; ${conversationsOf(from, to)}; COMMIT`);
    onProgress(to);
  }
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  db.close();
}

/** An identity and a conversation for each contact of the rows after `from` up to `to`. */
function conversationsOf(from: number, to: number): string {
  const rows = `FROM contacts WHERE row > ${from} AND row <= ${to}`;
  return `INSERT INTO identities (id, agent_id, contact_id, channel, account, external_id, created_at)
      SELECT 'idn_' || row, agent_id, id, ${channel}, 'bench', 'x' || row, created_at ${rows};
    INSERT INTO conversations (id, agent_id, contact_id, identity_id, channel, account, created_at, last_message_at, message_count,
        state, waiting_since, branch_id, assignee_id)
      SELECT 'cnv_' || row, agent_id, id, 'idn_' || row, ${channel}, 'bench', created_at, created_at + row % 97 * ${minute}, 3,
        ${state}, CASE WHEN row % 10 = 0 THEN created_at END, ${branch}, ${assignee} ${rows}`;
}

/** Contacts of the rows after `from` up to `to`, each like one of the first `made`, a little later. */
function copiesOfContacts(from: number, to: number): string {
  const own: Record<string, string> = {
    id: "'con_' || n.value",
    createdAt: `c.created_at + n.value / ${made}`,
    recentAt: `c.recent_at + n.value / ${made}`,
  };
  const columns = Object.keys(tables.contacts.columns);
  const values = columns.map((name) => own[name] ?? `c.${column(name)}`);
  return `INSERT INTO contacts (row, ${columns.map(column).join(", ")})
    SELECT n.value, ${values.join(", ")} FROM generate_series(${from + 1}, ${to}) AS n JOIN contacts AS c ON c.row = 1 + n.value % ${made}`;
}
