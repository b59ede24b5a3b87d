import { assignConversation } from "#core/usecases/conversations/assign-conversation.ts";
import { customerTextIn, listIn, textIn } from "../blocks/input-values.ts";
import type { ModalHandler } from "../slack/feature.ts";
import { subjectOf } from "../slack/payload.ts";
import { nobodyChosen } from "./assign-modal.ts";
import { conversationNow } from "./confirm.ts";
import { sendReply } from "./send-reply.ts";

export const threadModals: readonly ModalHandler[] = [
  {
    callbackId: "thread:reply",
    role: "agent",
    audit: "conversation.reply",
    run: async (submission) => {
      const { ctx, metadata, values } = submission;
      const text = customerTextIn(values, "text") ?? "";
      const fileIds = listIn(values, "files");
      if (text === "" && fileIds.length === 0) return { errors: { text: "Write what the customer is to read, or add a file" } };
      await sendReply(submission, { conversationId: (await conversationNow(ctx, subjectOf(metadata).id)).id, text, fileIds });
      return undefined;
    },
  },
  {
    callbackId: "thread:assign",
    role: "agent",
    audit: "conversation.assign",
    run: async ({ ctx, metadata, values }) => {
      const chosen = textIn(values, "assignee");
      if (chosen === null) return { errors: { assignee: "Choose somebody, or nobody" } };
      const { id } = await conversationNow(ctx, subjectOf(metadata).id);
      await assignConversation(ctx, { id, assigneeId: chosen === nobodyChosen ? null : chosen });
      return undefined;
    },
  },
];
