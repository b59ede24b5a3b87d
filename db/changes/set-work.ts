import type { SetWork } from "#core/ports/change-set.ts";
import { raw, rowsOfJson, type Statement, sql } from "../sql.ts";
import { column } from "../tables.ts";
import { reviewOfContacts } from "./review-branch.ts";

/** What is done to many contacts at once. Only rows that change are written; columns that people write count the version up. */
export function setWork({ work, contactIds, at, by }: SetWork, agentId: string | null): Statement[] {
  if (contactIds.length === 0) return [];
  if (agentId === null) throw new Error("the directory holds no contacts");
  const chosen = sql`agent_id = ${agentId} AND id IN (SELECT value FROM ${rowsOfJson(contactIds)})`;
  const touch = (where: Statement) => sql`UPDATE contacts SET updated_at = ${at} WHERE ${chosen} AND ${where}`;
  const entry = JSON.stringify({ provenance: "human", by, at });
  // A value that an import brought becomes people's, also when they say the same.
  const write = (name: "branchId" | "ownerId", value: string | null) => {
    const [held, place] = [raw(column(name)), `$.${name}`];
    const isNews = sql`(${held} IS NOT ${value} OR ${held} IS NOT NULL AND people_by ->> ${`${place}.provenance`} = 'integration')`;
    return sql`UPDATE contacts SET updated_at = ${at}, version = version + 1, ${held} = ${value},
      people_by = json_set(coalesce(people_by, '{}'), ${place}, json(${entry})) WHERE ${chosen} AND ${isNews}`;
  };
  switch (work.action) {
    case "tag":
      return [
        touch(sql`NOT ${carries(agentId, work.tagId)}`),
        sql`INSERT INTO contact_tags(agent_id, contact_id, tag_id, created_at)
          SELECT ${agentId}, value, ${work.tagId}, ${at} FROM ${rowsOfJson(contactIds)} WHERE true ON CONFLICT DO NOTHING`,
      ];
    case "untag":
      return [
        touch(carries(agentId, work.tagId)),
        sql`DELETE FROM contact_tags WHERE agent_id = ${agentId} AND tag_id = ${work.tagId}
          AND contact_id IN (SELECT value FROM ${rowsOfJson(contactIds)})`,
      ];
    case "branch":
      return [write("branchId", work.branchId), reviewOfContacts(sql`SELECT value FROM ${rowsOfJson(contactIds)}`, agentId, at)];
    case "owner":
      return [write("ownerId", work.ownerId)];
  }
}

const carries = (agentId: string, tagId: string) =>
  sql`EXISTS (SELECT 1 FROM contact_tags AS t WHERE t.agent_id = ${agentId} AND t.contact_id = contacts.id AND t.tag_id = ${tagId})`;
