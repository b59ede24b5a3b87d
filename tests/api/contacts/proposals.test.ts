import { describe, expect, it } from "vitest";
import { mergeContacts } from "#core/usecases/merges/merge-contacts.ts";
import { type TestApp, testApp } from "#tests/support/app.ts";
import { doubtfulWords } from "#tests/support/people/doubtful-words.ts";
import { runOperations } from "#tests/support/run-operation.ts";

type Proposal = { id: string; kind: string; contactId: string; otherId: string | null; state: string; value: string | null };

const list = async (app: TestApp, query = "") => (await app.get(`/v1/proposals${query}`)).is<{ data: Proposal[] }>(200).data;

/** Ana, who is known by her e-mail, and a visitor who says it is theirs. */
async function twoWithOneEmail(app: TestApp) {
  const ana = (await app.post("/v1/contacts", { name: "Ana Reyes", email: "ana@example.com" })).is<{ id: string }>(201);
  const from = { externalId: "v-1", email: "ana@example.com" };
  const { contact } = (await app.post("/v1/messages", { channel: "web", from, text: "Hi" })).is<{ contact: { id: string } }>(201);
  const [proposal] = await list(app);
  return { older: ana.id, newer: contact.id, proposal: proposal?.id ?? "" };
}

/** Staff wrote one name, the platform says another. */
async function twoNames(app: TestApp) {
  const carla = (await app.post("/v1/contacts", { name: "Carla Reyes", email: "carla@example.com" })).is<{ id: string }>(201);
  const from = { externalId: "v-2", email: "carla@example.com", verified: ["email"], name: "Bea Luna" };
  (await app.post("/v1/messages", { channel: "web", from, text: "Hi" })).is(201);
  const [proposal] = await list(app, "?kind=field");
  return { contact: carla.id, proposal: proposal?.id ?? "" };
}

/** Somebody who asks not to be written to, but not by a keyword. */
async function nearMiss(app: TestApp) {
  const input = { channel: "web", from: { externalId: "v-3" }, text: "Please stop sending me messages" };
  const { contact } = (await app.post("/v1/messages", input)).is<{ contact: { id: string } }>(201);
  const [proposal] = await list(app, "?kind=consent");
  return { contact: contact.id, proposal: proposal?.id ?? "" };
}

const mayFollowUp = async (app: TestApp, contact: string) =>
  (await app.get(`/v1/contacts/${contact}/contactability?purpose=follow_up`))
    .is<{ reasons: { code: string }[] }>(200)
    .reasons.map(({ code }) => code);

describe("GET /v1/proposals", () => {
  it("filters by kind, state and contact", async () => {
    const app = await testApp();
    const { older, newer } = await twoWithOneEmail(app);
    const { contact } = await twoNames(app);

    expect((await list(app)).map(({ kind }) => kind)).toEqual(["field", "merge"]);
    expect((await list(app, "?kind=merge&state=open")).map(({ contactId, otherId }) => [contactId, otherId])).toEqual([[older, newer]]);
    expect((await list(app, `?contactId=${newer}`)).map(({ kind }) => kind)).toEqual(["merge"]);
    expect((await list(app, `?contactId=${contact}`)).map(({ kind, value }) => [kind, value])).toEqual([["field", "Bea Luna"]]);
    expect(await list(app, "?state=rejected")).toEqual([]);
    (await app.get("/v1/proposals?state=maybe")).is(422);
  });
});

