import type { Cause, ContactRecord, HitRecord, TransitionRecord } from "#core/model/records.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { derivedColumns } from "#core/rules/contact-row.ts";
import { type Decision, decide } from "#core/rules/decide.ts";
import type { Refolded } from "./fold-contact.ts";

/** Contact before the change; null when it is being made. */
type Before = ContactRecord | null;

/**
 * The one writer of status, stage, score, grade, sentiment and flags: puts the contact, its new hits and the transitions
 * into the change set, and returns the contact as it will be.
 */
export function deriveContact(
  ctx: Context,
  changes: ChangeSet,
  before: Before,
  draft: ContactRecord,
  refolded: Refolded,
  settings: VersionedSettings,
  cause: Cause,
): ContactRecord {
  const now = ctx.now();
  const folded = { ...draft, state: refolded.state, settingsVersion: settings.version, updatedAt: now };
  const decision = decide(folded.state, folded, settings.document, now);
  const after = derivedColumns(folded, decision);

  if (before) changes.updateContact(before, after);
  else changes.insert("contacts", after);
  writeHits(changes, after, refolded);
  writeTransitions(ctx, changes, before, after, decision, cause);
  return { ...after, version: before ? before.version + 1 : after.version };
}

function writeHits(changes: ChangeSet, { id: contactId, agentId }: ContactRecord, { hits, replacesHits }: Refolded): void {
  if (replacesHits) changes.remove("hits", { contactId });
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
