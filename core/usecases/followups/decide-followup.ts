import { fail, invalidField } from "#core/errors.ts";
import type { FollowUpRecord, FollowUpSettings } from "#core/model/followup.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { fingerprintOf } from "#core/rules/followups/fingerprint.ts";
import { decidable, moveFollowUp } from "#core/rules/followups/machine.ts";
import { day } from "#core/rules/time.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { approval } from "./approval.ts";
import { getFollowUp } from "./find-followup.ts";
import { saveFollowUp } from "./save-followup.ts";
import { stopDelivery } from "./update-followups.ts";

/** The longest text any channel takes. */
const longest = 4096;

/**
 * Approves exactly the text that was shown, or that text with `text` in its place. A text that has changed since is a
 * conflict, and so is a second approval: it is sent once. It goes when it is due and the contact may be written to.
 */
export async function approveFollowUp(
  ctx: Context,
  { id, fingerprint, text }: { id: string; fingerprint: string; text?: string | undefined },
): Promise<FollowUpRecord> {
  return retrying(ctx, async () => {
    const found = await getFollowUp(ctx, { id });
    requireDecidable(found);
    requireShown(found, fingerprint);
    const contact = await requireContact(ctx, found.contactId);
    const settings = await ctx.store.settings.current();
    const changes = new ChangeSet();
    const followUp = text === undefined ? found : edited(ctx, found, text);
    const approved = (await approval(ctx, changes, { contact, followUp, settings, auto: false })) ?? fail("conflict", "it may not be sent");
    saveFollowUp(ctx, changes, found, approved);
    return commit(ctx, changes, counted(found, approved));
  });
}

/**
 * The follow-up that a person decides on. If `fingerprint` is that of an earlier text, it throws `conflict`, since the person
 * has not seen the present one.
 */
export type ShownFollowUp = { id: string; fingerprint?: string | undefined };

/** Replaces the text and keeps the original beside it. The fingerprint changes, so an approval of the old text is refused. */
export async function editFollowUp(ctx: Context, { id, text, fingerprint }: ShownFollowUp & { text: string }): Promise<FollowUpRecord> {
  return move(ctx, id, (found) => {
    requireDecidable(found);
    requireShown(found, fingerprint);
    return edited(ctx, found, text);
  });
}

/**
 * Dismisses the follow-up; its trigger does not fire again in this episode. With `ifUndecided` it throws `conflict` if a
 * colleague has approved it meanwhile, so that nobody takes an approval back by accident.
 */
export async function dismissFollowUp(
  ctx: Context,
  { id, reason, fingerprint, ifUndecided = false }: ShownFollowUp & { reason: string | null; ifUndecided?: boolean },
): Promise<FollowUpRecord> {
  return move(ctx, id, (found, policy, now) => {
    if (ifUndecided) requireDecidable(found);
    requireShown(found, fingerprint);
    return moveFollowUp(found, "dismissed", { endedBecause: reason, decidedBy: ctx.actor.id, decidedAt: now }, policy, now);
  });
}

/** Hides the follow-up from staff until `until` (ms since 1970). */
export async function snoozeFollowUp(ctx: Context, { id, until }: { id: string; until: number }): Promise<FollowUpRecord> {
  if (until <= ctx.now()) throw invalidField("/until", "is not in the future");
  if (until > ctx.now() + 366 * day) throw invalidField("/until", "is more than a year ahead");
  return move(ctx, id, (found, policy, now) =>
    moveFollowUp(found, "snoozed", { reviewAt: until, decidedBy: ctx.actor.id, decidedAt: now }, policy, now),
  );
}

/** Withdraws a follow-up that is approved but not sent, or that has become needless. */
export async function withdrawFollowUp(ctx: Context, { id, reason }: { id: string; reason: string | null }): Promise<FollowUpRecord> {
  return move(ctx, id, (found, policy, now) =>
    moveFollowUp(found, "withdrawn", { endedBecause: reason ?? "withdrawn by staff", decidedBy: ctx.actor.id, decidedAt: now }, policy, now),
  );
}

type FollowUpMove = (found: FollowUpRecord, policy: FollowUpSettings, now: number) => FollowUpRecord;

/** One change of a follow-up's state, which also stops a delivery that has not been dispatched. */
async function move(ctx: Context, id: string, step: FollowUpMove): Promise<FollowUpRecord> {
  return retrying(ctx, async () => {
    const found = await getFollowUp(ctx, { id });
    const { followUps: policy } = (await ctx.store.settings.current()).document;
    const changes = new ChangeSet();
    const moved = step(found, policy, ctx.now());
    saveFollowUp(ctx, changes, found, moved);
    if (found.state === "approved") {
      const pending = (await ctx.store.followUps.pendingOf([found.contactId])).get(found.contactId);
      if (pending) stopDelivery(ctx, changes, pending, found, moved.state);
    }
    return commit(ctx, changes, counted(found, moved));
  });
}

/** The follow-up as it is after the change set is committed. */
const counted = (before: FollowUpRecord, after: FollowUpRecord): FollowUpRecord => ({ ...after, version: before.version + 1 });

function edited(ctx: Context, found: FollowUpRecord, text: string): FollowUpRecord {
  const trimmed = text.trim();
  if (trimmed === "") throw invalidField("/text", "is empty");
  if (trimmed.length > longest) throw invalidField("/text", `has more than ${longest} characters`);
  return { ...found, text: trimmed, editedBy: ctx.actor.id, editedAt: ctx.now(), updatedAt: ctx.now() };
}

function requireShown(found: FollowUpRecord, fingerprint: string | undefined): void {
  const current = fingerprintOf(found);
  if (fingerprint === undefined || current === fingerprint) return;
  const errors = [{ pointer: "/fingerprint", detail: `is that of another text: the text as it is now has ${current}` }];
  fail("conflict", "the text has changed since you saw it: read the follow-up again", { id: found.id, fingerprint: current, errors });
}

function requireDecidable({ id, state }: FollowUpRecord): void {
  if (!decidable.includes(state)) fail("conflict", `the follow-up is ${state} already`, { id, state });
}
