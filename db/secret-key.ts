import { lostCredentials } from "#core/model/connection.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { makeTable } from "./small-table.ts";
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
  /** What is lost with the key. */
  countLosses(): Promise<KeyLosses>;
  /** Takes another key from now on: credentials sealed with the former one are to be given again, and suppressions match nobody. */
  startAnew(check: string, now: number): Promise<void>;
};

/** Accounts and workspaces whose credentials are sealed, and deleted people who must not be written to. */
export type KeyLosses = { connections: number; workspaces: number; suppressions: number };

const sealed = raw("SELECT sealed FROM connections WHERE sealed <> '' UNION ALL SELECT sealed FROM workspaces WHERE sealed <> '' LIMIT 1");
const losses = raw(`SELECT (SELECT count(*) FROM connections WHERE sealed <> ''), (SELECT count(*) FROM workspaces WHERE sealed <> ''),
  (SELECT count(*) FROM suppressions)`);

/** The check of the secret key, kept in the database so that it goes where the data goes. */
export function secretKeyCheck(connection: Connection): SecretKeyCheck {
  const ready = () => makeTable(connection, "secret_key_check", "hash TEXT NOT NULL");
  const saving = (check: string) => [raw("DELETE FROM secret_key_check"), sql`INSERT INTO secret_key_check(hash) VALUES (${check})`];
  const sealedCredential = async () => {
    const [row] = await rowsOf(connection, sealed);
    return row ? String(row[0]) : null;
  };
  return {
    find: async () => {
      await ready();
      const [row] = await rowsOf(connection, raw("SELECT hash FROM secret_key_check"));
      return row ? String(row[0]) : null;
    },
    save: async (check) => {
      await ready();
      await connection.write(saving(check));
    },
    sealedCredential,
    isNeeded: async () => (await sealedCredential()) !== null || (await rowsOf(connection, raw("SELECT 1 FROM suppressions LIMIT 1"))).length > 0,
    countLosses: async () => {
      const [row = []] = await rowsOf(connection, losses);
      const [connections = 0, workspaces = 0, suppressions = 0] = row.map(Number);
      return { connections, workspaces, suppressions };
    },
    startAnew: async (check, now) => {
      await ready();
      await connection.write([
        sql`UPDATE connections SET sealed = ${lostCredentials} WHERE sealed IS NOT NULL`,
        sql`UPDATE workspaces SET sealed = ${lostCredentials}, broken_because = 'secret_key_lost', broken_since = coalesce(broken_since, ${now}),
          updated_at = ${now} WHERE sealed IS NOT NULL`,
        ...saving(check),
      ]);
    },
  };
}
