import { fail } from "#core/errors.ts";
import type { OperationRecord } from "#core/model/operations/operation.ts";
import type { PlanRecord } from "#core/model/operations/plan.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Settings, VersionedSettings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { planHash } from "#core/rules/settings-plan/hash.ts";
import { alteredSignals, outcomeOf, type PlannedOutcome } from "#core/rules/settings-plan/outcome.ts";
import { summed } from "#core/rules/settings-plan/summary.ts";
import { type FoldSettings, foldMany } from "#core/usecases/contact-change/fold-many.ts";
import { endOperation } from "#core/usecases/operations/end-operation.ts";
import type { Advance, Stepper } from "#core/usecases/operations/stepper.ts";
import { plannedEscalations } from "./planned-escalations.ts";

/** Computes the outcome of every contact that existed when the plan was made, and stores those that would change. */
export const planSettingsStepper: Stepper = { chunk: { min: 50, first: 100, max: 2_000 }, total, advance };

async function total(ctx: Context): Promise<number> {
  return ctx.store.contacts.count({});
}

async function advance(ctx: Context, operation: OperationRecord, size: number): Promise<Advance> {
  const plan = await planOf(ctx, operation);
  const contacts = await ctx.store.contacts.scan(operation.cursor, size);
  const base = (await ctx.store.settings.find(plan.baseVersion)) ?? fail("not_found", `settings version ${plan.baseVersion} does not exist`);
  const { looked, outcomes } = await lookAt(ctx, plan, base, contacts);
  const versions = new Map(looked.map(({ id, version, updatedAt }) => [id, { version, isTouched: updatedAt >= plan.asOf }]));
  const changes = new ChangeSet();
  for (const { contactId, before, after, because, isChanged } of outcomes) {
    const seen = versions.get(contactId);
    // A contact changed since the plan's instant is stored too, so that its application knows which version the plan saw.
    if (!seen || !(isChanged || seen.isTouched)) continue;
    changes.insert("planChanges", {
      agentId: ctx.store.agentId,
      planId: plan.id,
      contactId,
      contactVersion: seen.version,
      before,
      after,
      because,
    });
  }
  const isLast = contacts.length < size;
  const next = { ...plan, summary: summed(plan.summary, outcomes) };
  changes.put("plans", isLast ? await completed(ctx, next, base.document) : next);
  const cursor = contacts.at(-1)?.id ?? operation.cursor;
  const after = { ...operation, done: operation.done + looked.length, cursor, updatedAt: ctx.now() };
  return { operation: isLast ? endOperation(after, "completed", ctx.now()) : after, changes };
}

async function completed(ctx: Context, plan: PlanRecord, base: Settings): Promise<PlanRecord> {
  const escalations = await plannedEscalations(ctx, base, plan.document, plan.asOf);
  return { ...plan, summary: { ...plan.summary, escalations }, hash: planHash(plan) };
}

/** The plan of the operation, cached as long as the operation object lives. */
export async function planOf(ctx: Context, { input: { work } }: OperationRecord): Promise<PlanRecord> {
  if (!("planId" in work)) throw new Error(`${work.action} is about no plan`);
  return (await ctx.store.plans.find(work.planId)) ?? fail("not_found", `plan ${work.planId} does not exist`);
}

type Looked = { looked: ContactRecord[]; outcomes: PlannedOutcome[] };

/** The outcomes of the contacts created before the plan's instant. */
async function lookAt(ctx: Context, plan: PlanRecord, base: VersionedSettings, contacts: readonly ContactRecord[]): Promise<Looked> {
  const draft = { version: null, document: plan.document };
  const altered = alteredSignals(base.document, plan.document);
  const known = contacts.filter(({ createdAt }) => createdAt <= plan.asOf);
  const { contacts: settled, present, drafted } = await foldBoth(ctx, known, base, draft);
  const outcomes = settled.flatMap((contact): PlannedOutcome[] => {
    const [was, is] = [present.get(contact.id), drafted.get(contact.id)];
    if (!was || !is) return [];
    return [outcomeOf(contact, { state: was.state, document: base.document }, { state: is.state, document: plan.document }, altered, plan.asOf)];
  });
  return { looked: settled, outcomes };
}

type Folds = Awaited<ReturnType<typeof foldMany>>;

/**
 * The contacts, each with its folds under both documents from the same facts. A contact that changes while its facts are read
 * is read again.
 */
async function foldBoth(
  ctx: Context,
  contacts: readonly ContactRecord[],
  base: FoldSettings,
  draft: FoldSettings,
): Promise<{ contacts: ContactRecord[]; present: Folds; drafted: Folds }> {
  const present = await foldMany(ctx, contacts, base);
  const drafted = await foldMany(ctx, contacts, draft);
  const read = contacts.filter(({ id }) => present.get(id)?.replacesHits || drafted.get(id)?.replacesHits);
  if (read.length === 0) return { contacts: [...contacts], present, drafted };

  const now = new Map((await ctx.store.contacts.findMany(read.map(({ id }) => id))).map((contact) => [contact.id, contact]));
  const gone = new Set(read.filter(({ id }) => !now.has(id)).map(({ id }) => id));
  const moved = read.flatMap(({ id, version }) => {
    const fresh = now.get(id);
    return fresh && fresh.version !== version ? [fresh] : [];
  });
  if (moved.length === 0) return { contacts: contacts.filter(({ id }) => !gone.has(id)), present, drafted };
  const again = await foldBoth(ctx, moved, base, draft);
  const isMoved = new Set(moved.map(({ id }) => id));
  return {
    contacts: [...contacts.filter(({ id }) => !gone.has(id) && !isMoved.has(id)), ...again.contacts],
    present: new Map([...present, ...again.present]),
    drafted: new Map([...drafted, ...again.drafted]),
  };
}
