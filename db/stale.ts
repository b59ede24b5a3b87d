import { StaleError } from "#core/ports/change-set.ts";

/** Both drivers carry SQLite's own words; their codes differ, and the server's do not tell the kinds of constraint apart. */
const lost = /UNIQUE constraint failed|FOREIGN KEY constraint failed|stale: rows have changed/;

/** The error to throw for a commit that failed: StaleError when what it was decided on has changed, else the driver's own. */
export function asStale(error: unknown): unknown {
  if (!(error instanceof Error) || !lost.test(error.message)) return error;
  return new StaleError("what the change was decided on has changed since", { cause: error });
}
