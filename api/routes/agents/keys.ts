import { createRoute, z } from "@hono/zod-openapi";
import { randomKey, sha256 } from "#api/digest.ts";
import { idempotent } from "#api/idempotency.ts";
import { adminOnly } from "#api/operations.ts";
import { idParameter, PageParameters, pageOf, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { KeyView, ShownKey, toKeyView } from "#api/views/contacts/labels.ts";
import type { KeyRecord } from "#core/model/records.ts";
import { scopes } from "#core/model/vocabulary.ts";
import { createKey, getKey, listKeys, renameKey, revokeKey } from "#core/usecases/keys.ts";
import { body, json } from "../answers.ts";
import { line } from "../inputs.ts";

const common = { tags: ["Keys"], ...adminOnly };
const Params = z.object({ id: idParameter("key", "key") });
const name = line(100).meta({ example: "website" });
const KeyInput = z
  .strictObject({
    name,
    scopes: z
      .array(z.enum(scopes))
      .min(1)
      .max(scopes.length)
      .default(["read", "write"])
      .meta({
        description:
          "read and write: data. channels: connect and disconnect accounts. settings: change settings and signals. admin: everything, keys included",
        example: ["read", "write"],
      }),
  })
  .meta({ id: "NewKey" });
const NewKeyView = KeyView.extend({ key: ShownKey }).meta({ id: "ShownKey" });

const listRoute = createRoute({
  ...common,
  method: "get",
  path: "/keys",
  operationId: "listKeys",
  summary: "List API keys",
  description: "Without the keys themselves: only their hashes are kept. Revoked ones too.",
  request: { query: PageParameters },
  responses: { 200: json("A page of keys", pageOf(KeyView)), ...problems(401, 403, 422) },
});

const makeRoute = createRoute({
  ...common,
  method: "post",
  path: "/keys",
  operationId: "createKey",
  summary: "Make an API key",
  description: "The answer shows the key, this once.",
  request: { body: body(KeyInput) },
  responses: { 201: json("The key", NewKeyView), ...problems(401, 403, 409, 413, 415, 422, 503) },
});

const readRoute = createRoute({
  ...common,
  method: "get",
  path: "/keys/{id}",
  operationId: "getKey",
  summary: "Read one API key",
  description: "Without the key itself.",
  request: { params: Params },
  responses: { 200: json("The key", KeyView), ...problems(401, 403, 404, 422) },
});

const renameRoute = createRoute({
  ...common,
  method: "patch",
  path: "/keys/{id}",
  operationId: "renameKey",
  summary: "Rename an API key",
  description: "Its scopes are for good; make another key for others.",
  request: { params: Params, body: body(z.strictObject({ name })) },
  responses: { 200: json("The key", KeyView), ...problems(401, 403, 404, 413, 415, 422, 503) },
});

const revokeRoute = createRoute({
  ...common,
  method: "delete",
  path: "/keys/{id}",
  operationId: "revokeKey",
  summary: "Revoke an API key",
  description: "It opens nothing any more. A key cannot revoke itself.",
  request: { params: Params },
  responses: { 200: json("The revoked key", KeyView), ...problems(401, 403, 404, 409, 422, 503) },
});

export const keys = newRouter()
  .openapi(listRoute, async (c) => c.json(toPage(c, await listKeys(c.var.ctx, toPageQuery(c, c.req.valid("query"))), toKeyView), 200))
  .openapi(makeRoute, async (c) => {
    const key = randomKey();
    const view = (made: KeyRecord) => ({ ...toKeyView(made), key });
    return c.json(view(await createKey(idempotent(c, 201, view), { ...c.req.valid("json"), hash: await sha256(key) })), 201);
  })
  .openapi(readRoute, async (c) => c.json(toKeyView(await getKey(c.var.ctx, c.req.valid("param"))), 200))
  .openapi(renameRoute, async (c) => c.json(toKeyView(await renameKey(c.var.ctx, { ...c.req.valid("param"), ...c.req.valid("json") })), 200))
  .openapi(revokeRoute, async (c) => {
    const revoked = await revokeKey(c.var.ctx, c.req.valid("param"));
    c.var.clearKeyCache();
    return c.json(toKeyView(revoked), 200);
  });
