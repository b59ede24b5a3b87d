import { fail } from "#core/errors.ts";
import { answerableUntil } from "#core/usecases/contactability/contactability-for.ts";
import { nameOf } from "../blocks/text.ts";
import { faultOf } from "../slack/errors.ts";
import { type ActionRequest, openModal } from "../slack/feature.ts";
import { staffNames } from "../slack/staff-names.ts";
import { conversationNow } from "./confirm.ts";
import { type ReplyModalModel, replyModal } from "./reply-modal.ts";

/** Opens the modal in which an answer is written, with what the customer wrote last. */
export async function openReply(request: ActionRequest): Promise<void> {
  const model = await replyModelOf(request);
  try {
    await openModal(request, replyModal({ ...model, takesFiles: true }));
  } catch (error) {
    // A workspace that installed the app before it asked for files:read takes no input for files, and words must go all the same.
    if (faultOf(error)?.kind !== "refused") throw error;
    await openModal(request, replyModal({ ...model, takesFiles: false }));
  }
}

async function replyModelOf({ ctx, staff, value }: ActionRequest): Promise<Omit<ReplyModalModel, "takesFiles">> {
  const conversation = await conversationNow(ctx, value);
  const { id: conversationId, channel, contactId, takenOverBy } = conversation;
  const contact = (await ctx.store.contacts.find(contactId)) ?? fail("not_found", "the contact has been deleted");
  const [{ data }, names, answerUntil, settings] = await Promise.all([
    ctx.store.messages.ofConversation(conversation, { limit: 20, cursor: null }),
    staffNames(ctx, [takenOverBy]),
    answerableUntil(ctx, conversation),
    ctx.store.settings.current(),
  ]);
  return {
    conversationId,
    name: nameOf(contact),
    channel,
    lastWords: data.find(({ direction }) => direction === "inbound")?.text ?? null,
    ownerName: takenOverBy === null || takenOverBy === staff.id ? null : (names.get(takenOverBy) ?? "A colleague"),
    answerUntil,
    zone: settings.document.timeZone,
    now: ctx.now(),
  };
}
