import type { TagRecord } from "#core/model/records.ts";
import type { LabelStore } from "#core/ports/store.ts";
import { rowsOf } from "../connection.ts";
import { readPage } from "../lists/cursor.ts";
import { decoder, selection } from "../rows.ts";
import { raw, rowsOfJson, sql } from "../sql.ts";
import { find, findOne, type Tenant } from "./tenant.ts";

export function labelStore(tenant: Tenant): LabelStore {
  return {
    tags: () => find(tenant, "tags", sql`true ORDER BY name_key`),
    findTag: (id) => findOne(tenant, "tags", sql`id = ${id}`),
    tagByKey: (nameKey) => findOne(tenant, "tags", sql`name_key = ${nameKey}`),
    tagsOf: (contactIds) => tagsOf(tenant, contactIds),
    notes: (contactId, page) =>
      readPage(
        page,
        (after, limit) => {
          const older = after ? sql` AND (created_at, id) < (${after[0]}, ${after[1]})` : raw("");
          return find(tenant, "notes", sql`contact_id = ${contactId}${older} ORDER BY created_at DESC, id DESC LIMIT ${limit}`);
        },
        (note) => [note.createdAt, note.id],
      ),
    findNote: (id) => findOne(tenant, "notes", sql`id = ${id}`),
    branches: () => find(tenant, "branches", sql`true ORDER BY name, id`),
    findBranch: (id) => findOne(tenant, "branches", sql`id = ${id}`),
  };
}

async function tagsOf(tenant: Tenant, contactIds: readonly string[]): Promise<Map<string, TagRecord[]>> {
  const rows = await rowsOf(
    tenant.connection,
    sql`SELECT ${raw(selection("tags", "t"))}, c.contact_id FROM ${rowsOfJson(contactIds)} AS j
      CROSS JOIN contact_tags AS c ON c.agent_id = ${tenant.agentId} AND c.contact_id = j.value
      CROSS JOIN tags AS t ON t.agent_id = c.agent_id AND t.id = c.tag_id ORDER BY t.name_key`,
  );
  const decode = decoder("tags");
  const tags = new Map<string, TagRecord[]>(contactIds.map((id) => [id, []]));
  for (const row of rows) tags.get(String(row.at(-1)))?.push(decode(row));
  return tags;
}
