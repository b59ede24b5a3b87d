import { onTestFinished } from "vitest";
import { systemRuntime } from "#api/context.ts";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import type { Ingested } from "#core/model/inbound.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Channel } from "#core/ports/channel.ts";
import type { Context } from "#core/ports/context.ts";
import { fingerprintOf } from "#core/rules/followups/fingerprint.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { hour } from "#core/rules/time.ts";
import { PaceGate } from "#core/usecases/deliveries/pace-gate.ts";
import { queueDelivery } from "#core/usecases/deliveries/queue-delivery.ts";
import { sendDelivery } from "#core/usecases/deliveries/send-delivery.ts";
import type { DeliverySender } from "#core/usecases/deliveries/sender.ts";
import { approveFollowUp } from "#core/usecases/followups/decide-followup.ts";
import { remind } from "#core/usecases/followups/remind.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { openCore } from "../context.ts";

export const chats = ["north", "south", "west"] as const;
export type Chat = (typeof chats)[number];

/** A business with three bots. The clock is the test's; there are no caps, so that only consent holds anything back. */
export async function threeChats() {
  let now = Date.parse("2026-03-04T10:00:00Z");
  const defaults = defaultSettings();
  const contact = { ...defaults.contact, followUp: { perDay: null }, marketing: { perDay: null, perWeek: null } };
  const core = await openCore(() => now, { ...defaults, contact });
  onTestFinished(() => core.close());
  // Whoever comes second steps back as in the product: without that they would keep in step for ever.
  const ctx: Context = { ...core.ctx, pause: systemRuntime().pause };
  const common = { agentId: ctx.store.agentId, channel: "telegram", via: null, sealed: null, createdBy: "test", createdAt: now } as const;
  await ctx.store.commit(new ChangeSet().insert("connections", ...chats.map((account) => ({ ...common, account, id: `chn_${account}` }))));

  const sent: { chat: string; text: string }[] = [];
  let taken = (_count: number): void => {};
  const channelOf = (chat: string): Channel => ({
    name: "telegram",
    start: async () => {},
    stop: async () => {},
    send: async ({ deliveryId, text }) => {
      taken(sent.push({ chat, text }));
      return { outcome: "accepted", externalId: deliveryId, at: now };
    },
  });
  const gate = new PaceGate(
    { perSecond: 1_000, perChatPerSecond: 1_000 },
    () => now,
    async () => {
      now += 1;
    },
  );
  const sender: DeliverySender = {
    owner: "test",
    claimMs: 180_000,
    channelFor: ({ account }) => ({ channel: channelOf(account), gate }),
    reached: () => {},
  };

  let count = 0;
  /** Somebody writes; with an `email` that is verified they are the same person in every chat. */
  function says(chat: Chat, text: string, { who = "ana", email, on = ctx }: { who?: string; email?: string; on?: Context } = {}): Promise<Ingested> {
    count += 1;
    const from = { externalId: who, name: "Ana", ...(email && { email, verified: ["email" as const] }) };
    const where = { channel: "telegram", account: chat, externalId: `${who}:${count}`, direction: "inbound", author: "customer" } as const;
    return ingestMessage(on, { ...where, from, text, media: [], sentAt: null, origin: "platform" });
  }

  /** So many approved follow-ups and so many marketing messages for each of the conversations, all due in an hour. */
  async function queue(each: { followUps: number; marketing: number }, written: readonly Ingested[]): Promise<void> {
    const made: FollowUpRecord[] = [];
    const changes = new ChangeSet();
    const notBefore = now + hour;
    for (const { contact: person, conversation } of written) {
      for (let n = 0; n < each.followUps; n += 1) {
        const followUp = await remind(ctx, { contactId: person.id, dueAt: notBefore, reason: `reminder ${n}` });
        // Reminders go where the person wrote last; these go everywhere.
        const there = { ...followUp, conversationId: conversation.id };
        await ctx.store.commit(new ChangeSet().moveFollowUp(followUp, there));
        made.push(there);
      }
      for (let n = 0; n < each.marketing; n += 1) {
        const news = { text: `news ${n}`, media: [], purpose: "marketing" as const, author: "bot" as const };
        queueDelivery(ctx, changes, conversation, { ...news, onceKey: null, notBefore });
      }
    }
    await ctx.store.commit(changes);
    for (const { id } of made) {
      const found = await ctx.store.followUps.find(id);
      if (found) await approveFollowUp(ctx, { id, fingerprint: fingerprintOf(found) });
    }
  }

  const deliveries = async (): Promise<DeliveryRecord[]> => (await ctx.store.deliveries.list({}, { limit: 100, cursor: null })).data;
  return {
    ctx,
    sent,
    /** To be told of each message that the platform takes, and which one it is. */
    onSend: (tell: (count: number) => void) => {
      taken = tell;
    },
    says,
    queue,
    deliveries,
    followUps: async () => (await ctx.store.followUps.list({}, { limit: 100, cursor: null })).data,
    pass: (ms: number) => {
      now += ms;
    },
    /** Another process at the same database: what arrives there does not wait in the queue of this one. */
    elsewhere: (): Context => ({ ...ctx, directory: { ...ctx.directory } }),
    /** Sends whatever could go now: in all conversations at once, one after the other in each, as their pace has it. */
    sendAll: async () => {
      const due = (await deliveries()).filter(({ state, notBefore }) => state === "queued" && (notBefore ?? 0) <= now);
      const sendTo = async (chat: Chat) => {
        for (const { id } of due.filter(({ account }) => account === chat)) await sendDelivery(ctx, sender, { id });
      };
      await Promise.all(chats.map(sendTo));
    },
  };
}
