import type { ConsentRecord } from "#core/model/consent.ts";
import type { MergeRecord, MovedRows } from "#core/model/merge.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import type { StoredFacts } from "#core/ports/store.ts";

/** What of the remaining contact goes back to the one that comes back, and what stays. */
export type SplitRows = { back: StoredFacts; rest: StoredFacts; rows: MovedRows; copied: ConsentRecord[] };

/**
 * Back go the rows that the merge had moved, what has come by the identities since, and every line of the consent ledger that
 * was said to a node of the contact. What was said to both while they were one is kept for both.
 */
export async function splitRows(ctx: Context, merge: MergeRecord, from: ContactRecord, moved: MovedRows): Promise<SplitRows> {
  const [stored, conversations] = await Promise.all([ctx.store.contacts.facts(merge.intoId), ctx.store.conversations.ofContact(merge.intoId)]);
  const identities = new Set(moved.identities);
  const own = new Set(conversations.filter(({ identityId }) => identities.has(identityId)).map(({ id }) => id));
  const nodes = new Set([merge.fromId, ...Object.keys(from.state.consents)]);
  const [messages, otherMessages] = parted(stored.messages, ({ conversationId }) => own.has(conversationId));
  const [actions, otherActions] = parted(stored.actions, among(moved.actions));
  const [adjustments, otherAdjustments] = parted(stored.adjustments, among(moved.adjustments));
  const [stageChanges, otherStageChanges] = parted(stored.stageChanges, among(moved.stageChanges));
  const [edits, otherEdits] = parted(stored.edits, among(moved.edits));
  const [consents, otherConsents] = parted(stored.consents, ({ node }) => nodes.has(node));
  const copied = saidToBoth(merge, otherConsents, consents).map((line) => copyOf(ctx, merge, line));
  return {
    back: { messages, actions, adjustments, stageChanges, edits, consents: [...consents, ...copied] },
    rest: {
      messages: otherMessages,
      actions: otherActions,
      adjustments: otherAdjustments,
      stageChanges: otherStageChanges,
      edits: otherEdits,
      consents: otherConsents,
    },
    rows: { ...moved, consents: consents.map(({ id }) => id) },
    copied,
  };
}

function parted<T>(rows: readonly T[], isBack: (row: T) => boolean): [T[], T[]] {
  return [rows.filter(isBack), rows.filter((row) => !isBack(row))];
}

function among(ids: readonly string[]): (row: { id: string }) => boolean {
  const known = new Set(ids);
  return ({ id }) => known.has(id);
}

/** Lines since the merge that the other has not got by a node of its own. In doubt whether one was before it: opting out counts. */
function saidToBoth({ intoId, fromId, at }: MergeRecord, staying: readonly ConsentRecord[], going: readonly ConsentRecord[]): ConsentRecord[] {
  const isSince = (line: ConsentRecord) => line.at > at || (line.at === at && line.decision === "opt_out");
  const isThere = (line: ConsentRecord) => going.some((own) => own.node === fromId && own.at === line.at && own.decision === line.decision);
  return staying.filter((line) => line.node === intoId && isSince(line) && !isThere(line));
}

/** Without the words, which may be the other's. */
function copyOf(ctx: Context, { fromId }: MergeRecord, line: ConsentRecord): ConsentRecord {
  return { ...line, id: ctx.newId("cns"), contactId: fromId, node: fromId, source: "unmerge", quote: null, messageId: null };
}
