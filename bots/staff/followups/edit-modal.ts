import type { KnownBlock, ModalView } from "@slack/types";
import type { FollowUpRecord } from "#core/model/followup.ts";
import { fingerprintOf } from "#core/rules/followups/fingerprint.ts";
import { context, modal, section } from "../blocks/blocks.ts";
import { textInput } from "../blocks/inputs.ts";
import { channelWord } from "../blocks/labels.ts";
import { bold, inline, limits, quote, quoteAll } from "../blocks/text.ts";

export type FollowUpEditModel = { followUp: FollowUpRecord; name: string };

/** The text as it is, to be changed. Saving sends nothing: the card shows the new text first. Submitted as `followup:edit`. */
export function followUpEditModal({ followUp, name }: FollowUpEditModel): ModalView {
  const { id, text, originalText, channel } = followUp;
  const isTooLong = text.length > limits.inputText;
  const where = channel === null ? "" : ` on ${channelWord(channel)}`;
  return modal({
    title: "Edit the message",
    callback: "followup:edit",
    about: `${id}|${fingerprintOf(followUp)}`,
    submit: "Save",
    blocks: [
      section(`To ${bold(name)}${where}: ${inline(followUp.reason, 500)}`),
      ...(isTooLong ? tooLong(text) : []),
      textInput({ name: "text", label: isTooLong ? "A shorter message" : "Message", value: text, long: true }),
      ...(originalText !== text ? [context(`First suggested:\n${quote(originalText, { max: 1500, lines: 12 })}`)] : []),
      context("Saving sends nothing: you see the card again and press Send there."),
    ],
  });
}

/** An input holds at most 3000 characters, and a text that was cut off must not be saved by mistake. */
function tooLong(text: string): KnownBlock[] {
  return [
    section(`*The message has ${text.length} characters, more than fit in here.* It stays as it is unless you write a shorter one:`),
    ...quoteAll(text).map((part) => section(part)),
  ];
}
