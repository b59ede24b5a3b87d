import type { SetWork } from "#core/ports/change-set.ts";
import { raw, rowsOfJson, type Statement, sql } from "./sql.ts";

/** What is done to many contacts at once. Only rows that change are written; people's columns count the version up. */
export function setWork({ work, contactIds, at }: SetWork, agentId: string | null): Statement[] {
  if (contactIds.length === 0) return [];
  if (agentId === null) throw new Error("the directory holds no contacts");
  const chosen = sql`agent_id = ${agentId} AND id IN (SELECT value FROM ${rowsOfJson(contactIds)})`;
  const touch = (set: Statement, where: Statement) => sql`UPDATE contacts SET updated_at = ${at}, ${set} WHERE ${chosen} AND ${where}`;
  switch (work.action) {
    case "tag":
      return [
        touch(raw("version = version + 1"), sql`NOT ${carries(agentId, work.tagId)}`),
        sql`INSERT INTO contact_tags(agent_id, contact_id, tag_id, created_at)
          SELECT ${agentId}, value, ${work.tagId}, ${at} FROM ${rowsOfJson(contactIds)} WHERE true ON CONFLICT DO NOTHING`,
      ];
    case "untag":
      return [
        touch(raw("version = version + 1"), carries(agentId, work.tagId)),
        sql`DELETE FROM contact_tags WHERE agent_id = ${agentId} AND tag_id = ${work.tagId}
          AND contact_id IN (SELECT value FROM ${rowsOfJson(contactIds)})`,
      ];
    case "branch":
      return [touch(sql`version = version + 1, branch_id = ${work.branchId}`, sql`branch_id IS NOT ${work.branchId}`)];
    case "owner":
      return [touch(sql`version = version + 1, owner_id = ${work.ownerId}`, sql`owner_id IS NOT ${work.ownerId}`)];
  }
}

const carries = (agentId: string, tagId: string) =>
  sql`EXISTS (SELECT 1 FROM contact_tags AS t WHERE t.agent_id = ${agentId} AND t.contact_id = contacts.id AND t.tag_id = ${tagId})`;
