import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { deleteContact } from "#core/usecases/contacts/delete-contact.ts";
import { type Deletion, deleteContacts } from "#core/usecases/contacts/delete-contacts.ts";
import { body, json } from "../answers.ts";
import { Confirmation } from "./confirmation.ts";
import { ContactParams } from "./contacts.ts";

const Receipt = z
  .object({
    contactId: z.string().meta({ example: "con_01kaw3v6h0abcdefghjkmnpqrs" }),
    deleted: z.record(z.string(), z.int()).meta({ description: "Rows deleted, by table", example: { contacts: 1, messages: 5 } }),
  })
  .meta({ id: "DeletionReceipt" });

const deleteRoute = createRoute({
  method: "delete",
  path: "/contacts/{id}",
  operationId: "deleteContact",
  tags: ["Contacts"],
  summary: "Delete a contact for good",
  description: "With all of its conversations. It cannot be undone.",
  request: { params: ContactParams },
  responses: { 200: json("What was deleted", z.object({ receipt: Receipt })), ...problems(401, 403, 404, 410, 422, 503) },
});

const DeletionInput = z
  .strictObject({
    ids: z
      .array(z.string().min(1).max(100))
      .min(1)
      .max(200)
      .meta({ example: ["con_01kaw3v6h0abcdefghjkmnpqrs"] }),
    confirm: Confirmation,
  })
  .meta({ id: "ContactDeletion" });

const DeletionView = z.object({ receipts: z.array(Receipt), notFound: z.array(z.string()).meta({ example: [] }) }).meta({ id: "DeletionReceipts" });

const deleteManyRoute = createRoute({
  method: "post",
  path: "/contacts/delete",
  operationId: "deleteContacts",
  tags: ["Contacts"],
  summary: "Delete up to 200 contacts for good",
  description:
    "Ids that are not there are named, and do not stop the others. More than half of all contacts want their number as `confirm`: without it the answer is 422, with another number 409, and both say the number.",
  request: { body: body(DeletionInput) },
  responses: { 200: json("What was deleted, by contact", DeletionView), ...problems(401, 403, 409, 413, 415, 422, 503) },
});

export const contactDeletion = newRouter()
  .openapi(deleteRoute, async (c) => c.json({ receipt: await deleteContact(c.var.ctx, c.req.valid("param")) }, 200))
  .openapi(deleteManyRoute, async (c) => {
    const same = (deletion: Deletion) => deletion;
    return c.json(await deleteContacts(idempotent(c, 200, same), c.req.valid("json")), 200);
  });
