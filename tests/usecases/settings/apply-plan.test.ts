import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ContactState, emptyState } from "#core/model/contact-state.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Hit } from "#core/model/signal.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { canonical } from "#core/rules/canonical.ts";
import { foldAll } from "#core/rules/fold/fold.ts";
import { factsOf } from "#core/usecases/contact-change/fold-contact.ts";
import { sweepContacts } from "#core/usecases/contacts/sweep-contacts.ts";
import { ingestBatch } from "#core/usecases/messages/ingest-batch.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { runOperation } from "#core/usecases/operations/run-operation.ts";
import { applyPlan } from "#core/usecases/settings/apply-plan.ts";
import type { PlanReport } from "#core/usecases/settings/plan-report.ts";
import { planSettings } from "#core/usecases/settings/plan-settings.ts";
import { type Core, openCore } from "#tests/support/context.ts";

const count = 120;
const start = Date.UTC(2026, 0, 20, 9);
const day = 86_400_000;

let clock = start;
let core: Core;
beforeEach(async () => {
  clock = start;
  core = await openCore(() => clock);
  const words = ["Hello", "How much is a cleaning?", "I'd like to book for Friday"];
  await ingestBatch(
    core.ctx,
    Array.from({ length: count }, (_, i) => message(i, words[i % words.length] ?? "", "first")),
  );
  clock += 60_000;
});
afterEach(() => core.close());

const who = (i: number) => `v-${String(i).padStart(4, "0")}`;
const message = (i: number, text: string, externalId: string) => ({
  channel: "web" as const,
  account: "site",
  externalId: `${externalId}-${i}`,
  direction: "inbound" as const,
  author: "customer" as const,
  from: { externalId: who(i) },
  text,
  media: [],
  sentAt: clock,
  origin: "api" as const,
});
const say = (i: number, text: string, externalId: string) => ingestMessage(core.ctx, message(i, text, externalId));

const lowerGrades = (settings: Settings): Settings => ({ ...settings, scoring: { ...settings.scoring, grades: { A: 50, B: 30, C: 15, D: 2 } } });
const dearerQuestions = (settings: Settings): Settings => ({
  ...settings,
  scoring: {
    ...settings.scoring,
    signals: settings.scoring.signals.map((signal) => (signal.id === "pricing_question" ? { ...signal, points: 45, cap: 45 } : signal)),
  },
});
const changes = [
  ["decided by alone", lowerGrades],
  ["folded by", dearerQuestions],
] as const;

const present = async () => (await core.ctx.store.settings.current()).document;
const plan = async (change: (settings: Settings) => Settings, ctx = core.ctx) => planSettings(ctx, { document: change(await present()) });
const apply = ({ plan }: PlanReport, ctx = core.ctx) => applyPlan(ctx, { hash: plan.hash ?? "" });

/** Does `meanwhile` right before the n-th commit of the context. */
function beforeCommit(at: number, meanwhile: () => Promise<unknown>): Context {
  let commits = 0;
  const commit = async (changes: ChangeSet) => {
    commits += 1;
    if (commits === at) await meanwhile();
    await core.ctx.store.commit(changes);
  };
  return { ...core.ctx, store: { ...core.ctx.store, commit } };
}

/** The process dies at its n-th commit, and what asks it to go on. */
function dying(at: number, when: "before" | "after"): Context {
  let commits = 0;
  const commit = async (changes: ChangeSet) => {
    commits += 1;
    if (commits > at || (commits === at && when === "before")) throw new Error("killed");
    await core.ctx.store.commit(changes);
    if (commits === at) throw new Error("killed");
  };
  return { ...core.ctx, store: { ...core.ctx.store, commit } };
}

async function everybody(): Promise<ContactRecord[]> {
  return core.ctx.store.contacts.scan(null, 1_000);
}

async function changedIn(report: PlanReport): Promise<Map<string, object>> {
  const { data } = await core.ctx.store.plans.changes(report.plan.id, { limit: 1_000, cursor: null });
  return new Map(data.map(({ contactId, after }) => [contactId, after]));
}

