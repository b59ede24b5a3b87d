import { describe, expect, it } from "vitest";
import type { Settings } from "#core/model/settings.ts";
import { businessTypes } from "#core/model/vocabulary.ts";
import { sweepContacts } from "#core/usecases/contacts/sweep-contacts.ts";
import { type Client, testApp } from "#tests/support/app.ts";

type Held = { version: number; settings: Settings };
type Report = Held & { findings: { code: string; pointer: string }[] };
type Change = { pointer: string; before: unknown; after: unknown };

const read = async ({ get }: Pick<Client, "get">, query = "") => (await get(`/v1/settings${query}`)).is<Held>(200);
const withGrades = (settings: Settings, grades: Partial<Settings["scoring"]["grades"]>) => ({
  ...settings,
  scoring: { ...settings.scoring, grades: { ...settings.scoring.grades, ...grades } },
});
const withPoints = (settings: Settings, id: string, changed: object) => ({
  ...settings,
  scoring: { ...settings.scoring, signals: settings.scoring.signals.map((signal) => (signal.id === id ? { ...signal, ...changed } : signal)) },
});

describe("PUT /v1/settings", () => {
  it("replaces the document, whole, and tells what looks like a mistake", async () => {
    const app = await testApp();
    const { version, settings } = await read(app);

    const put = (await app.put("/v1/settings", { version, settings: withGrades(settings, { A: 101 }) })).is<Report>(200);

    expect(put).toMatchObject({ version: version + 1, settings: { scoring: { grades: { A: 101, B: 60 } } } });
    expect(put.findings).toMatchObject([{ code: "unreachable_grade", severity: "warning", pointer: "/scoring/grades" }]);
    expect(await read(app)).toEqual({ version: put.version, settings: put.settings });
  });

  it("refuses a trigger whose template is not there, by its pointer, and so does a plan", async () => {
    const app = await testApp();
    const { version, settings } = await read(app);
    const draft = { ...settings, followUps: { ...settings.followUps, ghosting: { ...settings.followUps.ghosting, templateId: "tpl_gone" } } };

    const refusals = [await app.put("/v1/settings", { version, settings: draft }), await app.post("/v1/settings/plan", { settings: draft })];

    for (const refused of refusals) {
      expect(refused.is<{ errors: { pointer: string }[] }>(422).errors).toMatchObject([{ pointer: "/settings/followUps/ghosting/templateId" }]);
    }
  });

  it("gives what is left out its default", async () => {
    const app = await testApp();
    const { version, settings } = await read(app);

    const put = (await app.put("/v1/settings", { version, settings: { scoring: settings.scoring } })).is<Report>(200);

    expect(put).toMatchObject({ version, settings: { status: { inactiveAfterDays: 14 } } });
  });

  it("makes no new version of an equal document, whatever the order of its keys and the versions its signals say", async () => {
    const app = await testApp();
    const { version, settings } = await read(app);
    const turned = Object.fromEntries(Object.entries(withPoints(settings, "comparison", { version: 7 })).reverse());

    expect((await app.put("/v1/settings", { version, settings: turned })).is<Report>(200)).toMatchObject({ version, settings });
    expect((await read(app)).version).toBe(version);
  });

  it("counts the version of a signal up when anything but its name changes, and begins a new one with 1", async () => {
    const app = await testApp();
    const { version, settings } = await read(app);
    const fresh = { id: "came_by", name: "Came by", type: "action", action: "came_by", points: 3, category: "engagement", version: 40 };
    const changed = withPoints(withPoints(settings, "comparison", { points: 38, version: 99 }), "negotiation", { name: "Haggles" });
    const signals = [...changed.scoring.signals, fresh];

    const put = (await app.put("/v1/settings", { version, settings: { ...changed, scoring: { ...changed.scoring, signals } } })).is<Report>(200);

    const versions = Object.fromEntries(put.settings.scoring.signals.map((signal) => [signal.id, signal.version]));
    expect(versions).toMatchObject({ comparison: 2, negotiation: 1, pricing_question: 1, came_by: 1 });
  });

  it("is a conflict when the version is not the current one, which it names", async () => {
    const app = await testApp();
    const { version, settings } = await read(app);
    (await app.put("/v1/settings", { version, settings: withGrades(settings, { A: 90 }) })).is(200);

    const late = await app.put("/v1/settings", { version, settings: withGrades(settings, { A: 95 }) });

    expect(late.is(409)).toMatchObject({ code: "conflict", currentVersion: version + 1, errors: [{ pointer: "/version" }] });
    expect((await read(app)).settings.scoring.grades.A).toBe(90);
  });

  it("lets one of five win that come at once", async () => {
    const app = await testApp();
    const { version, settings } = await read(app);

    const answers = await Promise.all([85, 86, 87, 88, 89].map((A) => app.put("/v1/settings", { version, settings: withGrades(settings, { A }) })));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    expect((await read(app)).version).toBe(version + 1);
  });

  it.each<[string, (settings: Settings) => unknown]>([
    ["/settings/status/inactiveAfterDays", (settings) => ({ ...settings, status: { inactiveAfterDays: 0 } })],
    ["/settings/scoring", ({ scoring: _, ...rest }) => rest],
    ["/settings/scoring/signals/1/points", (settings) => withPoints(settings, "pricing_question", { points: "many" })],
    ["/settings/analysts/0", (settings) => ({ ...settings, analysts: ["oracle"] })],
    ["/settings/stauts", (settings) => ({ ...settings, stauts: {} })],
    ["/settings/scoring/signals/1/pionts", (settings) => withPoints(settings, "pricing_question", { pionts: 5 })],
    ["/settings/scoring/categories", (settings) => JSON.parse(JSON.stringify(settings).replace('"fit":', '"__proto__":'))],
    ["/settings/scoring/grades/B", (settings) => withGrades(settings, { B: 90 })],
    ["/settings/timeZone", (settings) => ({ ...settings, timeZone: "Mars" })],
    ["/settings/greeting/hours", (settings) => ({ ...settings, greeting: { hours: [] } })],
    ["/settings/scoring/signals", (settings) => ({ ...settings, scoring: { ...settings.scoring, signals: [] } })],
  ])("refuses a fault at %s and changes nothing", async (pointer, fault) => {
    const app = await testApp();
    const { version, settings } = await read(app);

    const answer = await app.put("/v1/settings", { version, settings: fault(settings) });

    expect(answer.is<{ errors: object[] }>(422).errors).toContainEqual({ pointer, detail: expect.any(String) });
    expect(await read(app)).toEqual({ version, settings });
  });

  it("has contacts decided again, one when it is touched, the others by the sweep", async () => {
    const app = await testApp();
    const message = { channel: "web", from: { externalId: "v-1" }, text: "How much is it?" };
    const { contact } = (await app.post("/v1/messages", message)).is<{ contact: { id: string; grade: string } }>(201);
    const { version, settings } = await read(app);
    (await app.put("/v1/settings", { version, settings: withGrades(settings, { C: 20, D: 10 }) })).is(200);

    await sweepContacts(app.ctx, { limit: 10 });

    expect([contact.grade, (await app.get(`/v1/contacts/${contact.id}`)).is(200).grade]).toEqual(["D", "C"]);
  });

  it("is for the agent's own settings alone, and not for a key that reads", async () => {
    const app = await testApp();
    const { version, settings } = await read(app);
    const reader = app.as((await app.post("/v1/keys", { name: "r", scopes: ["read"] })).is<{ key: string }>(201).key);
    (await app.put("/v1/settings", { version, settings: withGrades(settings, { A: 90 }) })).is(200);

    expect(await read(app.otherAgent)).toMatchObject({ version: 1, settings: { scoring: { grades: { A: 80 } } } });
    (await app.otherAgent.get("/v1/settings?version=2")).is(404);
    (await reader.put("/v1/settings", { version: 2, settings })).is(403);
  });
});

