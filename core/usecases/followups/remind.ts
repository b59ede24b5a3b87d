import { invalidField } from "#core/errors.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { day } from "#core/rules/time.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { newFollowUp } from "./new-followup.ts";
import { addFollowUp } from "./save-followup.ts";

export type Reminder = { contactId: string; dueAt: number; reason: string; text?: string | undefined };

/** Creates a reminder: a follow-up that staff ask for at a time (`dueAt`, ms since 1970). Throws CrmError `invalid` at /dueAt. */
export async function remind(ctx: Context, { contactId, dueAt, reason, text }: Reminder): Promise<FollowUpRecord> {
  if (dueAt < ctx.now() - day) throw invalidField("/dueAt", "is more than a day ago");
  if (dueAt > ctx.now() + 3660 * day) throw invalidField("/dueAt", "is more than ten years ahead");
  return retrying(ctx, async () => {
    const contact = await requireContact(ctx, contactId, "/contactId");
    const settings = await ctx.store.settings.current();
    const evidence = [{ messageId: null, quote: reason, at: ctx.now() }];
    const values = { kind: "reminder", trigger: "reminder", episode: ctx.newId("fup"), attempt: 1, reason, evidence, dueAt } as const;
    const followUp = await newFollowUp(ctx, contact, settings, { ...values, evidence, text });
    const changes = new ChangeSet().expect(contact);
    addFollowUp(ctx, changes, followUp);
    return commit(ctx, changes, followUp);
  });
}
