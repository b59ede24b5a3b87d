import { fail } from "#core/errors.ts";
import { nameOf } from "../blocks/text.ts";
import { type ActionRequest, openModal } from "../slack/feature.ts";
import { conversationNow } from "./confirm.ts";
import { replyModal } from "./reply-modal.ts";

/** Opens the modal in which an answer is written, with what the customer wrote last. */
export async function openReply(request: ActionRequest): Promise<void> {
  const { ctx, staff } = request;
  const conversation = await conversationNow(ctx, request.value);
  const contact = (await ctx.store.contacts.find(conversation.contactId)) ?? fail("not_found", "the contact has been deleted");
  const { data } = await ctx.store.messages.ofConversation(conversation, { limit: 20, cursor: null });
  const last = data.find(({ direction }) => direction === "inbound");
  const { id: conversationId, channel, takenOverBy } = conversation;
  const owner = takenOverBy === null || takenOverBy === staff.id ? null : await ctx.store.staff.find(takenOverBy);
  await openModal(
    request,
    replyModal({ conversationId, name: nameOf(contact), channel, lastWords: last?.text ?? null, ownerName: owner?.name ?? null }),
  );
}
