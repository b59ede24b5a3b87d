import { createRoute, z } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import { idempotent, requestLine } from "#api/idempotency.ts";
import { readCsv } from "#api/imports/csv.ts";
import { isEncoding } from "#api/imports/decode.ts";
import { readJsonl } from "#api/imports/jsonl.ts";
import { piecesOf, refuseLarge } from "#api/imports/pieces.ts";
import { auditedRead, notAudited } from "#api/operations.ts";
import { idParameter, PageParameters, pageOf, pageParameters, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import type { ApiContext } from "#api/types.ts";
import {
  ImportRowView,
  ImportView,
  MappingView,
  PlannedImportView,
  toImportRowView,
  toImportView,
  toPlannedImportView,
} from "#api/views/operations/import.ts";
import { OperationView, toOperationView } from "#api/views/operations/operation.ts";
import { type ImportMapping, importOutcomes } from "#core/model/operations/import.ts";
import { Digest } from "#core/rules/imports/digest.ts";
import { sampleImport } from "#core/rules/imports/sample.ts";
import { applyImport } from "#core/usecases/imports/apply-import.ts";
import { deleteImport, getImport, listImports, listRows } from "#core/usecases/imports/imports.ts";
import { planImport } from "#core/usecases/imports/plan-import.ts";
import { stageImport } from "#core/usecases/imports/stage-import.ts";
import { body, json } from "../answers.ts";

const tags = ["Imports"];
const Params = z.object({ id: idParameter("import", "imp") });

const mappingParameter = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return MappingView.parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: "custom", message: "is not a JSON object of column names and fields" });
      return z.NEVER;
    }
  })
  .optional()
  .openapi({
    type: "string",
    description: "JSON object: column → field, as in the import's own `mapping`. Columns it does not name are read by their names",
  });

/** Only described in the document: a schema that validates would read the whole body into memory. */
const text = { type: "string" as const };

const uploadRoute = createRoute({
  method: "post",
  path: "/contacts/import",
  operationId: "importContacts",
  tags,
  summary: "Upload contacts, and see what they would change",
  description:
    "The file is the body: CSV with a header, or one JSON object a line; at most 500 MB and 2,000,000 rows. It is saved and a dry run begins: each row would create, update or be skipped, and says why; rows about one person name the earlier line. Nothing changes before you apply it. A large file goes on in the background: read the import until it has a `planId`.\n\nCSV as spreadsheets and other programs write it: commas, semicolons, tabs or bars, a `sep=;` line or a title above the header, UTF-8, UTF-16 or Windows-1252 (another encoding with `charset=` in the Content-Type). Exports of Google Contacts, Outlook, Apple, HubSpot, Mailchimp, Shopify, Brevo, Klaviyo, Salesforce, Zoho, Pipedrive and others are recognised by their headers. Several addresses in one cell or in several columns are read: the first is the contact's, further ones become attributes. Tags stand between commas or semicolons, in quotes where they hold one. Columns on consent (`Unsubscribed`, `Accepts Email Marketing`, `Email blacklisted`, `Status` …) opt out whoever refuses in any of them; no file undoes an opt-out. An export of `GET /v1/contacts.csv` comes back exactly as it was.",
  request: {
    query: z.strictObject({ mapping: mappingParameter }),
    body: {
      required: true,
      content: { "text/csv": { schema: text }, "application/x-ndjson": { schema: text }, "application/jsonl": { schema: text } },
    },
  },
  responses: { 201: json("The import and its first rows", PlannedImportView), ...problems(401, 403, 409, 410, 413, 415, 422, 503) },
});

const listRoute = createRoute({
  method: "get",
  path: "/imports",
  operationId: "listImports",
  tags,
  summary: "List imports, newest first",
  description: "Those that failed or are applied, too.",
  request: { query: PageParameters },
  responses: { 200: json("A page of imports", pageOf(ImportView)), ...problems(401, 403, 422) },
});

const sampleRoute = createRoute({
  method: "get",
  path: "/imports/sample.csv",
  operationId: "getSampleImport",
  ...notAudited,
  tags,
  summary: "Download a sample file",
  description:
    "Three made-up people under the names of columns that most files have. It can be uploaded as it is; your own columns may have other names, in any order.",
  responses: {
    200: { description: "A CSV file in UTF-8 with a byte order mark", content: { "text/csv": { schema: z.string() } } },
    ...problems(401, 403),
  },
});

const readRoute = createRoute({
  method: "get",
  path: "/imports/{id}",
  operationId: "getImport",
  tags,
  summary: "Read one import",
  description: "How far it is and what it counts.",
  request: { params: Params },
  responses: { 200: json("The import", ImportView), ...problems(401, 403, 404, 422) },
});

