import type { ConsentRecord } from "#core/model/consent.ts";
import type { MergeRecord, MovedRows } from "#core/model/merge.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import type { StoredFacts } from "#core/ports/store.ts";
import { type Lifted, optedInByOthers } from "#core/rules/merge/own-words.ts";
import { newFactId } from "#core/usecases/fact-id.ts";

/** What of the remaining contact goes back to the one that comes back, and what stays; `said`: lines the ledger gains by it. */
export type SplitRows = { back: StoredFacts; rest: StoredFacts; rows: MovedRows; said: ConsentRecord[] };

/**
 * Back go the rows that the merge had moved, what has come by the identities since, and every line of the consent ledger that
 * was said to a node of the contact. What was said to both while they were one is kept for both; but who has opted out is not
 * opted in by a message of the other.
 */
export async function splitRows(ctx: Context, merge: MergeRecord, from: ContactRecord, moved: MovedRows): Promise<SplitRows> {
  const [stored, conversations] = await Promise.all([ctx.store.contacts.facts(merge.intoId), ctx.store.conversations.ofContact(merge.intoId)]);
  const identities = new Set(moved.identities ?? []);
  const own = new Set(conversations.filter(({ identityId }) => identities.has(identityId)).map(({ id }) => id));
  const nodes = new Set([merge.fromId, ...Object.keys(from.state.consents)]);
  const [messages, otherMessages] = parted(stored.messages, ({ conversationId }) => own.has(conversationId));
  const [actions, otherActions] = parted(stored.actions, among(moved.actions));
  const [adjustments, otherAdjustments] = parted(stored.adjustments, among(moved.adjustments));
  const [stageChanges, otherStageChanges] = parted(stored.stageChanges, among(moved.stageChanges));
  const [edits, otherEdits] = parted(stored.edits, among(moved.edits));
  const [consents, otherConsents] = parted(stored.consents, ({ node }) => nodes.has(node));
  const shared = saidToBoth(merge, otherConsents, consents).map((line) => ({ ...line, node: merge.fromId }));
  const copied = shared.map((line) => copyOf(ctx, merge, line));
  const outAgain = optedInByOthers([...consents, ...shared], idsOf(otherMessages)).map((lifted) => outOf(ctx, merge.fromId, lifted));
  const restOutAgain = optedInByOthers(otherConsents, idsOf(messages)).map((lifted) => outOf(ctx, merge.intoId, lifted));
  return {
    back: { messages, actions, adjustments, stageChanges, edits, consents: [...consents, ...copied, ...outAgain] },
    rest: {
      messages: otherMessages,
      actions: otherActions,
      adjustments: otherAdjustments,
      stageChanges: otherStageChanges,
      edits: otherEdits,
      consents: [...otherConsents, ...restOutAgain],
    },
    rows: { ...moved, consents: consents.map(({ id }) => id) },
    said: [...copied, ...outAgain, ...restOutAgain],
  };
}

function idsOf(rows: readonly { id: string }[]): Set<string> {
  return new Set(rows.map(({ id }) => id));
}

function parted<T>(rows: readonly T[], isBack: (row: T) => boolean): [T[], T[]] {
  return [rows.filter(isBack), rows.filter((row) => !isBack(row))];
}

function among(ids: readonly string[] = []): (row: { id: string }) => boolean {
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
  return { ...line, id: newFactId(ctx, "cns", line.at), contactId: fromId, node: fromId, source: "unmerge", quote: null, messageId: null };
}

/** Later than what it undoes, whatever time a message was given. */
function outOf(ctx: Context, contactId: string, { node, at }: Lifted): ConsentRecord {
  const said = Math.max(ctx.now(), at + 1);
  return {
    id: newFactId(ctx, "cns", said),
    agentId: ctx.store.agentId,
    contactId,
    node,
    decision: "opt_out",
    source: "unmerge",
    reason: "opted in only by the other, while both were one",
    quote: null,
    messageId: null,
    by: ctx.actor.id,
    at: said,
  };
}
