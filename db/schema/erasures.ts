import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { agentData } from "../data-policy.ts";
import type { RecordOf } from "../table.ts";
import { ofAgent } from "./agents.ts";

/** The erasure journal: who was deleted, by id alone, so that restoring an older backup deletes them again. */
export const erasures = sqliteTable(
  "erasures",
  {
    agentId: ofAgent(),
    erasedId: text().notNull(),
    erasedAt: integer().notNull(),
  },
  (erasure) => [primaryKey({ columns: [erasure.agentId, erasure.erasedId] })],
);
export const erasuresPolicy = { ...agentData, erase: "record" } as const;

declare module "#core/model/tables.ts" {
  interface Tables {
    erasures: RecordOf<typeof erasures>;
  }
}
