import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { notAudited } from "#api/operations.ts";
import { idParameter } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { ContactView, toContactView } from "#api/views/contacts/contact.ts";
import { ConversationView, toConversationView } from "#api/views/messages/conversation.ts";
import { MessageView, toMessageView } from "#api/views/messages/message.ts";
import type { Ingested, NewMessage } from "#core/model/inbound.ts";
import { editMessage } from "#core/usecases/messages/edit-message.ts";
import { getMessage } from "#core/usecases/messages/get-message.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { retractMessage } from "#core/usecases/messages/retract-message.ts";
import { body, json } from "../answers.ts";
import { MessageInput, mediaInput, messageText } from "../inputs.ts";
import { withSignature } from "./signature.ts";
import { type Tags, tagsAhead, tagsOfTouched } from "./touched.ts";

const IngestedView = z
  .object({ message: MessageView, contact: ContactView, conversation: ConversationView })
  .meta({ id: "IngestedMessage", description: "The message as it was read, and the contact as it is now: scored, staged and classified" });

/** `secret` is the one that signatures of web visitors are made with. */
export function toNewMessage({ author, sentAt, externalId, ...rest }: z.output<typeof MessageInput>, secret: () => string): NewMessage {
  const byDirection = rest.direction === "inbound" ? "customer" : "bot";
  const from = withSignature(secret, rest.channel, rest.from);
  return { ...rest, from, author: author ?? byDirection, sentAt: sentAt ?? null, externalId: externalId ?? null, origin: "api" };
}

function toIngestedView({ message, contact, conversation }: Ingested, tags: Tags): z.infer<typeof IngestedView> {
  return {
    message: toMessageView(message),
    contact: toContactView({ contact, tags: tags.get(contact.id) ?? [] }),
    conversation: toConversationView(conversation),
  };
}

const statusOf = ({ isNew }: Ingested) => (isNew ? 201 : 200);

const createMessage = createRoute({
  method: "post",
  path: "/messages",
  operationId: "createMessage",
  ...notAudited,
  tags: ["Messages"],
  summary: "Record a message from or to a customer",
  description:
    "Makes contact, identity and conversation if they are new. An `externalId` that the same sender has sent before on the account changes nothing; that of another sender is a conflict, and that of a message that was taken back is gone.",
  request: { body: body(MessageInput) },
  responses: {
    200: json("Seen before; as it was stored", IngestedView),
    201: json("Stored", IngestedView),
    ...problems(401, 403, 409, 410, 413, 415, 422, 503),
  },
});

const Params = z.object({ id: idParameter("message", "msg") });

const readMessage = createRoute({
  method: "get",
  path: "/messages/{id}",
  operationId: "getMessage",
  tags: ["Messages"],
  summary: "Read one message",
  description: "With the reading that counts.",
  request: { params: Params },
  responses: { 200: json("The message", MessageView), ...problems(401, 403, 404, 422) },
});

const changeMessage = createRoute({
  method: "patch",
  path: "/messages/{id}",
  operationId: "editMessage",
  tags: ["Messages"],
  summary: "Edit a message",
  description:
    "As its author did on the platform: it is read again, what the old words earned no longer counts, and the new words have every effect of a new message.",
  request: {
    params: Params,
    body: body(
      z.strictObject({
        text: messageText.meta({ description: "May be empty when there is media", example: "Hi! How much for two nights?" }),
        media: mediaInput.optional().meta({ description: "The files that it has now; by default they stay", example: [] }),
      }),
    ),
  },
  responses: { 200: json("The message and the contact as they are now", IngestedView), ...problems(401, 403, 404, 413, 415, 422, 503) },
});

const RetractedView = z.object({ contact: ContactView });

const removeMessage = createRoute({
  method: "delete",
  path: "/messages/{id}",
  operationId: "retractMessage",
  tags: ["Messages"],
  summary: "Take a message back",
  description: "As its author did on the platform: it is gone, also when its `externalId` is sent again, and the contact is as if it had never come.",
  request: { params: Params },
  responses: { 200: json("The contact as it is now", RetractedView), ...problems(401, 403, 404, 422, 503) },
});

export const messages = newRouter()
  .openapi(createMessage, async (c) => {
    const input = toNewMessage(c.req.valid("json"), c.var.identitySecret);
    const ahead = await tagsAhead(c, { from: { ...input.from, channel: input.channel, account: input.account } });
    const result = await ingestMessage(
      idempotent(c, statusOf, (kept: Ingested) => toIngestedView(kept, ahead)),
      input,
    );
    return c.json(toIngestedView(result, await tagsOfTouched(c, ahead, result.contact)), statusOf(result));
  })
  .openapi(readMessage, async (c) => c.json(toMessageView(await getMessage(c.var.ctx, c.req.valid("param"))), 200))
  .openapi(changeMessage, async (c) => {
    const result = await editMessage(c.var.ctx, { ...c.req.valid("param"), ...c.req.valid("json"), origin: "api" });
    return c.json(toIngestedView(result, await tagsOfTouched(c, new Map(), result.contact)), 200);
  })
  .openapi(removeMessage, async (c) => {
    const contact = await retractMessage(c.var.ctx, c.req.valid("param"));
    const tags = await tagsOfTouched(c, new Map(), contact);
    return c.json({ contact: toContactView({ contact, tags: tags.get(contact.id) ?? [] }) }, 200);
  });
