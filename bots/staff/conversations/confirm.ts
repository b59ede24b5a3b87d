import { CrmError, fail } from "#core/errors.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Context } from "#core/ports/context.ts";
import { getConversation } from "#core/usecases/conversations/get-conversation.ts";
import { inline } from "../blocks/text.ts";
import type { ActionRequest } from "../slack/feature.ts";

/** The conversation that a button is about, which may be older than anything that has happened to it. Throws `not_found`. */
export async function conversationNow(ctx: Context, id: string): Promise<ConversationRecord> {
  return getConversation(ctx, { id }).catch((error: unknown) => {
    if (error instanceof CrmError && error.code === "not_found") return fail("not_found", "this conversation has been deleted");
    throw error;
  });
}

/** Says what a press did where nothing that the person sees changes by itself, as the card of the conversation and the Home tab do. */
export async function confirmPress({ ctx, place, responseUrl, respond }: ActionRequest, line: string): Promise<void> {
  if (responseUrl === null) return;
  const post = place && (await ctx.store.staffChat.postAt(place.channelId, place.ts));
  if (!post) await respond(line);
}

/** Throws the error again with the name of the colleague in its message, whose id is in its details. */
export async function rethrowNamingColleague(
  ctx: Context,
  error: unknown,
  key: "takenOverBy" | "assigneeId",
  line: (name: string) => string,
): Promise<never> {
  const id = error instanceof CrmError ? error.details[key] : undefined;
  const colleague = typeof id === "string" ? await ctx.store.staff.find(id) : null;
  if (colleague) fail("conflict", line(inline(colleague.name, 80)));
  throw error;
}
