import { describe, expect, it } from "vitest";
import { type TestApp, testApp } from "#tests/support/app.ts";

type Alert = { id: string; contactId: string; conversationId: string; rule: string; severity: string; state: string; ownerId: string | null };

const angry = "My order arrived broken and I am very angry";
const wantsPerson = "I want to talk to a real person NOW";

async function says(app: TestApp, text: string, externalId = "visitor-1"): Promise<void> {
  (await app.post("/v1/messages", { channel: "web", from: { externalId, name: "Ana" }, text })).is(201);
}

async function list(app: TestApp, query = ""): Promise<Alert[]> {
  return (await app.get(`/v1/alerts${query}`)).is<{ data: Alert[] }>(200).data;
}

async function called(): Promise<{ app: TestApp; alert: Alert }> {
  const app = await testApp();
  await says(app, wantsPerson);
  const [alert] = await list(app);
  if (!alert) throw new Error("no alert was raised");
  return { app, alert };
}

describe("GET /v1/alerts", () => {
  it("lists by state, severity, rule, branch, owner, contact and conversation, in pages", async () => {
    const app = await testApp();
    await says(app, wantsPerson, "visitor-1");
    await says(app, angry, "visitor-2");
    const all = await list(app);
    const person = all.find(({ rule }) => rule === "asks_for_person");
    (await app.post(`/v1/alerts/${person?.id}/acknowledge`)).is(200);
    const ownerId = (await list(app, "?state=acknowledged"))[0]?.ownerId;

    const rules = async (query: string) => (await list(app, query)).map(({ rule }) => rule);

    expect(all.map(({ rule }) => rule)).toEqual(["frustration", "asks_for_person"]);
    expect(await rules("?state=open")).toEqual(["frustration"]);
    expect(await rules("?severity=urgent,low")).toEqual(["asks_for_person"]);
    expect(await rules("?rule=frustration")).toEqual(["frustration"]);
    expect(await rules("?branch=none")).toHaveLength(2);
    expect(await rules("?branch=brn_other")).toEqual([]);
    expect(await rules("?owner=none")).toEqual(["frustration"]);
    expect(await rules(`?owner=${ownerId}`)).toEqual(["asks_for_person"]);
    expect(await rules(`?contactId=${person?.contactId}`)).toEqual(["asks_for_person"]);
    expect(await rules(`?conversationId=${person?.conversationId}&state=open`)).toEqual([]);
    const first = (await app.get("/v1/alerts?limit=1")).is<{ data: Alert[]; nextCursor: string }>(200);
    expect(first.data.map(({ rule }) => rule)).toEqual(["frustration"]);
    expect(await rules(`?limit=1&cursor=${encodeURIComponent(first.nextCursor)}`)).toEqual(["asks_for_person"]);
    (await app.get("/v1/alerts?state=closed")).is(422);
  });

  it("shows why, whose it is, what was said and the conversation in short", async () => {
    const { app, alert } = await called();

    const shown = (await app.get(`/v1/alerts/${alert.id}`)).is(200);

    expect(shown).toMatchObject({
      id: alert.id,
      rule: "asks_for_person",
      severity: "urgent",
      state: "open",
      evidence: [{ quote: expect.stringContaining("person") }],
      summary: { wants: [{ what: "human_request" }], open: [{ because: "human_request" }] },
      history: [{ what: "raised" }],
      contact: { id: alert.contactId, name: "Ana" },
      conversation: { id: alert.conversationId, state: "waiting" },
      messages: [{ text: wantsPerson, direction: "inbound" }],
    });
    (await app.get("/v1/alerts/alt_404")).is(404);
  });
});

describe("what is done with an alert", () => {
  it("is taken over with its conversation, released and resolved, each with an audit line", async () => {
    const { app, alert } = await called();
    const path = `/v1/alerts/${alert.id}`;

    expect((await app.post(`${path}/acknowledge`)).is(200)).toMatchObject({ id: alert.id, state: "acknowledged", remindAt: null });
    expect((await app.post(`${path}/take-over`)).is(200)).toMatchObject({ state: "taken_over" });
    expect((await app.get(`/v1/conversations/${alert.conversationId}`)).is(200)).toMatchObject({ state: "taken_over" });
    expect((await app.post(`${path}/release`)).is(200)).toMatchObject({ state: "acknowledged" });
    expect((await app.get(`/v1/conversations/${alert.conversationId}`)).is(200)).toMatchObject({ state: "waiting" });
    expect((await app.post(`${path}/resolve`)).is(200)).toMatchObject({ state: "resolved", endedAt: expect.any(String) });
    (await app.post(`${path}/resolve`)).is(200);
    (await app.post(`${path}/dismiss`, {})).is(409);
    (await app.post(`${path}/take-over`)).is(409);

    const { data } = (await app.get("/v1/audit")).is<{ data: { action: string; subjectId: string }[] }>(200);
    expect(data.filter(({ subjectId }) => subjectId === alert.id).map(({ action }) => action)).toEqual([
      "resolveAlert",
      "resolveAlert",
      "releaseAlert",
      "takeOverAlert",
      "acknowledgeAlert",
    ]);
  });

  it("is dismissed with a reason and a time for which its rule is muted", async () => {
    const { app, alert } = await called();

    const dismissed = (await app.post(`/v1/alerts/${alert.id}/dismiss`, { reason: "they were joking", muteMinutes: 60 })).is(200);

    expect(dismissed).toMatchObject({ state: "dismissed", endedBecause: "they were joking", mutedUntil: expect.any(String) });
    (await app.post(`/v1/alerts/${alert.id}/dismiss`, { muteMinutes: -1 })).is(422);
  });

  it("names the colleague who has the conversation", async () => {
    const { app, alert } = await called();
    (await app.post(`/v1/alerts/${alert.id}/take-over`)).is(200);
    const { key } = (await app.post("/v1/keys", { name: "second", scopes: ["read", "write"] })).is<{ key: string }>(201);

    const problem = (await app.as(key).post(`/v1/alerts/${alert.id}/take-over`)).is(409);

    expect(problem).toMatchObject({ code: "conflict", takenOverBy: expect.any(String) });
  });

  it("is done once under one Idempotency-Key", async () => {
    const { app, alert } = await called();
    const key = { "idempotency-key": "take-1" };

    const first = await app.post(`/v1/alerts/${alert.id}/take-over`, undefined, key);
    (await app.post(`/v1/alerts/${alert.id}/release`)).is(200);
    const second = await app.post(`/v1/alerts/${alert.id}/take-over`, undefined, key);

    expect(second.is(200)).toEqual(first.is(200));
    expect((await app.get(`/v1/alerts/${alert.id}`)).is(200)).toMatchObject({ state: "acknowledged" });
  });

  it("needs a key that may write", async () => {
    const { app, alert } = await called();
    const { key } = (await app.post("/v1/keys", { name: "reader", scopes: ["read"] })).is<{ key: string }>(201);

    (await app.as(key).post(`/v1/alerts/${alert.id}/resolve`)).is(403);
    (await app.as(key).get(`/v1/alerts/${alert.id}`)).is(200);
  });

  it("stands in the timeline of the contact", async () => {
    const { app, alert } = await called();
    (await app.post(`/v1/alerts/${alert.id}/take-over`)).is(200);

    const { data } = (await app.get(`/v1/contacts/${alert.contactId}/timeline`)).is<{ data: { type: string; what?: string; alertId?: string }[] }>(
      200,
    );

    expect(data.filter(({ type }) => type === "alert").map(({ what, alertId }) => [what, alertId])).toEqual([
      ["taken_over", alert.id],
      ["raised", alert.id],
    ]);
  });
});
