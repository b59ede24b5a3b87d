import { type Connection, rowsOf } from "./connection.ts";
import { raw, sql } from "./sql.ts";

/** What tells whether a secret key is the one that an installation was begun with, and what would be lost with another. */
export type SecretKeyCheck = {
  /** A keyed hash by which the key is recognized; null: none has been saved yet. */
  find(): Promise<string | null>;
  save(check: string): Promise<void>;
  /** A credential that is sealed with the key; null: there is none. */
  sealedCredential(): Promise<string | null>;
  /** Whether anything stored can be used with the key alone: sealed credentials, or suppressions of deleted people. */
  isNeeded(): Promise<boolean>;
};

const table = raw("CREATE TABLE IF NOT EXISTS secret_key_check (hash TEXT NOT NULL) STRICT");
const sealed = raw(
  "SELECT sealed FROM connections WHERE sealed IS NOT NULL UNION ALL SELECT sealed FROM workspaces WHERE sealed IS NOT NULL LIMIT 1",
);

/** The check of the secret key, kept in the database so that it goes where the data goes. */
export function secretKeyCheck(connection: Connection): SecretKeyCheck {
  const sealedCredential = async () => {
    const [row] = await rowsOf(connection, sealed);
    return row ? String(row[0]) : null;
  };
  return {
    find: async () => {
      await connection.write([table]);
      const [row] = await rowsOf(connection, raw("SELECT hash FROM secret_key_check"));
      return row ? String(row[0]) : null;
    },
    save: async (check) =>
      void (await connection.write([table, raw("DELETE FROM secret_key_check"), sql`INSERT INTO secret_key_check(hash) VALUES (${check})`])),
    sealedCredential,
    isNeeded: async () => (await sealedCredential()) !== null || (await rowsOf(connection, raw("SELECT 1 FROM suppressions LIMIT 1"))).length > 0,
  };
}
