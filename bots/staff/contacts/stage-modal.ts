import type { ModalView } from "@slack/types";
import { stageLabels } from "#core/model/labels.ts";
import { type Stage, stages } from "#core/model/vocabulary.ts";
import { context, modal, option, section } from "../blocks/blocks.ts";
import { chooseOne, textInput } from "../blocks/inputs.ts";
import { stageWord } from "../blocks/labels.ts";
import { bold, inline } from "../blocks/text.ts";

export type StageModalModel = { contactId: string; name: string; stage: Stage; because: string };

/** Another stage of the journey by hand. Submitted as `contact:stage`. */
export function stageModal({ contactId, name, stage, because }: StageModalModel): ModalView {
  const options = stages.map((each) => option(`${stageLabels[each].position}. ${stageLabels[each].label}`, each, stageLabels[each].description));
  return modal({
    title: "Change the stage",
    callback: "contact:stage",
    about: contactId,
    submit: "Change",
    blocks: [
      section(`${bold(name)} is at ${stageWord(stage)}: ${inline(because, 300)}`),
      chooseOne({ name: "stage", label: "New stage", options, chosen: stage }),
      textInput({ name: "reason", label: "Why?", max: 300, optional: true }),
      context("It stays there until the customer's own words move it on."),
    ],
  });
}
