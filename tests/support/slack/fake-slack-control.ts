import type { WebSocket } from "ws";
import { signatureOf } from "#bots/staff/slack/signature.ts";
import { type Element, type FakeMessage, FakeSlackState, type FakeView, type View } from "./fake-slack-state.ts";

/** What our answer to a call was. */
export type Heard = { status: number; body: unknown };
export type Repeat = { num: number; reason: string };
type Hook = (request: Request) => Promise<Response>;
type Body = Record<string, unknown>;
/** Of the input blocks of a modal: block id → action id → state as Slack sends it. */
export type State = Record<string, Record<string, Body>>;

/** What people in the workspace do; it reaches us by the hook that was given, or by the socket that is open. */
export class FakeSlackControl extends FakeSlackState {
  readonly signingSecret = "0123456789abcdef-signing";
  root = "";
  hook: Hook | null = null;
  /** The clock Slack signs by. */
  now: () => number = Date.now;
  /** Where every `response_url` points; null: here. */
  respondAt: string | null = null;
  private socket: WebSocket | null = null;
  private readonly waiting = new Map<string, (heard: Heard) => void>();
  private readonly asked: { userId: string; message: FakeMessage | null }[] = [];
  private connected: () => void = () => {};

  /** `/people text`. */
  command(userId: string, text: string, repeat: { triggerId?: string } = {}): Promise<Heard> {
    const triggerId = repeat.triggerId ?? this.trigger(userId);
    const form = {
      command: "/people",
      text,
      user_id: userId,
      team_id: this.teamId,
      channel_id: "C0STAFF",
      trigger_id: triggerId,
      response_url: this.responseUrl(userId, null),
    };
    return this.deliver("slash_commands", form, new URLSearchParams(form).toString());
  }

  /** Presses the button of a message. The same `triggerId` again is the same press. */
  press(
    userId: string,
    message: FakeMessage,
    actionId: string,
    { triggerId = this.trigger(userId), value }: { triggerId?: string; value?: string } = {},
  ): Promise<Heard> {
    const { block, element } = find(message.blocks, actionId);
    return this.interact({
      type: "block_actions",
      user: { id: userId, team_id: this.teamId },
      team: { id: this.teamId },
      channel: { id: message.channel },
      message: { ts: message.ts, text: message.text, ...(message.threadTs && { thread_ts: message.threadTs }) },
      container: { type: "message", message_ts: message.ts, channel_id: message.channel },
      trigger_id: triggerId,
      response_url: this.responseUrl(userId, message),
      actions: [{ ...element, block_id: block, action_ts: "1", ...(value !== undefined && { value }) }],
    });
  }

  /** Presses a button in a modal or on somebody's Home tab. */
  pressIn(userId: string, view: View, actionId: string, more: Body = {}): Promise<Heard> {
    const { block, element } = find(view.blocks, actionId);
    const held = [...this.views.values()].find((one) => one.view === view);
    const shown = { ...view, id: held?.id ?? "V0HOME", hash: held?.hash ?? "h0", state: { values: {} } };
    const actions = [{ ...element, block_id: block, action_ts: "1", ...more }];
    return this.interact({
      type: "block_actions",
      user: { id: userId, team_id: this.teamId },
      team: { id: this.teamId },
      container: { type: "view" },
      view: shown,
      trigger_id: this.trigger(userId),
      actions,
    });
  }

  /** Sends a modal. Slack shows what the answer says. */
  async submit({ id, hash, userId, view }: FakeView, values: State): Promise<Heard> {
    const sent = { ...view, id, hash, private_metadata: view.private_metadata ?? "", state: { values } };
    const heard = await this.interact({
      type: "view_submission",
      user: { id: userId, team_id: this.teamId },
      team: { id: this.teamId },
      view: sent,
      trigger_id: this.trigger(userId),
    });
    if (isBody(heard.body) && heard.body.response_action === "update") this.call("views.update", { view_id: id, view: heard.body.view });
    return heard;
  }

  event(event: Body, { eventId = this.next("Ev"), repeat }: { eventId?: string; repeat?: Repeat } = {}): Promise<Heard> {
    const body = { type: "event_callback", team_id: this.teamId, api_app_id: "A0APP", event_id: eventId, event_time: 1, event };
    return this.deliver("events_api", body, JSON.stringify(body), repeat);
  }

