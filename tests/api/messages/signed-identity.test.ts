import { describe, expect, it } from "vitest";
import { type Claim, signIdentity } from "#core/rules/address/signed-identity.ts";
import { type TestApp, testApp } from "#tests/support/app.ts";

const secretOf = async ({ get }: Pick<TestApp, "get">) => (await get("/v1/identity-secret")).is<{ secret: string }>(200).secret;
const signed = (secret: string, claim: Claim) => ({ ...claim, signature: signIdentity(secret, claim) });
const message = (from: object, channel = "web") => ({ channel, from, text: "Hello" });
type Answer = { contact: { id: string } };

/** A customer whose e-mail staff have confirmed. */
const ana = async (app: TestApp) => (await app.post("/v1/contacts", { name: "Ana", email: "ana@example.com" })).is<{ id: string }>(201).id;

describe("a web visitor whose identity is signed", () => {
  it("is the contact who holds the e-mail", async () => {
    const app = await testApp();
    const [known, secret] = [await ana(app), await secretOf(app)];

    const { contact } = (await app.post("/v1/messages", message(signed(secret, { externalId: "user-1", email: "ana@example.com" })))).is<Answer>(201);

    expect(contact.id).toBe(known);
  });

  it("is so in a batch and in an action", async () => {
    const app = await testApp();
    const [known, secret] = [await ana(app), await secretOf(app)];
    const from = (externalId: string) => signed(secret, { externalId, email: "ana@example.com" });

    const batch = (await app.post("/v1/messages/batch", { messages: [message(from("user-1"))] })).is<{ results: { contactId: string }[] }>(200);
    const action = await app.post("/v1/actions", { channel: "web", account: "other", from: from("user-2"), action: "form_submitted" });

    expect([batch.results[0]?.contactId, action.is<Answer>(201).contact.id]).toEqual([known, known]);
  });
});

describe("a visitor who claims somebody's address from a browser", () => {
  it("is refused when the signature is for something else", async () => {
    const app = await testApp();
    await ana(app);
    const secret = await secretOf(app);
    const mine = signed(secret, { externalId: "user-2", email: "bea@example.com" });
    const theirs = await secretOf(app.otherAgent);

    const attempts = [
      { ...mine, email: "ana@example.com" },
      { ...mine, externalId: "user-1" },
      { ...mine, phone: "+639171234567" },
      { ...mine, signature: "0".repeat(64) },
      { ...mine, signature: "no" },
      signed(theirs, { externalId: "user-2", email: "ana@example.com" }),
    ];
    for (const from of attempts) {
      expect((await app.post("/v1/messages", message(from))).is(422)).toMatchObject({ errors: [{ pointer: "/from/signature" }] });
      (await app.post("/v1/actions", { channel: "web", from, action: "form_submitted" })).is(422);
    }
    const batch = (await app.post("/v1/messages/batch", { messages: attempts.map((from) => message(from)) })).is<{ results: { status: number }[] }>(
      200,
    );
    expect(batch.results.map(({ status }) => status)).toEqual(attempts.map(() => 422));
    expect((await app.get("/v1/contacts?total=true")).is(200)).toMatchObject({ total: 1 });
  });

  it("is somebody else without one, and is only proposed", async () => {
    const app = await testApp();
    const known = await ana(app);

    const { contact } = (await app.post("/v1/messages", message({ externalId: "user-2", email: "ana@example.com" }))).is<Answer>(201);

    expect(contact.id).not.toBe(known);
    expect((await app.get("/v1/proposals")).is(200)).toMatchObject({ data: [{ kind: "merge", contactId: known, otherId: contact.id }] });
  });

  it("has no use for one on other channels", async () => {
    const app = await testApp();
    const from = signed(await secretOf(app), { externalId: "user-1" });

    expect((await app.post("/v1/messages", message(from, "telegram"))).is(422)).toMatchObject({ errors: [{ pointer: "/from/signature" }] });
  });
});

describe("GET /v1/identity-secret", () => {
  it("is each agent's own, the same every time, and for admins alone", async () => {
    const app = await testApp();
    const { key } = (await app.post("/v1/keys", { name: "site", scopes: ["read", "write"] })).is<{ key: string }>(201);

    expect(await secretOf(app)).toBe(await secretOf(app));
    expect(await secretOf(app.otherAgent)).not.toBe(await secretOf(app));
    (await app.as(key).get("/v1/identity-secret")).is(403);
  });
});
