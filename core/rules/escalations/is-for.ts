import type { ConversationRecord } from "#core/model/conversation.ts";
import type { EscalationRule } from "#core/model/escalation.ts";
import type { ContactRecord } from "#core/model/records.ts";

export type EscalatedContact = Pick<ContactRecord, "source" | "status" | "stage" | "grade" | "branchId">;

/**
 * Whether a rule is for this contact in this conversation: each list that is not empty must hold what they are. `tags`: ids of
 * those the contact has.
 */
export function isFor(
  { only }: Pick<EscalationRule, "only">,
  contact: EscalatedContact,
  { channel, branchId }: Pick<ConversationRecord, "channel" | "branchId">,
  tags: readonly string[],
): boolean {
  const branch = branchId ?? contact.branchId;
  return (
    allows(only.channel, channel) &&
    allows(only.source, contact.source) &&
    allows(only.status, contact.status) &&
    allows(only.stage, contact.stage) &&
    allows(only.grade, contact.grade) &&
    allows(only.branch, branch) &&
    (only.tag.length === 0 || tags.some((tag) => only.tag.includes(tag)))
  );
}

function allows<T>(list: readonly T[], value: T | null): boolean {
  return list.length === 0 || (value !== null && list.includes(value));
}
