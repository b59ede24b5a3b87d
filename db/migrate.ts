import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { type Connection, rowsOf } from "./connection.ts";
import { raw, type Statement, statement } from "./sql.ts";

const folder = fileURLToPath(new URL("./migrations", import.meta.url));

/** drizzle's own table, so that its tools see the same history. */
const history = raw("CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)");

/** The database was written by a newer version of this program, which may have given its rows another meaning. */
export class NewerDatabaseError extends Error {
  override readonly name = "NewerDatabaseError";
}

/** The database belongs to another program. */
export class ForeignDatabaseError extends Error {
  override readonly name = "ForeignDatabaseError";
}

/**
 * Applies the migrations that the database has not seen, each in one commit. Throws NewerDatabaseError, and changes nothing,
 * when the database has seen one that this program does not know. `onUpgrade` is called before the first on a database that
 * has seen some.
 */
export async function migrate(connection: Connection, onUpgrade: () => void = () => {}): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  let newest = await newestApplied(connection);
  if (newest === 0) await refuseForeign(connection);
  const last = migrations.at(-1)?.folderMillis ?? 0;
  if (newest > last) {
    throw new NewerDatabaseError(
      `the database was written by a newer version of Rapport (its schema is of ${new Date(newest).toISOString().slice(0, 10)}): start that version, or restore a backup made before the upgrade`,
    );
  }
  if (newest > 0 && newest < last) onUpgrade();
  for (const { folderMillis, hash, sql } of migrations) {
    if (folderMillis <= newest) continue;
    const record = statement("INSERT INTO __drizzle_migrations(hash, created_at) VALUES (?, ?)", hash, folderMillis);
    newest = await apply(connection, [history, ...sql.map(raw), record], folderMillis);
  }
}

/** A database without our history has no tables, but for those that libSQL and its replication make. */
async function refuseForeign(connection: Connection): Promise<void> {
  const foreign = raw(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> '__drizzle_migrations'
    AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'libsql_*' AND name NOT GLOB '_litestream*' LIMIT 1`);
  if ((await rowsOf(connection, foreign)).length === 0) return;
  throw new ForeignDatabaseError("the database holds tables of another program: set DATABASE_URL to one that is empty or of Rapport");
}

/** Another process may apply the same migration to the same server at the same time: its result is then used. */
async function apply(connection: Connection, statements: Statement[], at: number): Promise<number> {
  try {
    await connection.write(statements);
    return at;
  } catch (error) {
    const newest = await newestApplied(connection);
    if (newest < at) throw error;
    return newest;
  }
}

async function newestApplied(connection: Connection): Promise<number> {
  const exists = await rowsOf(connection, raw("SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'"));
  if (exists.length === 0) return 0;
  const [newest] = await rowsOf(connection, raw("SELECT coalesce(max(created_at), 0) FROM __drizzle_migrations"));
  return Number(newest?.[0] ?? 0);
}
