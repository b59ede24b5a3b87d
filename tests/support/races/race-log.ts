import type { DeliveryRecord, DeliveryState } from "#core/model/delivery.ts";
import type { FollowUpRecord, FollowUpState } from "#core/model/followup.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Store } from "#core/ports/store.ts";
import { unsent } from "#core/rules/followups/machine.ts";

const all = { limit: 200, cursor: null };
const open: readonly DeliveryState[] = ["queued", "claimed", "sending"];

/** What the delivery of a follow-up must be; none: it has none that is open. */
const carriedBy: Partial<Record<FollowUpState, readonly DeliveryState[]>> = {
  approved: ["queued", "claimed"],
  claimed: ["sending"],
  sent: ["sent"],
  replied: ["sent"],
  converted: ["sent"],
  opted_out: ["sent"],
  no_reply: ["sent"],
  unknown: ["unknown"],
  failed: ["failed"],
};

/** Watches the commits one after the other, and what the platform got, for what must never be. */
export class RaceLog {
  readonly faults: string[] = [];
  private readonly store: Store;
  private at = 0;
  /** Of each delivery, the words that were approved, and when. */
  private readonly approvals = new Map<string, { text: string; at: number }>();
  /** Of each follow-up, when the customer last wrote while it was open. */
  private readonly answers = new Map<string, number>();
  private readonly taken = new Map<string, number>();

  constructor(store: Store) {
    this.store = store;
  }

  /** Of before the race. */
  saw({ state, deliveryId, text }: FollowUpRecord): void {
    if (state === "approved" && deliveryId !== null) this.approvals.set(deliveryId, { text, at: this.at });
  }

  dispatched({ deliveryId, text }: { deliveryId: string; text: string }, answer: string): void {
    const approved = this.approvals.get(deliveryId);
    if (approved && approved.text !== text) this.faults.push(`sent “${text}” where “${approved.text}” was approved`);
    if (answer === "rate_limited" || answer === "blocked") return;
    const times = (this.taken.get(deliveryId) ?? 0) + 1;
    this.taken.set(deliveryId, times);
    if (times > 1) this.faults.push(`${deliveryId} was sent ${times} times`);
  }

  async committed(changes: ChangeSet): Promise<void> {
    this.at += 1;
    for (const { before, after } of changes.followUps) {
      if (after.state === "approved" && before.state !== "claimed" && after.deliveryId !== null) this.approve(after.deliveryId, after.text);
    }
    for (const made of changes.inserts.followups ?? []) if (made.state === "approved") this.approve(made.deliveryId ?? "", made.text);
    for (const { direction, contactId } of changes.inserts.messages ?? []) if (direction === "inbound") await this.heard(contactId);
    for (const { decision, contactId } of changes.inserts.consents ?? []) if (decision === "opt_out") await this.optedOut(contactId);
    for (const { delivery } of changes.moves)
      if (delivery.state === "sending" && delivery.purpose !== "reply") await this.intended(changes, delivery);
  }

  private approve(deliveryId: string, text: string): void {
    this.approvals.set(deliveryId, { text, at: this.at });
  }

  private async heard(contactId: string): Promise<void> {
    const pending = (await this.store.followUps.pendingOf([contactId])).get(contactId);
    for (const { id, state } of pending?.followUps ?? []) {
      this.answers.set(id, this.at);
      if (state === "approved") this.faults.push(`${id} is still approved after the customer wrote`);
    }
    for (const { id, state } of pending?.unasked ?? []) this.faults.push(`${id} is still ${state} after the customer wrote`);
  }

  private async optedOut(contactId: string): Promise<void> {
    const contact = await this.store.contacts.find(contactId);
    if (!contact?.optedOut) return;
    const pending = (await this.store.followUps.pendingOf([contactId])).get(contactId);
    for (const { id, state } of pending?.followUps ?? []) if (unsent.includes(state)) this.faults.push(`${id} is ${state} after the opt-out`);
    for (const { id, state } of pending?.unasked ?? []) this.faults.push(`${id} is still ${state} after the opt-out`);
  }

  private async intended(changes: ChangeSet, { id, followUpId, conversationId, author }: DeliveryRecord): Promise<void> {
    const step = changes.followUps.find(({ after }) => after.id === followUpId);
    if (step?.before.state !== "approved" || step.after.state !== "claimed" || step.after.deliveryId !== id) {
      this.faults.push(`${id} was intended, and its follow-up went from ${step?.before.state} to ${step?.after.state}`);
    }
    const conversation = await this.store.conversations.find(conversationId);
    const contact = conversation && (await this.store.contacts.find(conversation.contactId));
    if (!contact) return void this.faults.push(`${id} was intended for nobody`);
    if (contact.optedOut) this.faults.push(`${id} was intended after the opt-out`);
    if (conversation.takenOverAt !== null && author === "bot") this.faults.push(`${id} was intended while staff own the conversation`);
    const answered = this.answers.get(followUpId ?? "") ?? Number.NEGATIVE_INFINITY;
    if (answered > (this.approvals.get(id)?.at ?? 0)) this.faults.push(`${id} was intended after the customer wrote`);
  }

  /** What does not fit together in what is stored now. */
  async inconsistencies(): Promise<string[]> {
    const followUps = (await this.store.followUps.list({}, all)).data;
    const deliveries = (await this.store.deliveries.list({}, all)).data.filter(({ followUpId }) => followUpId !== null);
    const of = (followUp: FollowUpRecord) => deliveries.filter(({ followUpId }) => followUpId === followUp.id);
    const found: string[] = [];
    for (const followUp of followUps) found.push(...misfits(followUp, of(followUp)), ...(await this.misplaced(followUp, of(followUp))));
    const attempts = followUps.map(({ contactId, trigger, episode, attempt }) => [contactId, trigger, episode, attempt].join());
    if (new Set(attempts).size < attempts.length) found.push("an attempt was made twice");
    for (const { id, followUpId } of deliveries) if (!followUps.some((one) => one.id === followUpId)) found.push(`${id} has lost its follow-up`);
    return found;
  }

  private async misplaced({ id, contactId, conversationId }: FollowUpRecord, deliveries: readonly DeliveryRecord[]): Promise<string[]> {
    const conversation = conversationId === null ? null : await this.store.conversations.find(conversationId);
    const elsewhere = [...(conversation ? [conversation] : []), ...deliveries].filter((one) => one.contactId !== contactId);
    return elsewhere.map((one) => `${id} belongs to ${contactId}, its ${one.id} to ${one.contactId}`);
  }
}

function misfits({ id, state, deliveryId, endedAt }: FollowUpRecord, deliveries: readonly DeliveryRecord[]): string[] {
  const own = deliveries.find((one) => one.id === deliveryId);
  const expected = carriedBy[state];
  const found: string[] = [];
  if (expected && !(own && expected.includes(own.state))) found.push(`${id} is ${state} (${endedAt}), its delivery ${own?.state} for ${own?.reason}`);
  for (const other of deliveries) {
    const isCarried = expected !== undefined && other === own;
    if (!isCarried && open.includes(other.state)) found.push(`${id} is ${state}, and ${other.id} is ${other.state}`);
    if (!isCarried && other.state === "sent") found.push(`${id} is ${state}, and ${other.id} was sent`);
  }
  return found;
}
