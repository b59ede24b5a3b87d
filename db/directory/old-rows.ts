import type { Directory } from "#core/ports/store.ts";
import type { Connection } from "../connection.ts";
import { sql } from "../sql.ts";

/** Deletes rows that guard against repeats, once nothing is repeated any more. */
export function oldRows(connection: Connection): Pick<Directory, "forgetSeen" | "forgetAnswers"> {
  return {
    forgetSeen: async (before, limit) => {
      await connection.write([
        sql`DELETE FROM seen WHERE rowid IN (SELECT rowid FROM seen INDEXED BY seen_by_time WHERE at < ${before} ORDER BY at LIMIT ${limit})`,
      ]);
    },
    forgetAnswers: async (before, limit) => {
      const [gone = []] = await connection.write([
        sql`DELETE FROM remembered WHERE rowid IN
          (SELECT rowid FROM remembered INDEXED BY remembered_by_time WHERE created_at < ${before} ORDER BY created_at LIMIT ${limit}) RETURNING 1`,
      ]);
      return gone.length;
    },
  };
}
