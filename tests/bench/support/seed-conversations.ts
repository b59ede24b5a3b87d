import { join } from "node:path";
import Database from "libsql";

/** Of ten conversations one waits and one is taken over; of the others half are done. One in five has a branch, one in ten somebody who looks after it. */
const state =
  "CASE c.row % 10 WHEN 0 THEN 'waiting' WHEN 1 THEN 'taken_over' WHEN 2 THEN 'done' WHEN 3 THEN 'done' WHEN 4 THEN 'done' WHEN 5 THEN 'done' ELSE 'answered' END";
const channel = "CASE c.row % 3 WHEN 0 THEN 'telegram' WHEN 1 THEN 'whatsapp' ELSE 'web' END";
const minute = 60_000;

/** Gives every contact of a data folder a conversation; the server must be stopped. */
export function seedConversations(dataDir: string): void {
  const db = new Database(join(dataDir, "rapport.db"));
  db.exec(`BEGIN;
    INSERT INTO identities (id, agent_id, contact_id, channel, account, external_id, created_at)
      SELECT 'idn_' || c.row, c.agent_id, c.id, ${channel}, 'bench', 'x' || c.row, c.created_at FROM contacts AS c;
    INSERT INTO conversations (id, agent_id, contact_id, identity_id, channel, account, created_at, last_message_at, message_count,
        state, waiting_since, branch_id, assignee_id)
      SELECT 'cnv_' || c.row, c.agent_id, c.id, 'idn_' || c.row, ${channel}, 'bench', c.created_at, c.created_at + c.row % 97 * ${minute}, 3,
        ${state}, CASE WHEN c.row % 10 = 0 THEN c.created_at END, CASE WHEN c.row % 5 = 0 THEN 'brn_' || (c.row / 5 % 4) END,
        CASE WHEN c.row / 3 % 10 = 0 THEN 'stf_' || (c.row / 30 % 8) END FROM contacts AS c;
    COMMIT; PRAGMA wal_checkpoint(TRUNCATE)`);
  db.close();
}
