import type { DueRecord, FollowUpRecord, FollowUpSettings } from "#core/model/followup.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Pending } from "#core/ports/followup-store.ts";
import type { ContactDecision } from "#core/rules/contact/decide.ts";
import { moveDelivery } from "#core/rules/delivery/delivery.ts";
import { followUpAfter } from "#core/rules/followups/closing.ts";
import { dueFollowUps, type StatusAndStage } from "#core/rules/followups/due-follow-ups.ts";
import { day } from "#core/rules/time.ts";
import { saveFollowUp } from "./save-followup.ts";

export const nothingPending: Pending = { followUps: [], unasked: [] };

export type FollowUpUpdate = {
  before: ContactRecord | null;
  after: ContactRecord;
  decision: ContactDecision;
  settings: VersionedSettings;
  pending: Pending;
};

/** Updates the due times of a contact and closes the follow-ups that its facts make needless, in the commit that adds the facts. */
export function updateFollowUps(ctx: Context, changes: ChangeSet, update: FollowUpUpdate): void {
  updateDueTimes(ctx, changes, update);
  const { before, after, settings, pending } = update;
  const now = ctx.now();
  const decided = new Set(changes.followUps.map(({ before: { id } }) => id));
  for (const followUp of pending.followUps) {
    // This commit already changes the follow-up: the fact is the message by which it was sent.
    if (decided.has(followUp.id)) continue;
    const moved = followUpAfter(followUp, { before, after }, settings.document.followUps, now);
    if (moved === followUp) continue;
    saveFollowUp(ctx, changes, followUp, moved);
    stopDelivery(ctx, changes, pending, followUp, moved.endedBecause ?? "replied");
  }
  if (after.optedOut && !before?.optedOut) {
    for (const delivery of pending.unasked.filter(({ followUpId }) => followUpId === null)) {
      changes.moveDelivery(moveDelivery(delivery, "skipped", { reason: "opted_out" }, now), delivery.state);
    }
  }
}

/** Skips the delivery of a follow-up, unless it has been dispatched. */
export function stopDelivery(ctx: Context, changes: ChangeSet, { unasked }: Pending, { deliveryId }: FollowUpRecord, reason: string): void {
  const delivery = unasked.find(({ id }) => id === deliveryId);
  if (delivery) changes.moveDelivery(moveDelivery(delivery, "skipped", { reason }, ctx.now()), delivery.state);
}

type Due = Pick<DueRecord, "trigger" | "dueAt" | "episode">;

/**
 * Writes the due times that differ from before. Under new settings, times in the past are left out, since triggers do not apply
 * to the past (product.md §8). For a contact derived by older rules they are written, for people to decide on.
 */
function updateDueTimes(ctx: Context, changes: ChangeSet, { before, after, decision, settings }: FollowUpUpdate): void {
  const policy = settings.document.followUps;
  const now = ctx.now();
  const isUpgraded = before !== null && before.rulesVersion !== after.rulesVersion;
  const isSame = before === null || (before.settingsVersion === settings.version && !isUpgraded);
  const standing = { status: after.status, statusSince: decision.status.since, stage: after.stage, stageSince: decision.stage.since.at };
  const dues = duesOf(after, standing, policy, now);
  const held = before && isSame ? duesOf(before, standingBefore(before, standing), policy, now) : [];
  for (const due of dues) {
    const known = held.find(({ trigger }) => trigger === due.trigger);
    const isKnown = known?.dueAt === due.dueAt && known.episode === due.episode;
    const isPast = due.dueAt <= now;
    if (isKnown || (!isSame && !isUpgraded && isPast)) continue;
    changes.put("dues", { agentId: after.agentId, contactId: after.id, attempt: isUpgraded && isPast ? 0 : 1, ...due });
  }
  const gone = isSame ? held.map(({ trigger }) => trigger) : triggersOf(policy);
  for (const trigger of gone) {
    if (!dues.some((due) => due.trigger === trigger)) changes.remove("dues", { agentId: after.agentId, contactId: after.id, trigger });
  }
}

/** The earlier status and stage. One that has not changed keeps the time at which it began. */
function standingBefore({ status, stage }: ContactRecord, after: StatusAndStage): StatusAndStage {
  return {
    status,
    statusSince: status === after.status ? after.statusSince : -1,
    stage,
    stageSince: stage === after.stage ? after.stageSince : -1,
  };
}

/** The due times of a contact, without those so old that the follow-up would expire at once: old conversations make no follow-ups. */
function duesOf({ id, state }: ContactRecord, standing: StatusAndStage, policy: FollowUpSettings, now: number): Due[] {
  const oldest = now - policy.expireAfterDays * day;
  const dues = dueFollowUps(id, state, standing, policy).map(({ trigger, dueAt, episode }) => ({ trigger, dueAt, episode }));
  const promise = policy.promise.enabled ? state.engagement.promises.findLast(({ dueAt }) => dueAt > oldest) : undefined;
  // A promise is shown as soon as it is made, with the time it is due at.
  const made = promise ? [{ trigger: "promise", dueAt: promise.at, episode: promise.id }] : [];
  return [...dues.filter(({ dueAt }) => dueAt > oldest), ...made];
}

function triggersOf(policy: FollowUpSettings): string[] {
  return ["promise", "ghosting", "undecided", "disengaged", ...policy.custom.map(({ id }) => id)];
}
