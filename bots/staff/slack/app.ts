import {
  type BlockAction,
  App as BoltApp,
  type ReceiverEvent,
  type SlackActionMiddlewareArgs,
  type SlackCommandMiddlewareArgs,
  type SlackViewMiddlewareArgs,
  type ViewSubmitAction,
} from "@slack/bolt";
import { CrmError } from "#core/errors.ts";
import { runCommand } from "./commands.ts";
import { runAfterCalls, runStaffCall, type StaffCall, staffRequestFor, type WorkspaceContext } from "./dispatch.ts";
import { codeOf, logFailure } from "./errors.ts";
import {
  asMessage,
  type EventHandler,
  type EventRequest,
  type IncomingEvent,
  type RegisteredFeatures,
  type ResponseMessage,
  type SlackEventType,
  type WebClient,
} from "./feature.ts";
import { DuplicateCallError } from "./handled-calls.ts";
import { handleModalSubmission } from "./modal-submission.ts";
import { chosenValue, isBlockAction, messageLocationOf, openView, subjectIn } from "./payload.ts";
import { quietLogger } from "./web-client.ts";

export type StaffAppOptions = {
  workspaceContext: WorkspaceContext;
  client: WebClient;
  /** The team whose calls are accepted, and our own user in it. */
  identity: { teamId: string; botUserId: string; botId: string | undefined };
  /** Calls `auth.test`: when Slack refuses our token, the workspace is marked and readiness says so. */
  checkToken(): Promise<void>;
  registered: RegisteredFeatures;
};

/** Handles one call of Slack's, from the HTTP endpoint or the socket. Rejects when it was not handled: Slack then repeats it. */
export type HandleSlackCall = (event: ReceiverEvent) => Promise<void>;

/**
 * The Bolt app of one workspace. Commands and actions are acknowledged before they run, modals with their answer, events when
 * their change is committed.
 */
