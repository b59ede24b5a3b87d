import { CrmError, type ErrorCode } from "#core/errors.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { hour } from "#core/rules/time.ts";
import { assignConversation } from "#core/usecases/conversations/assign-conversation.ts";
import { openThread } from "#core/usecases/conversations/open-thread.ts";
import { reviewConversations } from "#core/usecases/conversations/review-conversations.ts";
import { release, takeFromOwner, takeOver } from "#core/usecases/conversations/take-over.ts";
import { PaceGate } from "#core/usecases/deliveries/pace-gate.ts";
import { queueDelivery } from "#core/usecases/deliveries/queue-delivery.ts";
import { reply } from "#core/usecases/deliveries/reply.ts";
import { sendDelivery } from "#core/usecases/deliveries/send-delivery.ts";
import type { DeliverySender } from "#core/usecases/deliveries/sender.ts";
import { mergeContacts } from "#core/usecases/merges/merge-contacts.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import type { Database } from "#db/database.ts";
import { contextOf } from "../context.ts";
import { type Release, scheduledStore } from "./scheduled-store.ts";
import type { TurnOrder } from "./turn-order.ts";

export const takeoverSteps = [
  ...(["take_over", "take_over", "take_from", "release", "review", "unanswered", "silence"] as const),
  ...(["open_thread", "assign", "merge", "bot", "nudge", "reply", "write", "send", "send"] as const),
];
export type TakeoverStep = (typeof takeoverSteps)[number];

const account = { channel: "telegram", account: "default" } as const;
const begin = Date.parse("2026-03-04T10:00:00Z");
/** The takeovers of the race end after so long a silence, in hours. */
export const silenceHours = 12;
const unsent = ["queued", "claimed"];

/** What may be refused: a colleague has taken it over, a merge has made one of two of the same people. */
const refusals: Partial<Record<TakeoverStep, readonly ErrorCode[]>> = { take_over: ["conflict"], merge: ["conflict", "gone", "not_found"] };

/** One customer at a time, to whose conversation everything happens at once; `faults` is what must never be. */
export class TakeoverRace {
  readonly faults: string[] = [];
  /** Deliveries that were begun before a takeover and reached the platform after it. */
  inFlight = 0;
  refusedByTakeover = 0;
  private now = begin;
  private readonly order: TurnOrder;
  private readonly calm: Context;
  private readonly together: Context;
  private readonly gate: PaceGate;
  private readonly dispatched = new Map<string, number>();
  private conversationId = "";
  private person = 0;
  private strangers = 0;
  private count = 0;
  /** By the commits in their order. */
  private isTaken = false;
  private isThread = false;

  constructor(database: Database, agentId: string, order: TurnOrder, letGo: Release) {
    this.order = order;
    this.calm = contextOf(database, agentId, () => this.now);
    const store = scheduledStore(
      this.calm.store,
      () => this.turn(),
      letGo,
      async (changes) => this.committed(changes),
    );
    this.together = { ...this.calm, store, defer: (work) => void Promise.resolve().then(work) };
    this.gate = new PaceGate(
      { perSecond: 1_000, perChatPerSecond: 1_000 },
      () => this.now,
      async (ms) => {
        this.now += Math.ceil(ms);
      },
    );
  }

  async meet(): Promise<void> {
    this.person += 1;
    this.isTaken = false;
    this.isThread = false;
    const { conversation } = await this.says(this.calm);
    this.conversationId = conversation.id;
  }

  /** Steps at once, in one order of their reads and commits, which is given back; then what is left is done in peace. */
  async run(steps: readonly TakeoverStep[]): Promise<string> {
    await this.queue(this.calm, this.order.oneOf(["bot", "nudge"]) ?? "bot");
    await this.order.run(steps.map((step, i) => () => this.attempt(step, i)));
    const { path } = this.order;
    await this.order.run([() => this.send("later")]);
    if (this.isTaken) await this.order.run([() => release(this.as("stf_maria"), { id: this.conversationId })]);
    await this.judge();
    return path;
  }

  private turn(): Promise<void> {
    this.now += 1;
    return this.order.turn();
  }

  private as(name: string): Context {
    return { ...this.together, actor: { kind: "staff", id: name } };
  }

