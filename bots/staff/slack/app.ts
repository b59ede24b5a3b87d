import {
  type BlockAction,
  App as BoltApp,
  type ReceiverEvent,
  type SlackActionMiddlewareArgs,
  type SlackCommandMiddlewareArgs,
  type SlackViewMiddlewareArgs,
  type ViewSubmitAction,
} from "@slack/bolt";
import { runCommand } from "./commands.ts";
import { type Asked, actFor, actingFor, type Office, runAfterCalls } from "./dispatch.ts";
import { codeOf, logFailure } from "./errors.ts";
import type { Answer, EventHandler, Glimpse, Happening, Heard, RegisteredFeatures, WebClient } from "./feature.ts";
import { TakenError } from "./handled-calls.ts";
import { submit } from "./modal-submission.ts";
import { chosenValue, isBlockAction, openView, placeOf, subjectIn } from "./payload.ts";
import { quietLogger } from "./web-client.ts";

export type StaffAppOptions = {
  office: Office;
  client: WebClient;
  /** Who may call: what comes from another workspace is not heard. */
  identity: { teamId: string; botUserId: string; botId: string | undefined };
  /** Asks Slack whether it takes our token: when it does not, the workspace and readiness say so. */
  knock(): Promise<void>;
  registered: RegisteredFeatures;
};

/** Takes one call of Slack's, from whichever door it came. Rejects when it has not been taken: Slack sends it again. */
export type TakeCall = (event: ReceiverEvent) => Promise<void>;

/**
 * The Slack app of one workspace: every call goes through its register. Commands and presses are acknowledged before anything
 * is done, modals with their answer, events when what they asked for is durable.
 */
export function createStaffApp({ office, client, identity, knock, registered }: StaffAppOptions): TakeCall {
  const receiver = { init: () => {}, start: async () => {}, stop: async () => {} };
  const authorize = async ({ teamId }: { teamId?: string | undefined }) => {
    if (teamId !== identity.teamId) throw new Error("a call from another workspace");
    const { botUserId, botId } = identity;
    return { teamId, botToken: client.token ?? "", botUserId, ...(botId === undefined ? {} : { botId }) };
  };
  const app = new BoltApp({ receiver, authorize, convoStore: false, logger: quietLogger(office.log) });
  app.error(async (error) => Promise.reject(error));
  app.command(/^\//, (given) => takeCommand(given, office, client, registered));
  app.action(/^/, (given) => takePress(given, office, client, registered));
  app.view({ callback_id: /^/, type: "view_submission" }, (given) =>
    submit(given as SlackViewMiddlewareArgs<ViewSubmitAction>, office, client, registered),
  );
  app.view({ callback_id: /^/, type: "view_closed" }, ({ ack }) => ack());
  app.options(/^/, ({ ack }) => ack({ options: [] }));
  for (const handler of registered.events) app.event(handler.type, (given) => takeEvent(given, handler, { office, client, knock }));
  return (event) => take(app, event);
}

/** Bolt acknowledges an event before it is handled; Slack would not send it again if this process died now. */
async function take(app: BoltApp, event: ReceiverEvent): Promise<void> {
  if (event.body.type !== "event_callback") return app.processEvent(event);
  await app.processEvent({ ...event, ack: async () => {} });
  await event.ack();
}

async function takeCommand(
  { ack, command, respond }: SlackCommandMiddlewareArgs,
  office: Office,
  client: WebClient,
  { commands }: RegisteredFeatures,
): Promise<void> {
  await ack();
  const answer = (given: Answer) => respond({ response_type: "ephemeral", ...asMessage(given) }).then(() => {});
  await runCommand({ office, client, command, answer, commands });
}

async function takePress(
  { ack, action, body, respond }: SlackActionMiddlewareArgs,
  office: Office,
  client: WebClient,
  { actions, afterCalls }: RegisteredFeatures,
): Promise<void> {
  await ack();
  if (!isBlockAction(body) || !("block_id" in action)) return;
  const found = actions.find(({ id }) => id === action.action_id);
  // A link, or an input that is read when its view is sent.
  if (!found && (("url" in action && action.url) || !body.response_url)) return;
  const value = chosenValue(action as BlockAction["actions"][number]);
  const place = placeOf(body);
  const answer = body.response_url
    ? (given: Answer) => respond({ response_type: "ephemeral", replace_original: false, ...asMessage(given) }).then(() => {})
    : (given: Answer) => client.chat.postMessage({ channel: body.user.id, ...asMessage(given) }).then(() => {});
  if (!found) return answer("This button is not in use any more. Type `/people help` to see what there is.");
  const asked: Asked = {
    userId: body.user.id,
    callId: `press:${body.trigger_id}`,
    client,
    what: { role: found.role, audit: found.audit, subjectId: subjectIn(value), name: found.id },
    respond: answer,
  };
  const replace = (given: Answer) => respond({ replace_original: true, ...asMessage(given) }).then(() => {});
  const isDone = await actFor(office, asked, (acting) =>
    found.run({
      ...acting,
      value,
      place,
      view: openView(body.view),
      triggerId: body.trigger_id,
      responseUrl: body.response_url ?? null,
      replace,
    }),
  );
  // What was done updates the card by the effect in its commit. A refusal has none, and the card may be an old one.
  if (!isDone && place) await logFailure(office.log, () => refresh(office, place));
  if (body.view?.type === "home") await runAfterCalls(office, afterCalls, client, body.user.id);
}

async function refresh({ ctx, staffChat }: Office, { channelId, ts }: { channelId: string; ts: string }): Promise<void> {
  const post = await ctx.store.staffChat.postAt(channelId, ts);
  if (post) await staffChat.showCard(ctx, post.kind, post.subjectId);
}

type Told = { event: Happening<Heard>["event"]; body: { event_id: string } };

async function takeEvent(
  { event, body }: Told,
  handler: EventHandler,
  { office, client, knock }: Pick<StaffAppOptions, "office" | "client" | "knock">,
): Promise<void> {
  const callId = `event:${handler.type}:${body.event_id}`;
  if (await office.ctx.store.staffChat.isHandled(callId)) return;
  const seen = { event, ctx: office.ctx, workspace: await office.workspace() };
  // Bolt calls it for events of the handler's type alone.
  const concerns = handler.concerns as ((seen: Glimpse<Heard>) => Promise<boolean>) | undefined;
  if (concerns && !(await concerns(seen))) return;
  const userId = "user" in event && typeof event.user === "string" ? event.user : null;
  const what = { role: "viewer" as const, audit: null, subjectId: null, name: handler.type };
  const respond = async (given: Answer) => {
    if (userId !== null) await client.chat.postMessage({ channel: userId, ...asMessage(given) });
  };
  const acting = userId === null ? null : await actingFor(office, { userId, callId, client, what, respond });
  const happening = { ...seen, acting, client, staffChat: office.staffChat, knock };
  try {
    // Of the handler's type, as above.
    await (handler.run as (happening: Happening<Heard>) => Promise<void>)(happening);
  } catch (error) {
    if (error instanceof TakenError) return;
    office.log.warn({ event: handler.type, code: codeOf(error) }, "an event of Slack's was not taken");
    throw error;
  }
}

export function asMessage(answer: Answer) {
  return typeof answer === "string" ? { text: answer } : answer;
}
