import { join } from "node:path";
import Database from "libsql";
import type { Accepted } from "#tests/support/telegram/fake-telegram-state.ts";
import { type Customer, type Delivery, type Desk, open } from "./desk.ts";

/** What the ledger, the conversations and the platform's log say of the same replies. */
export type Audit = {
  replies: number;
  states: Record<string, number>;
  duplicates: number;
  lost: number;
  overtaken: number;
  contradictions: string[];
};

/** Reasons with which the platform has provably not taken a message. */
const provable = ["blocked", "no_chat", "invalid_message", "window_closed", "unauthorized", "unreachable", "rate_limited"];

/** `replied`: ids that the API has answered with. Texts are unique. */
export async function audit(desk: Desk, customers: readonly Customer[], replied: readonly string[]): Promise<Audit> {
  const accepted = await desk.stage.platform.accepted();
  const ledger = await desk.ledger();
  const known = new Set(ledger.map(({ id }) => id));
  const texts = new Set(ledger.map(({ text }) => text));
  const log = Map.groupBy(accepted, ({ text }) => text);
  const kept = await keptMessages(desk, customers);
  return {
    replies: replied.length,
    states: countBy(ledger),
    duplicates: [...log.values()].reduce((sum, same) => sum + same.length - 1, 0),
    lost: replied.filter((id) => !known.has(id)).length + ledger.filter(({ state }) => open.includes(state)).length,
    overtaken: overtaken(ledger, accepted),
    contradictions: [
      ...ledger.flatMap((delivery) => contradictionsOf(delivery, log.get(delivery.text) ?? [], kept.get(delivery.text) ?? [])),
      ...accepted.filter(({ text }) => !texts.has(text)).map(({ text }) => `the platform has "${text}", which nobody wrote`),
    ],
  };
}

async function keptMessages(desk: Desk, customers: readonly Customer[]): Promise<Map<string, string[]>> {
  const kept = new Map<string, string[]>();
  for (const customer of customers) {
    for (const { direction, text, externalId } of await desk.messages(customer))
      if (direction === "outbound") kept.set(text, [...(kept.get(text) ?? []), externalId ?? ""]);
  }
  return kept;
}

function contradictionsOf({ id, state, reason, providerId, text }: Delivery, log: readonly Accepted[], kept: readonly string[]): string[] {
  const ids = log.map(({ chatId, messageId }) => `${chatId}:${messageId}`);
  const says = (what: string) => [`${id} "${text}" is ${state} (${reason}), but ${what}`];
  if (state === "sent") {
    if (ids.length !== 1 || ids[0] !== providerId) return says(`the platform has ${ids.length} and the ledger names ${providerId}`);
    return kept.length === 1 && kept[0] === providerId ? [] : says(`the conversation has it ${kept.length} times`);
  }
  if (kept.length > 0) return says("the conversation has it");
  if (state === "unknown") return ids.length <= 1 ? [] : says(`the platform has ${ids.length}`);
  if (state === "failed" && !provable.includes(reason ?? "")) return says("nothing proves it");
  return ids.length === 0 ? [] : says("the platform has it");
}

/** Replies that reached their chat before an earlier one of the same conversation. */
function overtaken(ledger: readonly Delivery[], accepted: readonly Accepted[]): number {
  const place = new Map(accepted.map(({ text, messageId }) => [text, messageId]));
  const byConversation = Map.groupBy(ledger, ({ conversationId }) => conversationId);
  let count = 0;
  for (const deliveries of byConversation.values()) {
    const order = deliveries.toSorted((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1)).flatMap(({ text }) => place.get(text) ?? []);
    count += order.filter((messageId, index) => messageId < Math.max(...order.slice(0, index))).length;
  }
  return count;
}

function countBy(ledger: readonly Delivery[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(ledger, ({ state }) => state)].map(([state, all]) => [state, all.length]));
}

/** Deliveries between their intent and their receipt, in the file of a product that does not run. */
export function inFlight(dataDir: string): number {
  const db = new Database(join(dataDir, "rapport.db"), { readonly: true });
  try {
    return Number((db.prepare("SELECT count(*) AS n FROM deliveries WHERE state = 'sending'").get() as { n: number }).n);
  } finally {
    db.close();
  }
}
