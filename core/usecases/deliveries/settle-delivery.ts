import type { DeliveryRecord, SendResult } from "#core/model/delivery.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { afterAttempt, isLostReply } from "#core/rules/delivery.ts";
import { retrying } from "#core/usecases/commit.ts";
import { showOnDesk } from "#core/usecases/desk/ask-desk.ts";
import { effect } from "#core/usecases/effect.ts";
import { followDelivery } from "#core/usecases/followups/follow-delivery.ts";
import { keepSent } from "./keep-sent.ts";

/** Keeps how the attempt ended. A message that went out is a fact of the conversation, in the same commit. */
export async function settleDelivery(ctx: Context, sending: DeliveryRecord, result: SendResult): Promise<void> {
  const settled = afterAttempt(sending, result, ctx.now());
  if (result.outcome === "accepted") {
    await keepSent(ctx, settled, result.at);
    return askForNext(ctx, settled);
  }
  await retrying(ctx, async () => {
    const changes = new ChangeSet().moveDelivery(settled, "sending");
    if (settled.state === "queued") again(ctx, changes, settled, settled.notBefore);
    const isAskedAbout = settled.state === "unknown" || (settled.state === "failed" && settled.attempts > 1);
    if (isAskedAbout || isLostReply(settled)) showOnDesk(ctx, changes, "delivery", settled.id);
    await followDelivery(ctx, changes, settled);
    if (result.outcome === "refused" && result.reason === "blocked") await block(ctx, changes, settled);
    await ctx.store.commit(changes);
  });
  if (settled.state !== "queued") await askForNext(ctx, settled);
}

async function block(ctx: Context, changes: ChangeSet, { identityId }: DeliveryRecord): Promise<void> {
  const identity = await ctx.store.connections.identity(identityId);
  const contact = identity && (await ctx.store.contacts.find(identity.contactId));
  if (contact) changes.expect(contact).put("identities", { ...identity, blockedAt: identity.blockedAt ?? ctx.now() });
}

/** Replies of one conversation go in order: the one after this has waited for it, and is asked for at once. */
export async function askForNext(ctx: Context, { purpose, conversationId }: DeliveryRecord): Promise<void> {
  if (purpose !== "reply") return;
  const next = await ctx.store.deliveries.firstOpen(conversationId);
  if (next?.state === "queued") await sendAgain(ctx, next, next.notBefore);
}

/** Asks once more for a delivery; ms since 1970, null: at once. */
export async function sendAgain(ctx: Context, delivery: DeliveryRecord, at: number | null): Promise<void> {
  const changes = new ChangeSet();
  again(ctx, changes, delivery, at);
  await ctx.store.commit(changes);
}

/** Each asking has a key of its own: the one before has been carried out. */
export function again(ctx: Context, changes: ChangeSet, { id }: DeliveryRecord, startAfter: number | null): void {
  effect(ctx, changes, { type: "delivery.send", cause: `${id}:${ctx.newUuid()}`, payload: { deliveryId: id }, startAfter });
}
