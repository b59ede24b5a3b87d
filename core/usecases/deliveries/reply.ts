import { fail, invalidField } from "#core/errors.ts";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { MediaReference } from "#core/model/messages/media.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit } from "#core/usecases/commit.ts";
import { isConnected } from "#core/usecases/connections/connections.ts";
import { queueDelivery } from "./queue-delivery.ts";

/** Queues a staff reply to the customer of a conversation. The returned delivery shows what becomes of it. */
export async function reply(ctx: Context, input: { conversationId: string; text: string; media: MediaReference[] }): Promise<DeliveryRecord> {
  if (input.text.trim() === "" && input.media.length === 0) throw invalidField("/text", "is needed where there is no media");
  const conversation =
    (await ctx.store.conversations.find(input.conversationId)) ?? fail("not_found", `conversation ${input.conversationId} does not exist`);
  if (!(await isConnected(ctx, conversation))) {
    fail("conflict", `${conversation.channel} account ${conversation.account} is not connected: connect it before replying`);
  }
  const changes = new ChangeSet();
  const { text, media } = input;
  const delivery = queueDelivery(ctx, changes, conversation, { text, media, purpose: "reply", author: "staff", onceKey: null });
  return commit(ctx, changes, delivery);
}
