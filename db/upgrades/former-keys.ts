import { type Connection, rowsOf } from "../connection.ts";
import { makeTable } from "../small-table.ts";
import { raw } from "../sql.ts";

/**
 * Gives keys from the time when `write` covered channel accounts and settings the scopes for both, so that they can do what they could. Runs once in the life of a database;
 * returns how many keys it has changed.
 */
export async function widenFormerKeys(connection: Connection): Promise<number> {
  await makeTable(connection, "key_scopes", "version INTEGER NOT NULL");
  const done = await rowsOf(connection, raw("SELECT 1 FROM key_scopes"));
  if (done.length > 0) return 0;
  const [, widened = []] = await connection.write([
    raw("INSERT INTO key_scopes(version) VALUES (1)"),
    raw(`UPDATE keys SET scopes = json_insert(scopes, '$[#]', 'channels', '$[#]', 'settings')
      WHERE revoked_at IS NULL
        AND EXISTS (SELECT 1 FROM json_each(scopes) WHERE value = 'write')
        AND NOT EXISTS (SELECT 1 FROM json_each(scopes) WHERE value IN ('admin', 'channels', 'settings'))
      RETURNING 1`),
  ]);
  return widened.length;
}
