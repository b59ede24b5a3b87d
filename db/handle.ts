import Database from "libsql";
import { LruCache } from "#core/lru-cache.ts";
import type { Row } from "./connection.ts";
import type { Statement } from "./sql.ts";

export interface Handle {
  /** Runs one statement at once; rows only from those that return some. */
  run(statement: Statement): Row[];
  readonly inTransaction: boolean;
  close(): void;
}

type Prepared = { all: ((args: readonly unknown[]) => Row[]) | null; run(args: readonly unknown[]): unknown };

/** Statements that stay prepared on a connection; those of lists vary with their filters. */
export const mostPrepared = 300;

/** One connection of the synchronous driver. The busy timeout is short: another process may hold the file only for a moment while it ends. */
export function openHandle(path: string, pragmas: readonly string[]): Handle {
  const db = new Database(path, { timeout: 200 });
  for (const pragma of pragmas) db.prepare(`PRAGMA ${pragma}`).all();
  const cache = new LruCache<string, Prepared>(mostPrepared);

  const prepare = (sql: string): Prepared => {
    const prepared = toPrepared(db.prepare<unknown[]>(sql));
    cache.set(sql, prepared);
    return prepared;
  };

  return {
    run: ({ sql, args }) => {
      for (const arg of args) if (!isBindable(arg)) throw new TypeError(`a value of the type ${typeof arg} cannot be bound`);
      const prepared = cache.get(sql) ?? prepare(sql);
      if (prepared.all) return prepared.all(args);
      prepared.run(args);
      return [];
    },
    get inTransaction() {
      return db.inTransaction;
    },
    close: () => void db.close(),
  };
}

/** Checked at run time too, because the native driver aborts the process when it gets a boolean or an object. */
function isBindable(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || value === null || value === undefined || typeof value === "bigint";
}

function toPrepared(statement: Database.Statement<unknown[]>): Prepared {
  const run = (args: readonly unknown[]) => statement.run(args);
  if (!statement.reader) return { all: null, run };
  const raw = statement.raw();
  // A raw statement gives arrays; the schema has no blobs, and integers come as numbers.
  return { all: (args) => raw.all(args) as Row[], run };
}
