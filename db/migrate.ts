import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { type Connection, rowsOf } from "./connection.ts";
import { raw, type Statement, statement } from "./sql.ts";

const folder = fileURLToPath(new URL("./migrations", import.meta.url));

/** drizzle's own table, so that its tools see the same history. */
const history = raw("CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)");

/** Applies the migrations that the database has not seen, each in one commit. */
export async function migrate(connection: Connection): Promise<void> {
  let newest = await newestApplied(connection);
  for (const { folderMillis, hash, sql } of readMigrationFiles({ migrationsFolder: folder })) {
    if (folderMillis <= newest) continue;
    const record = statement("INSERT INTO __drizzle_migrations(hash, created_at) VALUES (?, ?)", hash, folderMillis);
    newest = await apply(connection, [history, ...sql.map(raw), record], folderMillis);
  }
}

/** Another process may apply the same migration to the same server at the same time: then its work stands. */
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