const rowsRoute = createRoute({
  method: "get",
  path: "/imports/{id}/rows",
  operationId: "listImportRows",
  ...auditedRead,
  tags,
  summary: "List the rows of an import",
  description: "In the order of the file, with outcome and reasons. While a dry run goes on, the rows after it still show the one before.",
  request: {
    params: Params,
    query: z.strictObject({ ...pageParameters, outcome: z.enum(importOutcomes).optional().meta({ description: "Only these" }) }),
  },
  responses: { 200: json("A page of rows", pageOf(ImportRowView)), ...problems(401, 403, 404, 422) },
});

const planRoute = createRoute({
  method: "post",
  path: "/imports/{id}/plan",
  operationId: "planImport",
  tags,
  summary: "Decide all rows again",
  description: "With another mapping, or because contacts have changed. One that goes on is given up for it.",
  request: { params: Params, body: body(z.strictObject({ mapping: MappingView.optional() }).meta({ id: "ImportPlanOrder" })) },
  responses: { 200: json("The import", ImportView), ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

const ApplyInput = z
  .strictObject({
    planId: z.string().min(1).max(100).meta({ description: "Of the import's newest dry run", example: "pln_01kaw3v6h0abcdefghjkmnpqrs" }),
  })
  .meta({ id: "ImportApplyOrder" });

const applyRoute = createRoute({
  method: "post",
  path: "/imports/{id}/apply",
  operationId: "applyImport",
  tags,
  summary: "Do what the dry run says",
  description:
    "In the background. A row whose contact has changed since is decided again, and says so. The values of the file are forgotten row by row.",
  request: { params: Params, body: body(ApplyInput) },
  responses: { 202: json("Begun", OperationView), ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/imports/{id}",
  operationId: "deleteImport",
  tags,
  summary: "Forget an import and its rows",
  description: "Contacts that it made stay. One that is being applied is a conflict: cancel its operation first.",
  request: { params: Params },
  responses: { 204: { description: "Forgotten" }, ...problems(401, 403, 404, 409, 422) },
});

export const contactImports = newRouter()
  .openapi(uploadRoute, async (c) => {
    const { mapping } = c.req.valid("query");
    return c.json(toPlannedImportView(await stageImport(idempotent(c, 201, toPlannedImportView), { file: await fileOf(c, mapping), mapping })), 201);
  })
  .openapi(listRoute, async (c) => {
    const page = await listImports(c.var.ctx, toPageQuery(c, c.req.valid("query")));
    return c.json(toPage(c, page, toImportView), 200);
  })
  .openapi(sampleRoute, (c) => {
    const headers = { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="contacts-sample.csv"' };
    return c.body(sampleImport(), 200, headers);
  })
  .openapi(readRoute, async (c) => c.json(toImportView(await getImport(c.var.ctx, c.req.valid("param"))), 200))
  .openapi(rowsRoute, async (c) => {
    const { outcome } = c.req.valid("query");
    const page = await listRows(c.var.ctx, { ...c.req.valid("param"), ...(outcome && { outcome }) }, toPageQuery(c, c.req.valid("query")));
    return c.json(toPage(c, page, toImportRowView), 200);
  })
  .openapi(planRoute, async (c) => {
    const ctx = idempotent(c, 200, toImportView);
    return c.json(toImportView(await planImport(ctx, { ...c.req.valid("param"), ...c.req.valid("json") })), 200);
  })
  .openapi(applyRoute, async (c) => {
    const ctx = idempotent(c, 202, toOperationView);
    return c.json(toOperationView(await applyImport(ctx, { ...c.req.valid("param"), ...c.req.valid("json") })), 202);
  })
  .openapi(deleteRoute, async (c) => {
    await deleteImport(c.var.ctx, c.req.valid("param"));
    return c.body(null, 204);
  });

/** The body as a file, read as it comes in. */
async function fileOf(c: ApiContext, mapping: ImportMapping = {}) {
  const type = c.req.header("content-type") ?? "";
  const isCsv = /^text\/csv\s*(?:;|$)/i.test(type);
  if (!isCsv && !/^application\/(?:x-ndjson|jsonl)\s*(?:;|$)/i.test(type)) throw new HTTPException(415);
  const charset = /;\s*charset="?([\w.:-]+)"?/i.exec(type)?.[1] ?? null;
  if (charset !== null && !isEncoding(charset)) throw new HTTPException(415);
  refuseLarge(c.req.header("content-length"));
  const digest = c.var.idempotency ? new Digest(...requestLine(c)) : null;
  const pieces = piecesOf(c.req.raw.body, digest, charset);
  const parsed = isCsv ? await readCsv(pieces, Object.keys(mapping)) : readJsonl(pieces);
  return { ...parsed, format: isCsv ? ("csv" as const) : ("jsonl" as const), requestHash: () => digest?.end() ?? "" };
}
