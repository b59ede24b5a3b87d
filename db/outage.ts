import { CrmError } from "#core/errors.ts";
import type { Connection } from "./connection.ts";

/** What SQLite says of its files rather than of a statement, and what the operator does about it: https://sqlite.org/rescode.html. */
const causes: Readonly<Record<string, string>> = {
  SQLITE_FULL: "the disk is full: free space or enlarge it; until then only opt-outs and deletions are taken",
  SQLITE_IOERR: "the disk of the database cannot be read or written: look at it, and at its folder, then restart",
  SQLITE_READONLY: "the database is readonly: make its files and its folder writable for this process",
  SQLITE_CANTOPEN: "a file of the database cannot be opened: look at its folder and at who may write there",
  SQLITE_PERM: "the files of the database may not be read: give them back to this process",
  SQLITE_CORRUPT: "the file of the database is damaged: stop, and restore a backup",
  SQLITE_NOTADB: "the file is no database any more: stop, and restore a backup",
  SQLITE_NOLFS: "the file of the database is too large for its file system",
  SQLITE_NOMEM: "there is not enough memory for the database",
  SQLITE_PROTOCOL: "the locks of the database do not work: is its folder on a network drive?",
  SQLITE_BUSY: "another process is holding the database",
  SQLITE_LOCKED: "another process is holding the database",
};

const unreachable = "the libSQL server cannot be reached, or does not answer as one: look at DATABASE_URL and at the server";

/** `unavailable` with what to do about it. `cause` is a code for logs: SQLite's, or the file system's. */
export function outage(message: string, cause: string, error?: unknown): CrmError {
  const unavailable = new CrmError("unavailable", message, { cause });
  if (error !== undefined) unavailable.cause = error;
  return unavailable;
}

/** A failure of the disk, the files or the server as `unavailable`; anything else, a fault of a statement, unchanged. */
export function toOutage(error: unknown, kind: Connection["kind"]): unknown {
  if (error instanceof CrmError || !(error instanceof Error)) return error;
  const code = codeOf(error);
  const name = Object.keys(causes).find((each) => code === each || code?.startsWith(`${each}_`));
  if (name) return outage(causes[name] ?? name, name, error);
  return kind === "remote" && !isOfStatement(error, code) ? outage(unreachable, code ?? codeOf(error.cause) ?? error.name, error) : error;
}

/** True when the disk, or what the file may take of it, is used up. */
export function isFull(error: unknown): boolean {
  return codeOf(error)?.startsWith("SQLITE_FULL") === true;
}

/** A server that answers about a statement is there; the words of SQLite's own errors come with any code. */
function isOfStatement(error: Error, code: string | undefined): boolean {
  return (
    code?.startsWith("SQLITE_") === true || code?.startsWith("SQL_") === true || /constraint failed|stale: rows have changed/.test(error.message)
  );
}

/** The code of a fault of the system or of SQLite. */
export function codeOf(error: unknown): string | undefined {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** Called when the database stops working, and with null when it works again. */
export type OutageListener = (outage: CrmError | null) => void;

/** The connection with its outages as CrmErrors, each told once to the listener. `ready` throws the one that lasts. */
export function withOutages(connection: Connection, listener: OutageListener): Connection {
  let lasting: string | null = null;

  function failed(error: unknown): never {
    const mapped = toOutage(error, connection.kind);
    if (mapped instanceof CrmError && mapped.details.cause !== lasting) {
      lasting = String(mapped.details.cause);
      listener(mapped);
    }
    throw mapped;
  }

  function works(): void {
    if (lasting === null) return;
    lasting = null;
    listener(null);
  }

  const write: Connection["write"] = async (statements, isUrgent) => {
    const rows = await connection.write(statements, isUrgent).catch(failed);
    // What is urgent may still be written when nothing else can be.
    if (!isUrgent) works();
    return rows;
  };
  return {
    ...connection,
    write,
    read: (statements) => connection.read(statements).catch(failed),
    scrub: () => connection.scrub().catch(failed),
    ready: async () => {
      await connection.ready(lasting !== null).catch(failed);
      works();
    },
  };
}
