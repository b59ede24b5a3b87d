import { describe, expect, it } from "vitest";
import { type TestApp, testApp } from "#tests/support/app.ts";

type Told = { contact: { id: string; awaitingReply: boolean }; conversation: Conversation };
type Conversation = { id: string; contactId: string; state: string; branchId: string | null; assigneeId: string | null; waitingSince: string | null };
type Entry = Conversation & { contact: { name: string } };
type Inbox = { data: Entry[]; nextCursor: string | null; total?: number; counts?: Record<string, number> };

const minute = 60_000;

/** A clock that goes on by a minute with each message; `say` without an author is the customer. */
async function opened() {
  const clock = { now: Date.parse("2026-11-24T09:00:00Z") };
  const app = await testApp({ now: () => clock.now });
  const say = async (who: string, text: string, more: { author?: "bot" | "staff"; channel?: string; branch?: string } = {}) => {
    clock.now += minute;
    const { author, channel = "web", branch } = more;
    const sides = author ? { direction: "outbound", author } : {};
    const from = { externalId: who, name: who, ...(branch && { branch }) };
    return (await app.post("/v1/messages", { channel, from, text, ...sides })).is<Told>(201);
  };
  const inbox = async (query = "") => (await app.get(`/v1/conversations${query}`)).is<Inbox>(200);
  const names = async (query = "") => (await inbox(query)).data.map(({ contact }) => contact.name);
  const act = async (id: string, what: string, body?: object) => (await app.post(`/v1/conversations/${id}/${what}`, body)).is<Conversation>(200);
  return { app, clock, say, inbox, names, act };
}

const member = async ({ post }: TestApp, name: string) =>
  (await post("/v1/staff", { name, role: "agent", email: `${name}@shop.example` })).is<{ id: string }>(201).id;

/** Ana and Cai wait, Ben was answered, Dora is done. */
async function withFour() {
  const opening = await opened();
  const { app, say, act } = opening;
  const north = (await app.post("/v1/branches", { name: "North" })).is<{ id: string }>(201).id;
  const ana = await say("Ana", "How much is it?", { branch: "North" });
  const ben = await say("Ben", "Do you deliver?");
  const cai = await say("Cai", "Are you open?", { channel: "telegram" });
  const dora = await say("Dora", "Where are you?", { channel: "telegram", branch: "North" });
  await say("Ben", "We do", { author: "staff" });
  await act(dora.conversation.id, "done");
  return { ...opening, north, ana, ben, cai, dora };
}

describe("the inbox over HTTP", () => {
  it("is filtered by state, channel, branch, who looks after it and contact, and sorted both ways", async () => {
    const { app, names, north, ana, cai, act } = await withFour();
    const kim = await member(app, "Kim");
    await act(cai.conversation.id, "assign", { assigneeId: kim });

    const queries: [string, string[]][] = [
      ["", ["Ben", "Dora", "Cai", "Ana"]],
      ["?sort=lastMessageAt", ["Ana", "Cai", "Dora", "Ben"]],
      ["?sort=waitingSince", ["Ana", "Cai"]],
      ["?sort=-waitingSince", ["Cai", "Ana"]],
      ["?state=waiting", ["Cai", "Ana"]],
      ["?state=answered,done", ["Ben", "Dora"]],
      ["?channel=telegram", ["Dora", "Cai"]],
      [`?branch=${north}`, ["Dora", "Ana"]],
      ["?branch=none", ["Ben", "Cai"]],
      [`?branch=none,${north}&state=waiting`, ["Cai", "Ana"]],
      [`?assignee=${kim}`, ["Cai"]],
      ["?assignee=none", ["Ben", "Dora", "Ana"]],
      ["?assignee=none&sort=waitingSince", ["Ana"]],
      [`?contactId=${ana.contact.id}`, ["Ana"]],
      ["?assignee=stf_nobody", []],
    ];
    for (const [query, expected] of queries) expect([query, await names(query)]).toEqual([query, expected]);
  });

  it("has pages that leave nobody out, and counts by state for the other filters", async () => {
    const { inbox, north } = await withFour();
    const first = await inbox("?limit=3&total=true");
    const second = await inbox(`?limit=3&total=true&cursor=${first.nextCursor}`);

    expect([...first.data, ...second.data].map(({ contact }) => contact.name)).toEqual(["Ben", "Dora", "Cai", "Ana"]);
    expect(second.nextCursor).toBeNull();
    expect(first).toMatchObject({ total: 4, counts: { waiting: 2, answered: 1, taken_over: 0, done: 1 } });
    expect(await inbox(`?branch=${north}&total=true&state=waiting`)).toMatchObject({ total: 1, counts: { waiting: 1, done: 1, answered: 0 } });
    expect(await inbox("?channel=telegram&total=true")).toMatchObject({ total: 2, counts: { waiting: 1, done: 1 } });
  });

  it.each([
    ["/state/0", "?state=open"],
    ["/sort", "?sort=name"],
    ["/channel/0", "?channel=fax"],
    ["/cursor", "?cursor=x"],
  ])("refuses a fault at %s in %s", async (pointer, query) => {
    const { get } = await testApp();

    expect((await get(`/v1/conversations${query}`)).is(422)).toMatchObject({ errors: [{ pointer }] });
  });
});