describe("what was before", () => {
  it("is read by its version, listed newest first, and compared", async () => {
    const app = await testApp();
    const first = await read(app);
    (await app.put("/v1/settings", { version: 1, settings: withGrades(first.settings, { A: 90 }) })).is(200);
    (await app.patch("/v1/signals/pricing_question", { points: 25, cap: 25 })).is(200);

    expect(await read(app, "?version=1")).toEqual(first);
    const history = (await app.get("/v1/settings/history?limit=2")).is<{ data: object[]; nextCursor: string }>(200);
    expect(history.data).toMatchObject(
      [3, 2].map((version) => ({ version, createdBy: expect.stringMatching(/^key_/), createdAt: expect.any(String) })),
    );
    expect((await app.get(`/v1/settings/history?cursor=${history.nextCursor}`)).is(200)).toMatchObject({ data: [{ version: 1 }], nextCursor: null });
    expect((await app.get("/v1/settings/diff?from=1&to=2")).is(200)).toEqual({
      from: 1,
      to: 2,
      changes: [{ pointer: "/scoring/grades/A", before: 80, after: 90 }],
    });
    const { to, changes } = (await app.get("/v1/settings/diff?from=2")).is<{ to: number; changes: Change[] }>(200);
    expect(to).toBe(3);
    expect(changes).toContainEqual({ pointer: "/scoring/signals/pricing_question/points", before: 19, after: 25 });
    expect(changes.map(({ pointer }) => pointer.split("/").at(-1)).sort()).toEqual(["cap", "points", "version"]);
  });

  it("is not found where there is no such version, of another agent neither", async () => {
    const app = await testApp();
    const { settings } = await read(app);
    (await app.put("/v1/settings", { version: 1, settings: withGrades(settings, { A: 90 }) })).is(200);

    (await app.get("/v1/settings?version=3")).is(404);
    (await app.get("/v1/settings/diff?from=1&to=3")).is(404);
    (await app.otherAgent.get("/v1/settings/diff?from=1&to=2")).is(404);
    expect((await app.otherAgent.get("/v1/settings/history")).is(200)).toMatchObject({ data: [{ version: 1 }] });
    expect((await app.get("/v1/settings/diff")).is(422)).toMatchObject({ errors: [{ detail: "is needed" }] });
    for (const path of ["?version=0", "?version=x", "/diff", "/diff?from=-1", "/history?limit=0"]) (await app.get(`/v1/settings${path}`)).is(422);
  });
});

