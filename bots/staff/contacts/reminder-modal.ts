import type { ModalView } from "@slack/types";
import { context, modal } from "../blocks/blocks.ts";
import { instantInput, textInput } from "../blocks/inputs.ts";
import { bold } from "../blocks/text.ts";

export type ReminderModalModel = {
  contactId: string;
  name: string;
  /** What is offered, ms since 1970: tomorrow morning, say. */
  at: number;
};

/** Somebody wants to come back to a person at a time. Submitted as `contact:reminder`. */
export function reminderModal({ contactId, name, at }: ReminderModalModel): ModalView {
  return modal({
    title: "Remind me",
    callback: "contact:reminder",
    about: contactId,
    submit: "Remind me",
    blocks: [
      instantInput({ name: "at", label: "When?", at, hint: "On your own clock" }),
      textInput({ name: "reason", label: "What about?", max: 500, placeholder: "Ask how the visit went" }),
      textInput({ name: "text", label: "Message to send", long: true, hint: "You see it again and decide before it goes", optional: true }),
      context(`A card about ${bold(name)} comes up then. Nothing is sent by itself.`),
    ],
  });
}
