import { fail, invalidField } from "#core/errors.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { MediaReference, StaffFile } from "#core/model/messages/media.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { ChannelRules } from "#core/ports/channel-rules.ts";
import type { Context } from "#core/ports/context.ts";
import { captionFault, mediaFault } from "#core/rules/delivery/media-fault.ts";
import { commit } from "#core/usecases/commit.ts";
import { findAccount } from "#core/usecases/connections/connections.ts";
import { queueDelivery } from "./queue-delivery.ts";

/** At most so many files go with one answer. */
export const mostFiles = 5;

/** Each of the files is a message, the first one with the words beside it. */
type NewReplyWithFiles = { conversationId: string; text: string; files: readonly StaffFile[] };

/**
 * Queues an answer of staff with files from their chat, all in one commit. Returns the deliveries, in their order. Throws `invalid`,
 * with a line for the person, when the channel cannot send one of them: then nothing is sent.
 */
export async function replyWithFiles(ctx: Context, { conversationId, text, files }: NewReplyWithFiles): Promise<DeliveryRecord[]> {
  if (files.length > mostFiles) fail("invalid", `at most ${mostFiles} files go with one answer, so nothing was sent`);
  const { conversation, rules } = await placeOf(ctx, conversationId);
  for (const { type, bytes } of files) {
    const fault = rules && mediaFault({ media: rules.uploads ?? [] }, { type, bytes });
    if (fault) fail("invalid", `nothing was sent, since the file ${fault.detail}`);
  }
  // Words that are too long to stand beside a file go before it.
  const isBeside = rules === null || captionFault(rules, text) === null;
  const before = isBeside || text === "" ? [] : [{ text, media: [] }];
  const each = files.map(({ url, type }, at) => ({ text: at === 0 && isBeside ? text : "", media: [{ url, type }] }));
  const changes = new ChangeSet();
  const queued = [...before, ...each].map((part) =>
    queueDelivery(ctx, changes, conversation, { ...part, purpose: "reply", author: "staff", onceKey: null }),
  );
  return commit(ctx, changes, queued);
}

type NewReply = { conversationId: string; text: string; media: MediaReference[] };

/**
 * Queues a staff reply to the customer of a conversation. The returned delivery shows what becomes of it. Throws `invalid`, naming
 * the field, for what the channel cannot send.
 */
export async function reply(ctx: Context, input: NewReply): Promise<DeliveryRecord> {
  if (input.text.trim() === "" && input.media.length === 0) throw invalidField("/text", "is needed where there is no media");
  const { conversation, rules } = await placeOf(ctx, input.conversationId);
  requireSendable(rules, input);
  const changes = new ChangeSet();
  const { text, media } = input;
  const delivery = queueDelivery(ctx, changes, conversation, { text, media, purpose: "reply", author: "staff", onceKey: null });
  return commit(ctx, changes, delivery);
}

/** The conversation, and what its account lets us send; `rules` null: nothing is known of it. */
async function placeOf(ctx: Context, conversationId: string): Promise<{ conversation: ConversationRecord; rules: ChannelRules | null }> {
  const conversation = (await ctx.store.conversations.find(conversationId)) ?? fail("not_found", `conversation ${conversationId} does not exist`);
  const connection =
    (await findAccount(ctx, conversation)) ??
    fail("conflict", `${conversation.channel} account ${conversation.account} is not connected: connect it before replying`);
  return { conversation, rules: ctx.channelRules(connection) };
}

function requireSendable(rules: ChannelRules | null, { text, media }: NewReply): void {
  if (rules === null || media.length === 0) return;
  for (const [index, { type }] of media.entries()) {
    const fault = mediaFault(rules, { type, bytes: null });
    if (fault) throw invalidField(`/media/${index}/${fault.field}`, fault.detail);
  }
  const tooLong = captionFault(rules, text);
  if (tooLong) throw invalidField("/text", tooLong);
}
