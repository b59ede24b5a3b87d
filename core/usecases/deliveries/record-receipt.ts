import { fail } from "#core/errors.ts";
import type { ConnectionRecord } from "#core/model/connection.ts";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import { ChangeSet, StaleError } from "#core/ports/change-set.ts";
import type { InboundEvent } from "#core/ports/channel.ts";
import type { Context } from "#core/ports/context.ts";
import { isLostReply, moveDelivery } from "#core/rules/delivery/delivery.ts";
import { afterReceipt } from "#core/rules/delivery/receipt.ts";
import { minute } from "#core/rules/time.ts";
import { commitStep, retrying } from "#core/usecases/commit.ts";
import { followDelivery } from "#core/usecases/followups/follow-delivery.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";
import { recordSent } from "./record-sent.ts";
import { blockIdentity } from "./settle-delivery.ts";

type ReceiptAccount = Pick<ConnectionRecord, "channel" | "account">;
type ReceiptEvent = Extract<InboundEvent, { kind: "receipt" }>;

/** By how much the platform's clock may be behind ours. */
const clockSkewMs = minute;
/** Sends under way that are looked at; an account has far fewer. */
const sendingLimit = 500;

/**
 * Moves a delivery forward by the platform's receipt. Receipts may come in any order and any number of times; those about
 * messages that are not ours are left out. Throws CrmError `unavailable` while the send that it may be about has no recorded
 * answer yet: the channel offers it again.
 */
export async function recordReceipt(ctx: Context, account: ReceiptAccount, event: ReceiptEvent): Promise<void> {
  const found = await findDelivery(ctx, account, event);
  if (!found) return ignoreUnlessSending(ctx, account, event);
  if (found.state === "sending") fail("unavailable", "the answer to the send is not recorded yet");
  if (found.state === "unknown") await settleUnknown(ctx, found, event);
  await retrying(ctx, () => applyReceipt(ctx, found.id, event));
}

async function findDelivery(
  ctx: Context,
  { channel, account }: ReceiptAccount,
  { deliveryId, externalId }: ReceiptEvent,
): Promise<DeliveryRecord | null> {
  const named = deliveryId === undefined ? null : await ctx.store.deliveries.find(deliveryId);
  if (named?.channel === channel && named.account === account) return named;
  return ctx.store.deliveries.findByProviderId(channel, account, externalId);
}

/** A receipt can be quicker than the answer to the send, which brings the id that it names. */
async function ignoreUnlessSending(ctx: Context, { channel, account }: ReceiptAccount, { receipt }: ReceiptEvent): Promise<void> {
  const { data } = await ctx.store.deliveries.list({ state: ["sending"] }, { limit: sendingLimit, cursor: null });
  const isSending = data.some((each) => each.channel === channel && each.account === account && each.updatedAt <= receipt.at + clockSkewMs);
  if (isSending) fail("unavailable", "the receipt may be about a message that is being sent");
}

/** The platform has it after all: it becomes a message of the conversation. */
async function settleUnknown(ctx: Context, delivery: DeliveryRecord, { externalId, receipt: { at } }: ReceiptEvent): Promise<void> {
  const sent = moveDelivery(delivery, "sent", { providerId: externalId, sentAt: at, reason: null }, ctx.now());
  await recordSent(ctx, sent, at);
}

async function applyReceipt(ctx: Context, id: string, { receipt }: ReceiptEvent): Promise<void> {
  const delivery = await ctx.store.deliveries.find(id);
  const after = delivery && afterReceipt(delivery, receipt, ctx.now());
  if (!delivery || !after) return;
  const contact = await ctx.store.contacts.find(delivery.contactId);
  // The delivery goes with its contact, or becomes another's: read both again.
  if (!contact) throw new StaleError(`the contact of delivery ${id} is not there any more`);
  // The state alone guards the row; two receipts that leave it as it is must not overwrite each other.
  const changes = new ChangeSet().expect(contact).moveDelivery(after, delivery.state);
  if (after.state !== delivery.state) {
    if (isLostReply(after) || delivery.state === "failed") showCard(ctx, changes, "delivery", id);
    await followDelivery(ctx, changes, after);
  }
  if (after.state === "failed" && after.reason === "blocked") await blockIdentity(ctx, changes, after, receipt.at);
  await commitStep(ctx, changes);
}
