import { reply, replyWithFiles } from "#core/usecases/deliveries/reply.ts";
import type { StaffRequest } from "../slack/feature.ts";
import { staffFiles } from "../slack/staff-files.ts";

type WrittenReply = { conversationId: string; text: string; fileIds: readonly string[] };

/** Sends what a colleague wrote to the customer, with the files that they put beside it: all of it or nothing. */
export async function sendReply(request: Pick<StaffRequest, "ctx" | "client" | "workspace">, { conversationId, text, fileIds }: WrittenReply) {
  if (fileIds.length === 0) return reply(request.ctx, { conversationId, text, media: [] });
  return replyWithFiles(request.ctx, { conversationId, text, files: await staffFiles(request, fileIds) });
}
