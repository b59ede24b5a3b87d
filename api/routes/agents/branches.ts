import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { idParameter, PageParameters, pageOf, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { BranchView, toBranchView } from "#api/views/contacts/labels.ts";
import { createBranch, deleteBranch, getBranch, listBranches, updateBranch } from "#core/usecases/branches.ts";
import { body, json } from "../answers.ts";
import { line } from "../inputs.ts";

const tags = ["Branches"];
const Params = z.object({ id: idParameter("branch", "brn") });

const name = line(200).meta({ example: "Makati" });
const details = {
  address: line(500).nullable().optional().meta({ example: "12 Jupiter Street" }),
  email: z.string().min(1).max(254).nullable().optional().meta({ example: "makati@example.com" }),
  phone: z.string().min(1).max(50).nullable().optional().meta({ example: "+63 917 123 4567" }),
  timeZone: z.string().min(1).max(64).nullable().optional().meta({ description: "IANA", example: "Asia/Manila" }),
};
const BranchInput = z.strictObject({ name, ...details }).meta({ id: "NewBranch" });
const BranchPatch = z
  .strictObject({ name: name.optional(), ...details })
  .meta({ id: "BranchPatch", description: "What is not given stays; null clears" });

const listRoute = createRoute({
  method: "get",
  path: "/branches",
  operationId: "listBranches",
  tags,
  summary: "List branches",
  description: "Locations of the business, by name.",
  request: { query: PageParameters },
  responses: { 200: json("A page of branches", pageOf(BranchView)), ...problems(401, 403, 422) },
});

const makeRoute = createRoute({
  method: "post",
  path: "/branches",
  operationId: "createBranch",
  tags,
  summary: "Make a branch",
  description: "Contacts and conversations may belong to it. Its name is its own, whatever its case and accents.",
  request: { body: body(BranchInput) },
  responses: { 201: json("The branch", BranchView), ...problems(401, 403, 409, 413, 415, 422, 503) },
});

const readRoute = createRoute({
  method: "get",
  path: "/branches/{id}",
  operationId: "getBranch",
  tags,
  summary: "Read one branch",
  description: "Name, address, contact details and zone.",
  request: { params: Params },
  responses: { 200: json("The branch", BranchView), ...problems(401, 403, 404, 422) },
});

const updateRoute = createRoute({
  method: "patch",
  path: "/branches/{id}",
  operationId: "updateBranch",
  tags,
  summary: "Edit a branch",
  description: "What is not given stays.",
  request: { params: Params, body: body(BranchPatch) },
  responses: { 200: json("The branch", BranchView), ...problems(401, 403, 404, 409, 413, 415, 422, 503) },
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/branches/{id}",
  operationId: "deleteBranch",
  tags,
  summary: "Delete a branch",
  description: "A branch that contacts belong to is a conflict: move them first.",
  request: { params: Params },
  responses: { 204: { description: "Deleted" }, ...problems(401, 403, 404, 409, 422, 503) },
});

export const branches = newRouter()
  .openapi(listRoute, async (c) => c.json(toPage(c, await listBranches(c.var.ctx, toPageQuery(c, c.req.valid("query"))), toBranchView), 200))
  .openapi(makeRoute, async (c) => c.json(toBranchView(await createBranch(idempotent(c, 201, toBranchView), c.req.valid("json"))), 201))
  .openapi(readRoute, async (c) => c.json(toBranchView(await getBranch(c.var.ctx, c.req.valid("param"))), 200))
  .openapi(updateRoute, async (c) => c.json(toBranchView(await updateBranch(c.var.ctx, { ...c.req.valid("param"), ...c.req.valid("json") })), 200))
  .openapi(deleteRoute, async (c) => {
    await deleteBranch(c.var.ctx, c.req.valid("param"));
    return c.body(null, 204);
  });
