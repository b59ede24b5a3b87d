import type { Api } from "grammy";
import type { Update } from "grammy/types";
import type { ChannelLog } from "#core/ports/channel-options.ts";
import type { Wait } from "#core/ports/wait.ts";
import { backoff } from "../backoff.ts";
import type { HealthTracker } from "../health.ts";
import type { Offer } from "../intake.ts";
import { forGrammy, longPollSeconds } from "./api.ts";
import { queuesByChat } from "./chat-queues.ts";
import { type CallFailure, callFailure } from "./errors.ts";
import { allowedUpdates } from "./update-kinds.ts";

const pageSize = 100;
/** Ms between tries: of a call that failed, of an update that could not be kept, and while another process polls. */
const retry = { call: { first: 1_000, most: 60_000 }, update: { first: 500, most: 30_000 }, conflict: 30_000 };

export type Polling = { api: Api; offer: Offer<Update>; health: HealthTracker; wait: Wait; log: ChannelLog; signal: AbortSignal };

/**
 * Asks for updates until the signal aborts or the token is refused. Asking with an offset confirms everything below
 * it, so the offset moves only when the whole page is durable (https://core.telegram.org/bots/api#getupdates).
 */
export async function poll(polling: Polling): Promise<void> {
  const { signal, health } = polling;
  let offset: number | undefined;
  let failures = 0;
  while (!signal.aborted) {
    // After a failure a short question: the sooner the health says that all is well again.
    const page = await nextPage(polling, offset, failures > 0 ? 0 : longPollSeconds);
    if (signal.aborted) return;
    if ("kind" in page) {
      failures += 1;
      if (!(await afterFailure(polling, page, failures))) return;
      continue;
    }
    failures = 0;
    health.become("connected");
    if (!(await keepPage(polling, page))) return;
    // An empty page says that all is confirmed. Without an offset Telegram may restart its ids, as it does after a quiet week.
    offset = page.length === 0 ? undefined : Math.max(...page.map((update) => update.update_id)) + 1;
  }
}

async function nextPage({ api, signal }: Polling, offset: number | undefined, timeout: number): Promise<Update[] | CallFailure> {
  try {
    const from = offset === undefined ? {} : { offset };
    const options = { ...from, limit: pageSize, timeout, allowed_updates: allowedUpdates };
    const page = await api.getUpdates(options, forGrammy(signal));
    return isPage(page) ? page : { kind: "disconnected", detail: "unreadable_answer" };
  } catch (error) {
    return callFailure(error);
  }
}

function isPage(page: unknown): page is Update[] {
  return Array.isArray(page) && page.every((update) => Number.isSafeInteger(update?.update_id));
}

/** Shows it, waits, and says whether to go on. */
export async function afterFailure(
  { health, wait, log, signal }: Omit<Polling, "api" | "offer">,
  failure: CallFailure,
  failures: number,
): Promise<boolean> {
  if (failure.kind === "unauthorized") {
    health.become("unauthorized", "Telegram refuses the bot token");
    log.error({}, "Telegram refuses the bot token; nothing is received until it is replaced");
    return false;
  }
  if (failure.kind === "rate_limited") {
    await wait(failure.retryAfterMs, signal);
    return true;
  }
  const pause = failure.kind === "conflict" ? retry.conflict : backoff(failures, retry.call.first, retry.call.most);
  health.become(failure.kind, failure.detail);
  log.warn({ state: failure.kind, detail: failure.detail, failures, retryInMs: pause }, "Telegram cannot be polled");
  await wait(pause, signal);
  return true;
}

/** Chats side by side, so that their messages share commits. True when every update is durable. */
async function keepPage(polling: Polling, page: readonly Update[]): Promise<boolean> {
  const kept = await Promise.all(queuesByChat(page).map((queue) => keepQueue(polling, queue)));
  return kept.every(Boolean);
}

async function keepQueue({ offer, wait, log, signal }: Polling, queue: readonly Update[]): Promise<boolean> {
  for (const update of queue) {
    let failing = 0;
    for (let tries = 1; ; tries += 1) {
      if (signal.aborted) return false;
      const ending = await offer(update, failing);
      if (ending === "kept") break;
      if (ending === "failing") failing += 1;
      const pause = backoff(tries, retry.update.first, retry.update.most);
      log.warn({ updateId: update.update_id, ending, tries, retryInMs: pause }, "an update could not be kept yet");
      await wait(pause, signal);
    }
  }
  return true;
}
