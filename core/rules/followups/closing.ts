import type { FollowUpRecord, FollowUpSettings } from "#core/model/followup.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { moveFollowUp, unsent } from "./machine.ts";

/** The part of a contact that decides on closing follow-ups. */
type ClosingContact = Pick<ContactRecord, "state" | "optedOut">;

/** A contact before and after a fact; `before` is null for a new contact. */
export type ClosingChange = { before: ClosingContact | null; after: ClosingContact };

/** Kinds that a reply of the customer does not close: promises, and reminders of staff. */
const kindsThatStay: readonly FollowUpRecord["kind"][] = ["promise", "reminder"];
export const staysAfterReply = ({ kind }: Pick<FollowUpRecord, "kind">): boolean => kindsThatStay.includes(kind);

/**
 * The follow-up after a fact about its contact; the same object if nothing changes. A reply marks a sent one as replied and
 * withdraws an unsent one, a kept promise closes its own, an opt-out closes all (product.md §8, §9).
 */
export function followUpAfter(followUp: FollowUpRecord, change: ClosingChange, policy: FollowUpSettings, now: number): FollowUpRecord {
  return followUp.state === "claimed" ? whileSent(followUp, change, policy, now) : settledBy(followUp, change, policy, now);
}

/** The follow-up is being sent, so it can only be marked: if the platform refuses it for now, it is not retried. */
function whileSent(followUp: FollowUpRecord, change: ClosingChange, policy: FollowUpSettings, now: number): FollowUpRecord {
  const { state, endedBecause } = settledBy({ ...followUp, state: "approved" }, change, policy, now);
  return state === "approved" ? followUp : { ...followUp, endedBecause: endedBecause ?? "replied", updatedAt: now };
}

function settledBy(followUp: FollowUpRecord, change: ClosingChange, policy: FollowUpSettings, now: number): FollowUpRecord {
  const { before, after } = change;
  const end = (because: string) => moveFollowUp(followUp, "withdrawn", { endedBecause: because }, policy, now);
  const isUnsent = unsent.includes(followUp.state);
  const isSent = followUp.state === "sent" || followUp.state === "replied";

  if (after.optedOut && !before?.optedOut) {
    if (isUnsent) return end("opted_out");
    if (isSent) return moveFollowUp(followUp, "opted_out", {}, policy, now);
  }
  if (after.state.conversions.count > (before?.state.conversions.count ?? 0)) {
    if (isSent) return moveFollowUp(followUp, "converted", {}, policy, now);
    if (isUnsent && !staysAfterReply(followUp) && followUp.kind !== "custom") return end("converted");
  }
  if (isUnsent && followUp.kind === "promise" && !isOpenPromise(followUp, after)) return end("kept");
  return hasWritten(change) ? afterReply(followUp, change, policy, now) : followUp;
}

function afterReply(followUp: FollowUpRecord, { after }: ClosingChange, policy: FollowUpSettings, now: number): FollowUpRecord {
  const { state, sentAt } = followUp;
  if (state === "sent" && (after.state.lastInbound?.at ?? 0) >= (sentAt ?? 0)) return moveFollowUp(followUp, "replied", {}, policy, now);
  if (!unsent.includes(state)) return followUp;
  if (!staysAfterReply(followUp)) return moveFollowUp(followUp, "withdrawn", { endedBecause: "replied" }, policy, now);
  // It stays open, but its text was approved for an earlier state of the conversation.
  return state === "approved" ? moveFollowUp(followUp, "proposed", { deliveryId: null, endedBecause: null }, policy, now) : followUp;
}

function hasWritten({ before, after }: ClosingChange): boolean {
  const [was, is] = [before?.state.lastInbound ?? null, after.state.lastInbound];
  return is !== null && (was === null || is.at > was.at || (is.at === was.at && is.id > was.id));
}

function isOpenPromise({ evidence }: FollowUpRecord, { state }: ClosingContact): boolean {
  return state.engagement.promises.some(({ id }) => id === evidence[0]?.messageId);
}
