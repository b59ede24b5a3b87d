import type { ContactState } from "#core/model/contact-state.ts";
import type { ConversationState } from "#core/model/conversation.ts";
import { named } from "#core/rules/named.ts";

/** What is remembered of one conversation of a contact; undefined: nothing. A state that older rules have folded holds none. */
export function conversationStateOf(
  contact: { state: Pick<ContactState, "conversations"> } | null | undefined,
  id: string,
): ConversationState | undefined {
  return named(contact?.state.conversations ?? {}, id);
}
