import { createClient, LibsqlError } from "@libsql/client/http";
import type { Connection, Row } from "./connection.ts";
import { type Statement, statement } from "./sql.ts";

type Mode = "read" | "write";

/** How long a batch waits for other writers of the server, in ms. */
const patience = 15_000;

/** A libSQL server. Each call is one batch, which the server runs as one transaction; there are no others. */
export function openRemote(url: string, authToken: string | undefined): Connection {
  const client = createClient({ url, ...(authToken === undefined ? {} : { authToken }), intMode: "number", concurrency: 32 });

  const once = async (statements: readonly Statement[], mode: Mode): Promise<Row[][]> => {
    const results = await client.batch(
      statements.map(({ sql, args }) => ({ sql, args: [...args] })),
      mode,
    );
    // The schema has no blobs, and intMode gives integers as numbers.
    return results.map(({ rows }) => rows.map((row) => Array.from(row) as Row));
  };

  const batch = async (statements: readonly Statement[], mode: Mode): Promise<Row[][]> => {
    for (let delay = 10, waited = 0; ; waited += delay, delay = Math.min(delay * 2, 1000)) {
      try {
        return await once(statements, mode);
      } catch (error) {
        if (!isBusy(error) || waited >= patience) throw error;
        await new Promise((resolve) => setTimeout(resolve, delay * (0.5 + Math.random())));
      }
    }
  };

  return {
    kind: "remote",
    read: (statements) => batch(statements, "read"),
    write: (statements) => batch(statements, "write"),
    ready: async () => void (await once([statement("SELECT 1")], "read")),
    scrub: async () => {},
    close: async () => client.close(),
  };
}

const isBusy = (error: unknown) => error instanceof LibsqlError && error.code === "SQLITE_BUSY";
