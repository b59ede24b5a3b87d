import type { ModalView } from "@slack/types";
import { context, lines, modal, section } from "../blocks/blocks.ts";
import { textInput } from "../blocks/inputs.ts";
import { bold, number, plural } from "../blocks/text.ts";

export type DeleteModalModel =
  | { kind: "contact"; contactId: string; name: string; messages: number }
  /** The people of a search; `result` names it. */
  | { kind: "result"; result: string; asked: string | null; people: number };

/** What has to be typed, in upper or lower case, before anything is deleted. */
export function wordsToDelete(model: DeleteModalModel): string {
  return model.kind === "contact" ? "delete" : `delete ${model.people}`;
}

/** Says what would be deleted, and asks for words to be typed, so that nobody deletes by accident. Submitted as `contact:delete` (about the id) or `contacts:delete` (`people|result`). */
export function deleteModal(model: DeleteModalModel): ModalView {
  const isOne = model.kind === "contact";
  const asked = !isOne && model.asked !== null ? model.asked : null;
  const who = isOne ? bold(model.name) : `*${plural(model.people, "person", "people")}*`;
  const expected = wordsToDelete(model);
  return modal({
    title: isOne ? "Delete for good" : `Delete ${number(model.people)}`,
    callback: isOne ? "contact:delete" : "contacts:delete",
    about: isOne ? model.contactId : `${model.people}|${model.result}`,
    submit: "Delete for good",
    blocks: [
      section(
        lines(
          `🗑️ ${who} will be gone for good, and nobody can bring ${isOne ? "them" : "anybody of them"} back:`,
          isOne ? `• ${plural(model.messages, "message")}, on all channels` : "• all their messages, on all channels",
          "• details, tags, notes, score and history",
          "• follow-ups, sent and unsent, and our cards about them",
        ),
      ),
      ...(asked === null ? [] : [context(`Chosen by: ${bold(asked, 400)}`)]),
      textInput({ name: "words", label: `Type “${expected}” to be sure`, max: 60 }),
      context("Somebody who opted out stays opted out, even if they write again."),
    ],
  });
}
