import { fail } from "#core/errors.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import { day, hour } from "#core/rules/time.ts";
import { approveFollowUp, withdrawFollowUp } from "#core/usecases/followups/decide-followup.ts";
import { getFollowUp } from "#core/usecases/followups/find-followup.ts";
import { nameOf } from "../blocks/text.ts";
import { type Action, openModal, type Press } from "../slack/feature.ts";
import { originOf, remembering } from "../slack/origin.ts";
import { subjectOf } from "../slack/payload.ts";
import { followUpQueue } from "./command.ts";
import { dismissModal } from "./dismiss-modal.ts";
import { followUpEditModal } from "./edit-modal.ts";
import { snoozeModal } from "./snooze-modal.ts";

/** Send: exactly the text that the card showed. What has changed since is a refusal, and the card shows what it is now. */
const approve: Action = {
  id: "followup:approve",
  role: "agent",
  audit: "followup.approve",
  run: async (press) => {
    const { id, fingerprint } = subjectOf(press.value);
    try {
      await approveFollowUp(press.ctx, { id, fingerprint: fingerprint ?? fail("conflict", "this card is too old to send from") });
    } finally {
      await showQueue(press);
    }
  },
};

/** In the answer to a command there is no card of ours to follow: done or refused, the queue is shown as it is now. */
async function showQueue(press: Press): Promise<void> {
  if ((await originOf(press))?.isReplaced) await press.replace(await followUpQueue(press.ctx)).catch(() => {});
}

/** Nothing has gone out yet, and nothing will: what is on its way by now is a refusal. */
const withdraw: Action = {
  id: "followup:withdraw",
  role: "agent",
  audit: "followup.withdraw",
  run: async (press) => {
    const { state } = await getFollowUp(press.ctx, { id: press.value });
    if (state !== "approved") fail("conflict", `the follow-up is ${state} by now: its card shows what can be done`);
    await withdrawFollowUp(press.ctx, { id: press.value, reason: "taken back before it was sent" });
  },
};

const edit: Action = {
  id: "followup:edit",
  role: "agent",
  audit: "followup.edit",
  run: async (press) => {
    const { followUp, name } = await read(press);
    await openModal(press, remembering(followUpEditModal({ followUp, name }), await originOf(press)));
  },
};

const dismiss: Action = {
  id: "followup:dismiss",
  role: "agent",
  audit: "followup.dismiss",
  run: async (press) => {
    const { followUp, name, fingerprint } = await read(press);
    await openModal(press, remembering(dismissModal({ followUpId: followUp.id, fingerprint, name }), await originOf(press)));
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
    await openModal(press, remembering(snoozeModal({ followUpId: followUp.id, fingerprint, name, choices, zone, now }), await originOf(press)));
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

export const followUpActions: readonly Action[] = [approve, edit, dismiss, snooze, withdraw];
