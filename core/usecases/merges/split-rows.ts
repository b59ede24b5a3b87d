import type { ConsentRecord } from "#core/model/people/consent.ts";
import type { MergeRecord, MovedRows } from "#core/model/people/merge.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import type { StoredFacts } from "#core/ports/store.ts";
import { type Lifted, optedInByOthers } from "#core/rules/merge/own-words.ts";
import { newFactId } from "#core/usecases/fact-id.ts";

/** The rows that return to the restored contact and those that stay; `said`: lines that the consent ledger gains. */
export type SplitRows = { back: StoredFacts; rest: StoredFacts; rows: MovedRows; said: ConsentRecord[] };

/**
 * Returned are the rows that the merge had moved, what its identities have received since, and the consent lines about its
 * nodes. Consent given while both were one counts for both, but the START of one never undoes the other's STOP.
 */
export async function splitRows(ctx: Context, merge: MergeRecord, from: ContactRecord, moved: MovedRows): Promise<SplitRows> {
  const [stored, conversations] = await Promise.all([ctx.store.contacts.facts(merge.intoId), ctx.store.conversations.ofContact(merge.intoId)]);
  const identities = new Set(moved.identities ?? []);
  const own = new Set(conversations.filter(({ identityId }) => identities.has(identityId)).map(({ id }) => id));
  const nodes = new Set([merge.fromId, ...Object.keys(from.state.consents)]);
  const [messages, otherMessages] = parted(stored.messages, ({ conversationId }) => own.has(conversationId));
  const [conversationDecisions, otherDecisions] = parted(stored.conversationDecisions, ({ conversationId }) => own.has(conversationId));
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
    back: { messages, actions, adjustments, stageChanges, edits, conversationDecisions, consents: [...consents, ...copied, ...outAgain] },
    rest: {
      messages: otherMessages,
      actions: otherActions,
      adjustments: otherAdjustments,
      stageChanges: otherStageChanges,
      edits: otherEdits,
      conversationDecisions: otherDecisions,
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

/** Consent lines since the merge that the other contact lacks. When it is unclear whether a line is older, an opt-out counts. */
function saidToBoth({ intoId, fromId, at }: MergeRecord, staying: readonly ConsentRecord[], going: readonly ConsentRecord[]): ConsentRecord[] {
  const isSince = (line: ConsentRecord) => line.at > at || (line.at === at && line.decision === "opt_out");
  const isThere = (line: ConsentRecord) => going.some((own) => own.node === fromId && own.at === line.at && own.decision === line.decision);
  return staying.filter((line) => line.node === intoId && isSince(line) && !isThere(line));
}

/** A copy of the line without its quote, which may contain the other person's words. */
function copyOf(ctx: Context, { fromId }: MergeRecord, line: ConsentRecord): ConsentRecord {
  return { ...line, id: newFactId(ctx, "cns", line.at), contactId: fromId, node: fromId, source: "unmerge", quote: null, messageId: null };
}

/** An instant after the line that this one overrides, since a message may carry any time. */
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