describe("POST /v1/settings/lint", () => {
  it("tells errors and warnings of a draft and changes nothing", async () => {
    const app = await testApp();
    const { version, settings } = await read(app);
    const draft = { ...withGrades(settings, { D: 50 }), timeZone: "Mars", region: "PH", analysts: ["llm"] };

    const { data } = (await app.post("/v1/settings/lint", { settings: draft })).is<{ data: object[] }>(200);

    expect(data).toMatchObject([
      { code: "grades_out_of_order", severity: "error", pointer: "/scoring/grades/D" },
      { code: "unknown_time_zone", severity: "error", pointer: "/timeZone" },
      { code: "no_fallback", severity: "warning", pointer: "/analysts" },
      { code: "unreachable_grade", severity: "warning" },
    ]);
    expect(await read(app)).toEqual({ version, settings });
    expect((await app.post("/v1/settings/lint", { settings })).is(200)).toEqual({ data: [], nextCursor: null });
  });

  it("answers a repeat of its key alike, though the settings have changed meanwhile", async () => {
    const app = await testApp();
    const { settings } = await read(app);
    const draft = { settings: { ...settings, analysts: ["llm"] } };
    const first = (await app.post("/v1/settings/lint", draft, { "idempotency-key": "k" })).is(200);
    (await app.put("/v1/settings", { version: 1, settings: withGrades(settings, { A: 90 }) })).is(200);

    const second = await app.post("/v1/settings/lint", draft, { "idempotency-key": "k" });

    expect([second.is(200), second.headers.get("idempotency-replayed")]).toEqual([first, "true"]);
  });

  it("refuses what is no document of settings", async () => {
    const { post } = await testApp();

    expect((await post("/v1/settings/lint", { settings: { scoring: 5 } })).is(422)).toMatchObject({ errors: [{ pointer: "/settings/scoring" }] });
  });
});

describe("/v1/settings/templates", () => {
  it("lists one for each kind of business, with how much it would change", async () => {
    const { get } = await testApp();

    const { data } = (await get("/v1/settings/templates")).is<{ data: { type: string; changes: number }[] }>(200);

    expect(data.map(({ type }) => type)).toEqual([...businessTypes]);
    expect(data.filter(({ changes }) => changes === 1).map(({ type }) => type)).toEqual(["other"]);
  });

  it("gives a document that can be put as it is, and keeps zone, region and greeting", async () => {
    const app = await testApp();
    const own = { timeZone: "Asia/Manila", region: "PH", greeting: { text: "Hello!", awayText: null, hours: null } };
    const { settings } = await read(app);
    (await app.put("/v1/settings", { version: 1, settings: { ...settings, ...own } })).is(200);

    for (const [i, type] of businessTypes.entries()) {
      const template = (await app.get(`/v1/settings/templates/${type}`)).is<Held & { changes: number }>(200);
      const { version, settings } = template;
      const put = (await app.put("/v1/settings", { version, settings })).is<Report>(200);

      expect(put).toMatchObject({ version: i + 3, settings: own, findings: [] });
      const { changes } = (await app.get(`/v1/settings/diff?from=${version}`)).is<{ changes: Change[] }>(200);
      expect(changes).toHaveLength(template.changes);
      expect((await app.get(`/v1/settings/templates/${type}`)).is(200)).toMatchObject({ changes: 0, settings: put.settings });
    }
  });

  it("has none for a kind that is not there", async () => {
    const { get } = await testApp();

    (await get("/v1/settings/templates/astrology")).is(404);
  });
});
