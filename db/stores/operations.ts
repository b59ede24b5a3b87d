import type { OperationStore, SegmentStore } from "#core/ports/work-store.ts";
import { readPage } from "../lists/cursor.ts";
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

export function segmentStore(tenant: Tenant): SegmentStore {
  return {
    list: () => find(tenant, "segments", sql`true ORDER BY name_key`),
    find: (id) => findOne(tenant, "segments", sql`id = ${id}`),
    byKey: (nameKey) => findOne(tenant, "segments", sql`name_key = ${nameKey}`),
  };
}
