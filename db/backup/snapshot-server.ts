import { createClient, type Transaction } from "@libsql/client/http";
import { type Handle, openHandle } from "../handle.ts";
import { openLocal } from "../local.ts";
import { migrate } from "../migrate.ts";
import { raw, type SqlValue, type Statement, statement } from "../sql.ts";

/** Rows that are read at once. */
const pageSize = 2_000;

/** Tables that the migrations fill themselves: SQLite's own, drizzle's history, and the search index, which a trigger maintains. */
const isCopied = (name: string) => !/^(sqlite_|libsql_|__drizzle_|contacts_search)/.test(name);

/**
 * Copies everything on a libSQL server into a new database at `target`, as it is at one instant: all pages are read in one
 * read transaction. The server must have the schema of this program; start it once after an upgrade.
 */
export async function snapshotServer(url: string, authToken: string | undefined, target: string): Promise<void> {
  await createSchema(target);
  // Tables come in any order: the source has checked its foreign keys.
  const copy = openHandle(target, ["foreign_keys = OFF"]);
  const client = createClient({ url, ...(authToken === undefined ? {} : { authToken }), intMode: "number" });
  try {
    const transaction = await client.transaction("read");
    try {
      for (const table of await tablesOf(transaction)) await copyTable(transaction, copy, table);
    } finally {
      transaction.close();
    }
  } finally {
    copy.close();
    client.close();
  }
}

async function createSchema(path: string): Promise<void> {
  const connection = openLocal(path);
  try {
    await migrate(connection);
  } finally {
    await connection.close();
  }
}

type TableToCopy = { name: string; definition: string; keys: string[] };

async function tablesOf(transaction: Transaction): Promise<TableToCopy[]> {
  const { rows } = await transaction.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY rowid");
  const copied = rows.map((row) => ({ name: String(row[0]), definition: String(row[1]) })).filter(({ name }) => isCopied(name));
  const tables: TableToCopy[] = [];
  for (const { name, definition } of copied) {
    const { rows: columns } = await transaction.execute({ sql: "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", args: [name] });
    const keys = columns.map((row) => String(row[0]));
    // A table without a primary key has SQLite's own row numbers.
    tables.push({ name, definition, keys: keys.length > 0 ? keys : ["rowid"] });
  }
  return tables;
}

async function copyTable(transaction: Transaction, copy: Handle, { name, definition, keys }: TableToCopy): Promise<void> {
  // Some tables are made when a database is opened, and not by a migration.
  const isThere = copy.run(statement("SELECT 1 FROM sqlite_schema WHERE name = ?", name)).length > 0;
  copy.run(raw(isThere ? `DELETE FROM ${quoted(name)}` : definition));
  const order = keys.map(quoted).join(", ");
  const extra = keys.includes("rowid") ? ", rowid" : "";
  let after: SqlValue[] | null = null;
  for (;;) {
    const later: string = after === null ? "" : `WHERE (${order}) > (${after.map(() => "?").join(", ")})`;
    const { columns, rows }: Awaited<ReturnType<Transaction["execute"]>> = await transaction.execute({
      sql: `SELECT *${extra} FROM ${quoted(name)} ${later} ORDER BY ${order} LIMIT ${pageSize}`,
      args: after ?? [],
    });
    if (rows.length > 0) copy.run(insertRows(name, columns, rows));
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    // The schema has no blobs, and intMode gives integers as numbers.
    after = keys.map((key) => last[key] as SqlValue);
  }
}

function insertRows(name: string, columns: readonly string[], rows: readonly { [column: string]: unknown }[]): Statement {
  const picked = columns.map((_, at) => `value ->> ${at}`).join(", ");
  const values = JSON.stringify(rows.map((row) => columns.map((column) => row[column])));
  return { ...raw(`INSERT INTO ${quoted(name)} (${columns.map(quoted).join(", ")}) SELECT ${picked} FROM json_each(?)`), args: [values] };
}

const quoted = (name: string) => `"${name}"`;
