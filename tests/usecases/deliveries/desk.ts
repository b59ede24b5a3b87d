import { onTestFinished } from "vitest";
import type { DeliveryRecord, SendResult } from "#core/model/delivery.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Channel, OutboundMessage } from "#core/ports/channel.ts";
import type { Context } from "#core/ports/context.ts";
import { PaceGate } from "#core/usecases/deliveries/pace-gate.ts";
import { reply } from "#core/usecases/deliveries/reply.ts";
import { sendDelivery } from "#core/usecases/deliveries/send-delivery.ts";
import type { DeliverySender, SendStep } from "#core/usecases/deliveries/sender.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { openCore } from "#tests/support/context.ts";

export const startsAt = Date.UTC(2026, 10, 24, 10);
export const claimMs = 180_000;

/** A conversation on a connected account, whose platform answers as told; the clock is the test's. */
export async function deliveryDesk() {
  let now = startsAt;
  const core = await openCore(() => now);
  onTestFinished(() => core.close());
  const ctx: Context = core.ctx;
  const connection = { id: "chn_1", agentId: ctx.store.agentId, channel: "telegram" as const, account: "default", via: null, sealed: null };
  await ctx.store.commit(new ChangeSet().insert("connections", { ...connection, createdBy: "test", createdAt: now }));
  const { conversation, contact } = await ingestMessage(ctx, {
    channel: "telegram",
    account: "default",
    externalId: "77:1",
    direction: "inbound",
    author: "customer",
    from: { externalId: "77", name: "Ana" },
    text: "Hello",
    media: [],
    sentAt: null,
    origin: "platform",
  });

  const taken: OutboundMessage[] = [];
  const answers: (() => SendResult | Promise<SendResult>)[] = [];
  const channel: Channel = {
    name: "telegram",
    start: async () => {},
    stop: async () => {},
    send: async (message) => {
      taken.push(message);
      return answers.shift()?.() ?? { outcome: "accepted", externalId: `77:${100 + taken.length}`, at: now };
    },
  };
  const gate = new PaceGate({ perSecond: 1_000, perChatPerSecond: 1_000 }, ctx.now, async (ms) => {
    now += Math.ceil(ms);
  });
  const steps: SendStep[] = [];
  const sender: DeliverySender = { owner: "this", claimMs, channelFor: () => ({ channel, gate }), reached: (step) => void steps.push(step) };

  return {
    ctx,
    contact,
    conversation,
    channel,
    gate,
    sender,
    taken,
    steps,
    /** What the platform does with the next message; without it takes it. */
    answers: (answer: () => SendResult | Promise<SendResult>) => void answers.push(answer),
    pass: (ms: number) => {
      now += ms;
    },
    /** A moment after the one before. */
    reply: (text: string) => {
      now += 1;
      return reply(ctx, { conversationId: conversation.id, text, media: [] });
    },
    send: ({ id }: Pick<DeliveryRecord, "id">, by: Partial<DeliverySender> = {}) => sendDelivery(ctx, { ...sender, ...by }, { id }),
    read: async ({ id }: Pick<DeliveryRecord, "id">) => (await ctx.store.deliveries.find(id)) as DeliveryRecord,
    /** Askings that wait for the queue since the last look, as delivery and instant. */
    asked: async (): Promise<[string | undefined, number | null][]> => {
      const effects = await ctx.directory.outbox(1_000);
      await ctx.directory.relayed(effects);
      return effects.filter(({ type }) => type === "delivery.send").map(({ payload, startAfter }) => [payload.deliveryId, startAfter]);
    },
    outbound: async () =>
      (await ctx.store.messages.ofContact(contact.id, { limit: 50, cursor: null })).data.filter((m) => m.direction === "outbound"),
  };
}
