import { fail } from "#core/errors.ts";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { IdentityRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { isAwayText } from "#core/rules/delivery/away.ts";
import { isLostReply, moveDelivery } from "#core/rules/delivery/delivery.ts";
import { second } from "#core/rules/time.ts";
import { commitStep, retrying } from "#core/usecases/commit.ts";
import { isConnected } from "#core/usecases/connections/connections.ts";
import { giveBack } from "#core/usecases/followups/follow-delivery.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";
import { intendUnasked } from "./intend-unasked.ts";
import { readFiles } from "./read-files.ts";
import type { ConnectedChannel, DeliverySender } from "./sender.ts";
import { addSendRequest, requestNextReply, requestSend, settleDelivery } from "./settle-delivery.ts";

/** If the pace requires a longer wait than this, in ms, the delivery is queued again instead of held. */
const patienceMs = 45 * second;

/**
 * Sends a delivery: claims it, waits for the pace, stores the intent, makes one attempt, stores the receipt. Safe to run again, and
 * twice at once: whoever does not get the claim does nothing. Throws CrmError `unavailable` when the account is
 * connected in another process.
 */
export async function sendDelivery(ctx: Context, sender: DeliverySender, input: { id: string }): Promise<void> {
  const found = await ctx.store.deliveries.find(input.id);
  if (found?.state !== "queued") return;
  if (found.notBefore !== null && found.notBefore > ctx.now()) return requestSend(ctx, found, found.notBefore);
  const connected = sender.channelFor(found);
  if (!connected) return notConnectedHere(ctx, found);

  const claimed = await ctx.store.deliveries.claim(input.id, sender.owner, ctx.now() + sender.claimMs, ctx.now());
  if (!claimed) return waitInTurn(ctx, sender, found);
  sender.reached("claimed");
  await send(ctx, sender, connected, claimed);
}

/** The account is connected in another process, or nowhere. */
async function notConnectedHere(ctx: Context, found: DeliveryRecord): Promise<void> {
  if (await isConnected(ctx, found)) fail("unavailable", `another process has connected ${found.channel} account ${found.account}`);
  await put(ctx, found, moveDelivery(found, "skipped", { reason: "no_connection" }, ctx.now()));
}

/**
 * Another process has claimed the delivery, or an earlier reply of the conversation is being sent, and its end requests this
 * one. In case that process dies, another request is made for when its claim ends.
 */
async function waitInTurn(ctx: Context, sender: DeliverySender, found: DeliveryRecord): Promise<void> {
  const now = await ctx.store.deliveries.find(found.id);
  if (now?.state !== "queued") return;
  const first = await ctx.store.deliveries.firstOpen(found.conversationId);
  const isItsTurn = first === null || first.id === found.id;
  await requestSend(ctx, found, isItsTurn ? null : (first.leaseUntil ?? ctx.now() + sender.claimMs));
}

async function send(ctx: Context, sender: DeliverySender, { channel, gate }: ConnectedChannel, claimed: DeliveryRecord): Promise<void> {
  const identity = await ctx.store.connections.identity(claimed.identityId);
  const refusal = refusalOf(identity);
  if (!identity || refusal) return put(ctx, claimed, moveDelivery(claimed, "skipped", { reason: refusal ?? "contact_deleted" }, ctx.now()));

  const media = await readFiles(ctx, sender, claimed);
  if (!Array.isArray(media)) return put(ctx, claimed, media);
  const chat = identity.externalId;
  const slot = gate.nextSlot(chat);
  if (slot > ctx.now() + patienceMs) return put(ctx, claimed, moveDelivery(claimed, "queued", { notBefore: slot }, ctx.now()));
  const mayGo = await gate.pass(chat, claimed.purpose === "reply");
  if (!mayGo) return put(ctx, claimed, moveDelivery(claimed, "queued", {}, ctx.now()));
  sender.reached("paced");

  const intended = await intend(ctx, sender, claimed).finally(() => gate.left(chat));
  if (!intended) return;
  sender.reached("intended");
  const result = await channel.send({ deliveryId: claimed.id, to: chat, text: claimed.text, media });
  sender.reached("dispatched");
  if (result.outcome === "refused" && result.reason === "rate_limited" && result.retryAt !== null) gate.pause(result.retryAt);
  await settleDelivery(ctx, intended, result);
  sender.reached("received");
}

/**
 * Moves a claimed delivery to `sending`. For follow-ups, marketing, the bot's replies and away texts all conditions are checked
 * again; replies by staff and confirmations need no check.
 */
function intend(ctx: Context, sender: DeliverySender, claimed: DeliveryRecord): Promise<DeliveryRecord | null> {
  if (claimed.purpose !== "reply" || claimed.author === "bot" || isAwayText(claimed)) return intendUnasked(ctx, sender, claimed);
  return ctx.store.deliveries.intend(claimed.id, sender.owner, ctx.now() + sender.claimMs, ctx.now());
}

/** Why the delivery may not be sent any more; null: it may. */
function refusalOf(identity: IdentityRecord | null): string | null {
  return identity?.blockedAt == null ? null : "blocked";
}

/**
 * Stores a claimed delivery that is not dispatched: as skipped, or as queued with a new request to send it. Does nothing if
 * another process has settled it meanwhile.
 */
async function put(ctx: Context, before: DeliveryRecord, after: DeliveryRecord): Promise<void> {
  const isPut = await retrying(ctx, async () => {
    const found = await ctx.store.deliveries.find(before.id);
    if (found?.state !== before.state || found.owner !== before.owner) return false;
    const changes = new ChangeSet().moveDelivery(after, before.state);
    if (after.state === "queued") addSendRequest(ctx, changes, after, after.notBefore);
    else await giveBack(ctx, changes, after);
    if (isLostReply(after)) showCard(ctx, changes, "delivery", after.id);
    await commitStep(ctx, changes);
    return true;
  });
  if (isPut && after.state !== "queued") await requestNextReply(ctx, after);
}
