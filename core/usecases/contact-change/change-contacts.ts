import type { Fact } from "#core/model/fact.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Pending } from "#core/ports/followup-store.ts";
import { decide } from "#core/rules/contact/decide.ts";
import { derivedColumns } from "#core/rules/contact/row.ts";
import { currentRulesVersion } from "#core/rules/rules-version.ts";
import { endAnswered } from "#core/usecases/alerts/end-answered.ts";
import { escalate } from "#core/usecases/alerts/escalate.ts";
import { withdrawWords } from "#core/usecases/alerts/withdraw-words.ts";
import { nothingPending, updateFollowUps } from "#core/usecases/followups/update-followups.ts";
import { propose } from "#core/usecases/proposals/propose.ts";
import { applySuppressions } from "#core/usecases/suppressions/apply-suppressions.ts";
import { writeAddresses } from "./address-rows.ts";
import type { ChangedContact, ContactChange } from "./contact-change.ts";
import { writeConversations } from "./conversation-rows.ts";
import { type FoldedChange, foldChanges } from "./fold-changes.ts";
import { writeHits, writeReadings, writeTransitions, writeWaits } from "./history-rows.ts";

type ContactChangeOptions = {
  /** False: very many contacts change at once, and staff find the proposals in their list instead of on cards. */
  isShown?: boolean;
  /** False: a merge or its undoing decides itself what becomes of addresses and proposals. */
  isLinking?: boolean;
};

/**
 * The one writer of what follows from a contact's facts: status, stage, score, grade, sentiment, flags, hits, waits, transitions,
 * addresses, conversations, due times, the follow-ups that the facts settle, alerts, proposals and the cards about them. Puts all of it into the
 * change set, which the caller commits. Returns the contacts as they will be, by id.
 */
export async function changeContacts(
  ctx: Context,
  changes: ChangeSet,
  settings: VersionedSettings,
  changeList: readonly ContactChange[],
  { isShown = true, isLinking = true }: ContactChangeOptions = {},
): Promise<Map<string, ContactRecord>> {
  const pending = await pendingOf(ctx, changeList);
  const list = isLinking ? await applySuppressions(ctx, changes, changeList) : changeList;
  const folded = await foldChanges(ctx, list, settings);
  const changed = list.flatMap((change): ChangedContact[] => {
    const fold = folded.get(change);
    if (!fold) return [];
    if (isLinking) writeAddresses(changes, change, fold.stored);
    const after = changeContact(ctx, changes, settings, change, fold, pending.get(change.draft.id) ?? nothingPending);
    const { before, facts = [], withdrawn = [], cause, actor = ctx.actor } = change;
    return [{ before, after, facts: asRead(facts, fold), withdrawn, cause, actor }];
  });
  writeReadings(
    changes,
    [...folded.values()].flatMap(({ refolded }) => refolded.read),
  );
  await writeConversations(ctx, changes, settings, changed);
  await escalate(ctx, changes, settings, changed);
  await endAnswered(ctx, changes, changed);
  await withdrawWords(ctx, changes, changed);
  if (isLinking) await propose(ctx, changes, changed, { isShown });
  return new Map(changed.map(({ after }) => [after.id, after]));
}

/** The facts of a change as the fold has read them in context. */
function asRead(facts: readonly Fact[], { refolded }: FoldedChange): readonly Fact[] {
  const read = new Map(refolded.read.map((fact) => [fact.id, fact]));
  return facts.map((fact) => read.get(fact.id) ?? fact);
}

/** Only facts settle follow-ups: time and settings alone read none. */
async function pendingOf(ctx: Context, list: readonly ContactChange[]): Promise<Map<string, Pending>> {
  const ids = list.flatMap(({ before, facts = [], withdrawn = [] }) => (before && facts.length + withdrawn.length > 0 ? [before.id] : []));
  return ids.length === 0 ? new Map() : ctx.store.followUps.pendingOf(ids);
}

function changeContact(
  ctx: Context,
  changes: ChangeSet,
  settings: VersionedSettings,
  { before, draft, isRestored = false, cause }: ContactChange,
  { refolded }: FoldedChange,
  pending: Pending,
): ContactRecord {
  const now = ctx.now();
  // The restored row gets a new version, so that a commit based on the row before the merge is stale.
  const version = isRestored ? draft.version + 1 : draft.version;
  const undecided = {
    ...draft,
    version,
    state: refolded.state,
    settingsVersion: settings.version,
    rulesVersion: currentRulesVersion,
    updatedAt: now,
  };
  const decision = decide(undecided.state, undecided, settings.document, now);
  const after = derivedColumns(undecided, decision);
  const stored = isRestored ? null : before;
  if (stored) changes.updateContact(stored, after);
  else changes.insert("contacts", after);
  writeHits(changes, after, refolded);
  writeWaits(changes, after, refolded);
  writeTransitions(ctx, changes, { before, after, decision, cause });
  updateFollowUps(ctx, changes, { before: stored, after, decision, settings, pending });
  return stored ? { ...after, version: stored.version + 1 } : after;
}
