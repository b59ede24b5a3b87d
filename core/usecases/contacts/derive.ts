import type { Cause, ContactRecord, HitRecord, TransitionRecord } from "#core/model/records.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Pending } from "#core/ports/followup-store.ts";
import { derivedColumns } from "#core/rules/contact-row.ts";
import { type Decision, decide } from "#core/rules/decide.ts";
import { keepFollowUps, nothingPending } from "#core/usecases/followups/upkeep.ts";
import type { Refolded } from "./fold-contact.ts";

/** Contact before the change; null when it is being made. */
type Before = ContactRecord | null;

/**
 * The one writer of status, stage, score, grade, sentiment and flags: puts the contact, its new hits and the transitions
 * into the change set, with the due times of its follow-ups, and closes those of `pending` that the change settles. Returns
 * the contact as it will be.
 */
export function deriveContact(
  ctx: Context,
  changes: ChangeSet,
  before: Before,
  draft: ContactRecord,
  refolded: Refolded,
  settings: VersionedSettings,
  cause: Cause,
  pending: Pending = nothingPending,
): ContactRecord {
  const { after, decision } = decided(ctx, draft, refolded, settings);
  if (before) changes.updateContact(before, after);
  else changes.insert("contacts", after);
  writeHits(changes, after, refolded);
  writeTransitions(ctx, changes, before, after, decision, cause);
  keepFollowUps(ctx, changes, { before, after, decision, settings, pending });
  return { ...after, version: before ? before.version + 1 : after.version };
}

/** As `deriveContact`, for a contact whose row was taken out: it comes back with what it had and what its facts say now. */
export function restoreContact(
  ctx: Context,
  changes: ChangeSet,
  held: ContactRecord,
  refolded: Refolded,
  settings: VersionedSettings,
  cause: Cause,
): ContactRecord {
  // Whoever has read the row that was taken out must not take this one for it.
  const { after, decision } = decided(ctx, { ...held, version: held.version + 1 }, refolded, settings);
  changes.insert("contacts", after);
  writeHits(changes, after, refolded);
  writeTransitions(ctx, changes, held, after, decision, cause);
  keepFollowUps(ctx, changes, { before: null, after, decision, settings, pending: nothingPending });
  return after;
}

function decided(ctx: Context, draft: ContactRecord, refolded: Refolded, settings: VersionedSettings) {
  const now = ctx.now();
  const folded = { ...draft, state: refolded.state, settingsVersion: settings.version, updatedAt: now };
  const decision = decide(folded.state, folded, settings.document, now);
  return { after: derivedColumns(folded, decision), decision };
}

function writeHits(changes: ChangeSet, { id: contactId, agentId }: ContactRecord, { hits, replacesHits, gone = [] }: Refolded): void {
  if (replacesHits) changes.remove("hits", { contactId });
  for (const { factId, signalId } of gone) changes.remove("hits", { factId, signalId });
  for (const hit of hits) changes.insert("hits", { agentId, contactId, ...hit } satisfies HitRecord);
}

/** A status that is there again because a conversion was revoked begins with the newest fact, not with its own old evidence. */
function statusSince(before: Before, after: ContactRecord, { status }: Decision): number {
  const lostConversion = before !== null && before.state.conversions.count > after.state.conversions.count;
  return lostConversion && after.state.cursor ? Math.max(status.since, after.state.cursor.at) : status.since;
}

function writeTransitions(ctx: Context, changes: ChangeSet, before: Before, after: ContactRecord, decision: Decision, cause: Cause): void {
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
    moves.push({
      kind: "status",
      from: before?.status ?? null,
      to: after.status,
      because: decision.status.because,
      at: statusSince(before, after, decision),
    });
  }
  if (before?.stage !== after.stage || before.state.stage.cycle !== decision.stage.cycle) {
    moves.push({ kind: "stage", from: before?.stage ?? null, to: after.stage, because: decision.stage.because, at: decision.stage.since.at });
  }
  for (const move of moves) {
    changes.insert("transitions", { id: ctx.newId("trn"), ...common, ...move });
  }
}
