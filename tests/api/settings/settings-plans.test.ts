import { describe, expect, it } from "vitest";
import type { PlanView } from "#api/views/settings/plan.ts";
import { type EscalationRule, escalationRuleSchema } from "#core/model/escalation.ts";
import type { Settings } from "#core/model/settings.ts";
import { type TestApp, testApp } from "#tests/support/app.ts";

type Plan = ReturnType<(typeof PlanView)["parse"]>;
type Contact = { id: string; status: string; grade: string; score: number };

async function say(app: TestApp, who: string, text: string): Promise<Contact> {
  return (await app.post("/v1/messages", { channel: "web", from: { externalId: who }, text })).is<{ contact: Contact }>(201).contact;
}

/** The present settings with parts of the document replaced. */
async function draft({ get }: TestApp, change: (settings: Settings) => Settings): Promise<{ settings: Settings }> {
  return { settings: change((await get("/v1/settings")).is<{ settings: Settings }>(200).settings) };
}

const lowerGrades = (settings: Settings): Settings => ({
  ...settings,
  scoring: { ...settings.scoring, grades: { A: 50, B: 30, C: 15, D: 1 } },
});
const dearerQuestions = (settings: Settings): Settings => ({
  ...settings,
  scoring: {
    ...settings.scoring,
    signals: settings.scoring.signals.map((signal) => (signal.id === "pricing_question" ? { ...signal, points: 45, cap: 45 } : signal)),
  },
});

async function town() {
  const app = await testApp();
  const contacts = [
    await say(app, "v-1", "Hello"),
    await say(app, "v-2", "How much is a cleaning?"),
    await say(app, "v-3", "I'd like to book for Friday"),
  ];
  const plan = async (change: (settings: Settings) => Settings) => (await app.post("/v1/settings/plan", await draft(app, change))).is<Plan>(200);
  return { app, contacts, plan };
}

describe("POST /v1/settings/plan", () => {
  it("says who would change, and changes nobody", async () => {
    const { app, contacts, plan } = await town();

    const made = await plan(lowerGrades);

    expect(made).toMatchObject({ state: "completed", hash: expect.stringMatching(/^[0-9a-f]{64}$/), baseVersion: 1, contacts: 3, changed: 3 });
    expect(made.progress).toEqual({ done: 3, total: 3 });
    expect(made.matrix.grade.map(({ from, to, count }) => `${from}>${to} ${count}`).sort()).toEqual(["B>A 1", "D>C 1", "F>D 1"]);
    expect(made.matrix.status).toEqual([]);
    expect(made.movers).toEqual([]);
    const { data } = (await app.get(`/v1/settings/plans/${made.id}/changes`)).is<{ data: { contactId: string; because: string[] }[] }>(200);
    expect(data.map(({ contactId }) => contactId)).toEqual(contacts.map(({ id }) => id).sort());
    expect(data[0]?.because).toEqual([expect.stringMatching(/^grade [A-F] → [A-F]: score \d+, [A-F] from \d+ on$/)]);
    for (const { id, grade, score } of contacts) expect((await app.get(`/v1/contacts/${id}`)).is(200)).toMatchObject({ grade, score });
    expect((await app.get(`/v1/settings/plans/${made.id}`)).is(200)).toEqual(made);
    expect((await app.get("/v1/settings/plans")).is(200)).toEqual({ data: [made], nextCursor: null });
  });

  it("folds facts again when signals change, and shows who moves furthest and why", async () => {
    const { contacts, plan } = await town();

    const made = await plan(dearerQuestions);

    expect(made).toMatchObject({ changed: 1, signals: [] });
    expect(made.movers).toMatchObject([{ contactId: contacts[1]?.id, by: 26, before: { score: 20, grade: "D" }, after: { score: 46, grade: "C" } }]);
    expect(made.movers[0]?.because).toEqual([
      "grade D → C: score 46, C from 40 on",
      "score 20 → 46: raw 20 → 46",
      "signal pricing_question: 19 → 45 points",
      "category intent: 19 → 45 points",
    ]);
  });

  it("says which signals would begin and cease to count, and what would be set off", async () => {
    const { plan } = await town();

    const made = await plan((settings) => ({
      ...settings,
      flags: { ...settings.flags, atRiskDays: 20 },
      scoring: {
        ...settings.scoring,
        signals: [
          ...settings.scoring.signals.map((signal) => (signal.id === "wrote_to_us" ? { ...signal, enabled: false } : signal)),
          {
            id: "says_hello",
            name: "Says hello",
            type: "keyword",
            phrases: ["hello"],
            patterns: [],
            points: 3,
            category: "engagement",
            repeat: "every",
            decay: "none",
            cap: null,
            enabled: true,
            version: 1,
          },
        ],
      },
    }));

    expect(made.signals).toEqual([
      { signalId: "says_hello", gained: 1, lost: 0 },
      { signalId: "wrote_to_us", gained: 0, lost: 3 },
    ]);
    expect(made.wouldFire).toEqual([{ kind: "signal", name: "says_hello", contacts: 1 }]);
  });

  it("says how often escalation rules would have called staff, before and after", async () => {
    const { app, contacts, plan } = await town();
    const rule = (id: string, name: string, keywords: string[]) => escalationRuleSchema.parse({ id, name, kind: "custom", keywords });
    const withRules =
      (...rules: EscalationRule[]) =>
      (settings: Settings): Settings => ({ ...settings, escalations: { ...settings.escalations, rules } });
    await app.put("/v1/settings", {
      version: 1,
      ...(await draft(app, withRules(rule("cleaning", "Cleaning", ["cleaning"]), rule("hello", "Hello", ["hello"])))),
    });

    const made = await plan(withRules(rule("cleaning", "Cleaning", ["cleaning", "friday"]), rule("book", "Book", ["book"])));

    expect(made.escalations).toMatchObject({ days: 30, isComplete: true });
    expect(made.escalations?.rules.map(({ ruleId, before, after }) => [ruleId, before, after])).toEqual([
      ["cleaning", 1, 2],
      ["hello", 1, 0],
      ["book", 0, 1],
    ]);
    const [cleaning, hello, book] = made.escalations?.rules.map(({ newest }) => newest) ?? [];
    expect(cleaning?.map(({ contactId }) => contactId).sort()).toEqual([contacts[1]?.id, contacts[2]?.id].sort());
    expect(hello).toEqual([]);
    expect(book).toMatchObject([{ contactId: contacts[2]?.id, messageId: expect.stringMatching(/^msg_/) }]);
    expect((await app.get("/v1/alerts?rule=book")).is<{ data: unknown[] }>(200).data).toEqual([]);
  });

  it("has the same hash for the same changes, and another for others", async () => {
    const { app, plan } = await town();
    const first = await plan(lowerGrades);

    expect((await plan(lowerGrades)).hash).toBe(first.hash);
    expect((await plan(dearerQuestions)).hash).not.toBe(first.hash);
    await say(app, "v-1", "How much is it?");
    expect((await plan(lowerGrades)).hash).not.toBe(first.hash);
  });

  it("refuses a faulty document", async () => {
    const { app } = await town();

    (await app.post("/v1/settings/plan", await draft(app, (settings) => ({ ...settings, timeZone: "Mars/Olympus" })))).is(422);
  });
});