describe("a conversation", () => {
  it("is assigned to staff and to nobody else, and given back", async () => {
    const { app, say, act } = await opened();
    const { conversation } = await say("Ana", "How much is it?");
    const kim = await member(app, "Kim");

    expect(await act(conversation.id, "assign", { assigneeId: kim })).toMatchObject({ assigneeId: kim, state: "waiting" });
    expect((await app.post(`/v1/conversations/${conversation.id}/assign`, { assigneeId: "stf_nobody" })).is(422)).toMatchObject({
      errors: [{ pointer: "/assigneeId" }],
    });
    expect(await act(conversation.id, "assign", { assigneeId: null })).toMatchObject({ assigneeId: null });
  });

  it("is done and opened again, taken over and released, once under one key", async () => {
    const { app, say, act, inbox } = await opened();
    const { contact, conversation } = await say("Ana", "How much is it?");
    const { id, waitingSince } = conversation;
    const awaiting = async () => (await app.get("/v1/contacts?awaitingReply=true")).is<{ data: { id: string }[] }>(200).data.map((each) => each.id);
    expect(await awaiting()).toEqual([contact.id]);

    expect(await act(id, "done")).toMatchObject({ state: "done", waitingSince: null });
    expect(await awaiting()).toEqual([]);
    expect(await act(id, "reopen")).toMatchObject({ state: "waiting", waitingSince });
    expect(await act(id, "take-over")).toMatchObject({ state: "taken_over", waitingSince });
    expect(await inbox("?sort=waitingSince&state=taken_over")).toMatchObject({ data: [{ id }] });
    expect(await act(id, "release")).toMatchObject({ state: "waiting", waitingSince });
    expect(await awaiting()).toEqual([contact.id]);
    const key = { "idempotency-key": "done-once" };
    const first = (await app.post(`/v1/conversations/${id}/done`, undefined, key)).is(200);
    await act(id, "reopen");
    expect((await app.post(`/v1/conversations/${id}/done`, undefined, key)).is(200)).toEqual(first);
    expect((await app.get(`/v1/conversations/${id}`)).is(200)).toMatchObject({ state: "waiting" });
  });

  it("follows its contact into a merge, with its state, and back", async () => {
    const { app, say, inbox } = await opened();
    const ana = await say("Ana", "How much is it?");
    const anna = await say("Anna", "Do you deliver?", { channel: "telegram" });
    await say("Anna", "We do", { author: "staff", channel: "telegram" });
    const [id, otherId] = [ana.contact.id, anna.contact.id];
    (await app.post(`/v1/contacts/${id}/merge`, { otherId })).is(200);

    expect(await inbox(`?contactId=${id}&sort=lastMessageAt&total=true`)).toMatchObject({
      data: [
        { id: ana.conversation.id, state: "waiting" },
        { id: anna.conversation.id, state: "answered" },
      ],
    });
    (await app.post(`/v1/contacts/${id}/unmerge`, { otherId })).is(200);
    expect(await inbox(`?contactId=${otherId}`)).toMatchObject({ data: [{ id: anna.conversation.id, state: "answered" }] });
  });

  it("moves to a branch with its open alerts, where lists and alerts find it", async () => {
    const { app, say, act, names } = await opened();
    const south = (await app.post("/v1/branches", { name: "South" })).is<{ id: string }>(201).id;
    const { id } = (await say("Ana", "I want to talk to a real person")).conversation;

    expect(await act(id, "branch", { branchId: south })).toMatchObject({ branchId: south });

    expect([await names(`?branch=${south}`), await names("?branch=none")]).toEqual([["Ana"], []]);
    expect((await app.get(`/v1/alerts?branch=${south}`)).is<{ data: unknown[] }>(200).data).toMatchObject([{ conversationId: id }]);
    expect((await app.post(`/v1/conversations/${id}/branch`, { branchId: "brn_nowhere" })).is(404)).toMatchObject({
      errors: [{ pointer: "/branchId" }],
    });
    expect(await act(id, "branch", { branchId: null })).toMatchObject({ branchId: null });
  });

  it("belongs to the branch named first, else to that of a contact who has one already", async () => {
    const { app, say, names } = await opened();
    const [north, south] = await Promise.all(
      ["North", "South"].map(async (name) => (await app.post("/v1/branches", { name })).is<{ id: string }>(201).id),
    );
    await say("Ana", "How much is it?", { branch: "North" });
    await say("Ana", "Hello?", { branch: "South" });
    const ben = (await app.post("/v1/contacts", { name: "Ben", email: "ben@shop.example" })).is<{ id: string }>(201);
    (await app.patch(`/v1/contacts/${ben.id}`, { branchId: south })).is(200);
    expect((await say("ben@shop.example", "Are you open?", { channel: "email" })).contact.id).toBe(ben.id);

    expect([await names(`?branch=${north}`), await names(`?branch=${south}`)]).toEqual([["Ana"], ["Ben"]]);
  });

  it("has notes, which are its contact's too, follow it out of a merge and go with it", async () => {
    const { app, say } = await opened();
    const ana = await say("Ana", "How much is it?");
    const anna = await say("Anna", "Do you deliver?", { channel: "telegram" });
    const [id, otherId] = [ana.contact.id, anna.contact.id];
    const notesOf = async (path: string) => (await app.get(`/v1/${path}/notes`)).is<{ data: { text: string }[] }>(200).data.map(({ text }) => text);
    (await app.post(`/v1/conversations/${anna.conversation.id}/notes`, { text: "Before" })).is(201);
    (await app.post(`/v1/contacts/${otherId}/notes`, { text: "Of Anna" })).is(201);
    (await app.post(`/v1/contacts/${id}/merge`, { otherId })).is(200);
    expect((await app.post(`/v1/conversations/${anna.conversation.id}/notes`, { text: "After" })).is(201)).toMatchObject({
      contactId: id,
      conversationId: anna.conversation.id,
    });
    expect((await notesOf(`contacts/${id}`)).sort()).toEqual(["After", "Before", "Of Anna"]);

    (await app.post(`/v1/contacts/${id}/unmerge`, { otherId })).is(200);

    expect([(await notesOf(`contacts/${id}`)).sort(), (await notesOf(`contacts/${otherId}`)).sort()]).toEqual([[], ["After", "Before", "Of Anna"]]);
    expect((await notesOf(`conversations/${anna.conversation.id}`)).sort()).toEqual(["After", "Before"]);
    expect(await notesOf(`conversations/${ana.conversation.id}`)).toEqual([]);
    (await app.delete(`/v1/contacts/${otherId}`)).is(200);
    (await app.get(`/v1/conversations/${anna.conversation.id}/notes`)).is(404);
  });
});
