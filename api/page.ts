import { z } from "@hono/zod-openapi";
import type { Page, PageQuery } from "#core/ports/page.ts";
import { foldText } from "#core/rules/text/text.ts";
import { nameList, openCursor, sealCursor } from "./http/list-cursor.ts";
import type { ApiContext } from "./types.ts";

/** Query parameters of every list. */
export const pageParameters = {
  limit: numberParameter(z.int().min(1).max(200)).default(50).meta({ description: "Entries on a page, 1 to 200", example: 50 }),
  cursor: z.string().min(1).max(2000).optional().meta({ description: "`nextCursor` of the page before", example: "WzE3OTU1MzI0MDAwMDAsMTJd" }),
};

export const PageParameters = z.strictObject(pageParameters);

type ListQuery = { limit: number; cursor?: string | undefined; total?: boolean | undefined };

/** The page that a request asks for; `query` is its whole query, which a cursor belongs to. `invalid` for the cursor of another list. */
export function toPageQuery(c: ApiContext, query: ListQuery): PageQuery {
  const { limit, cursor, total: _total, ...filter } = query;
  nameList(c, filter);
  return { limit, cursor: cursor === undefined ? null : openCursor(c, cursor) };
}

/** What a list answers: the entries as the wire shows them and the cursor of the next page, which opens this list alone. */
export function toPage<R, V>(c: ApiContext, { data, nextCursor }: Page<R>, view: (row: R) => V): Page<V> {
  return { data: data.map(view), nextCursor: sealCursor(c, nextCursor) };
}

/** `{ data, nextCursor }` of one kind of entry. */
export function pageOf<T extends z.ZodType>(entry: T) {
  return z.object({ data: z.array(entry), nextCursor: nextCursor() });
}

export function nextCursor() {
  return z.string().nullable().meta({ description: "Cursor of the next page; null on the last", example: null });
}

/** What a check answers that gives all it has found at once. */
export function wholeList<R, V>(rows: readonly R[], view: (row: R) => V): { data: V[]; nextCursor: null } {
  return { data: rows.map(view), nextCursor: null };
}

/**
 * A page of a list that is short by its nature, such as the parts of one settings document. The next page begins after the
 * entry with the last key, or where that one stood when it is gone.
 */
export function pageOfRows<R>(rows: readonly R[], { limit, cursor }: PageQuery, keyOf: (row: R) => string): Page<R> {
  const from = cursor === null ? 0 : placeAfter(rows, cursor, keyOf);
  const data = rows.slice(from, from + limit);
  const last = data.at(-1);
  const end = from + data.length;
  return { data, nextCursor: last !== undefined && end < rows.length ? `${end}-${encodeURIComponent(keyOf(last))}` : null };
}

function placeAfter<R>(rows: readonly R[], cursor: string, keyOf: (row: R) => string): number {
  const [, end = "", key = ""] = /^(\d+)-(.*)$/.exec(cursor) ?? [];
  const isLast = (row: R | undefined) => row !== undefined && encodeURIComponent(keyOf(row)) === key;
  if (isLast(rows[Number(end) - 1])) return Number(end);
  const moved = rows.findIndex(isLast);
  return moved === -1 ? Number(end) - 1 : moved + 1;
}

/** Parameters that stand in the path. */
export function idParameter(name: string, prefix: string) {
  const description = `Id of the ${name}`;
  return z
    .string()
    .min(1)
    .max(100)
    .meta({ description, example: `${prefix}_01kaw3v6h0abcdefghjkmnpqrs` });
}

/**
 * A number in a path or a query. Not `z.coerce`: that reads null as 0 too, and the document would call the
 * parameter optional and nullable.
 */
export function numberParameter(number: z.ZodNumber) {
  return z.preprocess((value) => (typeof value === "string" ? Number(value) : value), number);
}

/** A comma list of closed words, as `status=new,active`; also given several times. */
export function commaList<const V extends readonly [string, ...string[]]>(values: V, description: string) {
  return z
    .preprocess(splitCommas, z.array(z.enum(values)).min(1).max(50))
    .optional()
    .openapi(listed(description));
}

const readableName = z
  .string()
  .min(1, { abort: true })
  .max(200)
  .refine((name) => foldText(name) !== "", "has nothing that can be read");

/** A comma list of ids or names. */
export function commaNames(description: string) {
  return z.preprocess(splitCommas, z.array(readableName).min(1).max(50)).optional().openapi(listed(description));
}

function listed(description: string) {
  return { param: { style: "form" as const, explode: false }, description };
}

/** A query is a text or several. Anything else is left for the schema to refuse. */
function splitCommas(value: unknown): unknown {
  const texts: unknown[] = Array.isArray(value) ? value : [value];
  return texts.every((text) => typeof text === "string") ? texts.flatMap((text) => text.split(",")) : value;
}

export const flagParameter = (description: string) =>
  z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .optional()
    .meta({ description });

/** A moment as ISO 8601, in UTC or with an offset; the day alone means its first instant in UTC. */
export const momentParameter = (description: string) =>
  z
    .union([z.iso.datetime({ offset: true }), z.iso.date()], { error: "is not an ISO 8601 date or time" })
    .transform((text) => Date.parse(text))
    .optional()
    .openapi({ type: "string", format: "date-time", description, example: "2026-11-01T00:00:00Z" });
