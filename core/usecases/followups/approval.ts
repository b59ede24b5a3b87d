import { fail } from "#core/errors.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { moveFollowUp } from "#core/rules/followups/machine.ts";
import { isConnected } from "#core/usecases/connections/connections.ts";
import { contactabilityFor } from "#core/usecases/contactability/contactability-for.ts";
import { queueDelivery } from "#core/usecases/deliveries/queue-delivery.ts";

export type Approval = { contact: ContactRecord; followUp: FollowUpRecord; settings: VersionedSettings; auto: boolean };

/**
 * Approves the follow-up and queues its delivery for when it is due and contactability permits. The contact gets a new version,
 * so that a message that arrives at the same moment finds the delivery. When it may not be sent: null if `auto`, else a
 * CrmError says why.
 */
export async function approval(ctx: Context, changes: ChangeSet, { contact, followUp, settings, auto }: Approval): Promise<FollowUpRecord | null> {
  const refuse = (message: string, details = {}) => (auto ? null : fail("conflict", message, details));
  const conversation = followUp.conversationId === null ? null : await ctx.store.conversations.find(followUp.conversationId);
  if (!conversation) return refuse("the contact has no conversation on a channel that follow-ups may go to");
  if (!(await isConnected(ctx, conversation))) return refuse(`${conversation.channel} account ${conversation.account} is not connected`);

  const author = auto ? "bot" : "staff";
  const now = ctx.now();
  const at = Math.max(now, followUp.dueAt);
  const { decision, until, reasons } = await contactabilityFor(ctx, { contact, conversation, purpose: "follow_up", author, at, settings });
  if (decision === "deny") return refuse(`the contact may not be written to: ${reasons.map(({ detail }) => detail).join("; ")}`, { reasons });

  const approvals = followUp.approvals + 1;
  const sendAt = until ?? at;
  const delivery = queueDelivery(ctx, changes, conversation, {
    text: followUp.text,
    media: [],
    purpose: "follow_up",
    author,
    onceKey: `followup:${followUp.id}:${approvals}`,
    followUpId: followUp.id,
    notBefore: sendAt > now ? sendAt : null,
  });
  changes.updateContact(contact, { ...contact, updatedAt: now });
  const decided = { deliveryId: delivery.id, approvals, auto, decidedBy: ctx.actor.id, decidedAt: now };
  return moveFollowUp(followUp, "approved", decided, settings.document.followUps, now);
}
