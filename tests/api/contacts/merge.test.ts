import { describe, expect, it } from "vitest";
import type { ContactView } from "#api/views/contacts/contact.ts";
import { type Client, testApp } from "#tests/support/app.ts";

type Id = { id: string };
const once = (key: string) => ({ "idempotency-key": key });

async function said({ post }: Pick<Client, "post">, channel: string, externalId: string, text = "Hello", more: object = {}): Promise<string> {
  return (await post("/v1/messages", { channel, from: { externalId, ...more }, text })).is<{ contact: Id }>(201).contact.id;
}

/** The same person on the web and on Telegram. */
async function ana(app: Client): Promise<{ id: string; otherId: string }> {
  const id = await said(app, "web", "v-1", "How much is a room?");
  const otherId = await said(app, "telegram", "1001", "I want to book a room", { name: "Ana Reyes" });
  return { id, otherId };
}

describe("POST /v1/contacts/{id}/merge", () => {
  it("makes one record of two, and the other id says whose it is now", async () => {
    const app = await testApp();
    const { id, otherId } = await ana(app);
    (await app.patch(`/v1/contacts/${otherId}`, { timeZone: "Asia/Manila", attributes: { seats: 4 } })).is(200);
    (await app.post(`/v1/contacts/${otherId}/tags`, { name: "regular" })).is(200);
    (await app.post(`/v1/contacts/${otherId}/notes`, { text: "Likes the sea" })).is(201);

    const { merge, contact } = (await app.post(`/v1/contacts/${id}/merge`, { otherId })).is<{ merge: object; contact: ContactView }>(200);

    expect(merge).toMatchObject({ contactId: id, otherId, cause: { kind: "staff" }, undoneAt: null });
    expect(contact).toMatchObject({ id, name: "Ana Reyes", messageCount: 2, channels: ["web", "telegram"], timeZone: "Asia/Manila" });
    expect(contact).toMatchObject({ attributes: { seats: 4 }, tags: [{ name: "regular" }], status: "qualified" });
    const asked = [
      await app.get(`/v1/contacts/${otherId}`),
      await app.patch(`/v1/contacts/${otherId}`, { name: "Ana" }),
      await app.delete(`/v1/contacts/${otherId}`),
      await app.get(`/v1/contacts/${otherId}/score`),
      await app.get(`/v1/contacts/${otherId}/timeline`),
      await app.get(`/v1/contacts/${otherId}/messages`),
      await app.get(`/v1/contacts/${otherId}/consents`),
      await app.get(`/v1/contacts/${otherId}/merges`),
      await app.put(`/v1/contacts/${otherId}/stage`, { stage: "closing" }),
      await app.post("/v1/actions", { contactId: otherId, action: "link_clicked" }),
      await app.post(`/v1/contacts/${otherId}/merge`, { otherId: id }),
    ];
    expect(asked.map(({ status, body }) => [status, (body as { contactId: string }).contactId])).toEqual(asked.map(() => [410, id]));
    expect((await app.post("/v1/contacts/delete", { ids: [otherId] })).is(200)).toEqual({ receipts: [], notFound: [otherId] });
    expect(await said(app, "telegram", "1001", "Are you there?")).toBe(id);
    (await app.get(`/v1/contacts/${id}`)).is(200);
  });

  it("refuses what cannot be one person, and what is not there", async () => {
    const app = await testApp();
    const id = await said(app, "telegram", "1001");
    const otherId = await said(app, "telegram", "1002");

    const refused = (await app.post(`/v1/contacts/${id}/merge`, { otherId })).is<{ vetoes: object[] }>(409);

    expect(refused.vetoes).toEqual([
      { channel: "telegram", account: "default", identityId: expect.any(String), otherIdentityId: expect.any(String) },
    ]);
    expect((await app.post(`/v1/contacts/${id}/merge/preview`, { otherId })).is(200)).toMatchObject({ vetoes: refused.vetoes });
    expect((await app.post(`/v1/contacts/${id}/merge`, { otherId: id })).is(422)).toMatchObject({ errors: [{ pointer: "/otherId" }] });
    (await app.post(`/v1/contacts/${id}/merge`, { otherId: "con_404" })).is(404);
    (await app.post(`/v1/contacts/${id}/unmerge`, { otherId })).is(409);
    (await app.post(`/v1/contacts/${id}/unmerge`, { otherId: "con_404" })).is(404);
    (await app.post(`/v1/contacts/${id}/merge`, { otherId, override: true })).is(200);
  });

  it("keeps the first answer of a key, as preview and unmerge do; none of another agent's contacts", async () => {
    const app = await testApp();
    const input = await ana(app);
    for (const verb of ["merge/preview", "merge", "unmerge"]) {
      const { id, otherId } = input;
      (await app.otherAgent.post(`/v1/contacts/${id}/${verb}`, { otherId })).is(404);

      const first = (await app.post(`/v1/contacts/${id}/${verb}`, { otherId }, once(verb))).is(200);
      const second = (await app.post(`/v1/contacts/${id}/${verb}`, { otherId }, once(verb))).is(200);

      expect(second).toEqual(first);
    }
    const others = (await app.otherAgent.post("/v1/contacts", { name: "Ben" })).is<Id>(201);
    (await app.post(`/v1/contacts/${input.id}/merge`, { otherId: others.id })).is(404);
  });

  it("forgets answers that show both once they are two again", async () => {
    let now = Date.now();
    const app = await testApp({ now: () => (now += 10) });
    const { id, otherId } = await ana(app);
    (await app.post(`/v1/contacts/${id}/merge`, { otherId })).is(200);
    const hello = { channel: "telegram", from: { externalId: "1001" }, text: "Hello again" };
    (await app.post("/v1/messages", hello, once("k"))).is(201);
    (await app.post(`/v1/contacts/${id}/unmerge`, { otherId })).is(200);

    (await app.post("/v1/messages", hello, once("k"))).is(410);
  });
});

