import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { agentData } from "../data-policy.ts";
import type { RecordOf } from "../table.ts";
import { ofAgent } from "./agents.ts";

/** Keyed hashes of the platform's ids of messages that their authors took back: one that comes again is not stored. */
export const retractions = sqliteTable(
  "retractions",
  {
    agentId: ofAgent(),
    hash: text().notNull(),
    /** When the message was taken back here. */
    at: integer().notNull(),
  },
  (retraction) => [primaryKey({ columns: [retraction.agentId, retraction.hash] })],
);
export const retractionsPolicy = agentData;

declare module "#core/model/tables.ts" {
  interface Tables {
    retractions: RecordOf<typeof retractions>;
  }
}
