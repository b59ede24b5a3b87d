import type { SqlValue, Statement } from "./sql.ts";

/** Values in the order of the columns selected. */
export type Row = SqlValue[];

export interface Connection {
  readonly kind: "local" | "remote";
  /** Rows of each statement, all of one snapshot. */
  read(statements: readonly Statement[]): Promise<Row[][]>;
  /** All of the statements in one durable commit, or an error and none of them. `isUrgent`: may use the space held in reserve. */
  write(statements: readonly Statement[], isUrgent?: boolean): Promise<Row[][]>;
  /** Throws when it cannot be used. `isFaulty`: it could not before, so that a write has to show that it can. */
  ready(isFaulty: boolean): Promise<void>;
  /** Removes deleted data from the database files as well, as far as the database allows. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** The rows of one statement. */
export async function rowsOf(connection: Connection, statement: Statement): Promise<Row[]> {
  const [rows] = await connection.read([statement]);
  return rows ?? [];
}
