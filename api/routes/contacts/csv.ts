import { createRoute, z } from "@hono/zod-openapi";
import { commaList } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { csvColumns } from "#core/ports/store.ts";
import { exportContacts } from "#core/usecases/contacts/export-contacts.ts";
import { contactChoice, toChoice } from "./filters.ts";

/** Name, e-mail, phone, company, status, source, dates and message count. */
const defaultColumns = csvColumns.slice(0, csvColumns.indexOf("id"));

const exportRoute = createRoute({
  method: "get",
  path: "/contacts.csv",
  operationId: "exportContacts",
  tags: ["Contacts"],
  summary: "Export contacts as CSV",
  description: "With the filters of the list. Streams, whatever the size; cells that a spreadsheet would run as a formula are made harmless.",
  request: { query: z.strictObject({ ...contactChoice, columns: commaList(csvColumns, "Which columns, in this order") }) },
  responses: {
    200: { description: "One line for each contact, under a line of column names", content: { "text/csv": { schema: z.string() } } },
    ...problems(401, 403, 404, 422),
  },
});

export const contactsCsv = newRouter().openapi(exportRoute, async (c) => {
  const { columns, ...filters } = c.req.valid("query");
  const pieces = await exportContacts(c.var.ctx, { filter: toChoice(filters), columns: columns ?? defaultColumns });
  const headers = { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="contacts.csv"' };
  return c.body(bytesOf(pieces), 200, headers);
});

/** Reads only as fast as the client receives (backpressure), and stops when the client has disconnected. */
function bytesOf(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
