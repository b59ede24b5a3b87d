import { createRoute, z } from "@hono/zod-openapi";
import { invalidField } from "#core/errors.ts";
import { type BulkWork, bulkActions } from "#core/model/operation.ts";
import { stages } from "#core/model/vocabulary.ts";
import { startBulk } from "#core/usecases/operations/start-bulk.ts";
import { idempotent } from "../idempotency.ts";
import { problems } from "../problem.ts";
import { newRouter } from "../router.ts";
import { OperationView, toOperationView } from "../views/operation.ts";
import { body, json } from "./answers.ts";
import { ChoiceInput, toChoice } from "./filters.ts";
import { line } from "./inputs.ts";

const maxIds = 10_000;
const id = z.string().min(1).max(100);

const targets = {
  tagId: id.optional().meta({ description: "For `tag` and `untag`" }),
  stage: z.enum(stages).optional().meta({ description: "For `stage`" }),
  branchId: id.nullable().optional().meta({ description: "For `branch`; null clears" }),
  ownerId: line(100).nullable().optional().meta({ description: "For `owner`; null clears" }),
};

const BulkInput = z
  .strictObject({
    filter: ChoiceInput.optional(),
    ids: z.array(id).min(1).max(maxIds).optional().meta({ description: "Instead of a filter" }),
    action: z.enum(bulkActions),
    ...targets,
  })
  .superRefine(({ filter, ids, action }, context) => {
    const report = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if ((filter === undefined) === (ids === undefined)) report("filter", "or ids is needed, and not both");
    // Everybody's data is not to be lost by leaving a filter out.
    if (action === "delete" && filter && Object.keys(filter).length === 0) report("filter", "must name a condition when contacts are deleted");
  })
  .meta({ id: "BulkOrder", example: { filter: { status: ["qualified"] }, action: "owner", ownerId: "stf_ana" } });

const bulkRoute = createRoute({
  method: "post",
  path: "/contacts/bulk",
  operationId: "changeContacts",
  tags: ["Contacts"],
  summary: "Change or delete many contacts",
  description:
    "All that a filter holds for, or up to 10,000 ids; in the background. Contacts made later are left out, and those that no longer match when their turn comes are skipped. Read the operation to see how far it is.",
  request: { body: body(BulkInput) },
  responses: { 202: json("Begun", OperationView), ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

export const contactBulk = newRouter().openapi(bulkRoute, async (c) => {
  const { filter, ids, ...given } = c.req.valid("json");
  const order = { work: toWork(given), choice: ids ? { ids } : { filter: toChoice(filter ?? {}) } };
  return c.json(toOperationView(await startBulk(idempotent(c, 202, toOperationView), order)), 202);
});

const targetOf = { delete: null, tag: "tagId", untag: "tagId", stage: "stage", branch: "branchId", owner: "ownerId" } as const;

/** The action with what it needs, and nothing that it does not. */
function toWork({ action, ...given }: Omit<z.output<typeof BulkInput>, "filter" | "ids">): BulkWork {
  const stray = Object.entries(given).find(([name, value]) => value !== undefined && name !== targetOf[action]);
  if (stray) throw invalidField(`/${stray[0]}`, `does not go with ${action}`);
  switch (action) {
    case "delete":
      return { action };
    case "tag":
    case "untag":
      return { action, tagId: needed("tagId", given.tagId) };
    case "stage":
      return { action, stage: needed("stage", given.stage) };
    case "branch":
      return { action, branchId: needed("branchId", given.branchId) };
    case "owner":
      return { action, ownerId: needed("ownerId", given.ownerId) };
  }
}

function needed<T>(name: string, value: T | undefined): T {
  if (value === undefined) throw invalidField(`/${name}`, "is needed");
  return value;
}
