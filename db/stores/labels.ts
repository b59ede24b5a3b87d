import type { TagRecord } from "#core/model/records.ts";
import type { LabelStore } from "#core/ports/label-store.ts";
import { rowsOf } from "../connection.ts";
import { type RecordOrder, recordPage } from "../lists/record-page.ts";
import { decoder, selection } from "../rows.ts";
import { raw, rowsOfJson, sql } from "../sql.ts";
import { find, findOne, type Tenant } from "./tenant.ts";

const tagsByName: RecordOrder<"tags"> = { columns: ["name_key", "id"], positionOf: (tag) => [tag.nameKey, tag.id] };
const branchesByName: RecordOrder<"branches"> = { columns: ["name", "id"], positionOf: (branch) => [branch.name, branch.id] };
const notesByTime: RecordOrder<"notes"> = { columns: ["created_at", "id"], positionOf: (note) => [note.createdAt, note.id], descending: true };

export function labelStore(tenant: Tenant): LabelStore {
  return {
    tags: () => find(tenant, "tags", sql`true ORDER BY name_key`),
    tagPage: (page) => recordPage(tenant, "tags", tagsByName, page),
    findTag: (id) => findOne(tenant, "tags", sql`id = ${id}`),
    tagByKey: (nameKey) => findOne(tenant, "tags", sql`name_key = ${nameKey}`),
    tagsOf: (contactIds) => tagsOf(tenant, contactIds),
    notes: (contactId, page) => recordPage(tenant, "notes", notesByTime, page, sql`contact_id = ${contactId}`),
    notesOfConversation: (id, page) => recordPage(tenant, "notes", notesByTime, page, sql`conversation_id = ${id}`),
    findNote: (id) => findOne(tenant, "notes", sql`id = ${id}`),
    branches: () => find(tenant, "branches", sql`true ORDER BY name, id`),
    branchesNamed: (nameKey) => find(tenant, "branches", sql`(name_key = ${nameKey} OR name_key IS NULL) ORDER BY name, id`),
    branchPage: (page) => recordPage(tenant, "branches", branchesByName, page),
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
