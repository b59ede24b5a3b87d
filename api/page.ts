import { z } from "@hono/zod-openapi";
import type { PageQuery } from "#core/ports/page.ts";
import { foldText } from "#core/rules/text/text.ts";

/** Query parameters of every list. */
export const pageParameters = {
  limit: numberParameter(z.int().min(1).max(200)).default(50).meta({ description: "Entries on a page, 1 to 200", example: 50 }),
  cursor: z.string().min(1).max(2000).optional().meta({ description: "`nextCursor` of the page before", example: "WzE3OTU1MzI0MDAwMDAsMTJd" }),
};

export const PageParameters = z.strictObject(pageParameters);

export function toPageQuery({ limit, cursor }: { limit: number; cursor?: string | undefined }): PageQuery {
  return { limit, cursor: cursor ?? null };
}

/** `{ data, nextCursor }` of one kind of entry. */
export function pageOf<T extends z.ZodType>(entry: T) {
  return z.object({ data: z.array(entry), nextCursor: nextCursor() });
}

export function nextCursor() {
  return z.string().nullable().meta({ description: "Cursor of the next page; null on the last", example: null });
}

/** A whole list that needs no pages. */
export function wholeList<R, V>(rows: readonly R[], view: (row: R) => V): { data: V[]; nextCursor: null } {
  return { data: rows.map(view), nextCursor: null };
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
