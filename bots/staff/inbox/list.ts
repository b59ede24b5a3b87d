import type { InboxFilter } from "#core/model/conversation.ts";
import type { Context } from "#core/ports/context.ts";
import { countConversations, type InboxEntry, listConversations } from "#core/usecases/conversations/list-conversations.ts";
import type { BlockMessage } from "../blocks/blocks.ts";
import type { StaffRequest } from "../slack/feature.ts";
import { staffNames } from "../slack/staff-names.ts";
import type { InboxEntryModel } from "./entry-blocks.ts";
import { entriesPerPage, inboxList } from "./list-blocks.ts";
import { filterOf, type InboxView } from "./view.ts";

/** A page of the inbox as it is now. */
export async function inboxFor({ ctx, staff }: Pick<StaffRequest, "ctx" | "staff">, view: InboxView): Promise<BlockMessage> {
  const { state: _, ...others } = filterOf(view, staff.id);
  const [page, counts, branches] = await Promise.all([
    readPage(ctx, filterOf(view, staff.id), { limit: entriesPerPage, cursor: view.pages.at(-1) ?? null }),
    countConversations(ctx, others),
    ctx.store.labels.branches(),
  ]);
  return inboxList({ view, entries: await entryModels(ctx, page.data), counts, branches, nextCursor: page.nextCursor });
}

/** Taken-over conversations in which the customer waits that are counted; there are seldom more than the staff are people. */
const mostTakenOver = 100;

/** Those who wait longest, and how many wait in all: also with a colleague who has taken the conversation over. */
export async function longestWaiting(ctx: Context, most: number): Promise<{ first: InboxEntryModel[]; total: number }> {
  const longestFirst = { by: "waitingSince", descending: false } as const;
  const [page, counts, takenOver] = await Promise.all([
    readPage(ctx, { state: ["waiting", "taken_over"] }, { limit: most, cursor: null }),
    countConversations(ctx, {}),
    ctx.store.conversations.list({ state: ["taken_over"] }, longestFirst, { limit: mostTakenOver, cursor: null }),
  ]);
  return { first: await entryModels(ctx, page.data), total: counts.waiting + takenOver.data.length };
}

function readPage(ctx: Context, filter: InboxFilter, page: { limit: number; cursor: string | null }) {
  const isWaiting = filter.state?.[0] === "waiting";
  return listConversations(ctx, {
    filter,
    sort: isWaiting ? { by: "waitingSince", descending: false } : { by: "lastMessageAt", descending: true },
    page,
  });
}

async function entryModels(ctx: Context, entries: readonly InboxEntry[]): Promise<InboxEntryModel[]> {
  const [names, branches, settings] = await Promise.all([
    staffNames(
      ctx,
      entries.flatMap(({ conversation: { assigneeId, takenOverBy } }) => [assigneeId, takenOverBy]),
    ),
    ctx.store.labels.branches(),
    ctx.store.settings.current(),
  ]);
  const shown = { zone: settings.document.timeZone, now: ctx.now() };
  return entries.flatMap(({ conversation, contact, lastMessage, waitingMessage }): InboxEntryModel[] => {
    // Deleted since the page was read.
    if (!contact) return [];
    const { assigneeId, takenOverBy, branchId } = conversation;
    return [
      {
        conversation,
        contact,
        words: waitingMessage ?? lastMessage,
        assigneeName: assigneeId === null ? null : (names.get(assigneeId) ?? "somebody who is not on the staff"),
        ownerName: takenOverBy === null ? null : (names.get(takenOverBy) ?? "a colleague"),
        branchName: branches.find(({ id }) => id === branchId)?.name ?? null,
        ...shown,
      },
    ];
  });
}
