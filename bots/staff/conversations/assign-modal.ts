import type { ModalView } from "@slack/types";
import { modal, option, section } from "../blocks/blocks.ts";
import { chooseOne } from "../blocks/inputs.ts";
import { bold } from "../blocks/text.ts";

/** The choice of nobody, which is no id of staff. */
export const nobodyChosen = "nobody";

export type AssignModalModel = {
  conversationId: string;
  name: string;
  assigneeId: string | null;
  /** Everybody who works here now. */
  staff: readonly { id: string; name: string }[];
};

/** Who is to look after a conversation. Submitted as `thread:assign`. */
export function assignModal({ conversationId, name, assigneeId, staff }: AssignModalModel): ModalView {
  const options = [option("Nobody", nobodyChosen), ...staff.map((member) => option(member.name, member.id))];
  return modal({
    title: "Assign",
    callback: "thread:assign",
    about: conversationId,
    submit: "Assign",
    blocks: [
      section(`The conversation with ${bold(name)}`),
      chooseOne({ name: "assignee", label: "Who looks after it", options, chosen: assigneeId ?? nobodyChosen }),
    ],
  });
}