describe("POST /v1/proposals/{id}/accept", () => {
  it("merges, and the older remains", async () => {
    const app = await testApp();
    const { older, newer, proposal } = await twoWithOneEmail(app);

    expect((await app.post(`/v1/proposals/${proposal}/accept`)).is(200)).toMatchObject({ id: proposal, state: "accepted" });

    expect((await app.get(`/v1/contacts/${newer}`)).is(410)).toMatchObject({ contactId: older });
    expect((await app.get(`/v1/contacts/${older}`)).is(200)).toMatchObject({ name: "Ana Reyes", messageCount: 1 });
    expect((await app.get(`/v1/proposals/${proposal}`)).is(200)).toMatchObject({ state: "accepted" });
  });

  it("merges into the one that is named, who must be one of the two", async () => {
    const app = await testApp();
    const { older, newer, proposal } = await twoWithOneEmail(app);

    expect((await app.post(`/v1/proposals/${proposal}/accept`, { intoId: "con_other" })).is(422)).toMatchObject({ errors: [{ pointer: "/intoId" }] });
    (await app.post(`/v1/proposals/${proposal}/accept`, { intoId: newer })).is(200);

    expect((await app.get(`/v1/contacts/${older}`)).is(410)).toMatchObject({ contactId: newer });
  });

  it("writes a value as an edit by people", async () => {
    const app = await testApp();
    const { contact, proposal } = await twoNames(app);

    (await app.post(`/v1/proposals/${proposal}/accept`, {})).is(200);

    expect((await app.get(`/v1/contacts/${contact}`)).is(200)).toMatchObject({ name: "Bea Luna" });
  });

  it("opts the person out, by the words they said", async () => {
    const app = await testApp();
    const { contact, proposal } = await nearMiss(app);
    expect(await list(app, "?kind=consent")).toMatchObject([{ contactId: contact, state: "open", evidence: [{ kind: "near_miss" }] }]);
    expect(await mayFollowUp(app, contact)).toContain("consent_hold");

    (await app.post(`/v1/proposals/${proposal}/accept`, { intoId: contact })).is(422);
    (await app.post(`/v1/proposals/${proposal}/accept`)).is(200);

    expect(await mayFollowUp(app, contact)).toContain("opted_out");
    const ledger = (await app.get(`/v1/contacts/${contact}/consents`)).is<{ data: object[] }>(200).data;
    expect(ledger).toMatchObject([{ decision: "opt_out", source: "staff", quote: "stop sending me messages" }]);
  });

  it("is a conflict the second time, that says what was decided", async () => {
    const app = await testApp();
    const asked = [await twoWithOneEmail(app), await twoNames(app), await nearMiss(app)];

    for (const { proposal } of asked) {
      (await app.post(`/v1/proposals/${proposal}/accept`)).is(200);
      expect((await app.post(`/v1/proposals/${proposal}/accept`)).is(409)).toMatchObject({ state: "accepted" });
      expect((await app.post(`/v1/proposals/${proposal}/reject`)).is(409)).toMatchObject({ state: "accepted" });
    }
  });

  it("is decided once when five people do so at the same time", async () => {
    const app = await testApp();
    const asked = [await twoWithOneEmail(app), await twoNames(app), await nearMiss(app)];

    for (const { proposal } of asked) {
      const answers = await Promise.all(Array.from({ length: 5 }, () => app.post(`/v1/proposals/${proposal}/accept`)));

      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    }
  });

  it("answers a repeat under one Idempotency-Key alike", async () => {
    const app = await testApp();
    const asked = [await twoWithOneEmail(app), await twoNames(app), await nearMiss(app)];

    for (const { proposal } of asked) {
      const key = { "idempotency-key": `k-${proposal}` };
      const first = await app.post(`/v1/proposals/${proposal}/accept`, {}, key);
      const second = await app.post(`/v1/proposals/${proposal}/accept`, {}, key);

      expect([first.status, second.status, second.body]).toEqual([200, 200, first.body]);
      expect((await app.get(`/v1/proposals/${proposal}`)).body).toEqual(first.body);
    }
  });

  it("is gone when one of the two has become part of another", async () => {
    const app = await testApp();
    const { newer, proposal } = await twoWithOneEmail(app);
    const third = (await app.post("/v1/contacts", { name: "Cora" })).is<{ id: string }>(201);
    await mergeContacts(app.ctx, { intoId: third.id, fromId: newer, cause: { kind: "staff", ref: null } });

    expect((await app.post(`/v1/proposals/${proposal}/accept`)).is(410)).toMatchObject({ contactId: third.id });
    (await app.post(`/v1/proposals/${proposal}/reject`)).is(410);
  });

  it("is not found once the contact is deleted", async () => {
    const app = await testApp();
    const { newer, proposal } = await twoWithOneEmail(app);
    (await app.delete(`/v1/contacts/${newer}`)).is(200);

    (await app.post(`/v1/proposals/${proposal}/accept`)).is(404);
    expect(await list(app)).toEqual([]);
  });
});

describe("POST /v1/proposals/{id}/reject", () => {
  it("is for ever", async () => {
    const app = await testApp();
    const { newer, proposal } = await twoWithOneEmail(app);
    (await app.post(`/v1/proposals/${proposal}/reject`)).is(200);

    (await app.post("/v1/messages", { channel: "web", from: { externalId: "v-1" }, text: "my e-mail is ana@example.com" })).is(201);
    (await app.post("/v1/contacts/duplicates")).is(202);
    await runOperations(app.directory);

    expect((await list(app, `?contactId=${newer}`)).map(({ state }) => state)).toEqual(["rejected"]);
    (await app.post(`/v1/proposals/${proposal}/accept`)).is(409);
  });
});

describe("POST /v1/proposals/{id}/reject, of an opt-out", () => {
  it("ends the hold at once", async () => {
    const app = await testApp();
    const { contact, proposal } = await nearMiss(app);

    expect((await app.post(`/v1/proposals/${proposal}/reject`)).is(200)).toMatchObject({ kind: "consent", state: "rejected" });

    expect(await mayFollowUp(app, contact)).not.toContain("consent_hold");
    (await app.post(`/v1/proposals/${proposal}/accept`)).is(409);
  });
});

describe("a question about a message", () => {
  it.each([
    ["accept", "accepted"],
    ["reject", "rejected"],
  ])("is listed by its kind, and %s answers it once", async (verb, state) => {
    const app = await testApp();
    const { text, what } = doubtfulWords();
    const input = { channel: "web", direction: "outbound", author: "staff", from: { externalId: "v-4" }, text };
    const { contact } = (await app.post("/v1/messages", input)).is<{ contact: { id: string } }>(201);
    const [proposal] = await list(app, `?kind=${what}&state=open`);
    expect(proposal).toMatchObject({ kind: what, contactId: contact.id });

    expect((await app.post(`/v1/proposals/${proposal?.id}/${verb}`)).is(200)).toMatchObject({ kind: what, state });

    expect((await list(app, `?kind=${what}`)).map((each) => each.state)).toEqual([state]);
    (await app.post(`/v1/proposals/${proposal?.id}/accept`)).is(409);
    (await app.post(`/v1/proposals/${proposal?.id}/accept`, { intoId: contact.id })).is(409);
    expect((await app.get("/v1/audit?limit=50")).text).toContain(`"action":"${verb}Proposal"`);
  });
});

describe("POST /v1/contacts/duplicates", () => {
  it("looks at all contacts in the background", async () => {
    const app = await testApp();
    await twoWithOneEmail(app);
    const { id } = (await app.post("/v1/contacts/duplicates")).is<{ id: string }>(202);

    await runOperations(app.directory);

    expect((await app.get(`/v1/operations/${id}`)).is(200)).toMatchObject({
      kind: "contacts.find_duplicates",
      state: "completed",
      total: 2,
      done: 2,
    });
    expect(await list(app)).toHaveLength(1);
  });
});
