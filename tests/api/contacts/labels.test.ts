import { describe, expect, it } from "vitest";
import { type Client, testApp } from "#tests/support/app.ts";

type Named = { id: string; name: string };

const person = async ({ post }: Pick<Client, "post">, name = "Ana") => (await post("/v1/contacts", { name })).is<Named>(201);

describe("tags", () => {
  it("are made, attached, renamed, filtered by, detached and deleted", async () => {
    const { post, get, patch, delete: remove } = await testApp();
    const { id } = await person({ post });
    const tag = (await post("/v1/tags", { name: "Wholesale" })).is<Named>(201);

    expect((await post(`/v1/contacts/${id}/tags`, { tagId: tag.id })).is(200)).toMatchObject({ id, tags: [{ id: tag.id, name: "Wholesale" }] });
    expect((await post(`/v1/contacts/${id}/tags`, { tagId: tag.id })).is(200)).toMatchObject({ tags: [{ id: tag.id }] });
    (await patch(`/v1/tags/${tag.id}`, { name: "Bulk" })).is(200);
    expect((await get("/v1/contacts?tag=bulk")).is(200)).toMatchObject({ data: [{ id, tags: [{ id: tag.id, name: "Bulk" }] }] });
    expect((await remove(`/v1/contacts/${id}/tags/${tag.id}`)).is(200)).toMatchObject({ tags: [] });

    await post(`/v1/contacts/${id}/tags`, { tagId: tag.id });
    (await remove(`/v1/tags/${tag.id}`)).is(204);
    expect((await get(`/v1/contacts/${id}`)).is(200)).toMatchObject({ tags: [] });
    expect((await get("/v1/tags")).is(200)).toEqual({ data: [], nextCursor: null });
    (await get(`/v1/tags/${tag.id}`)).is(404);
  });

  it("are made by their name when attached, and found again whatever its case and accents", async () => {
    const { post, get } = await testApp();
    const { id } = await person({ post });

    await post(`/v1/contacts/${id}/tags`, { name: "Café" });
    const contact = (await post(`/v1/contacts/${id}/tags`, { name: "CAFE" })).is(200);

    expect(contact).toMatchObject({ tags: [{ name: "Café" }] });
    expect((await get("/v1/tags")).is<{ data: Named[] }>(200).data).toHaveLength(1);
  });

  it("have names of their own", async () => {
    const { post, patch } = await testApp();
    const first = (await post("/v1/tags", { name: "Café" })).is<Named>(201);
    const second = (await post("/v1/tags", { name: "Bar" })).is<Named>(201);

    expect((await post("/v1/tags", { name: "cafe" })).is(409)).toMatchObject({ tagId: first.id, errors: [{ pointer: "/name" }] });
    expect((await patch(`/v1/tags/${second.id}`, { name: "CAFÉ" })).is(409)).toMatchObject({ tagId: first.id });
    (await patch(`/v1/tags/${first.id}`, { name: "CAFÉ" })).is(200);
  });

  it("are attached once when twenty requests ask at the same time", async () => {
    const { post, get } = await testApp();
    const { id } = await person({ post });

    const answers = await Promise.all(Array.from({ length: 20 }, () => post(`/v1/contacts/${id}/tags`, { name: "New" })));

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect((await get("/v1/tags")).is<{ data: Named[] }>(200).data).toHaveLength(1);
  });

  it("refuse a blank name, and a choice of nothing", async () => {
    const { post } = await testApp();
    const { id } = await person({ post });

    expect((await post("/v1/tags", { name: " \u200b " })).status).not.toBe(500);
    (await post("/v1/tags", { name: "  " })).is(422);
    (await post(`/v1/contacts/${id}/tags`, {})).is(422);
  });
});

describe("notes", () => {
  it("are written, read newest first, edited and deleted", async () => {
    const { post, get, patch, delete: remove } = await testApp();
    const { id } = await person({ post });
    const first = (await post(`/v1/contacts/${id}/notes`, { text: "First" })).is<Named>(201);
    const second = (await post(`/v1/contacts/${id}/notes`, { text: "Second" })).is<Named>(201);

    expect((await get(`/v1/contacts/${id}/notes?limit=1`)).is(200)).toMatchObject({
      data: [{ id: second.id, contactId: id, by: "key_admin" }],
      nextCursor: expect.any(String),
    });
    expect((await patch(`/v1/contacts/${id}/notes/${first.id}`, { text: "Changed" })).is(200)).toMatchObject({ id: first.id, text: "Changed" });
    (await remove(`/v1/contacts/${id}/notes/${second.id}`)).is(204);
    expect((await get(`/v1/contacts/${id}/notes`)).is(200)).toMatchObject({ data: [{ id: first.id, text: "Changed" }], nextCursor: null });
  });

  it("are found only under their contact", async () => {
    const { post, patch } = await testApp();
    const [ana, ben] = [await person({ post }), await person({ post }, "Ben")];
    const note = (await post(`/v1/contacts/${ana.id}/notes`, { text: "About Ana" })).is<Named>(201);

    (await patch(`/v1/contacts/${ben.id}/notes/${note.id}`, { text: "About Ben" })).is(404);
  });
});

