import { describe, expect, it } from "vitest";
import { type Client, testApp } from "#tests/support/app.ts";

type Rule = { id: string; name: string; kind: string; warnings: { code: string; pointer: string }[] };

const lawyer = { name: "Talks of a lawyer", kind: "custom", keywords: ["my lawyer"], severity: "urgent" };
const noOnly = { channel: [], source: [], status: [], stage: [], grade: [], branch: [], tag: [] };

async function says({ post }: Pick<Client, "post">, text: string): Promise<void> {
  (await post("/v1/messages", { channel: "web", from: { externalId: "v-1" }, text })).is(201);
}

async function alertsOf({ get }: Pick<Client, "get">): Promise<{ rule: string; severity: string; state: string }[]> {
  return (await get("/v1/alerts")).is<{ data: { rule: string; severity: string; state: string }[] }>(200).data;
}

const version = async ({ get }: Pick<Client, "get">) => (await get("/v1/settings")).is<{ version: number }>(200).version;

describe("/v1/escalation-rules", () => {
  it.each([
    [{ name: "Sour", kind: "frustration", signs: ["abuse"] }],
    [{ name: "Stuck", kind: "cannot_resolve", asksTwice: false }],
    [{ name: "Late", kind: "unanswered", minutes: 5 }],
    [{ name: "Big", kind: "high_value", gradeReached: null, scoreReached: 90 }],
    [{ name: "Own", kind: "custom", intents: ["refund_request"], only: { ...noOnly, channel: ["telegram"] } }],
  ])("makes, reads, lists, edits and deletes %o", async (kind) => {
    const { get, post, patch, delete: remove } = await testApp();

    const made = (await post("/v1/escalation-rules", kind)).is<Rule>(201);

    expect(made).toMatchObject({ ...kind, enabled: true, severity: "normal", muteMinutes: 60 });
    expect((await get(`/v1/escalation-rules/${made.id}`)).is(200)).toEqual(made);
    expect((await get("/v1/escalation-rules")).is<{ data: Rule[] }>(200).data.at(-1)).toEqual(made);
    const edited = (await patch(`/v1/escalation-rules/${made.id}`, { severity: "low", enabled: false })).is<Rule>(200);
    expect(edited).toMatchObject({ ...kind, severity: "low", enabled: false });
    (await remove(`/v1/escalation-rules/${made.id}`)).is(204);
    (await get(`/v1/escalation-rules/${made.id}`)).is(404);
    (await remove(`/v1/escalation-rules/${made.id}`)).is(404);
    (await patch(`/v1/escalation-rules/${made.id}`, { severity: "low" })).is(404);
  });

  it("names a rule by its name unless it is given an id", async () => {
    const { post } = await testApp();
    const idOf = async (changed: object) => (await post("/v1/escalation-rules", { ...lawyer, ...changed })).is<Rule>(201).id;

    expect(await idOf({ id: "law" })).toBe("law");
    expect(await idOf({ name: "Talks of: a lawyer" })).toBe("talks_of_a_lawyer");
    expect(await idOf({ name: "Talks of a lawyer!" })).toBe("talks_of_a_lawyer_2");
    expect(await idOf({ name: "弁護士" })).toBe("rule");
    expect(await idOf({ name: "Presets" })).toBe("presets_2");
    expect((await post("/v1/escalation-rules", { ...lawyer, id: "law" })).is(409)).toMatchObject({ ruleId: "law", errors: [{ pointer: "/id" }] });
    expect((await post("/v1/escalation-rules", { ...lawyer, id: "presets" })).is(422)).toMatchObject({ errors: [{ pointer: "/id" }] });
  });

  it("makes a new version of the settings with every change, and none without one", async () => {
    const app = await testApp();
    const { id } = (await app.post("/v1/escalation-rules", lawyer)).is<Rule>(201);

    expect(await version(app)).toBe(2);
    (await app.patch(`/v1/escalation-rules/${id}`, { severity: "high" })).is(200);
    expect(await version(app)).toBe(3);
    (await app.patch(`/v1/escalation-rules/${id}`, { severity: "high" })).is(200);
    expect(await version(app)).toBe(3);
  });

  it("keeps every change of ten that come at once", async () => {
    const app = await testApp();

    const made = await Promise.all(Array.from({ length: 10 }, (_, n) => app.post("/v1/escalation-rules", { ...lawyer, name: `Lawyer ${n}` })));

    expect(new Set(made.map((answer) => answer.is<Rule>(201).id)).size).toBe(10);
    expect(await version(app)).toBe(11);
  });

  it("leaves what an edit does not name as it is, and replaces whom the rule is for as a whole", async () => {
    const { post, patch } = await testApp();
    const { id } = (await post("/v1/escalation-rules", { ...lawyer, muteMinutes: 5, only: { channel: ["web"], grade: ["A"] } })).is<Rule>(201);

    const edited = (await patch(`/v1/escalation-rules/${id}`, { only: { source: ["facebook"] } })).is<Rule>(200);

    expect(edited).toMatchObject({ ...lawyer, muteMinutes: 5, only: { ...noOnly, source: ["facebook"] } });
  });

  it.each([
    ["/keywords/0", { ...lawyer, keywords: ["?!"] }],
    ["/intents", { ...lawyer, keywords: [] }],
    ["/asksForPerson", { name: "Stuck", kind: "cannot_resolve", asksForPerson: false, asksTwice: false, weCannot: false }],
    ["/gradeReached", { name: "Big", kind: "high_value", gradeReached: null, vipWrites: false }],
    ["/minutes", { name: "Late", kind: "unanswered", minutes: 0 }],
    ["/severity", { ...lawyer, severity: "loud" }],
    ["/only/channel/0", { ...lawyer, only: { channel: ["pigeon"] } }],
    ["/only", { ...lawyer, only: { colour: ["red"] } }],
    ["/minutes", { ...lawyer, minutes: 5 }],
    ["/kind", { ...lawyer, kind: "magic" }],
    ["/name", { ...lawyer, name: " " }],
  ])("refuses a fault at %s", async (pointer, input) => {
    const { post } = await testApp();

    expect((await post("/v1/escalation-rules", input)).is(422)).toMatchObject({ errors: [{ pointer: expect.stringContaining(pointer) }] });
  });

  it("refuses in an edit what another kind looks for, and a rule that looks for nothing", async () => {
    const { post, patch } = await testApp();
    const { id } = (await post("/v1/escalation-rules", lawyer)).is<Rule>(201);

    expect((await patch(`/v1/escalation-rules/${id}`, { minutes: 5 })).is(422)).toMatchObject({ errors: [{ pointer: "/minutes" }] });
    expect((await patch(`/v1/escalation-rules/${id}`, { keywords: [] })).is(422)).toMatchObject({ errors: [{ pointer: "/intents" }] });
    expect((await patch(`/v1/escalation-rules/${id}`, { kind: "frustration" })).is(422)).toMatchObject({ errors: [{ pointer: "/kind" }] });
    (await patch(`/v1/escalation-rules/${id}`, { keywords: [], intents: ["complaint"] })).is(200);
  });

  it.each([
    ["an unknown intent", { ...lawyer, intents: ["parking"] }, "unknown_intent /intents/0"],
    ["a word of every day", { ...lawyer, keywords: ["the"] }, "everyday_keyword /keywords/0"],
    ["any tone", { ...lawyer, sentimentAtMost: 0.5 }, "any_tone /sentimentAtMost"],
    ["minutes at night", { name: "Late", kind: "unanswered", minutes: 5 }, "without_hours /minutes"],
  ])("warns of %s", async (_, input, warning) => {
    const { post } = await testApp();

    const { warnings } = (await post("/v1/escalation-rules", input)).is<Rule>(201);

    expect(warnings.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([warning]);
  });

  it("has ready-made rules, each of which can be made as it is and without a warning about its words", async () => {
    const { get, post } = await testApp();
    const { data } = (await get("/v1/escalation-rules/presets?limit=200")).is<{ data: Rule[] }>(200);

    const made = await Promise.all(data.map(async (preset) => (await post("/v1/escalation-rules", preset)).is<Rule>(201)));

    expect(made.map(({ id }) => id)).toEqual(data.map(({ id }) => id));
    expect(new Set(made.flatMap(({ warnings }) => warnings.map(({ code }) => code)))).toEqual(new Set(["without_hours"]));
  });
});

describe("a change of the escalation rules", () => {
  it("counts from the next message on, and raises no alert about earlier ones", async () => {
    const app = await testApp();
    await says(app, "I will call my lawyer");
    const { id } = (await app.post("/v1/escalation-rules", lawyer)).is<Rule>(201);
    expect(await alertsOf(app)).toEqual([]);

    await says(app, "My lawyer will write to you");
    expect(await alertsOf(app)).toMatchObject([{ rule: id, severity: "urgent", state: "open" }]);

    (await app.delete(`/v1/escalation-rules/${id}`)).is(204);
    expect(await alertsOf(app)).toMatchObject([{ rule: id, state: "open" }]);
  });

  it("is planned and applied with the settings, and applying raises no alert", async () => {
    const app = await testApp();
    await says(app, "I will call my lawyer");
    const { settings } = (await app.get("/v1/settings")).is<{ settings: { escalations: { rules: object[] } } }>(200);
    const rules = [...settings.escalations.rules, { id: "law", ...lawyer }];

    const plan = (await app.post("/v1/settings/plan", { settings: { ...settings, escalations: { rules } } })).is<{ hash: string }>(200);
    (await app.post("/v1/settings/apply", { hash: plan.hash })).is(200);

    expect(await alertsOf(app)).toEqual([]);
    expect((await app.get("/v1/escalation-rules/law")).is(200)).toMatchObject(lawyer);
    await says(app, "My lawyer will write to you");
    expect(await alertsOf(app)).toMatchObject([{ rule: "law" }]);
  });

  it("is written to the audit log, and shown as a change of that rule", async () => {
    const { get, post, patch } = await testApp();
    const { id } = (await post("/v1/escalation-rules", lawyer)).is<Rule>(201);
    (await patch(`/v1/escalation-rules/${id}`, { severity: "low" })).is(200);

    const audit = (await get("/v1/audit")).is<{ data: { action: string; subjectId: string | null }[] }>(200).data;
    const changes = (await get("/v1/settings/diff?from=2")).is<{ changes: object[] }>(200).changes;

    expect(audit).toMatchObject(expect.arrayContaining([expect.objectContaining({ action: "createEscalationRule", subjectId: id })]));
    expect(audit).toMatchObject(expect.arrayContaining([expect.objectContaining({ action: "updateEscalationRule", subjectId: id })]));
    expect(changes).toEqual([{ pointer: `/escalations/rules/${id}/severity`, before: "urgent", after: "low" }]);
  });
});

describe("a dry run of a rule", () => {
  it("shows what it would have raised, whether it is in the settings or not, and changes nothing", async () => {
    const app = await testApp();
    await says(app, "I will call my lawyer");

    const tried = (await app.post("/v1/escalation-rules/dry-run", { rule: lawyer, days: 30 })).is(200);

    expect(tried).toMatchObject({ count: 1, contacts: 1, messages: 1, isComplete: true, perDay: [{ count: 1 }] });
    expect(tried).toMatchObject({ alerts: [{ reason: "The message says “my lawyer”", evidence: [{ quote: "I will call my lawyer" }] }] });
    expect(await version(app)).toBe(1);
    const { id } = (await app.post("/v1/escalation-rules", { ...lawyer, enabled: false })).is<Rule>(201);
    expect((await app.post(`/v1/escalation-rules/${id}/dry-run`, {})).is(200)).toMatchObject({ count: 1 });
    expect(await alertsOf(app)).toEqual([]);
  });

  it.each([
    ["/days", { rule: lawyer, days: 0 }],
    ["/days", { rule: lawyer, days: 91 }],
    ["/rule/keywords", { rule: { ...lawyer, keywords: "my lawyer" }, days: 7 }],
    ["/rule/intents", { rule: { ...lawyer, keywords: [] }, days: 7 }],
    ["/rule/only/tag/0", { rule: { ...lawyer, only: { tag: ["tag_none"] } }, days: 7 }],
  ])("refuses a fault at %s", async (pointer, input) => {
    const { post } = await testApp();

    expect((await post("/v1/escalation-rules/dry-run", input)).is(422)).toMatchObject({ errors: [{ pointer }] });
  });

  it("is not found for a rule that does not exist", async () => {
    const { post } = await testApp();

    (await post("/v1/escalation-rules/nothing/dry-run", { days: 7 })).is(404);
  });
});
