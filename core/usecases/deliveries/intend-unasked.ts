import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import { ChangeSet, StaleError } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { moveDelivery } from "#core/rules/delivery/delivery.ts";
import { staysAfterReply } from "#core/rules/followups/closing.ts";
import { moveFollowUp } from "#core/rules/followups/machine.ts";
import { hour } from "#core/rules/time.ts";
import { commitStep, retrying } from "#core/usecases/commit.ts";
import { contactabilityFor, type Question } from "#core/usecases/contactability/contactability-for.ts";
import { saveFollowUp } from "#core/usecases/followups/save-followup.ts";
import type { DeliverySender } from "./sender.ts";
import { addSendRequest } from "./settle-delivery.ts";

/**
 * Moves a claimed delivery to `sending` when nobody has asked for it (follow-ups, marketing) or the bot wrote it. All conditions are
 * checked in that commit, which fails and is decided again when the contact has written or opted out meanwhile. Null: it is
 * not sent now, and its row says why.
 */
export async function intendUnasked(ctx: Context, sender: DeliverySender, { id }: DeliveryRecord): Promise<DeliveryRecord | null> {
  return retrying(ctx, async () => {
    const delivery = await ctx.store.deliveries.find(id);
    if (delivery?.state !== "claimed" || delivery.owner !== sender.owner) return null;
    const settings = await ctx.store.settings.current();
    const followUp = delivery.followUpId === null ? null : await ctx.store.followUps.find(delivery.followUpId);
    const changes = new ChangeSet();
    const verdict = await decideSend(ctx, changes, delivery, followUp, settings);
    const after = verdict === "go" ? startSending(ctx, sender, delivery) : notSent(ctx, delivery, verdict);
    changes.moveDelivery(after, "claimed");
    if (after.state === "queued") addSendRequest(ctx, changes, after, after.notBefore);
    if (followUp) updateFollowUp(ctx, changes, followUp, verdict, settings);
    await commitStep(ctx, changes);
    return after.state === "sending" ? after : null;
  });
}

/** `skip`: the code of the reason, and the state that its follow-up gets (null: as it is). `until`: ms since 1970. */
type SendVerdict = "go" | { skip: string; followUp: "withdrawn" | "proposed" | null } | { until: number };

async function decideSend(
  ctx: Context,
  changes: ChangeSet,
  delivery: DeliveryRecord,
  followUp: FollowUpRecord | null,
  settings: VersionedSettings,
): Promise<SendVerdict> {
  const contact = await ctx.store.contacts.find(delivery.contactId);
  const conversation = await ctx.store.conversations.find(delivery.conversationId);
  // Deletion and merging of the contact change its deliveries too: read again.
  if (!contact || !conversation) throw new StaleError(`the contact of delivery ${delivery.id} is not there any more`);
  // Two messages to one contact at once: the second commit fails, and is decided again with the first one sent.
  changes.updateContact(contact, { ...contact, updatedAt: ctx.now() });
  const { purpose, author } = delivery;
  const question = { contact, conversation, purpose, author, settings };
  if (delivery.followUpId !== null) {
    if (followUp?.state !== "approved" || followUp.deliveryId !== delivery.id) return { skip: followUp?.state ?? "withdrawn", followUp: null };
    // The customer wrote, or staff settled it, while the platform delayed it.
    const { endedBecause: stopped } = followUp;
    if (stopped !== null) return { skip: stopped, followUp: stopped === "replied" && staysAfterReply(followUp) ? "proposed" : "withdrawn" };
    const { lateHours } = settings.document.followUps;
    const due = await dueSince(ctx, delivery, followUp, (at) => ({ ...question, at }));
    if (ctx.now() - due > lateHours * hour) return { skip: "late", followUp: "proposed" };
  }
  const { decision, until, reasons } = await contactabilityFor(ctx, { ...question, at: ctx.now() });
  if (decision === "deny") return { skip: reasons[0]?.code ?? "denied", followUp: "withdrawn" };
  return decision === "delay" && until !== null ? { until } : "go";
}

/**
 * Since when it could have been sent, ms since 1970: it is approved, due, and the contact may be written to. After an attempt
 * `notBefore` is the platform's own, which moves while the platform is down, and so does not count.
 */
async function dueSince(
  ctx: Context,
  delivery: DeliveryRecord,
  { dueAt, decidedAt }: FollowUpRecord,
  ask: (at: number) => Question,
): Promise<number> {
  const due = Math.max(dueAt, decidedAt ?? 0);
  if (delivery.attempts === 0) return Math.max(due, delivery.notBefore ?? 0);
  return (await contactabilityFor(ctx, ask(due))).until ?? due;
}

function startSending(ctx: Context, sender: DeliverySender, delivery: DeliveryRecord): DeliveryRecord {
  const sending = moveDelivery(delivery, "sending", { attempts: delivery.attempts + 1 }, ctx.now());
  return { ...sending, owner: sender.owner, leaseUntil: ctx.now() + sender.claimMs };
}

function notSent(ctx: Context, delivery: DeliveryRecord, verdict: Exclude<SendVerdict, "go">): DeliveryRecord {
  if ("until" in verdict) return moveDelivery(delivery, "queued", { notBefore: verdict.until }, ctx.now());
  return moveDelivery(delivery, "skipped", { reason: verdict.skip }, ctx.now());
}

function updateFollowUp(ctx: Context, changes: ChangeSet, followUp: FollowUpRecord, verdict: SendVerdict, settings: VersionedSettings): void {
  const policy = settings.document.followUps;
  if (verdict === "go") saveFollowUp(ctx, changes, followUp, moveFollowUp(followUp, "claimed", {}, policy, ctx.now()));
  if (verdict === "go" || !("skip" in verdict) || verdict.followUp === null) return;
  const change = verdict.followUp === "withdrawn" ? { endedBecause: verdict.skip } : { deliveryId: null, endedBecause: null };
  saveFollowUp(ctx, changes, followUp, moveFollowUp(followUp, verdict.followUp, change, policy, ctx.now()));
}
