import { type Statement, statement } from "../sql.ts";

/** An UPDATE after which the batch fails as stale unless it has changed exactly `count` rows. */
export function expecting(count: number, update: Statement): Statement[] {
  return [update, statement("INSERT INTO expectations(expected, changed) VALUES (?, changes())", count)];
}
