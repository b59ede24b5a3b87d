import { fail, invalidField } from "#core/errors.ts";
import type { ConnectionRecord } from "#core/model/connection.ts";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { MediaReference } from "#core/model/messages/media.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { captionFault, mediaFault } from "#core/rules/delivery/media-fault.ts";
import { commit } from "#core/usecases/commit.ts";
import { findAccount } from "#core/usecases/connections/connections.ts";
import { queueDelivery } from "./queue-delivery.ts";

type NewReply = { conversationId: string; text: string; media: MediaReference[] };

/**
 * Queues a staff reply to the customer of a conversation. The returned delivery shows what becomes of it. Throws `invalid`, naming
 * the field, for what the channel cannot send.
 */
export async function reply(ctx: Context, input: NewReply): Promise<DeliveryRecord> {
  if (input.text.trim() === "" && input.media.length === 0) throw invalidField("/text", "is needed where there is no media");
  const conversation =
    (await ctx.store.conversations.find(input.conversationId)) ?? fail("not_found", `conversation ${input.conversationId} does not exist`);
  const connection =
    (await findAccount(ctx, conversation)) ??
    fail("conflict", `${conversation.channel} account ${conversation.account} is not connected: connect it before replying`);
  requireSendable(ctx, connection, input);
  const changes = new ChangeSet();
  const { text, media } = input;
  const delivery = queueDelivery(ctx, changes, conversation, { text, media, purpose: "reply", author: "staff", onceKey: null });
  return commit(ctx, changes, delivery);
}

function requireSendable(ctx: Context, connection: ConnectionRecord, { text, media }: NewReply): void {
  const rules = ctx.channelRules(connection);
  if (rules === null || media.length === 0) return;
  for (const [index, { type }] of media.entries()) {
    const fault = mediaFault(rules, { type, bytes: null });
    if (fault) throw invalidField(`/media/${index}/${fault.field}`, fault.detail);
  }
  const tooLong = captionFault(rules, text);
  if (tooLong) throw invalidField("/text", tooLong);
}