/** Every contact is on the version, and is what its facts fold to. */
async function expectAllAt(version: number): Promise<void> {
  const settings = await core.ctx.store.settings.find(version);
  if (!settings) throw new Error(`there is no version ${version}`);
  const contacts = await everybody();
  const facts = await core.ctx.store.contacts.factsOfMany(contacts.map(({ id }) => id));
  const [stored, folded]: [string[], string[]] = [[], []];
  for (const { id, createdAt, state, settingsVersion } of contacts) {
    const its = facts.get(id);
    const fold = foldAll(emptyState(createdAt), its ? factsOf(its) : [], settings.document);
    const hits = (await core.ctx.store.contacts.hits(id)).map(({ agentId: _agent, contactId: _contact, ...hit }) => hit);
    stored.push(told(id, settingsVersion, state, hits));
    folded.push(told(id, version, fold.state, fold.hits));
  }
  expect(stored).toEqual(folded);
}

function told(id: string, version: number, state: ContactState, hits: readonly Hit[]): string {
  return canonical({ id, version, state, hits: hits.map((hit) => canonical(hit)).sort() });
}

/** How often the settings moved the contact's status. */
async function movesOf(id: string): Promise<number> {
  return (await core.ctx.store.contacts.transitions(id)).filter(({ cause }) => cause.kind === "settings").length;
}

describe("settings that are applied while nobody writes", () => {
  it.each(changes)("and that contacts are %s change exactly those planned, as planned", async (_, change) => {
    const report = await plan(change);
    clock += 1_000;
    const planned = await changedIn(report);
    const before = new Map((await everybody()).map((contact) => [contact.id, contact]));

    const { plan: applied } = await apply(report);

    expect(planned.size).toBeGreaterThan(count / 4);
    expect(applied.applied?.summary).toEqual({ contacts: count, changed: planned.size, asPlanned: planned.size, apart: { facts: 0, time: 0 } });
    for (const contact of await everybody()) {
      const { status, stage, score, grade, sentimentLevel, vip, atRisk } = before.get(contact.id) ?? contact;
      expect(contact).toMatchObject(planned.get(contact.id) ?? { status, stage, score, grade, sentimentLevel, vip, atRisk });
    }
    await expectAllAt(2);
    expect((await plan(change)).plan.summary).toMatchObject({ contacts: count, changed: 0 });
  });
});

describe("messages that come between plan and apply, and while either runs", () => {
  it.each(changes)("set their contacts apart when contacts are %s, and nobody else", async (_, change) => {
    const [planSaw, applySaw] = [new Map<string, ContactRecord>(), new Map<string, ContactRecord>()];
    const sayAll = async (people: readonly number[], externalId: string) => {
      clock += 5;
      for (const i of people) await say(i, "How much is it?", externalId);
    };
    const everyTenth = (from: number) => Array.from({ length: count / 10 }, (_, i) => from + i * 10);
    const report = await plan(
      change,
      recording(
        planSaw,
        beforeCommit(3, () => sayAll(everyTenth(1), "planning")),
      ),
    );
    await sayAll([...everyTenth(2), 9_001], "between");
    clock += 1_000;

    const applying = beforeCommit(3, () => sayAll([...everyTenth(3), 9_002], "applying"));
    const { plan: applied } = await apply(report, recording(applySaw, applying));

    // Another version than the plan saw, or the new settings already: somebody was first.
    const setApart = [...applySaw.values()].filter(
      ({ id, version, settingsVersion, createdAt }) => createdAt < clock && (planSaw.get(id)?.version !== version || settingsVersion === 2),
    );
    const apart = new Set(setApart.map(({ id }) => id));
    const asPlanned = [...(await changedIn(report)).keys()].filter((id) => !apart.has(id)).length;
    expect(applied.applied?.summary).toEqual({ contacts: count + 1, changed: asPlanned, asPlanned, apart: { facts: apart.size, time: 0 } });
    expect(apart.size).toBeGreaterThan(count / 10);
    await expectAllAt(2);
  });
});