describe("branches", () => {
  it("stay while conversations or open alerts belong to them, and go when these are elsewhere", async () => {
    const { post, get, patch, delete: remove } = await testApp();
    const branch = (await post("/v1/branches", { name: "Cebu" })).is<Named>(201);
    const says = { channel: "web", from: { externalId: "v-1", branch: branch.id }, text: "I want to talk to a real person NOW" };
    const { contact, conversation } = (await post("/v1/messages", says)).is<{ contact: Named; conversation: Named }>(201);
    (await patch(`/v1/contacts/${contact.id}`, { branchId: null })).is(200);

    expect((await remove(`/v1/branches/${branch.id}`)).is(409)).toMatchObject({ conversations: 1, alerts: 1 });

    (await post(`/v1/conversations/${conversation.id}/branch`, { branchId: null })).is(200);
    const { data } = (await get(`/v1/alerts?branch=${branch.id}`)).is<{ data: Named[] }>(200);
    expect(data).toHaveLength(1);
    (await remove(`/v1/branches/${branch.id}`)).is(409);
    (await post(`/v1/alerts/${data[0]?.id}/resolve`, {})).is(200);
    (await remove(`/v1/branches/${branch.id}`)).is(204);
  });

  it("are made, edited, given to contacts and deleted when nobody belongs to them", async () => {
    const { post, get, patch, delete: remove } = await testApp();
    const { id } = await person({ post });
    const given = { name: "Makati", address: "12 Jupiter Street", email: "Makati@Example.com", phone: "+63 917 123 4567", timeZone: "Asia/Manila" };
    const branch = (await post("/v1/branches", given)).is<Named>(201);

    expect(branch).toMatchObject({ ...given, email: "makati@example.com", phone: "+639171234567" });
    expect((await patch(`/v1/branches/${branch.id}`, { address: null })).is(200)).toMatchObject({
      name: "Makati",
      address: null,
      timeZone: "Asia/Manila",
    });
    (await patch(`/v1/contacts/${id}`, { branchId: branch.id })).is(200);
    expect((await get(`/v1/contacts?branch=${branch.id}`)).is(200)).toMatchObject({ data: [{ id }] });

    (await remove(`/v1/branches/${branch.id}`)).is(409);
    (await patch(`/v1/contacts/${id}`, { branchId: null })).is(200);
    (await remove(`/v1/branches/${branch.id}`)).is(204);
    expect((await get("/v1/branches")).is(200)).toMatchObject({ data: [] });
  });

  it("are where a customer writes to: the conversation and a contact without one belong to it", async () => {
    const { post } = await testApp();
    const branch = (await post("/v1/branches", { name: "Cebú" })).is<Named>(201);
    const from = { externalId: "v-1", branch: "cebu" };

    const wrote = (await post("/v1/messages", { channel: "web", from, text: "Hello" })).is(201);

    expect(wrote).toMatchObject({ contact: { branchId: branch.id }, conversation: { branchId: branch.id } });
  });

  it.each([
    ["/name", {}],
    ["/email", { name: "A", email: "x" }],
    ["/phone", { name: "A", phone: "1" }],
    ["/timeZone", { name: "A", timeZone: "+08:00" }],
  ])("refuse a fault at %s", async (pointer, input) => {
    const { post } = await testApp();

    expect((await post("/v1/branches", input)).is(422)).toMatchObject({ errors: [{ pointer }] });
  });
});

describe("keys", () => {
  it("open the agent's data until they are revoked", async () => {
    const { post, get, delete: remove, as } = await testApp();
    const { key, id } = (await post("/v1/keys", { name: "website", scopes: ["read"] })).is<{ key: string; id: string }>(201);
    expect(key).toMatch(/^rk_\w{43}$/);
    (await as(key).get("/v1/contacts")).is(200);

    expect((await remove(`/v1/keys/${id}`)).is(200)).toMatchObject({ id, revokedAt: expect.any(String) });

    (await as(key).get("/v1/contacts")).is(401);
    const listed = await get("/v1/keys");
    expect(listed.is(200)).toMatchObject({ data: expect.arrayContaining([expect.objectContaining({ id, scopes: ["read"] })]) });
    expect(listed.text).not.toContain(key);
    expect(listed.text).not.toMatch(/[0-9a-f]{64}/);
  });

  it("cannot revoke themselves", async () => {
    const { delete: remove, get } = await testApp();

    (await remove("/v1/keys/key_admin")).is(409);
    (await get("/v1/keys")).is(200);
  });

  it("are renamed", async () => {
    const { patch } = await testApp();

    expect((await patch("/v1/keys/key_admin", { name: "first" })).is(200)).toMatchObject({ id: "key_admin", name: "first" });
  });
});

describe("agents", () => {
  it("are made with a key of their own, and share nothing", async () => {
    const { post, get, as } = await testApp();
    const made = (await post("/v1/agents", { name: "Resort", timeZone: "Asia/Manila", region: "PH" })).is<{ id: string; key: string }>(201);
    const resort = as(made.key);

    expect((await resort.get("/v1/settings")).is(200)).toMatchObject({ version: 1, settings: { timeZone: "Asia/Manila", region: "PH" } });
    (await resort.post("/v1/contacts", { name: "Ana" })).is(201);
    expect((await get("/v1/contacts")).is(200)).toMatchObject({ data: [] });
    expect((await get("/v1/agents")).is(200)).toMatchObject({
      data: expect.arrayContaining([expect.objectContaining({ id: made.id, name: "Resort" })]),
    });
  });

  it("need a zone and a country that exist", async () => {
    const { post } = await testApp();

    expect((await post("/v1/agents", { name: "A", timeZone: "Nowhere" })).is(422)).toMatchObject({ errors: [{ pointer: "/timeZone" }] });
    expect((await post("/v1/agents", { name: "A", region: "ph" })).is(422)).toMatchObject({ errors: [{ pointer: "/region" }] });
  });
});
