import type { AlertRecord } from "#core/model/alert.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";

/** The alerts as the change set writes them so far, those too that it inserts, each with the row that was read. */
export function withWritten({ inserts, puts }: ChangeSet, stored: readonly AlertRecord[]): { before: AlertRecord; alert: AlertRecord }[] {
  const written = new Map([...(inserts.alerts ?? []), ...(puts.alerts ?? [])].map((alert) => [alert.id, alert]));
  const held = stored.map((before) => ({ before, alert: written.get(before.id) ?? before }));
  return [...held, ...(inserts.alerts ?? []).map((alert) => ({ before: alert, alert }))];
}
