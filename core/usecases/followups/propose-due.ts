import { builtInTriggers, type DueRecord, type FollowUpRecord, type FollowUpSettings } from "#core/model/followup.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { DueFollowUp } from "#core/rules/followups/due-follow-ups.ts";
import { day, hour } from "#core/rules/time.ts";
import { commitStep, retrying } from "#core/usecases/commit.ts";
import { approval } from "./approval.ts";
import { newFollowUp } from "./new-followup.ts";
import { proposePromises } from "./propose-promises.ts";
import { addFollowUp } from "./save-followup.ts";
import { triggerApplies, triggerDue } from "./trigger-applies.ts";

/** States after which the trigger makes no further attempt in the same episode. */
const givenUp: readonly FollowUpRecord["state"][] = ["dismissed", "expired", "opted_out", "converted", "failed"];

/**
 * Checks one due trigger of a contact and proposes its follow-up if the trigger still holds; with `auto` it is approved at
 * once. Removes the due time, or moves it to the next check. Decides again when the contact changes meanwhile.
 */
export async function proposeDue(ctx: Context, due: DueRecord): Promise<FollowUpRecord | null> {
  return retrying(ctx, async () => {
    const changes = new ChangeSet();
    const made = await propose(ctx, changes, due);
    await commitStep(ctx, changes);
    return made;
  });
}

async function propose(ctx: Context, changes: ChangeSet, due: DueRecord): Promise<FollowUpRecord | null> {
  const contact = await ctx.store.contacts.find(due.contactId);
  const settings = await ctx.store.settings.current();
  const gone = () => {
    changes.remove("dues", { agentId: due.agentId, contactId: due.contactId, trigger: due.trigger });
    return null;
  };
  const later = (dueAt: number) => {
    changes.put("dues", { ...due, dueAt });
    return null;
  };
  if (!contact) return gone();
  changes.expect(contact);
  if (due.trigger === "promise") {
    await proposePromises(ctx, changes, contact, settings);
    return gone();
  }
  const followUpDue = triggerDue(contact, settings, due.trigger, ctx.now());
  if (!followUpDue || !(await triggerApplies(ctx, contact, settings, followUpDue))) return gone();
  if (followUpDue.dueAt > ctx.now()) return later(followUpDue.dueAt);
  return attempt(ctx, changes, { contact, settings, followUpDue, due, gone, later });
}

type DueAttempt = {
  contact: ContactRecord;
  settings: VersionedSettings;
  followUpDue: DueFollowUp;
  due: DueRecord;
  gone: () => null;
  later: (dueAt: number) => null;
};

async function attempt(
  ctx: Context,
  changes: ChangeSet,
  { contact, settings, followUpDue, due, gone, later }: DueAttempt,
): Promise<FollowUpRecord | null> {
  const policy = settings.document.followUps;
  const gap = policy.gapHours * hour;
  const all = await ctx.store.followUps.ofEpisode(contact.id, followUpDue.episode);
  const past = all.filter(({ trigger }) => trigger === followUpDue.trigger);
  if (past.some(({ state }) => givenUp.includes(state))) return gone();
  const counted = past.filter(({ state }) => state !== "withdrawn");
  if (counted.length >= policy.maxAttempts) return gone();
  const last = counted.at(-1);
  if (last && last.sentAt === null) return later(ctx.now() + gap);
  const from = Math.max(due.dueAt, (last?.sentAt ?? Number.NEGATIVE_INFINITY) + gap);
  if (from > ctx.now()) return later(from);
  if (ctx.now() - from > policy.expireAfterDays * day) return gone();

  const number = Math.max(0, ...past.map((one) => one.attempt)) + 1;
  const followUp = await newFollowUp(ctx, contact, settings, { ...followUpDue, dueAt: from, attempt: number });
  const isLate = ctx.now() - from > policy.lateHours * hour;
  const sent =
    isAuto(policy, followUpDue.trigger) && due.attempt > 0 && !isLate
      ? await approval(ctx, changes, { contact, followUp, settings, auto: true })
      : null;
  const made = sent ?? followUp;
  addFollowUp(ctx, changes, made);
  if (counted.length + 1 < policy.maxAttempts) later(ctx.now() + gap);
  else gone();
  return made;
}

function isAuto(policy: FollowUpSettings, trigger: string): boolean {
  const builtIn = builtInTriggers.find((name) => name === trigger);
  return builtIn ? policy[builtIn].auto : (policy.custom.find(({ id }) => id === trigger)?.auto ?? false);
}