  private async attempt(step: TakeoverStep, at: number): Promise<void> {
    try {
      await this.turn();
      await this.take(step, at);
    } catch (error) {
      if (error instanceof CrmError && refusals[step]?.includes(error.code)) return;
      this.faults.push(`${step} failed: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }

  private async take(step: TakeoverStep, at: number): Promise<unknown> {
    const id = this.conversationId;
    const colleague = this.as(at % 2 === 0 ? "stf_maria" : "stf_carlo");
    switch (step) {
      case "take_over":
        return takeOver(colleague, { id });
      case "take_from":
        return takeFromOwner(colleague, { id });
      case "release":
        return release(colleague, { id });
      case "review":
        return reviewConversations(this.together, { limit: 10 });
      case "unanswered":
        this.now += hour;
        return reviewConversations(this.together, { limit: 10 });
      case "silence":
        this.now += silenceHours * hour;
        return reviewConversations(this.together, { limit: 10 });
      case "open_thread":
        return openThread(colleague, { id });
      case "assign":
        return assignConversation(colleague, { id, assigneeId: this.order.oneOf([null, "stf_maria", "stf_carlo"]) ?? null });
      case "merge":
        return this.merge();
      case "bot":
      case "nudge":
        return this.queue(this.together, step);
      case "reply":
        return reply(colleague, { conversationId: id, text: "From a person", media: [] });
      case "write":
        return this.says(this.together);
      case "send":
        return this.send(`process ${at}`);
    }
  }

  /** With a stranger who has written elsewhere, in either direction. */
  private async merge(): Promise<void> {
    this.strangers += 1;
    const from = { externalId: `stranger-${this.strangers}`, name: "Ana" };
    const said = { channel: "web", account: "default", direction: "inbound", author: "customer", from, text: "Hello", sentAt: null } as const;
    const { contact } = await ingestMessage(this.together, { ...said, media: [], externalId: null, origin: "platform" });
    const conversation = await this.together.store.conversations.find(this.conversationId);
    if (!conversation) return;
    const pair = [contact.id, conversation.contactId];
    const [intoId = "", fromId = ""] = this.order.oneOf([true, false]) ? pair : pair.reverse();
    await mergeContacts(this.together, { intoId, fromId, cause: { kind: "staff", ref: null }, override: true });
  }

  private async queue(ctx: Context, what: "bot" | "nudge"): Promise<void> {
    const conversation = await ctx.store.conversations.find(this.conversationId);
    if (!conversation) return;
    const changes = new ChangeSet();
    const purpose = what === "bot" ? "reply" : "follow_up";
    queueDelivery(ctx, changes, conversation, { text: what, media: [], purpose, author: "bot", onceKey: null });
    await ctx.store.commit(changes);
  }

  private says(ctx: Context) {
    this.count += 1;
    this.now += 1_000;
    const from = { externalId: `race-${this.person}`, name: "Ana" };
    const said = { ...account, direction: "inbound", author: "customer", from, text: "How much is the room?", media: [], sentAt: null } as const;
    return ingestMessage(ctx, { ...said, media: [], externalId: `race:${this.count}`, origin: "platform" });
  }

  private async send(owner: string): Promise<void> {
    const { store } = this.together;
    const { data } = await store.deliveries.list({ state: ["queued"], conversationId: this.conversationId }, { limit: 50, cursor: null });
    for (const { id } of data.reverse()) await sendDelivery(this.together, this.sender(owner), { id });
  }

  private sender(owner: string): DeliverySender {
    const send = async ({ deliveryId }: { deliveryId: string }) => {
      // A slow platform: others go on while it takes the message.
      for (let turns = this.order.oneOf([1, 10, 30]) ?? 1; turns > 0; turns--) await this.turn();
      const times = (this.dispatched.get(deliveryId) ?? 0) + 1;
      this.dispatched.set(deliveryId, times);
      if (times > 1) this.faults.push(`${deliveryId} was sent ${times} times`);
      const delivery = await this.calm.store.deliveries.find(deliveryId);
      if (this.isTaken && delivery?.author === "bot") this.inFlight += 1;
      return { outcome: "accepted" as const, externalId: `sent:${deliveryId}`, at: this.now };
    };
    const channel = { name: "telegram" as const, start: async () => {}, stop: async () => {}, send };
    return { owner, claimMs: 10_000 * hour, channelFor: () => ({ channel, gate: this.gate }), reached: () => {} };
  }

  private async committed(changes: ChangeSet): Promise<void> {
    for (const { delivery } of changes.moves) if (delivery.state === "sending") this.begun(delivery);
    const row = changes.conversation(this.conversationId);
    if (!row) return;
    if (this.isTaken && row.takenOverAt === null) this.ended(changes, row);
    if (this.isThread && row.threadedAt === null) this.faults.push("the thread was lost to a commit that knew nothing of it");
    this.isTaken = row.takenOverAt !== null;
    this.isThread = row.threadedAt !== null;
  }

  /** A takeover ends by a decision, and by time alone only after the silence of both. */
  private ended({ inserts: { conversationDecisions = [] }, removals }: ChangeSet, { lastMessageAt }: ConversationRecord): void {
    const released = conversationDecisions.find(({ decision, conversationId }) => decision === "released" && conversationId === this.conversationId);
    if (!released) this.faults.push(`the takeover was lost to a commit that knew nothing of it: ${JSON.stringify(removals)}`);
    else if (released.by === this.calm.actor.id && this.now - lastMessageAt < silenceHours * hour)
      this.faults.push("a takeover ended while they spoke");
  }

  private begun({ id, author, text }: DeliveryRecord): void {
    if (this.isTaken && author === "bot") this.faults.push(`${id} (${text}) was begun after the takeover commit`);
  }

  private async judge(): Promise<void> {
    const { data } = await this.calm.store.deliveries.list({ conversationId: this.conversationId }, { limit: 200, cursor: null });
    for (const { id, state, author, reason } of data) {
      const times = this.dispatched.get(id) ?? 0;
      if (unsent.includes(state) && author !== "bot") this.faults.push(`${id} of ${author} was left ${state}`);
      if ((state === "sent") !== (times === 1)) this.faults.push(`${id} is ${state} and was sent ${times} times`);
      if (author === "bot" && state === "skipped" && reason === "taken_over") this.refusedByTakeover += 1;
    }
    const notices = data.filter(({ onceKey }) => onceKey?.startsWith("takeover:"));
    if (notices.length > 1) this.faults.push(`the customer was told ${notices.length} times of one takeover`);
  }
}
