import type { Connection } from "../connection.ts";
import { sql } from "../sql.ts";

/**
 * Stops what would go out by itself from a restored backup, since the installation that it was taken from may have sent it
 * already: deliveries on their way become unknown, for staff to resolve, with their follow-ups, and triggers that have come
 * due meanwhile are proposed instead of sent automatically. Returns the number of deliveries.
 */
export async function holdSends(connection: Connection, now: number): Promise<number> {
  const open = sql`state IN ('queued', 'claimed', 'sending')`;
  const [held = []] = await connection.write([
    sql`SELECT count(*) FROM deliveries WHERE ${open}`,
    sql`UPDATE followups SET state = 'unknown', version = version + 1, updated_at = ${now}
      WHERE (agent_id, delivery_id) IN (SELECT agent_id, id FROM deliveries WHERE ${open})`,
    sql`UPDATE deliveries SET state = 'unknown', reason = 'restored', owner = NULL, lease_until = NULL, updated_at = ${now} WHERE ${open}`,
    // Attempt 0 marks what people decide on, whatever the trigger's settings say (propose-due.ts).
    sql`UPDATE dues SET attempt = 0 WHERE due_at <= ${now}`,
  ]);
  return Number(held[0]?.[0] ?? 0);
}