  /** Somebody writes in a channel, or in a thread there. */
  says(
    userId: string,
    channel: string,
    text: string,
    threadTs: string | null = null,
    more: { eventId?: string; repeat?: Repeat } = {},
  ): Promise<Heard> {
    const message = {
      type: "message",
      user: userId,
      channel,
      text,
      ts: this.next(),
      channel_type: "channel",
      ...(threadTs && { thread_ts: threadTs }),
    };
    return this.event(message, more);
  }

  trigger(userId: string): string {
    return `trigger-${userId}-${this.next("n")}`;
  }

  /** The socket of Socket Mode, opened by us. */
  connect(socket: WebSocket): void {
    this.socket = socket;
    socket.on("message", (data) => {
      const { envelope_id: id, payload }: { envelope_id: string; payload?: unknown } = JSON.parse(String(data));
      this.waiting.get(id)?.({ status: 200, body: payload });
      this.waiting.delete(id);
    });
    socket.send(JSON.stringify({ type: "hello", num_connections: 1 }));
    this.connected();
  }

  /** Resolves when a socket opens from now on. */
  untilConnected(): Promise<void> {
    return new Promise((resolve) => {
      this.connected = resolve;
    });
  }

  /** Slack asks us to come again by another socket. */
  disconnect(): void {
    this.socket?.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
  }

  /** Something came by a `response_url`. */
  heard(index: string, body: Body): void {
    const { userId, message } = this.asked[Number(index)] ?? { userId: "", message: null };
    if (body.replace_original === true && message) this.call("chat.update", { channel: message.channel, ts: message.ts, ...body });
    else this.call("chat.postEphemeral", { channel: "C0STAFF", user: userId, ...body });
  }

  /** The request of an event, as Slack signs it: for tests that change it. */
  signed(body: string, type: string, at = this.now(), repeat?: Repeat): Request {
    const timestamp = String(Math.floor(at / 1000));
    const retry: Record<string, string> = repeat ? { "x-slack-retry-num": String(repeat.num), "x-slack-retry-reason": repeat.reason } : {};
    const signature = signatureOf(this.signingSecret, timestamp, body);
    const headers = { "content-type": type, "x-slack-request-timestamp": timestamp, "x-slack-signature": signature, ...retry };
    return new Request("http://rapport/hooks/slack", { method: "POST", body, headers });
  }

  private responseUrl(userId: string, message: FakeMessage | null): string {
    this.asked.push({ userId, message });
    return `${this.respondAt ?? `http://${this.root}`}/respond/${this.asked.length - 1}`;
  }

  private interact(payload: Body): Promise<Heard> {
    return this.deliver("interactive", payload, new URLSearchParams({ payload: JSON.stringify(payload) }).toString());
  }

  private async deliver(kind: string, payload: Body, body: string, repeat?: Repeat): Promise<Heard> {
    if (!this.hook) return this.send(kind, payload, repeat);
    const type = kind === "events_api" ? "application/json" : "application/x-www-form-urlencoded";
    const response = await this.hook(this.signed(body, type, this.now(), repeat));
    const text = await response.text();
    return { status: response.status, body: /json/.test(response.headers.get("content-type") ?? "") ? JSON.parse(text) : text };
  }

  private send(type: string, payload: Body, repeat?: Repeat): Promise<Heard> {
    const id = this.next("env");
    const retry = repeat ? { retry_attempt: repeat.num, retry_reason: repeat.reason } : {};
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.socket?.send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: true, ...retry }));
    });
  }
}

const isBody = (value: unknown): value is Body => typeof value === "object" && value !== null;

function find(blocks: View["blocks"], actionId: string): { block: string; element: Element } {
  for (const block of blocks) {
    const element = [...(block.elements ?? []), ...(block.accessory ? [block.accessory] : [])].find((one) => one.action_id === actionId);
    if (element) return { block: block.block_id ?? "b", element };
  }
  throw new Error(`there is no ${actionId} among ${JSON.stringify(blocks).slice(0, 500)}`);
}
