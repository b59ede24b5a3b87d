import type { ConversationRecord } from "#core/model/conversation.ts";
import type { BranchRecord, ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import type { TextValues } from "#core/rules/texts/render.ts";
import { textValues } from "#core/rules/texts/values.ts";

export type About = {
  /** Null: somebody we know nothing about. */
  contact: ContactRecord | null;
  conversation?: Pick<ConversationRecord, "branchId"> | null;
  promise?: string | null;
  quote?: string | null;
};

/** What stands for the variables of a text to this contact. The branch is that of the conversation, else the contact's. */
export async function readValues(ctx: Context, { contact, conversation = null, promise = null, quote = null }: About): Promise<TextValues> {
  const [agent, branch] = await Promise.all([
    ctx.directory.findAgent(ctx.store.agentId),
    branchOf(ctx, conversation?.branchId ?? contact?.branchId ?? null),
  ]);
  return textValues({ contact, business: agent?.name ?? null, branch: branch?.name ?? null, promise, quote });
}

async function branchOf(ctx: Context, id: string | null): Promise<BranchRecord | null> {
  return id === null ? null : ctx.store.labels.findBranch(id);
}
