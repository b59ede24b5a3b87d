import type { ImportStore } from "#core/ports/import-store.ts";
import { sql } from "../sql.ts";
import { readPage } from "./cursor.ts";
import { find, findOne, type Tenant } from "./tenant.ts";

export function importStore(tenant: Tenant): ImportStore {
  return {
    find: (id) => findOne(tenant, "imports", sql`id = ${id}`),
    list: (page) =>
      readPage(
        page,
        (after, limit) => {
          const older = after ? sql`(created_at, id) < (${after[0]}, ${after[1]})` : sql`true`;
          return find(tenant, "imports", sql`${older} ORDER BY created_at DESC, id DESC LIMIT ${limit}`);
        },
        (file) => [file.createdAt, file.id],
      ),
    scan: (importId, after, limit) => find(tenant, "importRows", sql`import_id = ${importId} AND line > ${after} ORDER BY line LIMIT ${limit}`),
    rows: (importId, { outcome }, page) =>
      readPage(
        page,
        (after, limit) => {
          const later = after ? sql` AND line > ${after[0]}` : sql``;
          const only = outcome ? sql` AND outcome = ${outcome}` : sql``;
          return find(tenant, "importRows", sql`import_id = ${importId}${later}${only} ORDER BY line LIMIT ${limit}`);
        },
        (row) => [row.line, ""],
      ),
  };
}