describe("POST /v1/contacts/{id}/merge/preview", () => {
  it("shows what the merge then does, and changes nothing", async () => {
    const app = await testApp({ now: () => Date.UTC(2026, 0, 10) });
    const { id, otherId } = await ana(app);
    (await app.post(`/v1/contacts/${otherId}/consents`, { decision: "opt_out" })).is(201);
    const before = (await app.get(`/v1/contacts/${id}`)).is(200);

    const preview = (await app.post(`/v1/contacts/${id}/merge/preview`, { otherId })).is<{ contact: object; fields: object[] }>(200);

    expect(preview).toMatchObject({
      counts: { contact: { messages: 1, identities: 1 }, other: { messages: 1, consents: 1 } },
      optedOut: { contact: false, other: true, after: true },
      tagsAdded: [],
      vetoes: [],
    });
    expect(preview.fields).toContainEqual({ field: "name", from: "other" });
    expect((await app.get(`/v1/contacts/${id}`)).is(200)).toEqual(before);
    expect((await app.post(`/v1/contacts/${id}/merge`, { otherId })).is(200)).toMatchObject({ contact: preview.contact });
  });
});

describe("POST /v1/contacts/{id}/unmerge", () => {
  it("takes apart what was put together, one by one", async () => {
    const app = await testApp();
    const { id, otherId } = await ana(app);
    const third = await said(app, "email", "ana@example.com");
    const contact = async (of: string) => {
      const { updatedAt: _, ...rest } = (await app.get(`/v1/contacts/${of}`)).is<ContactView>(200);
      return rest;
    };
    const before = [await contact(id), await contact(otherId), await contact(third)];
    (await app.post(`/v1/contacts/${otherId}/merge`, { otherId: third })).is(200);
    (await app.post(`/v1/contacts/${id}/merge`, { otherId })).is(200);
    expect((await app.get(`/v1/contacts/${third}`)).is(410)).toMatchObject({ contactId: id });
    (await app.post(`/v1/contacts/${id}/unmerge`, { otherId: third })).is(409);
    expect((await app.post(`/v1/contacts/${otherId}/unmerge`, { otherId: third })).is(410)).toMatchObject({ contactId: id });

    (await app.post(`/v1/contacts/${id}/unmerge`, { otherId })).is(200);
    expect((await app.get(`/v1/contacts/${third}`)).is(410)).toMatchObject({ contactId: otherId });
    (await app.post(`/v1/contacts/${otherId}/unmerge`, { otherId: third })).is(200);

    expect([await contact(id), await contact(otherId), await contact(third)]).toEqual(before);
    const merges = (await app.get(`/v1/contacts/${otherId}/merges`)).is<{ data: { undoneAt: string | null }[] }>(200).data;
    expect(merges.map(({ undoneAt }) => undoneAt)).toEqual([expect.any(String), expect.any(String)]);
    const types = (await app.get(`/v1/contacts/${otherId}/timeline`)).is<{ data: { type: string }[] }>(200).data.map(({ type }) => type);
    expect(types.filter((type) => type.includes("merge"))).toHaveLength(4);
  });
});

