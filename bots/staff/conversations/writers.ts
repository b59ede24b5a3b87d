import type { MessageRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import { staffNames } from "../slack/staff-names.ts";

type Sent = Pick<MessageRecord, "id" | "author" | "channel" | "account" | "externalId">;

/** The names of the colleagues who wrote messages to customers, by message; those from the business's own phone have none. */
export async function writersOf(ctx: Context, messages: readonly Sent[]): Promise<Map<string, string>> {
  const writers = new Map<string, string>();
  for (const { id, author, channel, account, externalId } of messages) {
    if (author !== "staff" || externalId === null) continue;
    const delivery = await ctx.store.deliveries.findByProviderId(channel, account, externalId);
    if (delivery) writers.set(id, delivery.createdBy);
  }
  const names = await staffNames(ctx, [...writers.values()]);
  return new Map([...writers].flatMap(([id, staffId]) => (names.has(staffId) ? [[id, names.get(staffId) ?? ""] as const] : [])));
}
