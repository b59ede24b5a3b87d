import { fail } from "#core/errors.ts";
import type { OperationRecord } from "#core/model/operations/operation.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { storedDerivedValues } from "#core/rules/settings-plan/derived-values.ts";
import { counted, type PlanVerdict, verdictOf } from "#core/rules/settings-plan/verdict.ts";
import { changeContacts } from "#core/usecases/contact-change/change-contacts.ts";
import type { ContactChange } from "#core/usecases/contact-change/contact-change.ts";
import { foldMany, withChangedHits } from "#core/usecases/contact-change/fold-many.ts";
import { endOperation } from "#core/usecases/operations/end-operation.ts";
import type { Advance, Stepper } from "#core/usecases/operations/stepper.ts";
import { planOf } from "./plan-stepper.ts";

/**
 * Updates every contact to the settings of a plan and compares the outcome with the planned one. Contacts that a message has
 * updated first are counted separately; the sweep leaves these contacts alone until the operation ends.
 */
export const applySettingsStepper: Stepper = { chunk: { min: 50, first: 50, max: 1_000 }, total, advance };

async function total(ctx: Context): Promise<number> {
  return ctx.store.contacts.count({});
}

async function advance(ctx: Context, operation: OperationRecord, size: number): Promise<Advance> {
  const plan = await planOf(ctx, operation);
  const { applied } = plan;
  if (!applied) throw new Error(`plan ${plan.id} is not applied`);
  const settings = (await ctx.store.settings.find(applied.version)) ?? fail("not_found", `settings version ${applied.version} does not exist`);
  const contacts = await ctx.store.contacts.scan(operation.cursor, size);
  const changes = new ChangeSet();
  // Contacts created under the new settings are up to date.
  const concerned = contacts.filter((contact) => isBehind(contact, settings) || contact.createdAt < operation.createdAt);
  const verdicts = await apply(ctx, changes, { plan, settings, contacts: concerned });
  changes.put("plans", { ...plan, applied: { ...applied, summary: counted(applied.summary, verdicts) } });

  const cursor = contacts.at(-1)?.id ?? operation.cursor;
  const after = { ...operation, done: operation.done + concerned.length, cursor, updatedAt: ctx.now() };
  return { operation: contacts.length < size ? endOperation(after, "completed", ctx.now()) : after, changes };
}

function isBehind({ settingsVersion }: ContactRecord, { version }: VersionedSettings): boolean {
  return settingsVersion < version;
}

type Work = { plan: Awaited<ReturnType<typeof planOf>>; settings: VersionedSettings; contacts: readonly ContactRecord[] };

async function apply(ctx: Context, changes: ChangeSet, { plan, settings, contacts }: Work): Promise<PlanVerdict[]> {
  const behind = contacts.filter((contact) => isBehind(contact, settings));
  const folded = await withChangedHits(ctx, await foldMany(ctx, behind, settings));
  const rows = await ctx.store.plans.changesOf(
    plan.id,
    behind.map(({ id }) => id),
  );
  const planned = new Map(rows.map((row) => [row.contactId, row]));
  const cause = { kind: "settings", ref: String(settings.version) } as const;
  const list = contacts.flatMap((contact): ContactChange[] => {
    const refolded = folded.get(contact.id);
    return refolded ? [{ before: contact, draft: contact, refolded, cause }] : [];
  });
  const changed = await changeContacts(ctx, changes, settings, list, { isShown: false });
  return contacts.map((contact): PlanVerdict => {
    const after = changed.get(contact.id);
    if (!after) return "facts";
    return verdictOf({ contact, state: after.state, after: storedDerivedValues(after), now: ctx.now() }, plan, planned.get(contact.id) ?? null);
  });
}
