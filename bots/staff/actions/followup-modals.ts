import { fail } from "#core/errors.ts";
import { dismissFollowUp, editFollowUp, snoozeFollowUp } from "#core/usecases/followups/decide-followup.ts";
import { getFollowUp } from "#core/usecases/followups/find-followup.ts";
import { type InputValues, type ModalHandler, updateCard } from "../context.ts";
import { subjectOf } from "../subject.ts";

/** What an input of ours holds (views/inputs.ts). */
function textIn(values: InputValues, name: string): string | null {
  const value = values[name]?.[name];
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

const edit: ModalHandler = {
  callbackId: "followup:edit",
  role: "agent",
  audit: "followup.edit",
  run: async (submission) => {
    const { id, fingerprint } = subjectOf(submission.metadata);
    const text = textIn(submission.values, "text");
    if (text === null) return { errors: { text: "Write what is to be said, or press Dismiss on the card" } };
    await editFollowUp(submission.ctx, { id, text, fingerprint });
    await updateCard(submission, "followup", id);
    return undefined;
  },
};

const dismiss: ModalHandler = {
  callbackId: "followup:dismiss",
  role: "agent",
  audit: "followup.dismiss",
  run: async (submission) => {
    const { id, fingerprint } = subjectOf(submission.metadata);
    const { state } = await getFollowUp(submission.ctx, { id });
    // What a colleague has approved since the modal was opened is not taken back unawares.
    if (state === "approved") fail("conflict", "it has been approved meanwhile and goes out: its card shows by whom");
    const reason = textIn(submission.values, "words") ?? textIn(submission.values, "reason");
    await dismissFollowUp(submission.ctx, { id, reason, fingerprint });
    await updateCard(submission, "followup", id);
    return undefined;
  },
};

const snooze: ModalHandler = {
  callbackId: "followup:snooze",
  role: "agent",
  audit: "followup.snooze",
  run: async (submission) => {
    const { id } = subjectOf(submission.metadata);
    const chosen = textIn(submission.values, "until");
    const own = textIn(submission.values, "own");
    const until = chosen === "own" ? Number(own) * 1000 : Number(chosen);
    if (!Number.isFinite(until) || until <= submission.ctx.now())
      return { errors: { [chosen === "own" ? "own" : "until"]: "Choose a time that is still to come" } };
    await snoozeFollowUp(submission.ctx, { id, until });
    await updateCard(submission, "followup", id);
    return undefined;
  },
};

export const followUpModals: readonly ModalHandler[] = [edit, dismiss, snooze];
