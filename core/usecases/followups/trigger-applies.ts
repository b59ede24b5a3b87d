import { isOpenAlert } from "#core/model/alert.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import type { Context } from "#core/ports/context.ts";
import { decide } from "#core/rules/contact/decide.ts";
import { type DueFollowUp, dueFollowUps } from "#core/rules/followups/due-follow-ups.ts";

/** The follow-up that a trigger calls for at an instant (ms since 1970), under the current settings; undefined: none. */
export function triggerDue(contact: ContactRecord, { document }: VersionedSettings, trigger: string, now: number): DueFollowUp | undefined {
  const { status, stage } = decide(contact.state, contact, document, now);
  const standing = { status: status.status, statusSince: status.since, stage: stage.stage, stageSince: stage.since.at };
  return dueFollowUps(contact.id, contact.state, standing, document.followUps).find((followUpDue) => followUpDue.trigger === trigger);
}

/**
 * The checks at the due time: whether the contact matches the trigger's conditions, and for ghosting that no staff member has
 * taken over and no alert calls one.
 */
export async function triggerApplies(
  ctx: Context,
  contact: ContactRecord,
  { document }: VersionedSettings,
  followUpDue: DueFollowUp,
): Promise<boolean> {
  if (contact.optedOut) return false;
  const trigger = document.followUps.custom.find(({ id }) => id === followUpDue.trigger);
  if (trigger) {
    const { status, stage, grade, tags } = trigger.only;
    const holds = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value);
    if (!holds(status, contact.status) || !holds(stage, contact.stage) || !holds(grade, contact.grade)) return false;
    if (tags.length > 0 && !(await ctx.store.labels.tagsOf([contact.id])).get(contact.id)?.some(({ id }) => tags.includes(id))) return false;
    return true;
  }
  if (followUpDue.kind !== "ghosting") return true;
  const conversations = await ctx.store.conversations.ofContact(contact.id);
  if (conversations.some(({ takenOverAt }) => takenOverAt !== null)) return false;
  return !(await ctx.store.alerts.newestOf(conversations.map(({ id }) => id))).some(isOpenAlert);
}
