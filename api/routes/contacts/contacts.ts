import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { flagParameter, idParameter, pageOf, pageParameters, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { ContactView, toContactView } from "#api/views/contacts/contact.ts";
import { sources } from "#core/model/vocabulary.ts";
import { createContact } from "#core/usecases/contacts/create-contact.ts";
import { getContact } from "#core/usecases/contacts/get-contact.ts";
import { listContacts } from "#core/usecases/contacts/list-contacts.ts";
import { patchContact } from "#core/usecases/contacts/patch-contact.ts";
import { body, json } from "../answers.ts";
import { attributesInput, line } from "../inputs.ts";
import { contactChoice, sortParameter, toChoice, toSort } from "./filters.ts";

const tags = ["Contacts"];
export const ContactParams = z.object({ id: idParameter("contact", "con") });

const editable = {
  name: line(200).nullable().optional().meta({ example: "Ana Reyes" }),
  email: z.string().min(1).max(254).nullable().optional().meta({ example: "ana@example.com" }),
  phone: z
    .string()
    .min(1)
    .max(50)
    .nullable()
    .optional()
    .meta({ description: "With its country, or as the agent's region writes it", example: "+63 917 123 4567" }),
  company: line(200).nullable().optional().meta({ example: "Reyes Catering" }),
  ownerId: line(100).nullable().optional().meta({ description: "Member of staff", example: null }),
  branchId: z.string().min(1).max(100).nullable().optional().meta({ example: null }),
  timeZone: z.string().min(1).max(64).nullable().optional().meta({ description: "IANA", example: "Asia/Manila" }),
  vip: z.boolean().nullable().optional().meta({ description: "Null leaves it to the rules", example: null }),
  attributes: attributesInput.optional(),
};

const ContactInput = z
  .strictObject({
    ...editable,
    source: z.enum(sources).default("manual").meta({ example: "manual" }),
    sourceDetail: line(200).optional().meta({ description: "Which form, page or list", example: "Fair 2026" }),
  })
  .refine(({ name, email, phone, company }) => name ?? email ?? phone ?? company, "needs a name, email, phone or company")
  .meta({ id: "NewContact" });

const ContactPatch = z.strictObject(editable).meta({ id: "ContactPatch", description: "What is not given stays; null clears" });

const listQuery = z.strictObject({
  ...contactChoice,
  sort: sortParameter,
  ...pageParameters,
  total: flagParameter("`true` counts all that match, too"),
});

const listRoute = createRoute({
  method: "get",
  path: "/contacts",
  operationId: "listContacts",
  tags,
  summary: "List, filter and search contacts",
  description: "All given filters must hold; values in a comma list are alternatives.",
  request: { query: listQuery },
  responses: {
    200: json("A page of contacts", pageOf(ContactView).extend({ total: z.int().optional().meta({ description: "Only with `total=true`" }) })),
    ...problems(401, 403, 404, 422),
  },
});

const makeRoute = createRoute({
  method: "post",
  path: "/contacts",
  operationId: "createContact",
  tags,
  summary: "Make a contact by hand",
  description: "An e-mail or phone that is verified for another contact is a conflict that names it.",
  request: { body: body(ContactInput) },
  responses: { 201: json("The contact", ContactView), ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

const readRoute = createRoute({
  method: "get",
  path: "/contacts/{id}",
  operationId: "getContact",
  tags,
  summary: "Read one contact",
  description: "Everything a card shows.",
  request: { params: ContactParams },
  responses: { 200: json("The contact", ContactView), ...problems(401, 403, 404, 410, 422) },
});

const patchRoute = createRoute({
  method: "patch",
  path: "/contacts/{id}",
  operationId: "updateContact",
  tags,
  summary: "Edit a contact",
  description:
    "Name, e-mail, phone and company are marked as edited by people: nothing detected overwrites them. Status and score follow behaviour and cannot be set.",
  request: { params: ContactParams, body: body(ContactPatch) },
  responses: { 200: json("The contact as it is now", ContactView), ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

export const contacts = newRouter()
  .openapi(listRoute, async (c) => {
    const { sort, limit, cursor, total: withTotal = false, ...filters } = c.req.valid("query");
    const input = { filter: toChoice(filters), sort: toSort(sort), page: toPageQuery(c, c.req.valid("query")), withTotal };
    const { total, ...page } = await listContacts(c.var.ctx, input);
    return c.json({ ...toPage(c, page, toContactView), ...(total !== null && { total }) }, 200);
  })
  .openapi(makeRoute, async (c) => {
    const contact = await createContact(idempotent(c, 201, toContactView), c.req.valid("json"));
    return c.json(toContactView(contact), 201);
  })
  .openapi(readRoute, async (c) => c.json(toContactView(await getContact(c.var.ctx, c.req.valid("param"))), 200))
  .openapi(patchRoute, async (c) => {
    const contact = await patchContact(c.var.ctx, { ...c.req.valid("param"), ...c.req.valid("json") });
    return c.json(toContactView(contact), 200);
  });
