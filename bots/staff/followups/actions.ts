import { fail } from "#core/errors.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import { day, hour } from "#core/rules/time.ts";
import { approveFollowUp, withdrawFollowUp } from "#core/usecases/followups/decide-followup.ts";
import { getFollowUp } from "#core/usecases/followups/find-followup.ts";
import { nameOf } from "../blocks/text.ts";
import { type ActionHandler, type ActionRequest, openModal } from "../slack/feature.ts";
import { subjectOf } from "../slack/payload.ts";
import { responseTargetOf, withResponseTarget } from "../slack/response-target.ts";
import { followUpQueue } from "./command.ts";
import { dismissModal } from "./dismiss-modal.ts";
import { followUpEditModal } from "./edit-modal.ts";
import { snoozeModal } from "./snooze-modal.ts";

/** Send: exactly the text that the card showed. What has changed since is a refusal, and the card shows what it is now. */
const approve: ActionHandler = {
  id: "followup:approve",
  role: "agent",
  audit: "followup.approve",
  run: async (request) => {
    const { id, fingerprint } = subjectOf(request.value);
    try {
      await approveFollowUp(request.ctx, { id, fingerprint: fingerprint ?? fail("conflict", "this card is too old to send from") });
    } finally {
      await showQueue(request);
    }
  },
};

/** Shows the queue as it is now. The answer to a command is no card of ours, so no effect updates it. */
async function showQueue(request: ActionRequest): Promise<void> {
  if ((await responseTargetOf(request))?.isReplaced) await request.replace(await followUpQueue(request.ctx)).catch(() => {});
}

/** Withdraws what was approved and not yet sent. Refused when it is being sent by now. */
const withdraw: ActionHandler = {
  id: "followup:withdraw",
  role: "agent",
  audit: "followup.withdraw",
  run: async (request) => {
    const { state } = await getFollowUp(request.ctx, { id: request.value });
    if (state !== "approved") fail("conflict", `the follow-up is ${state} by now: its card shows what can be done`);
    await withdrawFollowUp(request.ctx, { id: request.value, reason: "taken back before it was sent" });
  },
};

const edit: ActionHandler = {
  id: "followup:edit",
  role: "agent",
  audit: "followup.edit",
  run: async (request) => {
    const { followUp, name } = await read(request);
    await openModal(request, withResponseTarget(followUpEditModal({ followUp, name }), await responseTargetOf(request)));
  },
};

const dismiss: ActionHandler = {
  id: "followup:dismiss",
  role: "agent",
  audit: "followup.dismiss",
  run: async (request) => {
    const { followUp, name, fingerprint } = await read(request);
    await openModal(request, withResponseTarget(dismissModal({ followUpId: followUp.id, fingerprint, name }), await responseTargetOf(request)));
  },
};

const snooze: ActionHandler = {
  id: "followup:snooze",
  role: "agent",
  audit: "followup.snooze",
  run: async (request) => {
    const { followUp, name, fingerprint } = await read(request);
    const now = request.ctx.now();
    const { timeZone: zone } = (await request.ctx.store.settings.current()).document;
    const choices = [
      { label: "In an hour", at: now + hour },
      { label: "Tomorrow", at: now + day },
      { label: "In three days", at: now + 3 * day },
      { label: "In a week", at: now + 7 * day },
    ];
    await openModal(
      request,
      withResponseTarget(snoozeModal({ followUpId: followUp.id, fingerprint, name, choices, zone, now }), await responseTargetOf(request)),
    );
  },
};

/** The follow-up that the button is about, as it is now. Throws `conflict` when it is decided already. */
async function read(request: ActionRequest): Promise<{ followUp: FollowUpRecord; name: string; fingerprint: string }> {
  const { id, fingerprint = "" } = subjectOf(request.value);
  const followUp = await getFollowUp(request.ctx, { id });
  if (followUp.state !== "proposed" && followUp.state !== "snoozed") fail("conflict", `the follow-up is ${followUp.state} already`, { id });
  const contact = (await request.ctx.store.contacts.find(followUp.contactId)) ?? fail("not_found", "the contact has been deleted");
  return { followUp, name: nameOf(contact), fingerprint };
}

export const followUpActions: readonly ActionHandler[] = [approve, edit, dismiss, snooze, withdraw];
