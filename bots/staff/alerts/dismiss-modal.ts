import type { ModalView } from "@slack/types";
import { mostMuteMinutes } from "#core/model/escalation.ts";
import { context, modal, option } from "../blocks/blocks.ts";
import { chooseOne, textInput } from "../blocks/inputs.ts";
import { bold } from "../blocks/text.ts";

/** `about`: the alert, and after it the branch of the list that the button was in (`id|branch`). */
export type AlertDismissModel = { about: string; name: string };

const reasons = ["Already handled elsewhere", "The customer did not mean it", "Not important", "A mistake of the rule"];
/** For how long the rule is muted for this conversation, in minutes. */
const mutes: [label: string, minutes: number][] = [
  ["An hour", 60],
  ["Until tomorrow", 1440],
  ["A week", 10_080],
  ["30 days", mostMuteMinutes],
];

/** Why an alert called for nothing, and for how long its rule stays quiet here. Submitted as `alert:dismiss`. */
export function alertDismissModal({ about, name }: AlertDismissModel): ModalView {
  return modal({
    title: "Dismiss the alert",
    callback: "alert:dismiss",
    about,
    submit: "Dismiss",
    blocks: [
      chooseOne({ name: "reason", label: "Why?", options: reasons.map((reason) => option(reason, reason)), optional: true }),
      textInput({ name: "words", label: "In your own words", max: 300, optional: true }),
      chooseOne({
        name: "mute",
        label: "Mute this rule here for",
        options: mutes.map(([label, minutes]) => option(label, String(minutes))),
        optional: true,
      }),
      context(`The rule calls nobody to the conversation with ${bold(name)} while it is muted. Whoever asks for a person is always heard.`),
    ],
  });
}
