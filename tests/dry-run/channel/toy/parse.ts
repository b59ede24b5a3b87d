import { z } from "zod";
import { refusals } from "#core/model/delivery.ts";
import type { InboundEvent } from "#core/ports/channel.ts";

const writes = z.object({ id: z.string(), number: z.string(), from: z.object({ id: z.string(), name: z.string() }), text: z.string(), at: z.int() });
const reports = z.object({
  number: z.string(),
  about: z.object({ id: z.string(), ref: z.string().optional() }),
  state: z.enum(["delivered", "read", "failed"]),
  reason: z.enum(refusals).optional(),
  price: z.object({ micros: z.int(), currency: z.string() }).optional(),
  at: z.int(),
});
const joins = z.object({ number: z.string(), joined: z.string() });

/** An update in our words; undefined for somebody who joins without a word. Throws for what is not of the platform's shape. */
export function parse(update: object, account: string): InboundEvent | undefined {
  if ("joined" in update) return void joins.parse(update);
  if ("about" in update) return receipt(reports.parse(update));
  const { id, from, text, at } = writes.parse(update);
  return {
    kind: "message",
    message: {
      channel: "web",
      account,
      externalId: id,
      direction: "inbound",
      author: "customer",
      from: { externalId: from.id, name: from.name },
      text,
      media: [],
      sentAt: at,
      origin: "platform",
    },
  };
}

function receipt({ about, state, reason, price, at }: z.output<typeof reports>): InboundEvent {
  const common = { at, price: price ?? null };
  const told = state === "failed" ? { ...common, state, reason: reason ?? "unreachable" } : { ...common, state };
  return { kind: "receipt", externalId: about.id, deliveryId: about.ref, receipt: told };
}

/** The accounts that a call is for; none: it cannot be read. */
export function accountsIn(body: string): string[] {
  try {
    return [z.object({ number: z.string() }).parse(JSON.parse(body)).number];
  } catch {
    return [];
  }
}
