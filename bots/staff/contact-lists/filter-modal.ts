import type { ModalView, PlainTextOption } from "@slack/types";
import type { ContactFilter } from "#core/model/contact-filter.ts";
import { gradeLabels, type Label, sourceLabels, stageLabels, statusLabels } from "#core/model/labels.ts";
import type { TagRecord } from "#core/model/records.ts";
import { grades, sources, stages, statuses } from "#core/model/vocabulary.ts";
import { modal, option } from "../blocks/blocks.ts";
import { chooseMany, textInput } from "../blocks/inputs.ts";
import { tagOptions } from "../contacts/tag-modal.ts";

export type FilterModalModel = {
  /** What is chosen already. */
  filter: ContactFilter;
  tags: Pick<TagRecord, "id" | "name">[];
};

/** Pills to choose from; all that is left empty means anybody. Submitted as `contacts:filter`. */
export function filterModal({ filter, tags }: FilterModalModel): ModalView {
  const chosenTags = tags.filter(({ id, name }) => filter.tag?.some((tag) => tag === id || tag === name)).map(({ id }) => id);
  return modal({
    title: "Find people",
    callback: "contacts:filter",
    about: "",
    submit: "Find",
    blocks: [
      textInput({
        name: "q",
        label: "Words",
        hint: "Any part of a name, an e-mail or a phone number",
        value: filter.q ?? null,
        max: 200,
        optional: true,
      }),
      pills("status", "Status", closedOptions(statuses, statusLabels), filter.status),
      pills("stage", "Stage", closedOptions(stages, stageLabels), filter.stage),
      pills("grade", "Grade", closedOptions(grades, gradeLabels), filter.grade),
      pills("source", "Came from", closedOptions(sources, sourceLabels), filter.source),
      ...(tags.length > 0 ? [pills("tag", "Tags", tagOptions(tags), chosenTags)] : []),
    ],
  });
}

function pills(name: string, label: string, options: PlainTextOption[], chosen: readonly string[] = []) {
  return chooseMany({ name, label, options, chosen, optional: true });
}

/** Options of a closed vocabulary, in its order. */
export function closedOptions<T extends string>(words: readonly T[], labels: Record<T, Label>): PlainTextOption[] {
  return words.map((word) => option(labels[word].label, word, labels[word].description));
}
