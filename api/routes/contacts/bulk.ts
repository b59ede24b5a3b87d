import { createRoute, z } from "@hono/zod-openapi";
import { withAuditDetail } from "#api/audit.ts";
import { idempotent } from "#api/idempotency.ts";
import { notAudited } from "#api/operations.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { OperationView, toOperationView } from "#api/views/operations/operation.ts";
import { invalidField } from "#core/errors.ts";
import { type BulkWork, bulkActions } from "#core/model/operations/operation.ts";
import { stages } from "#core/model/vocabulary.ts";
import { type BulkPreview, previewBulk } from "#core/usecases/operations/preview-bulk.ts";
import { type BulkOrder, startBulk } from "#core/usecases/operations/start-bulk.ts";
import { body, json } from "../answers.ts";
import { line } from "../inputs.ts";
import { Confirmation } from "./confirmation.ts";
import { ChoiceInput, toChoice } from "./filters.ts";

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
    filter: ChoiceInput.optional().meta({ description: "Must name a condition that can leave somebody out" }),
    ids: z.array(id).min(1).max(maxIds).optional().meta({ description: "Instead of a filter" }),
    action: z.enum(bulkActions),
    ...targets,
    confirm: Confirmation,
  })
  .superRefine(({ filter, ids }, context) => {
    if ((filter === undefined) !== (ids === undefined)) return;
    context.addIssue({ code: "custom", path: ["filter"], message: "or ids is needed, and not both" });
  })
  .meta({ id: "BulkOrder", example: { filter: { status: ["qualified"] }, action: "stage", stage: "closing" } });
type BulkGiven = z.output<typeof BulkInput>;

const BulkPreviewView = z
  .object({
    count: z.int().meta({ description: "Contacts that would be changed now: send it as `confirm`", example: 12 }),
    people: z.int().meta({ description: "Contacts in all", example: 340 }),
    needsConfirmation: z.boolean().meta({ description: "Whether the work is refused without `confirm`", example: false }),
  })
  .meta({ id: "BulkPreview" });

const previewRoute = createRoute({
  method: "post",
  path: "/contacts/bulk/preview",
  operationId: "previewChangeOfContacts",
  ...notAudited,
  tags: ["Contacts"],
  summary: "How many contacts an order would change",
  description: "Takes the same body as the order itself, and changes nothing.",
  request: { body: body(BulkInput) },
  responses: { 200: json("How many", BulkPreviewView), ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

const bulkRoute = createRoute({
  method: "post",
  path: "/contacts/bulk",
  operationId: "changeContacts",
  tags: ["Contacts"],
  summary: "Change or delete many contacts",
  description:
    "All that a filter holds for, or up to 10,000 ids; in the background. Contacts made later are left out, and those that no longer match when their turn comes are skipped. Read the operation to see how far it is. What touches more than 1,000 contacts, or more than half of all, wants their number as `confirm`: without it the answer is 422, with another number 409, and both say the number.",
  request: { body: body(BulkInput) },
  responses: { 202: json("Begun", OperationView), ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

export const contactBulk = newRouter()
  .openapi(previewRoute, async (c) => {
    const order = toOrder(c.req.valid("json"));
    return c.json(
      await previewBulk(
        idempotent(c, 200, (preview: BulkPreview) => preview),
        order,
      ),
      200,
    );
  })
  .openapi(bulkRoute, async (c) => {
    const order = toOrder(c.req.valid("json"));
    const ctx = withAuditDetail(idempotent(c, 202, toOperationView), auditDetailOf(order));
    return c.json(toOperationView(await startBulk(ctx, order)), 202);
  });

/** One line for the whole order: what is done, and to how many as far as the request says so. The operation counts the rest. */
function auditDetailOf({ work, choice, confirm }: BulkOrder): Record<string, string | number> {
  const contacts = "ids" in choice ? choice.ids.length : confirm;
  return { action: work.action, ...(contacts !== undefined && { contacts }) };
}

function toOrder({ filter, ids, confirm, ...given }: BulkGiven): BulkOrder {
  return { work: toWork(given), choice: ids ? { ids } : { filter: toChoice(filter ?? {}) }, confirm };
}

const targetOf = { delete: null, tag: "tagId", untag: "tagId", stage: "stage", branch: "branchId", owner: "ownerId" } as const;

/** The action with the fields that it needs, and no others. */
function toWork({ action, ...given }: Omit<BulkGiven, "filter" | "ids" | "confirm">): BulkWork {
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
