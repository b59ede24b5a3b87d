import type { TableName, Tables } from "#core/model/tables.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import { raw, type Statement, sql } from "../sql.ts";
import { find, type Tenant } from "../stores/tenant.ts";
import { type PagePosition, readPage } from "./cursor.ts";

/** `columns` is what a list is ordered by, the id last: `positionOf` gives the same two of a record. */
export type RecordOrder<T extends TableName> = {
  columns: readonly [value: string, id: string];
  positionOf(record: Tables[T]): PagePosition;
  descending?: boolean;
};

/** A page of the records of one table of the agent for which `where` holds. */
export function recordPage<T extends TableName>(
  tenant: Tenant,
  table: T,
  { columns, positionOf, descending = false }: RecordOrder<T>,
  page: PageQuery,
  where: Statement = sql`true`,
): Promise<Page<Tables[T]>> {
  const [value, id] = columns;
  const direction = descending ? "DESC" : "ASC";
  const order = raw(`ORDER BY ${value} ${direction}, ${id} ${direction}`);
  const beyond = raw(`(${value}, ${id}) ${descending ? "<" : ">"}`);
  return readPage(
    page,
    (after, limit) => find(tenant, table, sql`${where} AND ${after ? sql`${beyond} (${after[0]}, ${after[1]})` : sql`true`} ${order} LIMIT ${limit}`),
    positionOf,
  );
}