/** Remembers every contact as it was read last, in the order of their ids. */
function recording(seen: Map<string, ContactRecord>, ctx: Context): Context {
  const scan = async (after: string | null, limit: number) => {
    const contacts = await ctx.store.contacts.scan(after, limit);
    for (const contact of contacts) seen.set(contact.id, contact);
    return contacts;
  };
  return { ...ctx, store: { ...ctx.store, contacts: { ...ctx.store.contacts, scan } } };
}

describe("time that passes between plan and apply", () => {
  it("sets apart those who are due by it, under the old settings or the new", async () => {
    const earlier = (settings: Settings): Settings => ({ ...settings, status: { ...settings.status, inactiveAfterDays: 3 } });
    clock = start + 2 * day;
    const report = await plan(earlier);
    clock = start + 4 * day;

    const { plan: applied } = await apply(report);

    expect(report.plan.summary.changed).toBe(0);
    const { contacts, changed, asPlanned, apart } = applied.applied?.summary ?? {};
    expect({ contacts, changed, asPlanned, apart }).toEqual({
      contacts: count,
      changed: 0,
      asPlanned: 0,
      apart: { facts: 0, time: (count / 3) * 2 },
    });
  });
});

describe("a process that dies", () => {
  it.each([
    [2, "before"],
    [2, "after"],
  ] as const)("at commit %i of the plan, %s it is kept, makes the same plan when it goes on", async (at, when) => {
    const { plan: whole } = await plan(lowerGrades);
    const dead = dying(at, when);
    await expect(plan(lowerGrades, dead)).rejects.toThrow("killed");
    const [begun] = (await core.ctx.store.plans.list({ limit: 1, cursor: null })).data;

    await runOperation(core.ctx, { id: begun?.operationId ?? "", isLastTry: false });

    expect(await core.ctx.store.plans.find(begun?.id ?? "")).toMatchObject({ hash: whole.hash, summary: whole.summary });
  });

  it.each([
    [2, "before"],
    [2, "after"],
  ] as const)("at commit %i of the apply, %s it is kept, brings each contact there once", async (at, when) => {
    const report = await plan((settings) => ({ ...dearerQuestions(settings), status: { ...settings.status, activeMinMessages: 1 } }));
    clock += 1_000;
    await expect(apply(report, dying(at, when))).rejects.toThrow("killed");
    const operationId = (await core.ctx.store.plans.find(report.plan.id))?.applied?.operationId ?? "";
    expect(await sweepContacts(core.ctx, { limit: 1_000 })).toBe(0);

    await Promise.all([1, 2].map(() => runOperation(core.ctx, { id: operationId, isLastTry: false })));

    const changed = report.plan.summary.changed;
    const applied = (await core.ctx.store.plans.find(report.plan.id))?.applied;
    expect(applied?.summary).toEqual({ contacts: count, changed, asPlanned: changed, apart: { facts: 0, time: 0 } });
    expect(await core.ctx.store.operations.find(operationId)).toMatchObject({ state: "completed", done: count });
    expect((await everybody()).map(({ version }) => version)).toEqual(Array.from({ length: count }, () => 2));
    const moves = await Promise.all((await everybody()).map(({ id }) => movesOf(id)));
    expect(Math.max(...moves)).toBe(1);
    await expectAllAt(2);
  });
});

describe("the sweep", () => {
  it("leaves contacts to the operation while settings are applied, and takes over when it is given up", async () => {
    const report = await plan(lowerGrades);
    clock += 1_000;
    await expect(apply(report, dying(2, "before"))).rejects.toThrow("killed");
    expect(await sweepContacts(core.ctx, { limit: 1_000 })).toBe(0);
    const operation = await core.ctx.store.operations.find((await core.ctx.store.plans.find(report.plan.id))?.applied?.operationId ?? "");
    if (!operation) throw new Error("there is no operation");
    await core.ctx.store.commit(new ChangeSet().stepOperation(operation, { ...operation, state: "cancelled", finishedAt: clock }));

    expect(await sweepContacts(core.ctx, { limit: 1_000 })).toBe(count);

    await expectAllAt(2);
  });
});
