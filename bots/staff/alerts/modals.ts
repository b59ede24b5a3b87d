import { dismissAlert } from "#core/usecases/alerts/decide-alert.ts";
import { textIn } from "../blocks/input-values.ts";
import type { ModalHandler } from "../slack/feature.ts";
import { subjectOf } from "../slack/payload.ts";
import { readMetadata, respondToTarget } from "../slack/response-target.ts";
import { alertQueue } from "./command.ts";

const dismiss: ModalHandler = {
  callbackId: "alert:dismiss",
  role: "agent",
  audit: "alert.dismiss",
  run: async (submission) => {
    const { ctx, values } = submission;
    const { about, target } = readMetadata(submission.metadata);
    const { id, fingerprint: branchId = null } = subjectOf(about);
    const mute = textIn(values, "mute");
    await dismissAlert(ctx, { id, reason: textIn(values, "words") ?? textIn(values, "reason"), muteMinutes: mute === null ? null : Number(mute) });
    if (target?.isReplaced) await respondToTarget(submission, target, await alertQueue(ctx, branchId));
    return undefined;
  },
};

export const alertModals: readonly ModalHandler[] = [dismiss];
