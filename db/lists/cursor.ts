import { invalidField } from "#core/errors.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import type { SqlValue } from "../sql.ts";

/** Where a page ended: the sort value and the tie-breaker of its last row. */
export type PagePosition = readonly [SqlValue, string | number];

/** `order` names the order of a list that has several: a cursor of one order says nothing in another. */
function toCursor(position: PagePosition, order?: string): string {
  return Buffer.from(JSON.stringify(order === undefined ? position : [...position, order])).toString("base64url");
}

function fromCursor(cursor: string, order?: string): PagePosition {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const [value, id, its, ...more] = Array.isArray(parts) ? parts : [];
    if (isKey(value) && isKey(id) && its === order && more.length === 0) return [value, id];
  } catch {
    // Not JSON: the fault below is all there is to say.
  }
  throw invalidField("/cursor", "is not a cursor of this list: leave it out to start again");
}

function isKey(part: unknown): part is string | number {
  return typeof part === "string" || typeof part === "number";
}

/** One page of a list that `read` gives in order, from after a position; one row more tells whether there is another page. */
export async function readPage<T>(
  { cursor, limit }: PageQuery,
  read: (after: PagePosition | null, limit: number) => Promise<T[]>,
  positionOf: (item: T) => PagePosition,
  order?: string,
): Promise<Page<T>> {
  const items = await read(cursor === null ? null : fromCursor(cursor, order), limit + 1);
  const data = items.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: items.length > limit && last ? toCursor(positionOf(last), order) : null };
}
