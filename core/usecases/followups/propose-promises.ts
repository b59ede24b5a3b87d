import type { ContactRecord } from "#core/model/records.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { day, hour } from "#core/rules/time.ts";
import { approval } from "./approval.ts";
import { newFollowUp } from "./new-followup.ts";
import { addFollowUp } from "./save-followup.ts";

/** Proposes a follow-up for each open promise that has none yet. Each promise is an episode of its own. */
export async function proposePromises(ctx: Context, changes: ChangeSet, contact: ContactRecord, settings: VersionedSettings): Promise<void> {
  const policy = settings.document.followUps;
  const now = ctx.now();
  for (const [at, promise] of contact.state.engagement.promises.entries()) {
    if (now - promise.dueAt > policy.expireAfterDays * day) continue;
    const number = contact.state.engagement.promises.slice(0, at).filter(({ id }) => id === promise.id).length + 1;
    const known = await ctx.store.followUps.ofEpisode(contact.id, promise.id);
    if (known.some(({ trigger, attempt }) => trigger === "promise" && attempt === number)) continue;
    const evidence = [{ messageId: promise.id, quote: promise.quote, at: promise.at }];
    const values = {
      kind: "promise",
      trigger: "promise",
      episode: promise.id,
      attempt: number,
      reason: "we promised to come back",
      evidence,
    } as const;
    const followUp = await newFollowUp(ctx, contact, settings, { ...values, evidence, dueAt: promise.dueAt });
    const isLate = now - promise.dueAt > policy.lateHours * hour;
    const sent = policy.promise.auto && !isLate ? await approval(ctx, changes, { contact, followUp, settings, auto: true }) : null;
    addFollowUp(ctx, changes, sent ?? followUp);
  }
}
