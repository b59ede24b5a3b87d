import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { telegram } from "#bots/channels/telegram/index.ts";
import { Connections } from "#core/jobs/connections.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { ChannelDefinition } from "#core/ports/channel-definition.ts";
import type { Context } from "#core/ports/context.ts";
import type { Pace } from "#core/rules/delivery/pace.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { connectAccount } from "#core/usecases/connections/connect-account.ts";
import { reply } from "#core/usecases/deliveries/reply.ts";
import { sendDelivery } from "#core/usecases/deliveries/send-delivery.ts";
import type { DeliverySender } from "#core/usecases/deliveries/sender.ts";
import { contextOf, openCore } from "#tests/support/context.ts";
import { eventually } from "#tests/support/eventually.ts";
import { fetchPublic } from "#tests/support/public-fetch.ts";
import { type FakeTelegram, startFakeTelegram } from "#tests/support/telegram/fake-telegram.ts";

const ana = { id: 5551002003, first_name: "Ana" };
const vault = { seal: async (text: string) => text, open: async (text: string) => text };
const unlimited = { speed: 1000, limits: { perSecond: 1000, perChatPerSecond: 1000, mode: "bucket" as const } };
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

/** A bot on a Bot API server of its own, with a pace of its own. */
type Bot = { agentId: string; account: string; platform: FakeTelegram; pace: Pace };

async function openBot(number: number, agentId: string, account: string, pace: Pace): Promise<Bot> {
  const token = `700000000${number}:AAF-fake_fake_fake_fake_fake_fake_fake`;
  const platform = await startFakeTelegram({ ...unlimited, token });
  onTestFinished(() => platform.close());
  return { agentId, account, platform, pace };
}

/** Telegram, each token at the server of its bot and with that bot's rules. */
function telegramOf(bots: readonly Bot[]): ChannelDefinition {
  return {
    ...telegram,
    open: async ({ credentials }, options) => {
      const bot = bots.find(({ platform }) => platform.token === credentials.token);
      if (!bot) throw new Error("there is no such bot");
      const channel = await telegram.open({ credentials, variables: { TELEGRAM_API_ROOT: bot.platform.apiRoot } }, options);
      return { ...channel, rules: { pace: bot.pace } };
    },
  };
}

/** Two agents in one process: one with two bots, and one with a bot whose account has the name of another's. */
async function openBots() {
  let at = Date.UTC(2026, 2, 2, 4);
  const now = () => at;
  const core = await openCore(now);
  const { directory } = core.database;
  const other = "agt_other";
  const settings = { agentId: other, version: 1, document: defaultSettings(), createdAt: at, createdBy: "system" };
  await directory.commit(new ChangeSet().insert("agents", { id: other, name: "Other", createdAt: at }).insert("settings", settings));
  const bots = {
    slow: await openBot(1, "agt_test", "front", { perSecond: 1, perChatPerSecond: 1 }),
    fast: await openBot(2, "agt_test", "back", { perSecond: 1_000, perChatPerSecond: 1_000 }),
    foreign: await openBot(3, other, "front", { perSecond: 1_000, perChatPerSecond: 1_000 }),
  };
  const contextFor = (agentId: string): Context => contextOf(core.database, agentId, now);
  for (const { agentId, account, platform } of Object.values(bots)) {
    await connectAccount(contextFor(agentId), vault, { channel: "telegram", account, via: null, credentials: { token: platform.token } });
  }
  const connections = new Connections({
    directory,
    contextFor,
    channels: [{ definition: telegramOf(Object.values(bots)), variables: {} }],
    credentialsOf: async ({ sealed }) => JSON.parse(sealed ?? "null"),
    owner: "this",
    now,
    // Waits for the pace make the time pass; the longer ones of the lease last until the end.
    wait: async (ms, signal) => {
      if (ms < 5_000) at += Math.ceil(ms);
      else await sleep(3_600_000, undefined, { signal }).catch(() => {});
      await new Promise(setImmediate);
    },
    fetchPublic,
    log: quiet,
  });
  await connections.start();
  onTestFinished(async () => {
    await connections.stopReceiving();
    await connections.release();
    await core.close();
  });
  const sender: DeliverySender = { owner: "this", claimMs: 180_000, channelFor: connections.channelFor.bind(connections), reached: () => {} };

  /** Ana's conversation with the bot, once her words are there. */
  const meets = async ({ agentId, account, platform }: Bot, text: string) => {
    platform.say(ana, text);
    const ctx = contextFor(agentId);
    const found = await eventually(
      async () => {
        const { data: contacts } = await ctx.store.contacts.list({}, { by: "createdAt", descending: false }, { limit: 50, cursor: null });
        const all = await Promise.all(contacts.map(({ id }) => ctx.store.conversations.ofContact(id)));
        return all.flat().find((conversation) => conversation.account === account) ?? null;
      },
      (conversation) => conversation !== null,
    );
    return { ctx, conversationId: found?.id ?? "" };
  };
  /** Sends replies one after the other; how long that took by the clock, in ms. */
  const sends = async ({ ctx, conversationId }: { ctx: Context; conversationId: string }, texts: readonly string[]) => {
    const begin = now();
    for (const text of texts) {
      const { id } = await reply(ctx, { conversationId, text, media: [] });
      await sendDelivery(ctx, sender, { id });
    }
    return now() - begin;
  };
  return { bots, meets, sends, connections, now };
}

it("each of several bots has its customers, its replies and its pace, in one agent and across agents", async () => {
  const { bots, meets, sends, connections, now } = await openBots();
  const { slow, fast, foreign } = bots;

  const front = await meets(slow, "to the front");
  const back = await meets(fast, "to the back");
  const elsewhere = await meets(foreign, "to the other agent");
  const took = [
    await sends(front, ["front 1", "front 2", "front 3"]),
    await sends(back, ["back 1", "back 2", "back 3"]),
    await sends(elsewhere, ["other 1", "other 2", "other 3"]),
  ];

  const acceptedBy = ({ platform }: Bot) => platform.accepted.map(({ text }) => text);
  expect([slow, fast, foreign].map(acceptedBy)).toEqual([
    ["front 1", "front 2", "front 3"],
    ["back 1", "back 2", "back 3"],
    ["other 1", "other 2", "other 3"],
  ]);
  expect(took[0]).toBeGreaterThanOrEqual(2_000);
  expect(Math.max(...took.slice(1))).toBeLessThan(1_000);

  // A platform that asks one bot to slow down slows down no other, also where the account has the same name.
  foreign.platform.fail({ kind: "answer", status: 429, retryAfter: 17 });
  await sends(elsewhere, ["too much"]);

  const slotOf = ({ agentId, account }: Bot) => connections.channelFor({ agentId, channel: "telegram", account })?.gate.nextSlot("1") ?? 0;
  expect(slotOf(foreign) - now()).toBeGreaterThan(10_000);
  expect(Math.max(slotOf(slow), slotOf(fast)) - now()).toBeLessThan(5_000);
});
