import type { ModalView, PlainTextOption } from "@slack/types";
import type { TagRecord } from "#core/model/records.ts";
import { modal, option, section } from "../blocks/blocks.ts";
import { chooseMany, textInput } from "../blocks/inputs.ts";
import { bold, inline, plural } from "../blocks/text.ts";

type Tag = Pick<TagRecord, "id" | "name">;

export type TagModalModel = {
  /** Every tag there is. */
  all: Tag[];
  of:
    | { kind: "contact"; contactId: string; name: string; tagIds: string[] }
    /** The people of a search; `result` names it. */
    | { kind: "result"; result: string; count: number };
};

/** The tags of one person, or one more for everybody found. Submitted as `contact:tag` (about the id) or `contacts:tag` (`count|result`). */
export function tagModal({ all, of }: TagModalModel): ModalView {
  const isOne = of.kind === "contact";
  const intro = isOne ? `Tags of ${bold(of.name)}` : `Tags for *${plural(of.count, "person", "people")}*: they keep those they have.`;
  const chosen = isOne ? of.tagIds : [];
  return modal({
    title: "Tags",
    callback: isOne ? "contact:tag" : "contacts:tag",
    about: isOne ? of.contactId : `${of.count}|${of.result}`,
    submit: isOne ? "Save" : `Tag ${of.count > 999 ? "all" : of.count}`,
    blocks: [
      section(intro),
      ...(all.length > 0 ? [chooseMany({ name: "tags", label: "Tags", options: tagOptions(all), chosen, optional: true })] : []),
      textInput({ name: "newTag", label: "A new tag", hint: "It is made if there is none of that name", max: 100, optional: true }),
    ],
  });
}

/** A tag's name as far as an option shows it. */
export function tagOptions(tags: readonly Tag[]): PlainTextOption[] {
  return tags.map(({ id, name }) => option(inline(name) === "" ? "(a tag without a name)" : name, id));
}
