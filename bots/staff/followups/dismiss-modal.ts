import type { ModalView } from "@slack/types";
import { context, modal, option } from "../blocks/blocks.ts";
import { chooseOne, textInput } from "../blocks/inputs.ts";
import { bold } from "../blocks/text.ts";

export type DismissModalModel = { followUpId: string; fingerprint: string; name: string };

const reasons = ["Already answered elsewhere", "Not the right moment", "Not interested", "The message is wrong", "Spam or wrong person"];

/** Why it is not wanted: what is chosen or written becomes the reason. Submitted as `followup:dismiss`. */
export function dismissModal({ followUpId, fingerprint, name }: DismissModalModel): ModalView {
  return modal({
    title: "Dismiss",
    callback: "followup:dismiss",
    about: `${followUpId}|${fingerprint}`,
    submit: "Dismiss",
    blocks: [
      chooseOne({ name: "reason", label: "Why?", options: reasons.map((reason) => option(reason, reason)), optional: true }),
      textInput({ name: "words", label: "In your own words", max: 300, optional: true }),
      context(`Nothing is sent to ${bold(name)}, and this reason to follow up does not come again in this conversation.`),
    ],
  });
}
