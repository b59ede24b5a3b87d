import { expect, it } from "vitest";
import { type Answer, type TestApp, testApp } from "#tests/support/app.ts";
import { apply, type Import, upload } from "#tests/support/imports.ts";
import { describeOnBackends } from "#tests/support/on-backends.ts";

const rounds = 10;
const people = async (app: TestApp, q: string) => (await app.get(`/v1/contacts?limit=50&q=${q}`)).is<{ data: unknown[] }>(200).data.length;
const message = (app: TestApp, externalId: string, email: string) =>
  app.post("/v1/messages", { channel: "web", account: "main", from: { externalId, email, verified: ["email"] }, text: "Hello" });
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort();

describeOnBackends("requests that come at the same moment", (open) => {
  it("make one contact of one address, whoever is first", async () => {
    const app = await testApp({ open });
    for (let n = 0; n < rounds; n++) {
      const email = `ana${n}@example.com`;
      const [sent, made] = await Promise.all([message(app, `v${n}`, email), app.post("/v1/contacts", { email })]);
      expect(sent.status, sent.text).toBe(201);
      expect([201, 409], made.text).toContain(made.status);
      expect(await people(app, email)).toBe(1);
    }
  });

  it("make one contact of one address written five times", async () => {
    const app = await testApp({ open });
    const answers = await Promise.all(Array.from({ length: 5 }, () => app.post("/v1/contacts", { email: "eva@example.com" })));
    expect(statuses(answers)).toEqual([201, 409, 409, 409, 409]);
  });

  it("apply one import once, and the rows of two as one", async () => {
    const app = await testApp({ open });
    const file = `Name,E-mail\n${Array.from({ length: 60 }, (_, n) => `Person ${n},p${n}@example.com`).join("\n")}`;
    const [one, two] = [await upload(app, file), await upload(app, file)];
    const ask = ({ id, planId }: Import) => app.post(`/v1/imports/${id}/apply`, { planId });
    const [first, again] = await Promise.all([ask(one), ask(one)]);
    expect(again.is<{ id: string }>(202).id).toBe(first.is<{ id: string }>(202).id);
    await Promise.all([apply(app, one), apply(app, two)]);
    const all = (await app.get("/v1/contacts?limit=200")).is<{ data: unknown[] }>(200).data;
    expect(all).toHaveLength(60);
  });

  it("leave an admin key when two revoke each other", async () => {
    const app = await testApp({ open });
    for (let n = 0; n < rounds; n++) {
      const [a, b] = await Promise.all(
        ["a", "b"].map(async (name) => (await app.post("/v1/keys", { name, scopes: ["admin"] })).is<{ id: string; key: string }>(201)),
      );
      if (!a || !b) throw new Error("a key is missing");
      const answers = await Promise.all([app.as(a.key).delete(`/v1/keys/${b.id}`), app.as(b.key).delete(`/v1/keys/${a.id}`)]);
      expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    }
  });
});
