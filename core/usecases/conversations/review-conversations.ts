import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Settings, VersionedSettings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { deriveConversation } from "#core/rules/conversations/derive.ts";
import { openCalls } from "#core/rules/conversations/review.ts";
import { conversationStateOf } from "#core/rules/conversations/state-of.ts";
import { takeoverEndsAt } from "#core/rules/conversations/takeover.ts";
import { placeOfConversation } from "#core/rules/duty/place-of.ts";
import { unansweredEscalation } from "#core/rules/escalations/unanswered.ts";
import { type EscalatedConversation, raiseAlerts } from "#core/usecases/alerts/raise-alerts.ts";
import { commitStep, retrying } from "#core/usecases/commit.ts";
import { branchesOf } from "./places.ts";
import { releaseSilent } from "./take-over.ts";
import { conversationsWithContacts } from "./with-contact.ts";

/** Conversations of one commit. */
const chunk = 100;

/**
 * Does what time alone asks for in conversations: ends takeovers in which neither side speaks, calls staff where nobody has
 * answered. Handles at most `limit` and returns how many; the next run goes on with the rest.
 */
export async function reviewConversations(ctx: Context, { limit }: { limit: number }): Promise<number> {
  let reviewed = 0;
  while (reviewed < limit) {
    const done = await retrying(ctx, () => reviewChunk(ctx, Math.min(chunk, limit - reviewed)));
    reviewed += done;
    if (done < chunk) break;
  }
  return reviewed;
}

async function reviewChunk(ctx: Context, size: number): Promise<number> {
  const all = await ctx.store.conversations.due(ctx.now(), size);
  if (all.length === 0) return 0;
  const settings = await ctx.store.settings.current();
  const silent = new Set(all.filter((conversation) => isSilent(conversation, settings.document, ctx.now())));
  for (const { id } of silent) await releaseSilent(ctx, { id });
  await callStaff(
    ctx,
    settings,
    all.filter((conversation) => !silent.has(conversation)),
  );
  return all.length;
}

function isSilent(conversation: ConversationRecord, settings: Settings, now: number): boolean {
  const endsAt = takeoverEndsAt(conversation, settings);
  return endsAt !== null && endsAt <= now;
}

/** Calls staff to conversations that are due because of what waits in them. */
async function callStaff(ctx: Context, settings: VersionedSettings, due: readonly ConversationRecord[]): Promise<void> {
  if (due.length === 0) return;
  const current = await conversationsWithContacts(ctx, due);
  const isHistory = await historyAmong(
    ctx,
    current.map(({ conversation }) => conversation),
  );
  const branches = await branchesOf(
    ctx,
    settings.document,
    current.flatMap(({ conversation, contact }) => [conversation, contact]),
  );
  const changes = new ChangeSet();
  const calls: EscalatedConversation[] = [];
  for (const { conversation, contact } of current) {
    const said = conversationStateOf(contact, conversation.id);
    const place = placeOfConversation(conversation, contact, branches);
    const open = openCalls(conversation, settings.document, place).filter(({ at }) => at <= ctx.now());
    const { waiting = null } = said ?? {};
    if (waiting && !isHistory(conversation)) {
      calls.push({ conversation, contact, escalations: open.map(({ rule }) => unansweredEscalation(rule, waiting)) });
    }
    changes.put("conversations", deriveConversation(called(conversation, open.at(-1)?.at), said, settings.document, place));
  }
  await raiseAlerts(ctx, changes, settings, calls);
  // A conversation has no version of its own: whoever writes in it changes its contact, too.
  for (const contact of new Set(current.map((one) => one.contact))) changes.updateContact(contact, { ...contact, updatedAt: ctx.now() });
  await commitStep(ctx, changes);
}

/** Each rule calls once for the same words. */
function called(conversation: ConversationRecord, at: number | undefined): ConversationRecord {
  return at === undefined ? conversation : { ...conversation, calledFor: conversation.waitingMessageId, calledAt: at };
}

/** What arrived long after it was said calls nobody (product.md §2). */
async function historyAmong(ctx: Context, due: readonly ConversationRecord[]): Promise<(conversation: ConversationRecord) => boolean> {
  const messages = await ctx.store.messages.findMany(due.flatMap(({ waitingMessageId }) => waitingMessageId ?? []));
  const history = new Set(messages.filter((message) => message.history).map(({ id }) => id));
  return ({ waitingMessageId }) => waitingMessageId !== null && history.has(waitingMessageId);
}
