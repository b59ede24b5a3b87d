import { setTimeout as pause } from "node:timers/promises";
import type { FakeState, RawUpdate } from "./fake-telegram-state.ts";

/** Ms before the first repeat, and the most between two; each is twice the one before. */
const repeats = { first: 1_000, most: 120_000 };

/** Delivers to the webhook: each chat's updates in order, one repeated until it is answered with a 2xx. Ends with the signal. */
export function deliverToWebhook(state: FakeState, signal: AbortSignal): void {
  const busy = new Set<string>();
  const serve = async (chat: string) => {
    busy.add(chat);
    for (let next = first(state, chat); next && state.webhook && !signal.aborted; next = first(state, chat)) await deliver(next);
    busy.delete(chat);
  };
  const deliver = async (update: RawUpdate) => {
    for (let tries = 0; state.webhook && !signal.aborted; tries += 1) {
      if (await post(update, state.webhook, signal)) {
        state.pending = state.pending.filter((other) => other !== update);
        state.changed();
        return;
      }
      const ms = Math.min(repeats.most, repeats.first * 2 ** tries) / state.speed;
      await pause(ms, undefined, { signal }).catch(() => undefined);
    }
  };
  state.watch(() => {
    if (!state.webhook || signal.aborted) return;
    for (const chat of new Set(state.pending.map(chatOf))) if (!busy.has(chat)) void serve(chat);
  });
}

async function post(update: RawUpdate, { url, secret }: { url: string; secret: string }, signal: AbortSignal): Promise<boolean> {
  const headers = { "content-type": "application/json", ...(secret ? { "x-telegram-bot-api-secret-token": secret } : {}) };
  try {
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(update), signal });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

function first(state: FakeState, chat: string): RawUpdate | undefined {
  return state.pending.find((update) => chatOf(update) === chat);
}

function chatOf(update: RawUpdate): string {
  const about = Object.values(update).find(
    (value): value is { chat: { id: number } } => typeof value === "object" && value !== null && "chat" in value,
  );
  return String(about?.chat?.id);
}