describe("the consent ledger", () => {
  it("keeps every word; the last of each node counts, and opting out survives a merge and its end", async () => {
    let now = Date.UTC(2026, 0, 10);
    const app = await testApp({ now: () => (now += 10) });
    const { id, otherId } = await ana(app);
    const say = (to: string, decision: string) => app.post(`/v1/contacts/${to}/consents`, { decision, reason: "On the phone" });
    const optedOut = async (of: string) => (await app.get(`/v1/contacts/${of}`)).is<ContactView>(200).optedOut;

    expect((await say(otherId, "opt_out")).is(201)).toMatchObject({ consent: { node: otherId, source: "api" }, contact: { optedOut: true } });
    expect((await app.post(`/v1/contacts/${id}/merge`, { otherId })).is(200)).toMatchObject({ contact: { optedOut: true } });
    expect((await say(id, "opt_in")).is(201)).toMatchObject({ contact: { optedOut: false } });
    expect((await say(id, "opt_out")).is(201)).toMatchObject({ contact: { optedOut: true } });
    (await app.post(`/v1/contacts/${id}/unmerge`, { otherId })).is(200);

    expect([await optedOut(id), await optedOut(otherId)]).toEqual([true, true]);
    const ledger = (await app.get(`/v1/contacts/${otherId}/consents`)).is<{ data: { decision: string }[] }>(200).data;
    expect(ledger.map(({ decision }) => decision)).toEqual(["opt_out", "opt_in", "opt_out"]);
    expect((await app.get(`/v1/contacts/${id}/timeline`)).is(200)).toMatchObject({
      data: expect.arrayContaining([expect.objectContaining({ type: "consent", decision: "opt_out" })]),
    });
    expect((await say(id, "opt_in")).is(201)).toMatchObject({ contact: { optedOut: false } });
    expect(await optedOut(otherId)).toBe(true);
  });
});

describe("deleting somebody who was several records", () => {
  it("takes the ids that are part of them with it", async () => {
    const app = await testApp();
    const [first, second, third] = [await said(app, "web", "v-1"), await said(app, "telegram", "1001"), await said(app, "email", "x@example.com")];
    for (const id of [second, third]) (await app.patch(`/v1/contacts/${id}`, { company: "qwvxzk", attributes: { mark: "qwvxzk" } })).is(200);
    (await app.post("/v1/messages", { channel: "email", from: { externalId: "x@example.com" }, text: "qwvxzk" }, once("k"))).is(201);
    (await app.post(`/v1/contacts/${second}/merge`, { otherId: third })).is(200);
    (await app.post(`/v1/contacts/${first}/merge`, { otherId: second })).is(200);
    (await app.delete(`/v1/contacts/${first}`)).is(200);

    for (const id of [first, second, third]) (await app.get(`/v1/contacts/${id}`)).is(404);
    (await app.post("/v1/messages", { channel: "email", from: { externalId: "x@example.com" }, text: "qwvxzk" }, once("k"))).is(410);
  });
});
