import { createClient, type Transaction } from "@libsql/client/http";
import { type Handle, openHandle } from "../handle.ts";
import { openLocal } from "../local.ts";
import { migrate } from "../migrate.ts";
import { raw, type SqlValue, type Statement } from "../sql.ts";

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
      for (const { name, keys } of await tablesOf(transaction)) await copyTable(transaction, copy, name, keys);
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

type TableToCopy = { name: string; keys: string[] };

async function tablesOf(transaction: Transaction): Promise<TableToCopy[]> {
  const { rows } = await transaction.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid");
  const names = rows.map((row) => String(row[0])).filter(isCopied);
  const tables: TableToCopy[] = [];
  for (const name of names) {
    const { rows: columns } = await transaction.execute({ sql: "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", args: [name] });
    tables.push({ name, keys: columns.map((row) => String(row[0])) });
  }
  return tables;
}

async function copyTable(transaction: Transaction, copy: Handle, name: string, keys: readonly string[]): Promise<void> {
  const order = keys.map(quoted).join(", ");
  let after: SqlValue[] | null = null;
  for (;;) {
    const later: string = after === null ? "" : `WHERE (${order}) > (${after.map(() => "?").join(", ")})`;
    const { columns, rows }: Awaited<ReturnType<Transaction["execute"]>> = await transaction.execute({
      sql: `SELECT * FROM ${quoted(name)} ${later} ORDER BY ${order} LIMIT ${pageSize}`,
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
