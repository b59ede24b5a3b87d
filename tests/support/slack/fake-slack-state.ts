import { blockKitFaults } from "./block-kit.ts";

export type FakePerson = { id: string; name: string; email: string | null; teamId?: string; isBot?: boolean; isEmailConfirmed?: boolean };
/** `isInChannel`: a reply in a thread that the channel shows as well. */
export type FakeMessage = {
  channel: string;
  ts: string;
  threadTs: string | null;
  user: string;
  text: string;
  blocks: Block[];
  isInChannel?: boolean;
};
/** `mimetype` and `size`: what Slack says of it, which is not always what it holds. */
export type FakeFile = {
  id: string;
  name: string;
  bytes: Uint8Array;
  channel: string | null;
  threadTs: string | null;
  mimetype?: string;
  size?: number;
};
export type FakeView = { id: string; hash: string; userId: string; view: View };
export type Block = { type: string; block_id?: string; elements?: Element[]; accessory?: Element; [key: string]: unknown };
export type Element = { type: string; action_id?: string; value?: string; [key: string]: unknown };
export type View = { type: string; callback_id?: string; private_metadata?: string; blocks: Block[]; [key: string]: unknown };

/** Makes calls of one method, or of all, go wrong: so many times, or for as long as it stands. */
export type Fault = {
  method?: string;
  times?: number;
  /** `down`: no answer at all; `lost`: done, but the answer never comes; a number: too many calls, wait so many seconds. */
  how: "down" | "lost" | number | { error: string };
};

export type Given = Record<string, unknown>;
export type Reply = Record<string, unknown> & { ok: boolean };

/** What a Slack workspace holds, and what its Web API does with it. */
export class FakeSlackState {
  readonly teamId = "T0TEAM";
  readonly botUserId = "U0BOT";
  readonly botToken = "xoxb-0123456789-of-the-bot";
  readonly appToken = "xapp-1-0123456789-of-the-app";
  readonly people = new Map<string, FakePerson>();
  readonly messages: FakeMessage[] = [];
  readonly views = new Map<string, FakeView>();
  readonly homes = new Map<string, View>();
  /** What one person alone was shown. */
  readonly whispers: { userId: string; text: string; blocks: Block[] }[] = [];
  readonly files: FakeFile[] = [];
  readonly calls: { method: string; given: Given }[] = [];
  readonly faults: Fault[] = [];
  /** Calls of each method, also those that met a fault. */
  readonly attempts = new Map<string, number>();
  /** Channels that we are not in. */
  readonly closed = new Set<string>();
  isRevoked = false;
  private counter = 0;

  know(...people: FakePerson[]): void {
    for (const person of people) this.people.set(person.id, person);
  }

  /** Unique, and later than those before. */
  next(prefix = ""): string {
    this.counter++;
    return prefix === "" ? `1790000000.${String(this.counter).padStart(6, "0")}` : `${prefix}${this.counter}`;
  }

  in(channel: string): FakeMessage[] {
    return this.messages.filter((message) => message.channel === channel);
  }

  called(method: string): number {
    return this.calls.filter((call) => call.method === method).length;
  }

  fail(fault: Fault): void {
    this.faults.push(fault);
  }

  heal(): void {
    this.faults.length = 0;
    this.isRevoked = false;
  }

  /** The fault that this call meets, if any. */
  faultOf(method: string): Fault["how"] | null {
    this.attempts.set(method, (this.attempts.get(method) ?? 0) + 1);
    const found = this.faults.find((fault) => fault.method === undefined || fault.method === method);
    if (!found) return null;
    if (found.times !== undefined && --found.times === 0) this.faults.splice(this.faults.indexOf(found), 1);
    return found.how;
  }

  call(method: string, given: Given): Reply {
    const known = methods[method];
    return known ? known(this, given) : { ok: false, error: "unknown_method" };
  }
}

type Method = (state: FakeSlackState, given: Given) => Reply;
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const json = (value: unknown): unknown => (typeof value === "string" ? JSON.parse(value) : value);
const refuse = (error: string): Reply => ({ ok: false, error });

