import type { OperationStore, SegmentStore } from "#core/ports/work-store.ts";
import { readPage } from "../lists/cursor.ts";
import { type RecordOrder, recordPage } from "../lists/record-page.ts";
import { sql } from "../sql.ts";
import { find, findOne, type Tenant } from "./tenant.ts";

export function operationStore(tenant: Tenant): OperationStore {
  return {
    find: (id) => findOne(tenant, "operations", sql`id = ${id}`),
    list: (page) =>
      readPage(
        page,
        (after, limit) => {
          const older = after ? sql`(created_at, id) < (${after[0]}, ${after[1]})` : sql`true`;
          return find(tenant, "operations", sql`${older} ORDER BY created_at DESC, id DESC LIMIT ${limit}`);
        },
        (operation) => [operation.createdAt, operation.id],
      ),
  };
}

const segmentsByName: RecordOrder<"segments"> = { columns: ["name_key", "id"], positionOf: (segment) => [segment.nameKey, segment.id] };

export function segmentStore(tenant: Tenant): SegmentStore {
  return {
    list: (page) => recordPage(tenant, "segments", segmentsByName, page),
    find: (id) => findOne(tenant, "segments", sql`id = ${id}`),
    byKey: (nameKey) => findOne(tenant, "segments", sql`name_key = ${nameKey}`),
  };
}
