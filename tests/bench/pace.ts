import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { contextOf, systemRuntime } from "#api/context.ts";
import { telegramChannel } from "#bots/channels/telegram/telegram-channel.ts";
import { defaultAgentId } from "#core/usecases/agents/open-default-agent.ts";
import { PaceGate } from "#core/usecases/deliveries/pace-gate.ts";
import { reply } from "#core/usecases/deliveries/reply.ts";
import { openDatabase } from "#db/database.ts";
import { type Customer, Desk } from "#tests/faults/desk.ts";
import { openStage, type Stage } from "#tests/faults/stage.ts";
import { fetchPublic } from "#tests/support/public-fetch.ts";
import { type BenchRow, perSecond } from "./support/row.ts";

const goal = 0.98;
type Mode = "strict" | "bucket";
const wait = async (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => {});

/**
 * How much of the permitted pace is used, as the platform counts it in a process of its own; a refusal or a duplicate
 * misses the goal. Telegram's own pace through the whole product, and 20 times that through limiter and channel alone.
 */
export async function benchPace(): Promise<BenchRow[]> {
  return [await throughProduct(30, 600), await throughChannel(600, 6_000, "strict"), await throughChannel(600, 6_000, "bucket")];
}

async function throughProduct(permitted: number, messages: number): Promise<BenchRow> {
  const stage = await openStage({ limits: { perSecond: permitted, perChat: permitted, mode: "strict" }, env: { PACE: `${permitted},${permitted}` } });
  try {
    const desk = new Desk(stage);
    await stage.start();
    const customers = await desk.meet(messages / 2);
    await stage.end("SIGTERM");
    await fill(stage, customers, messages);
    await stage.start();
    await stage.platform.untilAccepted(messages);
    await desk.settled();
    return await rowOf(`pace: ${permitted}/s in windows, the whole product`, stage, permitted, messages);
  } finally {
    await stage.close();
  }
}

/** Replies that wait for the product to start. */
async function fill({ dataDir }: Stage, customers: readonly Customer[], messages: number): Promise<void> {
  const database = await openDatabase({ url: `file:${join(dataDir, "rapport.db")}` });
  const ctx = contextOf(systemRuntime(), database.directory, defaultAgentId, { kind: "system", id: "bench" });
  for (let number = 0; number < messages; number += 1) {
    const { conversationId = "" } = customers[number % customers.length] ?? {};
    await reply(ctx, { conversationId, text: `message ${number}`, media: [] });
  }
  await database.close();
}

async function throughChannel(permitted: number, messages: number, mode: Mode): Promise<BenchRow> {
  const stage = await openStage({ limits: { perSecond: permitted, perChat: permitted, mode } });
  try {
    const [, apiRoot = "", token = ""] = /^(.*)\/bot(.*)$/.exec(stage.botUrl) ?? [];
    const log = { info() {}, warn() {}, error() {} };
    const channel = telegramChannel({ token, account: "bench", apiRoot, now: Date.now, wait, onPoison: async () => {}, fetchPublic, log });
    const gate = new PaceGate({ perSecond: permitted, perChatPerSecond: permitted }, Date.now, wait);
    const chats = Array.from({ length: 1_000 }, (_, index) => 1_001 + index);
    await stage.platform.know(chats.map((id) => ({ id })));
    let next = 0;
    const worker = async () => {
      for (let number = next++; number < messages; number = next++) {
        const to = String(chats[number % chats.length]);
        await gate.pass(to, false);
        gate.left(to);
        const result = await channel.send({ deliveryId: String(number), to, text: `message ${number}`, media: [] });
        if (result.outcome === "refused" && result.retryAt !== null) gate.pause(result.retryAt);
      }
    };
    await Promise.all(Array.from({ length: 64 }, worker));
    return await rowOf(`pace: ${permitted}/s in ${mode === "strict" ? "windows" : "a bucket"}, limiter and channel`, stage, permitted, messages);
  } finally {
    await stage.close();
  }
}

async function rowOf(what: string, { platform }: Stage, permitted: number, messages: number): Promise<BenchRow> {
  const times = (await platform.accepted()).map(({ at }) => at);
  const { accepted, refused, duplicates } = await platform.report();
  // Without the second in which it begins and the one in which it ends.
  const steady = times.toSorted((a, b) => a - b).slice(permitted, -permitted);
  const rate = ((steady.length - 1) * 1000) / ((steady.at(-1) ?? 0) - (steady[0] ?? 0));
  const ratio = rate / permitted;
  return {
    what,
    measured: `${perSecond(rate)}, ${refused} refused, ${duplicates} twice`,
    limit: `${permitted}/s permitted`,
    ratio,
    goal: `≥ ${goal}×, none refused`,
    met: ratio >= goal && refused === 0 && duplicates === 0 && accepted === messages,
  };
}