const methods: Record<string, Method> = {
  "auth.test": ({ teamId, botUserId }) => ({ ok: true, team_id: teamId, team: "Seaside", user_id: botUserId, bot_id: "B0BOT" }),
  "apps.connections.open": () => ({ ok: true, url: "" }),
  "users.info": (state, { user }) => {
    const person = state.people.get(text(user));
    return person ? { ok: true, user: profile(state, person) } : refuse("user_not_found");
  },
  "users.lookupByEmail": (state, { email }) => {
    const person = [...state.people.values()].find((one) => one.email === email);
    return person ? { ok: true, user: profile(state, person) } : refuse("users_not_found");
  },
  "conversations.open": (_state, { users }) => ({ ok: true, channel: { id: `D${text(users).slice(1)}` } }),
  "chat.postMessage": (state, given) => {
    const message = messageOf(given);
    if (typeof message === "string") return refuse(message);
    if (state.closed.has(text(given.channel))) return refuse("not_in_channel");
    const channel = text(given.channel).replace(/^U/, "D");
    const kept = {
      ...message,
      channel,
      ts: state.next(),
      threadTs: text(given.thread_ts) || null,
      user: state.botUserId,
      isInChannel: String(given.reply_broadcast) === "true",
    };
    state.messages.push(kept);
    return { ok: true, channel, ts: kept.ts };
  },
  "chat.update": (state, given) => {
    const message = messageOf(given);
    const held = state.messages.find(({ channel, ts }) => channel === given.channel && ts === given.ts);
    if (!held) return refuse("message_not_found");
    if (typeof message === "string") return refuse(message);
    Object.assign(held, message);
    return { ok: true, channel: held.channel, ts: held.ts };
  },
  "chat.delete": (state, given) => {
    const at = state.messages.findIndex(({ channel, ts }) => channel === given.channel && ts === given.ts);
    if (at < 0) return refuse("message_not_found");
    state.messages.splice(at, 1);
    return { ok: true };
  },
  "chat.getPermalink": ({ messages }, { channel, message_ts: ts }) => {
    const isThere = messages.some((message) => message.channel === channel && message.ts === ts);
    return isThere
      ? { ok: true, permalink: `https://seaside.slack.com/archives/${text(channel)}/p${text(ts).replace(".", "")}` }
      : refuse("message_not_found");
  },
  "chat.postEphemeral": (state, given) => {
    const message = messageOf(given);
    if (typeof message === "string") return refuse(message);
    state.whispers.push({ userId: text(given.user), ...message });
    return { ok: true, message_ts: state.next() };
  },
  "views.open": (state, given) => open(state, given),
  "views.push": (state, given) => open(state, given),
  "views.update": (state, given) => {
    const held = state.views.get(text(given.view_id));
    const view = viewOf(given.view);
    if (!held) return refuse("not_found");
    if (typeof view === "string") return refuse(view);
    if (given.hash !== undefined && given.hash !== held.hash) return refuse("hash_conflict");
    Object.assign(held, { view, hash: state.next("h") });
    return { ok: true, view: { id: held.id, hash: held.hash } };
  },
  "views.publish": (state, given) => {
    const view = viewOf(given.view);
    if (typeof view === "string") return refuse(view);
    state.homes.set(text(given.user_id), view);
    return { ok: true, view: { id: state.next("V"), hash: state.next("h") } };
  },
  "files.getUploadURLExternal": (state, { filename }) => {
    const file = { id: state.next("F"), name: text(filename), bytes: new Uint8Array(), channel: null, threadTs: null };
    state.files.push(file);
    return { ok: true, file_id: file.id, upload_url: "" };
  },
  "files.info": (state, { file: id }) => {
    const file = state.files.find((one) => one.id === text(id));
    if (!file) return refuse("file_not_found");
    const { name, bytes, mimetype = "application/octet-stream", size = bytes.byteLength } = file;
    return { ok: true, file: { id: file.id, name, mimetype, size, mode: "hosted", url_private_download: "" } };
  },
  "files.completeUploadExternal": (state, given) => {
    const wanted = json(given.files);
    const ids = Array.isArray(wanted) ? wanted.map((one: { id: string }) => one.id) : [];
    const found = state.files.filter(({ id }) => ids.includes(id));
    for (const file of found) Object.assign(file, { channel: text(given.channel_id) || null, threadTs: text(given.thread_ts) || null });
    return { ok: true, files: found.map(({ id, name }) => ({ id, name })) };
  },
  "files.delete": (state, { file }) => {
    const at = state.files.findIndex(({ id }) => id === text(file));
    if (at < 0) return refuse("file_not_found");
    state.files.splice(at, 1);
    return { ok: true };
  },
};

function profile(state: FakeSlackState, { id, name, email, teamId = state.teamId, isBot = false, isEmailConfirmed = true }: FakePerson) {
  const contact = email === null ? {} : { email };
  return { id, team_id: teamId, name, real_name: name, is_bot: isBot, is_email_confirmed: isEmailConfirmed, profile: contact };
}

/** A text is Slack's error. */
function messageOf({ channel, text: line, blocks: given }: Given): { text: string; blocks: Block[] } | string {
  // Bolt sends blocks as JSON.
  const blocks = (json(given) ?? []) as Block[];
  if (text(channel) === "") return "channel_not_found";
  if (text(line) === "" && blocks.length === 0) return "no_text";
  if (text(line).length > 40_000) return "msg_too_long";
  if (blocks.length > 0 && blockKitFaults({ blocks }).length > 0) return "invalid_blocks";
  return { text: text(line), blocks };
}

function viewOf(given: unknown): View | string {
  const view = json(given) as View;
  return blockKitFaults(view).length > 0 ? "invalid_arguments" : view;
}

function open(state: FakeSlackState, given: Given): Reply {
  const view = viewOf(given.view);
  const [, userId] = /^trigger-(\w+)-/.exec(text(given.trigger_id)) ?? [];
  if (userId === undefined) return refuse("invalid_trigger_id");
  if (typeof view === "string") return refuse(view);
  const held = { id: state.next("V"), hash: state.next("h"), userId, view };
  state.views.set(held.id, held);
  return { ok: true, view: { id: held.id, hash: held.hash } };
}
