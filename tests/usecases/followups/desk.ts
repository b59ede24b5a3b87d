import { onTestFinished } from "vitest";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { DeliveryRecord, SendResult } from "#core/model/delivery.ts";
import type { FollowUpRecord, FollowUpState } from "#core/model/followup.ts";
import type { NewMessage } from "#core/model/inbound.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Channel } from "#core/ports/channel.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { PaceGate } from "#core/usecases/deliveries/pace-gate.ts";
import { sendDelivery } from "#core/usecases/deliveries/send-delivery.ts";
import type { DeliverySender } from "#core/usecases/deliveries/sender.ts";
import { processDueFollowUps } from "#core/usecases/followups/process-due.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { openCore } from "#tests/support/context.ts";

type Given = { at?: string; timeZone?: string; settings?: (given: Settings) => Settings };

/** One customer on Telegram, whose follow-ups are tended by hand; the clock is the test's. */
export async function followUpDesk({ at = "2026-03-04T10:00:00Z", timeZone = "UTC", settings = (given) => given }: Given = {}) {
  let now = Date.parse(at);
  const core = await openCore(() => now, settings({ ...defaultSettings(), timeZone }));
  onTestFinished(() => core.close());
  const { ctx } = core;
  const account = { channel: "telegram" as const, account: "default" };
  const connection = { id: "chn_1", agentId: ctx.store.agentId, ...account, via: null, sealed: null, createdBy: "test", createdAt: now };
  await ctx.store.commit(new ChangeSet().insert("connections", connection));

  const taken: string[] = [];
  let nextAnswer: (() => Promise<SendResult | undefined>) | null = null;
  const channel: Channel = {
    name: "telegram",
    start: async () => {},
    stop: async () => {},
    send: async ({ text }) => {
      const other = await nextAnswer?.();
      nextAnswer = null;
      if (other) return other;
      taken.push(text);
      return { outcome: "accepted", externalId: `77:9${taken.length}`, at: now };
    },
  };
  const gate = new PaceGate({ perSecond: 1_000, perChatPerSecond: 1_000 }, ctx.now, async () => {});

  let count = 0;
  let contact: ContactRecord | null = null;
  let conversation: ConversationRecord | null = null;
  async function message(text: string, direction: NewMessage["direction"]): Promise<void> {
    now += 60_000;
    count += 1;
    const author = direction === "inbound" ? "customer" : "bot";
    const from = { externalId: "77", name: "Ana" };
    const given: NewMessage = { ...account, externalId: `77:${count}`, direction, author, from, text, media: [], sentAt: null, origin: "platform" };
    ({ contact, conversation } = await ingestMessage(ctx, given));
  }
  const sender = (atClaim?: () => Promise<void>): DeliverySender => ({
    owner: "this",
    claimMs: 180_000,
    channelFor: () => ({ channel, gate }),
    reached: () => {},
    ...(atClaim ? { channelFor: () => ({ channel, gate: interrupted(atClaim) }) } : {}),
  });
  const deliveries = async (): Promise<DeliveryRecord[]> => (await ctx.store.deliveries.list({}, { limit: 50, cursor: null })).data;
  const known = <T>(value: T | null): T => {
    if (value === null) throw new Error("nobody has written yet");
    return value;
  };

  return {
    ctx,
    now: () => now,
    contact: () => known(contact),
    conversation: () => known(conversation),
    says: (text: string) => message(text, "inbound"),
    replies: (text: string) => message(text, "outbound"),
    pass: async (ms: number) => {
      now += ms;
    },
    passUntil: async (instant: number) => {
      now = Math.max(now, instant);
    },
    tend: () => processDueFollowUps(ctx, { limit: 100 }),
    /** Carries out what could go now; `atClaim` happens when a delivery has been claimed and is about to be kept as intended. */
    sendDue: async ({ atClaim }: { atClaim?: () => Promise<void> } = {}) => {
      for (const { id, state, notBefore } of await deliveries()) {
        if (state === "queued" && (notBefore ?? 0) <= now) await sendDelivery(ctx, sender(atClaim), { id });
      }
    },
    /** The same in a process that carries no account. */
    sendUncarried: async () => {
      for (const { id } of await deliveries()) await sendDelivery(ctx, { ...sender(), channelFor: () => null }, { id });
    },
    /** What happens while the platform has the next message, and what it says instead of taking it. */
    atPlatform: (answer: () => Promise<SendResult | undefined>) => {
      nextAnswer = answer;
    },
    sent: () => taken,
    deliveries,
    followUps: async (...states: FollowUpState[]): Promise<FollowUpRecord[]> => {
      const filter = states.length > 0 ? { state: states } : {};
      return (await ctx.store.followUps.list(filter, { limit: 50, cursor: null })).data;
    },
  };
}

/** A gate at which something happens to whoever passes. */
class Interrupted extends PaceGate {
  private readonly meanwhile: () => Promise<void>;
  constructor(meanwhile: () => Promise<void>) {
    super(
      { perSecond: 1_000, perChatPerSecond: 1_000 },
      () => 0,
      async () => {},
    );
    this.meanwhile = meanwhile;
  }
  override async pass(): Promise<boolean> {
    await this.meanwhile();
    return true;
  }
}
const interrupted = (meanwhile: () => Promise<void>) => new Interrupted(meanwhile);
