import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Fact } from "#core/model/fact.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { deriveConversation } from "#core/rules/conversations/derive.ts";
import { named } from "#core/rules/named.ts";
import { reviseContact } from "#core/usecases/contact-change/revise-contact.ts";
import { showConversation } from "#core/usecases/staff-chat/effects.ts";
import { getConversation } from "./get-conversation.ts";

/** The conversation as it will be, and the facts that its contact gains. */
type ConversationChange = { conversation: ConversationRecord; facts?: readonly Fact[] };

/**
 * Changes a conversation in one commit with all that follows: whose turn it is, and the cards that show it. `step` is asked again
 * after a lost race. A conversation has no version of its own: whoever changes it changes its contact, too.
 */
export async function changeConversation(
  ctx: Context,
  id: string,
  step: (conversation: ConversationRecord, changes: ChangeSet) => ConversationChange | Promise<ConversationChange>,
): Promise<ConversationRecord> {
  let written: ChangeSet | undefined;
  const after = await reviseContact(
    ctx,
    async () => (await getConversation(ctx, { id })).contactId,
    async (contact, changes) => {
      written = changes;
      const { document } = await ctx.store.settings.current();
      const { conversation, facts = [] } = await step(await getConversation(ctx, { id }), changes);
      changes.put("conversations", deriveConversation(conversation, named(contact.state.conversations ?? {}, id), document));
      showConversation(ctx, changes, conversation);
      return { facts, cause: { kind: "conversation", ref: id } };
    },
    () => written?.conversation(id),
  );
  return after ?? getConversation(ctx, { id });
}