export function createStaffApp({ workspaceContext, client, identity, checkToken, registered }: StaffAppOptions): HandleSlackCall {
  const receiver = { init: () => {}, start: async () => {}, stop: async () => {} };
  const authorize = async ({ teamId }: { teamId?: string | undefined }) => {
    if (teamId !== identity.teamId) throw new Error("a call from another workspace");
    const { botUserId, botId } = identity;
    return { teamId, botToken: client.token ?? "", botUserId, ...(botId === undefined ? {} : { botId }) };
  };
  const app = new BoltApp({ receiver, authorize, convoStore: false, logger: quietLogger(workspaceContext.log) });
  app.error(async (error) => Promise.reject(error));
  app.command(/^\//, (args) => handleCommand(args, workspaceContext, client, registered));
  app.action(/^/, (args) => handleAction(args, workspaceContext, client, registered));
  app.view({ callback_id: /^/, type: "view_submission" }, (args) =>
    // The constraint lets through submissions alone.
    handleModalSubmission(args as SlackViewMiddlewareArgs<ViewSubmitAction>, workspaceContext, client, registered),
  );
  app.view({ callback_id: /^/, type: "view_closed" }, ({ ack }) => ack());
  app.options(/^/, ({ ack }) => ack({ options: [] }));
  for (const handler of registered.events) app.event(handler.type, (args) => handleEvent(args, handler, { workspaceContext, client, checkToken }));
  return (event) => processEvent(app, event);
}

/** Bolt acknowledges an event before it is handled, and Slack would not repeat it if this process died then: so we do it after. */
async function processEvent(app: BoltApp, event: ReceiverEvent): Promise<void> {
  if (event.body.type !== "event_callback") return app.processEvent(event);
  await app.processEvent({ ...event, ack: async () => {} });
  await event.ack();
}

async function handleCommand(
  { ack, command }: SlackCommandMiddlewareArgs,
  workspaceContext: WorkspaceContext,
  client: WebClient,
  { commands }: RegisteredFeatures,
): Promise<void> {
  await ack();
  const respond = (message: ResponseMessage) =>
    respondAt(workspaceContext, command.response_url, { response_type: "ephemeral", ...asMessage(message) });
  await runCommand({ workspaceContext, client, command, respond, commands });
}

async function handleAction(
  { ack, action, body }: SlackActionMiddlewareArgs,
  workspaceContext: WorkspaceContext,
  client: WebClient,
  { actions, afterCalls }: RegisteredFeatures,
): Promise<void> {
  await ack();
  if (!isBlockAction(body) || !("block_id" in action)) return;
  const found = actions.find(({ id }) => id === action.action_id);
  // Links need no handler, and the inputs of a view are read when it is submitted.
  if (!found && (("url" in action && action.url) || !body.response_url)) return;
  // It is one of the actions of `body`, which has been checked to be those of blocks.
  const value = chosenValue(action as BlockAction["actions"][number]);
  const place = messageLocationOf(body);
  const responseUrl = body.response_url ?? null;
  const respond = responseUrl
    ? (message: ResponseMessage) =>
        respondAt(workspaceContext, responseUrl, { response_type: "ephemeral", replace_original: false, ...asMessage(message) })
    : (message: ResponseMessage) => client.chat.postMessage({ channel: body.user.id, ...asMessage(message) }).then(() => {});
  if (!found) return respond("This button is not in use any more. Type `/people help` to see what there is.");
  const call: StaffCall = {
    userId: body.user.id,
    callId: `press:${body.trigger_id}`,
    client,
    what: { role: found.role, audit: found.audit, subjectId: subjectIn(value), name: found.id },
    respond,
  };
  const replace = (message: ResponseMessage) => respondAt(workspaceContext, responseUrl ?? "", { replace_original: true, ...asMessage(message) });
  const isDone = await runStaffCall(workspaceContext, call, (request) =>
    found.run({
      ...request,
      value,
      place,
      view: openView(body.view),
      triggerId: body.trigger_id,
      responseUrl,
      replace,
    }),
  );
  // A change updates the card by the effect in its commit. A refusal commits nothing, and the card may be out of date.
  if (!isDone && place) await logFailure(workspaceContext.log, () => updateCardAt(workspaceContext, place));
  if (body.view?.type === "home") await runAfterCalls(workspaceContext, afterCalls, client, body.user.id);
}

/** Bolt's own `respond` would post to any address that the call names. Throws CrmError `unavailable` when it does not arrive. */
async function respondAt({ addresses }: WorkspaceContext, url: string, message: object): Promise<void> {
  if (!(await addresses.respond(url, message))) throw new CrmError("unavailable", "Slack does not take the answer at the address of the call");
}

async function updateCardAt({ ctx, staffChat }: WorkspaceContext, { channelId, ts }: { channelId: string; ts: string }): Promise<void> {
  const post = await ctx.store.staffChat.postAt(channelId, ts);
  if (post) await staffChat.showCard(ctx, post.kind, post.subjectId);
}

type SlackEventArgs = { event: EventRequest<SlackEventType>["event"]; body: { event_id: string } };

async function handleEvent(
  { event, body }: SlackEventArgs,
  handler: EventHandler,
  { workspaceContext, client, checkToken }: Pick<StaffAppOptions, "workspaceContext" | "client" | "checkToken">,
): Promise<void> {
  const { ctx, staffChat, log } = workspaceContext;
  const callId = `event:${handler.type}:${body.event_id}`;
  if (await ctx.store.staffChat.isHandled(callId)) return;
  const incoming = { event, ctx, workspace: await workspaceContext.workspace() };
  // The casts hold since Bolt calls a handler only for events of its own type.
  const concerns = handler.concerns as ((incoming: IncomingEvent<SlackEventType>) => Promise<boolean>) | undefined;
  const run = handler.run as (request: EventRequest<SlackEventType>) => Promise<void>;
  if (concerns && !(await concerns(incoming))) return;
  const userId = "user" in event && typeof event.user === "string" ? event.user : null;
  const what = { role: "viewer" as const, audit: null, subjectId: null, name: handler.type };
  const respond = async (message: ResponseMessage) => {
    if (userId !== null) await client.chat.postMessage({ channel: userId, ...asMessage(message) });
  };
  const sender = userId === null ? null : await staffRequestFor(workspaceContext, { userId, callId, client, what, respond });
  try {
    await run({ ...incoming, sender, client, staffChat, checkToken });
  } catch (error) {
    if (error instanceof DuplicateCallError) return;
    log.warn({ event: handler.type, code: codeOf(error) }, "an event of Slack's was not handled");
    throw error;
  }
}
