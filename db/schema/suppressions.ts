import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { agentData } from "../data-policy.ts";
import type { RecordOf } from "../table.ts";
import { ofAgent } from "./agents.ts";

/** Keyed hashes of the addresses of opted-out people who were deleted: whoever comes with one of them again is opted out. */
export const suppressions = sqliteTable(
  "suppressions",
  {
    agentId: ofAgent(),
    hash: text().notNull(),
    /** When the person was deleted. */
    at: integer().notNull(),
  },
  (suppression) => [primaryKey({ columns: [suppression.agentId, suppression.hash] })],
);
export const suppressionsPolicy = agentData;

declare module "#core/model/tables.ts" {
  interface Tables {
    suppressions: RecordOf<typeof suppressions>;
  }
}
