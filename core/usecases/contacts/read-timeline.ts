import { invalidField } from "#core/errors.ts";
import type { AlertEvent, AlertRecord } from "#core/model/alert.ts";
import type { ConversationDecisionRecord } from "#core/model/conversation.ts";
import { compareFacts } from "#core/model/fact.ts";
import type { ConsentRecord } from "#core/model/people/consent.ts";
import type { MergeRecord } from "#core/model/people/merge.ts";
import type { ActionRecord, AdjustmentRecord, EditRecord, NoteRecord, StageChangeRecord, TransitionRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import type { StoredFacts, TimelineKey } from "#core/ports/store.ts";
import { requireContact } from "./get-contact.ts";

/** One thing that happened with a contact, as the row in which it is stored. */
export type TimelineEntry = TimelineKey &
  (
    | { type: "message"; row: StoredFacts["messages"][number] }
    | { type: "action"; row: ActionRecord }
    | { type: "transition"; row: TransitionRecord }
    | { type: "note"; row: NoteRecord }
    | { type: "adjustment"; row: AdjustmentRecord }
    | { type: "stage_change"; row: StageChangeRecord }
    | { type: "edit"; row: EditRecord }
    | { type: "conversation"; row: ConversationDecisionRecord }
    | { type: "consent"; row: ConsentRecord }
    | { type: "alert"; row: AlertRecord; event: AlertEvent }
    | { type: "merge" | "unmerge"; row: MergeRecord; by: string }
  );

/** Newest first, in keyset pages over all kinds of entries. */
export async function readTimeline(ctx: Context, { id, page }: { id: string; page: PageQuery }): Promise<Page<TimelineEntry>> {
  await requireContact(ctx, id);
  const before = page.cursor === null ? null : parseCursor(page.cursor);
  const entries = (await allEntries(ctx, id)).filter((entry) => before === null || compareFacts(entry, before) < 0);
  const newestFirst = entries.sort((a, b) => compareFacts(b, a));
  const data = newestFirst.slice(0, page.limit);
  const last = data.at(-1);
  return { data, nextCursor: last && newestFirst.length > data.length ? `${last.at}~${last.id}` : null };
}

async function allEntries(ctx: Context, id: string): Promise<TimelineEntry[]> {
  const [facts, transitions, notes, merges, alerts] = await Promise.all([
    ctx.store.contacts.facts(id),
    ctx.store.contacts.transitions(id),
    everyRow((page) => ctx.store.labels.notes(id, page)),
    ctx.store.merges.history(id),
    everyRow((page) => ctx.store.alerts.list({ contact: [id] }, page)),
  ]);
  return [
    ...facts.messages.map((row): TimelineEntry => ({ type: "message", id: row.id, at: row.sentAt, row })),
    ...facts.actions.map((row): TimelineEntry => ({ type: "action", id: row.id, at: row.at, row })),
    ...facts.adjustments.map((row): TimelineEntry => ({ type: "adjustment", id: row.id, at: row.at, row })),
    ...facts.stageChanges.map((row): TimelineEntry => ({ type: "stage_change", id: row.id, at: row.at, row })),
    ...facts.edits.map((row): TimelineEntry => ({ type: "edit", id: row.id, at: row.at, row })),
    ...facts.conversationDecisions.map((row): TimelineEntry => ({ type: "conversation", id: row.id, at: row.at, row })),
    ...facts.consents.map((row): TimelineEntry => ({ type: "consent", id: row.id, at: row.at, row })),
    ...merges.flatMap(mergeEntries),
    ...alerts.flatMap(alertEntries),
    ...transitions.map((row): TimelineEntry => ({ type: "transition", id: row.id, at: row.at, row })),
    ...notes.map((row): TimelineEntry => ({ type: "note", id: row.id, at: row.createdAt, row })),
  ];
}

/** The entries of a merge; one that was undone has two. */
function mergeEntries(row: MergeRecord): TimelineEntry[] {
  const merged: TimelineEntry = { type: "merge", id: row.id, at: row.at, row, by: row.by };
  if (row.undoneAt === null || row.undoneBy === null) return [merged];
  return [merged, { type: "unmerge", id: `${row.id}_undone`, at: row.undoneAt, row, by: row.undoneBy }];
}

/** What happened to an alert, as long as it keeps it. */
function alertEntries(row: AlertRecord): TimelineEntry[] {
  return row.history.map((event, place) => ({ type: "alert", id: `${row.id}_${place}`, at: event.at, row, event }));
}

async function everyRow<T>(read: (page: PageQuery) => Promise<Page<T>>): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await read({ limit: 200, cursor });
    rows.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

function parseCursor(cursor: string): TimelineKey {
  const match = /^(-?\d{1,15})~(\w{1,64})$/.exec(cursor);
  if (!match?.[1] || !match[2]) throw invalidField("/cursor", "is not a cursor of this list");
  return { at: Number(match[1]), id: match[2] };
}
