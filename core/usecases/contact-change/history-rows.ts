import type { MessageFact } from "#core/model/fact.ts";
import type { Cause, ContactRecord, HitRecord, TransitionRecord } from "#core/model/records.ts";
import type { ChangeSet, ReadInContext } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { ContactDecision } from "#core/rules/contact/decide.ts";
import { lastChanges } from "#core/rules/fold/waits.ts";
import type { Refolded } from "./fold-contact.ts";

/** Puts the hits that a fold brings into the change set, and takes out those that no longer hold. */
export function writeHits(changes: ChangeSet, { id: contactId, agentId }: ContactRecord, { hits, replacesHits, gone = [] }: Refolded): void {
  if (replacesHits) changes.remove("hits", { contactId });
  for (const { factId, signalId } of gone) changes.remove("hits", { factId, signalId });
  for (const hit of hits) changes.insert("hits", { agentId, contactId, ...hit } satisfies HitRecord);
}

/**
 * Puts the waits that have ended into the change set, and takes out those that no longer hold: that staff have opened again, and
 * all stored ones where everything was folded again.
 */
export function writeWaits(changes: ChangeSet, { id: contactId, agentId }: ContactRecord, { waits, replacesWaits }: Refolded): void {
  if (replacesWaits) changes.remove("waits", { contactId });
  for (const wait of lastChanges(waits)) {
    const { conversationId, messageId } = wait;
    if (wait.endedAt !== null) changes.put("waits", { agentId, contactId, ...wait });
    else if (!replacesWaits) changes.remove("waits", { conversationId, messageId });
  }
}

/** Keeps how the messages that the fold has read mean after those before them. */
export function writeReadings(changes: ChangeSet, messages: readonly MessageFact[]): void {
  const read = messages.map(
    ({ id, reading, alone }): ReadInContext => ({ messageId: id, reading: reading === alone ? null : reading, sentiment: reading.sentiment }),
  );
  if (read.length > 0) changes.readMessages(read);
}

type Moved = { before: ContactRecord | null; after: ContactRecord; decision: ContactDecision; cause: Cause };

/** Puts a transition into the change set for a status or a stage that is another than before. */
export function writeTransitions(ctx: Context, changes: ChangeSet, { before, after, decision, cause }: Moved): void {
  const common = {
    agentId: after.agentId,
    contactId: after.id,
    cause,
    recordedAt: ctx.now(),
    settingsVersion: after.settingsVersion,
    cycle: decision.stage.cycle,
  };
  const moves: Omit<TransitionRecord, "id" | keyof typeof common>[] = [];
  if (before?.status !== after.status) {
    const at = statusSince(before, after, decision);
    moves.push({ kind: "status", from: before?.status ?? null, to: after.status, because: decision.status.because, at });
  }
  if (before?.stage !== after.stage || before.state.stage.cycle !== decision.stage.cycle) {
    moves.push({ kind: "stage", from: before?.stage ?? null, to: after.stage, because: decision.stage.because, at: decision.stage.since.at });
  }
  for (const move of moves) changes.insert("transitions", { id: ctx.newId("trn"), ...common, ...move });
}

/** A status that returns because a conversion was revoked begins with the newest fact, not with its own old evidence. */
function statusSince(before: ContactRecord | null, after: ContactRecord, { status }: ContactDecision): number {
  const lostConversion = before !== null && before.state.conversions.count > after.state.conversions.count;
  return lostConversion && after.state.cursor ? Math.max(status.since, after.state.cursor.at) : status.since;
}
