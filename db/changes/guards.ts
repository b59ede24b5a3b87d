import type { FollowUpRecord } from "#core/model/followup.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { rowsOfJson, type Statement, sql } from "../sql.ts";
import { expecting } from "./expecting.ts";

/** The batch fails as stale unless each contact is still there in the version that was read. Nothing is written to it. */
export function unchanged(contacts: readonly ContactRecord[], agentId: string | null): Statement[] {
  // SQLite counts a row that is set to what it holds as changed.
  return contacts.flatMap(({ id, version }) =>
    expecting(1, sql`UPDATE contacts SET version = version WHERE agent_id = ${agentId} AND id = ${id} AND version = ${version}`),
  );
}

/** The batch fails as stale unless each follow-up is still in the version that was read; its successor is put in the same batch. */
export function unmoved(followUps: readonly FollowUpRecord[], agentId: string | null): Statement[] {
  if (followUps.length === 0) return [];
  const given = followUps.map(({ id, version }) => [id, version]);
  return expecting(
    followUps.length,
    sql`UPDATE followups SET version = version FROM ${rowsOfJson(given)} AS j
      WHERE +followups.agent_id = ${agentId} AND followups.agent_id = ${agentId} AND followups.id = j.value->>0 AND followups.version = j.value->>1`,
  );
}
