import { fail } from "#core/errors.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import { day, hour } from "#core/rules/time.ts";
import { approveFollowUp } from "#core/usecases/followups/decide-followup.ts";
import { getFollowUp } from "#core/usecases/followups/find-followup.ts";
import { followUpQueue } from "../commands/followups.ts";
import { type Action, openModal, type Press, updateCard } from "../context.ts";
import { subjectOf } from "../subject.ts";
import { dismissModal } from "../views/dismiss-modal.ts";
import { followUpEditModal } from "../views/followup-edit-modal.ts";
import { snoozeModal } from "../views/snooze-modal.ts";
import { nameOf } from "../views/text.ts";

/** Send: exactly the text that the card showed. What has changed since is a refusal, and the card shows what it is now. */
const approve: Action = {
  id: "followup:approve",
  role: "agent",
  audit: "followup.approve",
  run: async (press) => {
    const { id, fingerprint } = subjectOf(press.value);
    await approveFollowUp(press.ctx, { id, fingerprint: fingerprint ?? fail("conflict", "this card is too old to send from") });
    await updateCard(press, "followup", id);
    // In the answer to a command there is no card of ours to follow: the queue is shown as it is now.
    const { place } = press;
    if (place && !(await press.ctx.store.desk.postAt(place.channelId, place.ts))) await press.replace(await followUpQueue(press.ctx));
  },
};

const edit: Action = {
  id: "followup:edit",
  role: "agent",
  audit: "followup.edit",
  run: async (press) => {
    const { followUp, name } = await read(press);
    await openModal(press, followUpEditModal({ followUp, name }));
  },
};

const dismiss: Action = {
  id: "followup:dismiss",
  role: "agent",
  audit: "followup.dismiss",
  run: async (press) => {
    const { followUp, name, fingerprint } = await read(press);
    await openModal(press, dismissModal({ followUpId: followUp.id, fingerprint, name }));
  },
};

const snooze: Action = {
  id: "followup:snooze",
  role: "agent",
  audit: "followup.snooze",
  run: async (press) => {
    const { followUp, name, fingerprint } = await read(press);
    const now = press.ctx.now();
    const { timeZone: zone } = (await press.ctx.store.settings.current()).document;
    const choices = [
      { label: "In an hour", at: now + hour },
      { label: "Tomorrow", at: now + day },
      { label: "In three days", at: now + 3 * day },
      { label: "In a week", at: now + 7 * day },
    ];
    await openModal(press, snoozeModal({ followUpId: followUp.id, fingerprint, name, choices, zone, now }));
  },
};

/** What the button is about, as it is now: a decided one is a refusal. */
async function read(press: Press): Promise<{ followUp: FollowUpRecord; name: string; fingerprint: string }> {
  const { id, fingerprint = "" } = subjectOf(press.value);
  const followUp = await getFollowUp(press.ctx, { id });
  if (followUp.state !== "proposed" && followUp.state !== "snoozed") fail("conflict", `the follow-up is ${followUp.state} already`, { id });
  const contact = (await press.ctx.store.contacts.find(followUp.contactId)) ?? fail("not_found", "the contact has been deleted");
  return { followUp, name: nameOf(contact), fingerprint };
}

export const followUpActions: readonly Action[] = [approve, edit, dismiss, snooze];
