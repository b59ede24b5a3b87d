import type { ModalView } from "@slack/types";
import type { NoteRecord } from "#core/model/records.ts";
import { context, lines, modal, section } from "../blocks/blocks.ts";
import { textInput } from "../blocks/inputs.ts";
import { bold, inline, quote } from "../blocks/text.ts";
import { moment } from "../blocks/time.ts";

export type NoteModalModel = {
  contactId: string;
  name: string;
  /** Newest first, with the writer's name. */
  notes: (Pick<NoteRecord, "text" | "createdAt"> & { writer: string })[];
  zone: string;
  now: number;
};

const shownNotes = 5;

/** A note that only colleagues see, under those there are. Submitted as `contact:note`. */
export function noteModal({ contactId, name, notes, zone, now }: NoteModalModel): ModalView {
  const shown = notes.slice(0, shownNotes).map(({ text, createdAt, writer }) => {
    return section(lines(`*${inline(writer, 60)}*, ${moment(createdAt, now, zone)}`, quote(text, { max: 900, lines: 6 })));
  });
  return modal({
    title: "Add a note",
    callback: "contact:note",
    about: contactId,
    submit: "Save",
    blocks: [
      textInput({ name: "text", label: "Note", long: true, placeholder: "What should colleagues know?" }),
      context(`About ${bold(name)}. The customer never sees it.`),
      ...shown,
    ],
  });
}
