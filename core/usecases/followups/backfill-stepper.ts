import type { OperationRecord } from "#core/model/operations/operation.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { endOperation } from "#core/usecases/operations/end-operation.ts";
import type { Advance, Stepper } from "#core/usecases/operations/stepper.ts";
import { triggerDue } from "./trigger-applies.ts";

/** Applies a new trigger to the past: makes a follow-up due at once for every contact for whom the trigger holds now. */
export const backfillStepper: Stepper = { chunk: { min: 100, first: 500, max: 2_000 }, total: (ctx) => ctx.store.contacts.count({}), advance };

async function advance(ctx: Context, operation: OperationRecord, size: number): Promise<Advance> {
  const { work } = operation.input;
  if (work.action !== "backfill_followups") throw new Error(`${work.action} brings no follow-ups up`);
  const settings = await ctx.store.settings.current();
  const contacts = await ctx.store.contacts.scan(operation.cursor, size);
  const changes = new ChangeSet();
  const now = ctx.now();
  for (const contact of contacts) {
    const followUpDue = triggerDue(contact, settings, work.trigger, now);
    if (!followUpDue || followUpDue.dueAt > now) continue;
    const { trigger, episode } = followUpDue;
    changes.put("dues", { agentId: contact.agentId, contactId: contact.id, trigger, dueAt: now, episode, attempt: 0 });
  }
  const cursor = contacts.at(-1)?.id ?? operation.cursor;
  const after = { ...operation, done: operation.done + contacts.length, cursor, updatedAt: now };
  return { operation: contacts.length < size ? endOperation(after, "completed", now) : after, changes };
}
