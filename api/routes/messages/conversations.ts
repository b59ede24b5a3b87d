import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { adminOnly } from "#api/operations.ts";
import { commaList, commaNames, flagParameter, idParameter, PageParameters, pageOf, pageParameters, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { ConversationView, InboxEntryView, toConversationView, toInboxEntryView } from "#api/views/messages/conversation.ts";
import { MessageView, toMessageView } from "#api/views/messages/message.ts";
import { type InboxFilter, type InboxSort, type InboxState, inboxSorts, inboxStates } from "#core/model/conversation.ts";
import { channels } from "#core/model/vocabulary.ts";
import { assignConversation } from "#core/usecases/conversations/assign-conversation.ts";
import { decideConversation } from "#core/usecases/conversations/decide-conversation.ts";
import { getConversation } from "#core/usecases/conversations/get-conversation.ts";
import { countConversations, listConversations } from "#core/usecases/conversations/list-conversations.ts";
import { listConversationMessages } from "#core/usecases/conversations/list-messages.ts";
import { moveToBranch } from "#core/usecases/conversations/move-to-branch.ts";
import { release, takeFromOwner, takeOver } from "#core/usecases/conversations/take-over.ts";
import { body, json } from "../answers.ts";

const tags = ["Conversations"];
const Params = z.object({ id: idParameter("conversation", "cnv") });

const orders = [...inboxSorts, ...inboxSorts.map((by) => `-${by}` as const)] as const;
const filters = {
  assignee: commaNames("Looked after by any of these members of staff, by id; `none`: by nobody"),
  channel: commaList(channels, "On any of these channels"),
  branch: commaNames("Of any of these branches, by id; `none`: of none"),
};

const ListQuery = z.strictObject({
  state: commaList(inboxStates, "Any of these states; `waiting` is what staff owe an answer"),
  ...filters,
  contactId: z.string().min(1).max(100).optional().meta({ description: "Only of this contact" }),
  sort: z.enum(orders).default("-lastMessageAt").meta({
    description: "`waitingSince`: only those in which the customer waits, longest first. `-` for descending",
    example: "waitingSince",
  }),
  total: flagParameter("`true` counts by state, too, for all other filters but `contactId`"),
  ...pageParameters,
});

const Counts = z
  .object({ waiting: z.int(), answered: z.int(), taken_over: z.int(), done: z.int() } satisfies Record<InboxState, z.ZodInt>)
  .meta({ id: "InboxCounts" });

const listRoute = createRoute({
  method: "get",
  path: "/conversations",
  operationId: "listConversations",
  tags,
  summary: "The inbox: who waits, and since when",
  description:
    "Every conversation waits for us, for the customer, is taken over or is done. `state=waiting&sort=waitingSince` is what to answer next.",
  request: { query: ListQuery },
  responses: {
    200: json(
      "A page of conversations",
      pageOf(InboxEntryView).extend({
        counts: Counts.optional().meta({ description: "Only with `total=true`" }),
        total: z.int().optional().meta({ description: "Only with `total=true`: of the states asked for" }),
      }),
    ),
    ...problems(401, 403, 422),
  },
});

const readRoute = createRoute({
  method: "get",
  path: "/conversations/{id}",
  operationId: "getConversation",
  tags,
  summary: "Read one conversation",
  description: "All messages of one identity on one channel account, for ever.",
  request: { params: Params },
  responses: { 200: json("The conversation", ConversationView), ...problems(401, 403, 404, 422) },
});

const messagesRoute = createRoute({
  method: "get",
  path: "/conversations/{id}/messages",
  operationId: "listConversationMessages",
  tags,
  summary: "Read what was said in a conversation",
  description: "Newest first.",
  request: { params: Params, query: PageParameters },
  responses: { 200: json("A page of messages", pageOf(MessageView)), ...problems(401, 403, 404, 422) },
});

const changed = { 200: json("The conversation", ConversationView), ...problems(401, 403, 404, 409, 410, 422, 503) };

const assignRoute = createRoute({
  method: "post",
  path: "/conversations/{id}/assign",
  operationId: "assignConversation",
  tags,
  summary: "Say who looks after a conversation",
  description: "A member of staff, or nobody. The bot goes on answering; to silence it, take the conversation over.",
  request: {
    params: Params,
    body: body(
      z.strictObject({
        assigneeId: z.string().min(1).max(100).nullable().meta({ description: "Id of the member of staff; null: nobody", example: null }),
      }),
    ),
  },
  responses: { ...changed, ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

const branchRoute = createRoute({
  method: "post",
  path: "/conversations/{id}/branch",
  operationId: "moveConversationToBranch",
  tags,
  summary: "Say which branch a conversation belongs to",
  description: "Else it belongs to the branch that was named first. Its open alerts go with it to another branch.",
  request: {
    params: Params,
    body: body(
      z.strictObject({
        branchId: z.string().min(1).max(100).nullable().meta({ description: "Id of the branch; null: of none", example: null }),
      }),
    ),
  },
  responses: { ...changed, ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

const doneRoute = createRoute({
  method: "post",
  path: "/conversations/{id}/done",
  operationId: "markConversationDone",
  tags,
  summary: "Say that a conversation is done",
  description: "It waits no longer. A message of the customer that wants an answer opens it again.",
  request: { params: Params },
  responses: changed,
});

const reopenRoute = createRoute({
  method: "post",
  path: "/conversations/{id}/reopen",
  operationId: "reopenConversation",
  tags,
  summary: "Say that a conversation is not done after all",
  description: "What the customer waited for before waits again, since then.",
  request: { params: Params },
  responses: changed,
});

const takeOverRoute = createRoute({
  method: "post",
  path: "/conversations/{id}/take-over",
  operationId: "takeOverConversation",
  tags,
  summary: "Take a conversation over",
  description: "The bot is silent there until it is released, also with what waits to be sent. Somebody else's is a conflict.",
  request: { params: Params },
  responses: changed,
});

const takeFromOwnerRoute = createRoute({
  method: "post",
  path: "/conversations/{id}/take-from-owner",
  operationId: "takeConversationFromOwner",
  tags,
  summary: "Take a conversation over from a colleague",
  description: "As `take-over`, also when somebody else has it. For admins; the audit log and the timeline show it.",
  request: { params: Params },
  responses: changed,
  ...adminOnly,
});

const releaseRoute = createRoute({
  method: "post",
  path: "/conversations/{id}/release",
  operationId: "releaseConversation",
  tags,
  summary: "Give a conversation back",
  description: "The bot may speak there again. The timeline gets a summary of the conversation.",
  request: { params: Params },
  responses: changed,
});

type ListInput = z.output<typeof ListQuery>;

function toFilter({ state, assignee, channel, branch, contactId }: ListInput): InboxFilter {
  return {
    ...(state && { state }),
    ...(assignee && { assignee: assignee.map(orNone) }),
    ...(channel && { channel }),
    ...(branch && { branch: branch.map(orNone) }),
    ...(contactId !== undefined && { contact: [contactId] }),
  };
}

function sumOf(counts: Record<InboxState, number>, states: readonly InboxState[]): number {
  return states.reduce((sum, name) => sum + counts[name], 0);
}

const orNone = (id: string) => (id === "none" ? null : id);

function toSort(order: ListInput["sort"]): InboxSort {
  return { by: order.endsWith("waitingSince") ? "waitingSince" : "lastMessageAt", descending: order.startsWith("-") };
}

export const conversations = newRouter()
  .openapi(listRoute, async (c) => {
    const { total: withTotal = false, ...query } = c.req.valid("query");
    const filter = toFilter(query);
    const { contact: _, state, ...counted } = filter;
    const [page, counts] = await Promise.all([
      listConversations(c.var.ctx, { filter, sort: toSort(query.sort), page: toPageQuery(c, query) }),
      withTotal ? countConversations(c.var.ctx, counted) : null,
    ]);
    const total = counts && sumOf(counts, state ?? inboxStates);
    return c.json({ ...toPage(c, page, toInboxEntryView), ...(counts && total !== null && { counts, total }) }, 200);
  })
  .openapi(readRoute, async (c) => c.json(toConversationView(await getConversation(c.var.ctx, c.req.valid("param"))), 200))
  .openapi(messagesRoute, async (c) => {
    const page = await listConversationMessages(c.var.ctx, { ...c.req.valid("param"), page: toPageQuery(c, c.req.valid("query")) });
    return c.json(toPage(c, page, toMessageView), 200);
  })
  .openapi(assignRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(toConversationView(await assignConversation(idempotent(c, 200, toConversationView), input)), 200);
  })
  .openapi(branchRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(toConversationView(await moveToBranch(idempotent(c, 200, toConversationView), input)), 200);
  })
  .openapi(doneRoute, async (c) => {
    const input = { ...c.req.valid("param"), decision: "done" } as const;
    return c.json(toConversationView(await decideConversation(idempotent(c, 200, toConversationView), input)), 200);
  })
  .openapi(reopenRoute, async (c) => {
    const input = { ...c.req.valid("param"), decision: "open" } as const;
    return c.json(toConversationView(await decideConversation(idempotent(c, 200, toConversationView), input)), 200);
  })
  .openapi(takeOverRoute, async (c) => c.json(toConversationView(await takeOver(idempotent(c, 200, toConversationView), c.req.valid("param"))), 200))
  .openapi(takeFromOwnerRoute, async (c) =>
    c.json(toConversationView(await takeFromOwner(idempotent(c, 200, toConversationView), c.req.valid("param"))), 200),
  )
  .openapi(releaseRoute, async (c) => c.json(toConversationView(await release(idempotent(c, 200, toConversationView), c.req.valid("param"))), 200));
