import type { ReadInContext } from "#core/ports/change-set.ts";
import { type Statement, statement } from "../sql.ts";

/** Keeps how stored messages read in context; rows that say so already are not written. */
export function readInContext(read: readonly ReadInContext[], agentId: string | null): Statement[] {
  if (read.length === 0) return [];
  const rows = JSON.stringify(read.map(({ messageId, reading, sentiment }) => [messageId, reading && JSON.stringify(reading), sentiment]));
  const given = "WITH given AS MATERIALIZED (SELECT value->>0 AS id, value->>1 AS reading, value->>2 AS sentiment FROM json_each(?))";
  return [
    statement(
      `${given} UPDATE readings SET in_context = given.reading FROM given WHERE readings.agent_id = ? AND readings.message_id = given.id
        AND readings.effective = 1 AND readings.in_context IS NOT given.reading`,
      rows,
      agentId,
    ),
    statement(
      `${given} UPDATE messages SET sentiment = given.sentiment FROM given WHERE messages.agent_id = ? AND messages.id = given.id
        AND messages.sentiment IS NOT given.sentiment`,
      rows,
      agentId,
    ),
  ];
}
