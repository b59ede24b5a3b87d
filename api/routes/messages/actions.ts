import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { notAudited } from "#api/operations.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { ContactView, toContactView } from "#api/views/contacts/contact.ts";
import { iso, Moment } from "#api/views/moment.ts";
import { invalidField } from "#core/errors.ts";
import type { NewAction, RecordedAction } from "#core/model/inbound.ts";
import type { ActionRecord } from "#core/model/records.ts";
import { channels, knownActions } from "#core/model/vocabulary.ts";
import type { Context } from "#core/ports/context.ts";
import { recordAction } from "#core/usecases/actions/record-action.ts";
import { similarAction } from "#core/usecases/actions/similar-action.ts";
import { body, json } from "../answers.ts";
import { externalId, line, momentInput, personFields, propertiesInput } from "../inputs.ts";
import { withSignature } from "./signature.ts";
import { type Tags, tagsAhead, tagsOfTouched } from "./touched.ts";

const channel = z.enum(channels).optional().meta({ description: "Of the identity in `from`; here or inside it", example: "web" });
const account = z.string().min(1).max(100).optional().meta({ description: "Of the identity in `from`", example: "default" });

const ActionInput = z
  .strictObject({
    contactId: z.string().min(1).max(100).optional().meta({ description: "Who did it: this, or `from`" }),
    channel,
    account,
    from: z
      .strictObject({ externalId, channel, account, ...personFields })
      .optional()
      .meta({
        description: "Who did it, by their identity on a channel; makes the contact if it is new",
        example: { channel: "web", externalId: "visitor-42" },
      }),
    action: line(64).meta({
      description: `Any name. Known: ${knownActions.join(", ")}, and those that signals look for`,
      example: "booking_confirmed",
    }),
    at: momentInput.optional().meta({ description: "By default now", example: "2026-11-24T16:31:00Z" }),
    externalId: externalId
      .optional()
      .meta({ description: "Your id of it; the same one again for the same contact changes nothing", example: "booking-77" }),
    properties: propertiesInput.default({}).meta({
      description:
        "`reference` names what was bought or booked: a cancellation or refund with the same one revokes it. `amount` (units, a number or " +
        "its decimal text) and `currency` (ISO 4217) say what it costs, for the lifetime value. " +
        "`bookedFor` says when it is for: an ISO date, a date and time, two of them with a slash between, or `{ from, to }`; without an offset " +
        "in the business's time zone",
      example: { reference: "B-77", amount: 120.5, currency: "EUR", bookedFor: "2026-12-24T18:30" },
    }),
  })
  .superRefine(({ contactId, from }, context) => {
    if ((contactId === undefined) === (from === undefined))
      context.addIssue({ code: "custom", path: ["contactId"], message: "or from is needed, and not both" });
  })
  .meta({ id: "NewAction" });

const ActionView = z
  .object({
    id: z.string().meta({ example: "act_01kaw3v6h0abcdefghjkmnpqrs" }),
    contactId: z.string(),
    action: z.string().meta({ example: "booking_confirmed" }),
    externalId: z.string().nullable(),
    properties: z.record(z.string(), z.unknown()),
    at: Moment,
  })
  .meta({ id: "Action", description: "Something a contact did, or another system reports about them" });

const WarningView = z.object({
  pointer: z.string().meta({ example: "/action" }),
  detail: z.string().meta({ example: "is no action that the CRM knows: did you mean purchase_completed?" }),
  suggestion: z.string().meta({ example: "purchase_completed" }),
});

const RecordedView = z
  .object({
    action: ActionView,
    contact: ContactView,
    warnings: z.array(WarningView).meta({ description: "What was taken as it came, and looks like a slip" }),
  })
  .meta({ id: "RecordedAction" });

const createAction = createRoute({
  method: "post",
  path: "/actions",
  operationId: "createAction",
  ...notAudited,
  tags: ["Actions"],
  summary: "Record what a contact did",
  description: "Actions score, convert and move contacts. `booking_cancelled` and `purchase_refunded` revoke the conversion they name.",
  request: { body: body(ActionInput) },
  responses: {
    200: json("Seen before; as it was stored", RecordedView),
    201: json("Stored", RecordedView),
    ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503),
  },
});

const statusOf = ({ isNew }: RecordedAction) => (isNew ? 201 : 200);

export const actions = newRouter().openapi(createAction, async (c) => {
  const input = toNewAction(c.req.valid("json"), c.var.identitySecret);
  const ahead = await tagsAhead(c, input);
  const warnings = await warningsAbout(c.var.ctx, input.action);
  const result = await recordAction(
    idempotent(c, statusOf, (kept: RecordedAction) => toRecordedView(kept, ahead, warnings)),
    input,
  );
  return c.json(toRecordedView(result, await tagsOfTouched(c, ahead, result.contact), warnings), statusOf(result));
});

function toNewAction({ from, channel, account, at, externalId, ...rest }: z.output<typeof ActionInput>, secret: () => string): NewAction {
  const given = { ...rest, at: at ?? null, externalId: externalId ?? null };
  if (!from) return given;
  const itsChannel = from.channel ?? channel;
  if (!itsChannel) throw invalidField("/from/channel", "is needed to know whose id this is");
  return { ...given, from: { ...withSignature(secret, itsChannel, from), channel: itsChannel, account: from.account ?? account ?? "default" } };
}

type Warnings = z.infer<typeof RecordedView>["warnings"];

function toRecordedView({ action, contact }: RecordedAction, tags: Tags, warnings: Warnings): z.infer<typeof RecordedView> {
  return { action: toActionView(action), contact: toContactView({ contact, tags: tags.get(contact.id) ?? [] }), warnings };
}

async function warningsAbout(ctx: Context, action: string): Promise<Warnings> {
  const suggestion = await similarAction(ctx, action);
  if (suggestion === null) return [];
  return [{ pointer: "/action", detail: `is no action that the CRM knows: did you mean ${suggestion}?`, suggestion }];
}

function toActionView({ id, contactId, action, externalId, properties, at }: ActionRecord): z.infer<typeof ActionView> {
  return { id, contactId, action, externalId, properties, at: iso(at) };
}
