import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import { ChangeSet, StaleError } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { moveDelivery } from "#core/rules/delivery/delivery.ts";
import { isStanding } from "#core/rules/followups/closing.ts";
import { moveFollowUp } from "#core/rules/followups/machine.ts";
import { hour } from "#core/rules/time.ts";
import { commitStep, retrying } from "#core/usecases/commit.ts";
import { contactabilityFor, type Question } from "#core/usecases/contactability/contactability-for.ts";
import { saveFollowUp } from "#core/usecases/followups/save-followup.ts";
import type { DeliverySender } from "./sender.ts";
import { addSendRequest } from "./settle-delivery.ts";

/**
 * claimed → sending for what nobody has asked for, and for the bot: everything is checked again in the commit that says it is about to be
 * dispatched. That commit fails, and all is looked at anew, when the contact has written or opted out meanwhile. Null: it
 * is not dispatched now, and the ledger says why.
 */
export async function intendUnasked(ctx: Context, sender: DeliverySender, { id }: DeliveryRecord): Promise<DeliveryRecord | null> {
  return retrying(ctx, async () => {
    const delivery = await ctx.store.deliveries.find(id);
    if (delivery?.state !== "claimed" || delivery.owner !== sender.owner) return null;
    const settings = await ctx.store.settings.current();
    const followUp = delivery.followUpId === null ? null : await ctx.store.followUps.find(delivery.followUpId);
    const changes = new ChangeSet();
    const verdict = await judge(ctx, changes, delivery, followUp, settings);
    const after = verdict === "go" ? intended(ctx, sender, delivery) : put(ctx, delivery, verdict);
    changes.moveDelivery(after, "claimed");
    if (after.state === "queued") addSendRequest(ctx, changes, after, after.notBefore);
    if (followUp) follow(ctx, changes, followUp, verdict, settings);
    await commitStep(ctx, changes);
    return after.state === "sending" ? after : null;
  });
}

/** `again`: ask a person once more. `reason`: a code. */
type SendVerdict = "go" | { skip: string; followUp: "withdrawn" | "proposed" | null } | { until: number };

async function judge(
  ctx: Context,
  changes: ChangeSet,
  delivery: DeliveryRecord,
  followUp: FollowUpRecord | null,
  settings: VersionedSettings,
): Promise<SendVerdict> {
  const contact = await ctx.store.contacts.find(delivery.contactId);
  const conversation = await ctx.store.conversations.find(delivery.conversationId);
  // With the contact its deliveries go, or become another's: read again.
  if (!contact || !conversation) throw new StaleError(`the contact of delivery ${delivery.id} is not there any more`);
  // Whoever is about to be written to twice at once is looked at again by the second.
  changes.updateContact(contact, { ...contact, updatedAt: ctx.now() });
  const { purpose, author } = delivery;
  const question = { contact, conversation, purpose, author, settings };
  if (delivery.followUpId !== null) {
    if (followUp?.state !== "approved" || followUp.deliveryId !== delivery.id) return { skip: followUp?.state ?? "withdrawn", followUp: null };
    // The customer wrote, or it was settled, while the platform was putting it off.
    const { endedBecause: stopped } = followUp;
    if (stopped !== null) return { skip: stopped, followUp: stopped === "replied" && isStanding(followUp) ? "proposed" : "withdrawn" };
    const { lateHours } = settings.document.followUps;
    const meant = await meantAt(ctx, delivery, followUp, (at) => ({ ...question, at }));
    if (ctx.now() - meant > lateHours * hour) return { skip: "late", followUp: "proposed" };
  }
  const { decision, until, reasons } = await contactabilityFor(ctx, { ...question, at: ctx.now() });
  if (decision === "deny") return { skip: reasons[0]?.code ?? "denied", followUp: "withdrawn" };
  return decision === "delay" && until !== null ? { until } : "go";
}

/**
 * When it was to go, ms since 1970: approved, due, and the person to be written to. After a try `notBefore` is the platform's, and
 * would say of one that has been down for days that nothing is late.
 */
async function meantAt(ctx: Context, delivery: DeliveryRecord, { dueAt, decidedAt }: FollowUpRecord, ask: (at: number) => Question): Promise<number> {
  const due = Math.max(dueAt, decidedAt ?? 0);
  if (delivery.attempts === 0) return Math.max(due, delivery.notBefore ?? 0);
  return (await contactabilityFor(ctx, ask(due))).until ?? due;
}

function intended(ctx: Context, sender: DeliverySender, delivery: DeliveryRecord): DeliveryRecord {
  const sending = moveDelivery(delivery, "sending", { attempts: delivery.attempts + 1 }, ctx.now());
  return { ...sending, owner: sender.owner, leaseUntil: ctx.now() + sender.claimMs };
}

function put(ctx: Context, delivery: DeliveryRecord, verdict: Exclude<SendVerdict, "go">): DeliveryRecord {
  if ("until" in verdict) return moveDelivery(delivery, "queued", { notBefore: verdict.until }, ctx.now());
  return moveDelivery(delivery, "skipped", { reason: verdict.skip }, ctx.now());
}

function follow(ctx: Context, changes: ChangeSet, followUp: FollowUpRecord, verdict: SendVerdict, settings: VersionedSettings): void {
  const policy = settings.document.followUps;
  if (verdict === "go") saveFollowUp(ctx, changes, followUp, moveFollowUp(followUp, "claimed", {}, policy, ctx.now()));
  if (verdict === "go" || !("skip" in verdict) || verdict.followUp === null) return;
  const change = verdict.followUp === "withdrawn" ? { endedBecause: verdict.skip } : { deliveryId: null, endedBecause: null };
  saveFollowUp(ctx, changes, followUp, moveFollowUp(followUp, verdict.followUp, change, policy, ctx.now()));
}
