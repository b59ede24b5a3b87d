import { dismissFollowUp, editFollowUp, snoozeFollowUp } from "#core/usecases/followups/decide-followup.ts";
import { customerTextIn, textIn } from "../blocks/input-values.ts";
import type { ModalHandler, ModalSubmission } from "../slack/feature.ts";
import { subjectOf } from "../slack/payload.ts";
import { readMetadata, respondToTarget } from "../slack/response-target.ts";
import { followUpQueue } from "./command.ts";

/** Updates the queue that the modal was opened from: it is an answer to a command, so no card of ours shows it. */
async function showQueue(submission: ModalSubmission): Promise<void> {
  const { target } = readMetadata(submission.metadata);
  if (target?.isReplaced) await respondToTarget(submission, target, await followUpQueue(submission.ctx));
}

const edit: ModalHandler = {
  callbackId: "followup:edit",
  role: "agent",
  audit: "followup.edit",
  run: async (submission) => {
    const { id, fingerprint } = subjectOf(readMetadata(submission.metadata).about);
    const text = customerTextIn(submission.values, "text");
    if (text === null) return { errors: { text: "Write what is to be said, or press Dismiss on the card" } };
    await editFollowUp(submission.ctx, { id, text, fingerprint });
    await showQueue(submission);
    return undefined;
  },
};

const dismiss: ModalHandler = {
  callbackId: "followup:dismiss",
  role: "agent",
  audit: "followup.dismiss",
  run: async (submission) => {
    const { id, fingerprint } = subjectOf(readMetadata(submission.metadata).about);
    const reason = textIn(submission.values, "words") ?? textIn(submission.values, "reason");
    await dismissFollowUp(submission.ctx, { id, reason, fingerprint, ifUndecided: true });
    await showQueue(submission);
    return undefined;
  },
};

const snooze: ModalHandler = {
  callbackId: "followup:snooze",
  role: "agent",
  audit: "followup.snooze",
  run: async (submission) => {
    const { id } = subjectOf(readMetadata(submission.metadata).about);
    const chosen = textIn(submission.values, "until");
    const own = textIn(submission.values, "own");
    const until = chosen === "own" ? Number(own) * 1000 : Number(chosen);
    if (!Number.isFinite(until) || until <= submission.ctx.now())
      return { errors: { [chosen === "own" ? "own" : "until"]: "Choose a time that is still to come" } };
    await snoozeFollowUp(submission.ctx, { id, until });
    await showQueue(submission);
    return undefined;
  },
};

export const followUpModals: readonly ModalHandler[] = [edit, dismiss, snooze];
