import { Limiter, type Limits, widest } from "./fake-telegram-limits.ts";

export type FakeUser = { id: number; first_name?: string; last_name?: string; username?: string; is_bot?: boolean };
export type RawUpdate = { update_id: number } & Record<string, unknown>;
/** A message the platform has taken: whatever we were told, the customer has it. */
export type Accepted = { at: number; chatId: string; messageId: number; method: string; text: string; file: string | null };

/** What is to go wrong with the next call of a method, a send when none is named. `times` 1. */
export type Fault = { method?: string; times?: number } & (
  | { kind: "answer"; status: number; description?: string; retryAfter?: number; body?: string }
  /** Taken and logged, then no answer, or the connection cut. */
  | { kind: "hang_after_accept" | "drop_after_accept" }
  | { kind: "drop_before_accept" | "hang" }
);

export type FakeOptions = {
  /** 0: any free one. */
  port?: number;
  token?: string;
  limits?: Limits;
  /** How many times faster than real the platform's seconds go by: windows, long polls, repeats. */
  speed?: number;
  /** How long a send is under way there and back, in ms. */
  travelMs?: number;
  now?: () => number;
};

export const sends = ["sendMessage", "sendPhoto", "sendVoice", "sendDocument"];
const telegramLimits: Limits = { perSecond: 30, perChatPerSecond: 1, mode: "strict" };

/** All that the platform knows. */
export class FakeState {
  readonly token: string;
  readonly speed: number;
  readonly travelMs: number;
  readonly now: () => number;
  readonly limiter: Limiter;
  readonly accepted: Accepted[] = [];
  /** Every call, in order; `confirms` is what getUpdates gave as offset. */
  readonly calls: { method: string; confirms?: number }[] = [];
  /** Files that were handed over, by their names. */
  readonly uploads = new Map<string, Uint8Array>();
  readonly files = new Map<string, { path: string; bytes: Uint8Array; size: number }>();
  pending: RawUpdate[] = [];
  webhook: { url: string; secret: string } | null = null;
  allowed: readonly string[] = [];
  private readonly chats = new Map<string, FakeUser>();
  private readonly blocked = new Set<string>();
  private readonly faults: Fault[] = [];
  private readonly watchers = new Set<() => void>();
  private nextUpdateId = 700_000_001;
  private nextMessageId = 1;

  constructor({
    token = "7000000001:AAF-fake_fake_fake_fake_fake_fake_fake",
    limits = telegramLimits,
    speed = 1,
    travelMs = 0,
    now = Date.now,
  }: FakeOptions = {}) {
    this.token = token;
    this.speed = speed;
    this.travelMs = travelMs;
    this.now = now;
    this.limiter = new Limiter(limits, speed);
  }

  /** A customer writes; `more` are further fields of the message. Gives the update's id. */
  say(user: FakeUser, text: string, more: Record<string, unknown> = {}): number {
    this.know(user);
    const message = { message_id: this.nextMessageId++, from: this.person(user), chat: this.chat(user), date: this.seconds(), text, ...more };
    return this.update({ message });
  }

  /** Any update; an id is given when it has none. One that nobody asked for is not kept, as with allowed_updates. */
  update(raw: Record<string, unknown>): number {
    const update = { update_id: this.nextUpdateId++, ...raw };
    const kind = Object.keys(update).find((key) => key !== "update_id") ?? "";
    if (this.allowed.length === 0 || this.allowed.includes(kind)) this.pending.push(update);
    this.changed();
    return update.update_id;
  }

  block(user: FakeUser): number {
    this.know(user);
    this.blocked.add(String(user.id));
    return this.update({ my_chat_member: this.membership(user, "member", "kicked") });
  }

  unblock(user: FakeUser): number {
    this.blocked.delete(String(user.id));
    return this.update({ my_chat_member: this.membership(user, "kicked", "member") });
  }

  /** The user has started the bot at some time. */
  know(user: FakeUser): void {
    this.chats.set(String(user.id), { ...this.chats.get(String(user.id)), ...user });
  }

  fail(fault: Fault): void {
    for (let time = 0; time < (fault.times ?? 1); time += 1) this.faults.push(fault);
  }

  /** The fault meant for this call, once. */
  takeFault(method: string): Fault | undefined {
    const index = this.faults.findIndex((fault) => (fault.method === undefined ? sends.includes(method) : fault.method === method));
    return index === -1 ? undefined : this.faults.splice(index, 1)[0];
  }

  refusal(chatId: string): string | null {
    if (!this.chats.has(chatId)) return "Bad Request: chat not found";
    return this.blocked.has(chatId) ? "Forbidden: bot was blocked by the user" : null;
  }

  /** Takes a message to a customer; gives it as the Bot API does. */
  accept(method: string, chatId: string, text: string, file: string | null): Record<string, unknown> {
    const messageId = this.nextMessageId++;
    this.accepted.push({ at: this.now(), chatId, messageId, method, text, file });
    const from = { id: Number(this.token.split(":")[0]), is_bot: true, first_name: "Fake", username: "fake_bot" };
    return { message_id: messageId, from, chat: this.chat({ id: Number(chatId) }), date: this.seconds(), ...(file ? { caption: text } : { text }) };
  }

  report() {
    const seen = this.accepted.map(({ chatId, text, file }) => JSON.stringify([chatId, text, file]));
    return {
      accepted: this.accepted.length,
      /** Messages that a chat has got more than once. */
      duplicates: seen.length - new Set(seen).size,
      widestSecond: widest(
        this.accepted.map(({ at }) => at),
        1000 / this.speed,
      ),
      refused: this.limiter.refused,
      disobeyed: this.limiter.disobeyed,
      pending: this.pending.length,
    };
  }

  /** Drops what has been confirmed. */
  confirm(offset: number): void {
    this.pending = offset < 0 ? this.pending.slice(offset) : this.pending.filter((update) => update.update_id >= offset);
    this.changed();
  }

  /** Resolves once it holds; looked at whenever something changes. */
  until(holds: (state: FakeState) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!holds(this)) return;
        this.watchers.delete(look);
        resolve();
      };
      this.watchers.add(look);
      look();
    });
  }

  watch(look: () => void): void {
    this.watchers.add(look);
  }

  changed(): void {
    for (const look of [...this.watchers]) look();
  }

  private chat({ id }: FakeUser) {
    const { is_bot: _, ...user } = this.person(this.chats.get(String(id)) ?? { id });
    return { ...user, type: "private" };
  }

  private person(user: FakeUser) {
    return { is_bot: false, first_name: `User ${user.id}`, ...user };
  }

  private membership(user: FakeUser, from: string, to: string) {
    const member = (status: string) => ({ user: { id: Number(this.token.split(":")[0]), is_bot: true, first_name: "Fake" }, status });
    return { chat: this.chat(user), from: this.person(user), date: this.seconds(), old_chat_member: member(from), new_chat_member: member(to) };
  }

  private seconds(): number {
    return Math.floor(this.now() / 1000);
  }
}
