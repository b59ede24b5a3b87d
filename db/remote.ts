import { createClient, LibsqlError } from "@libsql/client/http";
import { fail } from "#core/errors.ts";
import type { Connection, Row } from "./connection.ts";
import { type Statement, statement } from "./sql.ts";

type Mode = "read" | "write";

/** How long a batch waits for other writers of the server, in ms. */
const patience = 15_000;

/** How long a call may take, its whole answer included, in ms: more than the largest batch on a slow line needs. */
const callMs = 30_000;

/**
 * A libSQL server. Each call is one batch, which the server runs as one transaction; there are no others. A call that takes longer
 * than `limitMs` is given up: whether a batch was written is then not known, as after any lost answer.
 */
export function openRemote(url: string, authToken: string | undefined, limitMs = callMs): Connection {
  const limited = (request: Request) => fetch(request, { signal: AbortSignal.timeout(limitMs) });
  const client = createClient({ url, ...(authToken === undefined ? {} : { authToken }), intMode: "number", concurrency: 32, fetch: limited });

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

/** The first answer of a server that is there comes well before. */
const answerWithinMs = 10_000;

/** Asks a libSQL server for the first time. Throws on one line why it cannot be used; shows its host and nothing else of its address. */
export async function firstAnswer(url: string, ask: () => Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(Object.assign(new Error("late"), { code: `no answer within ${answerWithinMs / 1000} s` })),
    answerWithinMs,
  );
  try {
    await Promise.race([ask(), late.promise]);
  } catch (error) {
    failOnServer(hostOf(url), error);
  } finally {
    clearTimeout(timer);
  }
}

function failOnServer(host: string, error: unknown): never {
  const status = statusOf(error);
  if (status === 401 || status === 403) {
    return fail("unavailable", `DATABASE_AUTH_TOKEN is not taken by ${host} (HTTP ${status}): set it to a token that the server has given out`);
  }
  if (status !== null || error instanceof SyntaxError) {
    const answer = status === null ? "its answer is not of libSQL" : `HTTP ${status}`;
    return fail("unavailable", `DATABASE_URL: what answers at ${host} is no libSQL server (${answer}): correct DATABASE_URL`);
  }
  return fail("unavailable", `DATABASE_URL: no libSQL server can be reached at ${host} (${reasonOf(error)}): start it, or correct DATABASE_URL`);
}

function statusOf(error: unknown): number | null {
  for (const each of causes(error)) if ("status" in each && typeof each.status === "number") return each.status;
  return null;
}

/** A code, or the short word of the HTTP client; never a text of the server's. */
function reasonOf(error: unknown): string {
  for (const each of causes(error)) if ("code" in each && typeof each.code === "string") return each.code;
  return causes(error).at(-1)?.message.slice(0, 60) ?? "unknown";
}

function causes(error: unknown): Error[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [];
}

function hostOf(url: string): string {
  return URL.parse(url)?.host || "the address";
}