describe("POST /v1/settings/apply", () => {
  it.each([
    ["that are decided by alone", lowerGrades],
    ["that facts are folded by", dearerQuestions],
  ])("makes settings %s the current ones and changes exactly those planned", async (_, change) => {
    const { app, plan } = await town();
    const planned = await plan(change);

    const applied = (await app.post("/v1/settings/apply", { hash: planned.hash })).is<Plan>(200);

    expect(applied.applied).toMatchObject({ version: 2, state: "completed", progress: { done: 3, total: 3 } });
    expect(applied.applied).toMatchObject({ contacts: 3, changed: planned.changed, asPlanned: planned.changed, apart: { facts: 0, time: 0 } });
    expect((await app.get("/v1/settings")).is(200)).toMatchObject({ version: 2 });
    const { data } = (await app.get(`/v1/settings/plans/${planned.id}/changes`)).is<{ data: { contactId: string; after: object }[] }>(200);
    for (const { contactId, after } of data) expect(await app.ctx.store.contacts.find(contactId)).toMatchObject({ ...after, settingsVersion: 2 });
    expect(await plan((settings) => settings)).toMatchObject({ changed: 0, baseVersion: 2 });
    expect(await plan(change)).toMatchObject({ changed: 0, baseVersion: 2 });
    for (const { contactId } of data)
      expect((await app.get(`/v1/contacts/${contactId}/score?verify=true`)).is(200)).toMatchObject({ verified: true });
  });

  it("is a conflict when the settings have changed since", async () => {
    const { app, plan } = await town();
    const planned = await plan(lowerGrades);
    const { settings } = await draft(app, (present) => ({ ...present, region: "PH", timeZone: "Asia/Manila" }));
    (await app.put("/v1/settings", { version: 1, settings })).is(200);

    (await app.post("/v1/settings/apply", { hash: planned.hash })).is(409);

    expect((await app.get("/v1/settings")).is(200)).toMatchObject({ version: 2 });
  });

  it("happens once", async () => {
    const { app, plan } = await town();
    const { hash } = await plan(lowerGrades);

    const answers = await Promise.all([1, 2, 3].map(() => app.post("/v1/settings/apply", { hash })));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
    (await app.post("/v1/settings/apply", { hash })).is(410);
    expect((await app.get("/v1/settings")).is(200)).toMatchObject({ version: 2 });
  });

  it("knows no hash but those of its own agent's complete plans", async () => {
    const { app, plan } = await town();
    const { hash } = await plan(lowerGrades);

    (await app.otherAgent.post("/v1/settings/apply", { hash })).is(404);
    (await app.post("/v1/settings/apply", { hash: "0".repeat(64) })).is(404);
    (await app.post("/v1/settings/apply", { hash: "none" })).is(422);
  });

  it("answers a repeat of its key with the first answer", async () => {
    const { app, plan } = await town();
    const { hash } = await plan(lowerGrades);
    const first = await app.post("/v1/settings/apply", { hash }, { "idempotency-key": "k" });

    const second = await app.post("/v1/settings/apply", { hash }, { "idempotency-key": "k" });

    expect(second.is(200)).toEqual(first.is(200));
    expect(second.headers.get("idempotency-replayed")).toBe("true");
  });

  it("writes transitions with the settings as their cause", async () => {
    const { app, contacts, plan } = await town();
    const planned = await plan((settings) => ({ ...settings, status: { ...settings.status, activeMinMessages: 1 } }));

    (await app.post("/v1/settings/apply", { hash: planned.hash })).is(200);

    const moved = (await app.ctx.store.contacts.transitions(contacts[0]?.id ?? "")).filter(({ cause }) => cause.kind === "settings");
    expect(moved).toMatchObject([{ kind: "status", from: "new", to: "active", cause: { kind: "settings", ref: "2" }, settingsVersion: 2 }]);
  });
});
