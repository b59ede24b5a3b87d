import type { Button } from "@slack/types";
import type { ConversationRecord } from "#core/model/conversation.ts";
import { button, confirm } from "../blocks/blocks.ts";
import { inline } from "../blocks/text.ts";

type Conversation = Pick<ConversationRecord, "id" | "state" | "assigneeId" | "takenOverAt" | "takenOverBy">;

/** Stands for nobody in the value of a button. */
const nobody = "-";

/** What staff can do with a conversation that is not done, the likeliest first. `ownerName`: who has taken it over. */
export function conversationButtons(conversation: Conversation, contactId: string, ownerName: string | null): Button[] {
  const { id, state, assigneeId, takenOverAt, takenOverBy } = conversation;
  const isTaken = takenOverAt !== null;
  return [
    button("Reply", "thread:reply", id, state === "answered" ? {} : { style: "primary" }),
    ...(assigneeId === null ? [assignToMe(conversation)] : []),
    button("Assign…", "thread:assign", id),
    ...(isTaken ? [] : [button("Done", "thread:done", id)]),
    isTaken ? button("Give it back to the bot", "thread:release", id) : button("Take over", "thread:take_over", id),
    ...(takenOverBy === null ? [] : [takeFrom(id, takenOverBy, ownerName)]),
    button("Card", "contact:open", contactId),
  ];
}

/** Holds who looked after the conversation when it was shown, so that an old button takes it from nobody. */
export function assignToMe({ id, assigneeId }: Pick<Conversation, "id" | "assigneeId">): Button {
  return button("Assign to me", "thread:assign_me", `${id}|${assigneeId ?? nobody}`);
}

/** For managers. Holds who had the conversation when it was shown, so that an old button takes it from nobody else. */
function takeFrom(id: string, ownerId: string, ownerName: string | null): Button {
  const name = ownerName ?? "a colleague";
  const ask = confirm("Take it over?", `${inline(name, 80)} has the conversation and may be about to answer.`, "Take it over");
  return button(`Take it from ${name}`, "thread:take_from", `${id}|${ownerId}`, { confirm: ask });
}

/** Who looked after it when the button was shown: an id, or null for nobody. */
export function assigneeShown(fingerprint: string | undefined): string | null {
  return fingerprint === undefined || fingerprint === nobody ? null : fingerprint;
}
