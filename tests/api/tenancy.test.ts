import { describe, expect, it } from "vitest";
import { type TestApp, testApp } from "../support/app.ts";
import { guarded, type Operation } from "../support/operations.ts";

type Ids = Record<"contacts" | "messages" | "conversations" | "tags" | "notes" | "branches" | "keys", string>;

/** One of everything that has an id, of the default agent. */
async function oneOfEach({ post }: TestApp): Promise<Ids> {
  const input = { channel: "web", from: { externalId: "v-1" }, text: "Hello" };
  const { message, contact, conversation } = (await post("/v1/messages", input)).is<Record<"message" | "contact" | "conversation", { id: string }>>(
    201,
  );
  const made = async (path: string, body: object) => (await post(path, body)).is<{ id: string }>(201).id;
  const tags = await made("/v1/tags", { name: "wholesale" });
  (await post(`/v1/contacts/${contact.id}/tags`, { tagId: tags })).is(200);
  return {
    contacts: contact.id,
    messages: message.id,
    conversations: conversation.id,
    tags,
    notes: await made(`/v1/contacts/${contact.id}/notes`, { text: "A note" }),
    branches: await made("/v1/branches", { name: "Makati" }),
    keys: await made("/v1/keys", { name: "website" }),
  };
}

/** `/v1/contacts/{id}/tags/{tagId}` with the ids of what each parameter stands behind. */
function fill({ path }: Operation, ids: Ids): string {
  return path.replace(/([a-z-]+)\/\{\w+\}/g, (_whole, noun: keyof Ids) => `${noun}/${ids[noun] ?? `no-id-for-${noun}`}`);
}

const withIds = guarded.filter(({ path }) => path.includes("{"));

describe("an id of another agent", () => {
  it("is not found in any route of the document", async () => {
    const app = await testApp();
    const ids = await oneOfEach(app);

    const answers = [];
    for (const operation of withIds)
      answers.push([operation.id, (await app.otherAgent.send(operation.method, fill(operation, ids), operation.body)).status]);

    expect(withIds.length).toBeGreaterThan(20);
    expect(answers).toEqual(withIds.map(({ id }) => [id, 404]));
  });

  it("is found by its own agent in the same routes", async () => {
    const app = await testApp();
    const ids = await oneOfEach(app);
    const order = (operation: Operation) => (operation.method === "DELETE" ? (/^\/v1\/contacts\/\{id\}$/.test(operation.path) ? 2 : 1) : 0);
    const missing = [];
    for (const operation of [...withIds].sort((a, b) => order(a) - order(b))) {
      const answer = await app.send(operation.method, fill(operation, ids), operation.body);
      if (answer.status >= 300) missing.push([operation.id, answer.status, answer.text]);
      if (operation.id === "retractMessage" || operation.id === "deleteTag") Object.assign(ids, await oneOfEachAgain(app, ids));
    }

    expect(missing).toEqual([]);
  });

  it("is not found in bodies either, and filters nothing in", async () => {
    const app = await testApp();
    const ids = await oneOfEach(app);
    const other = app.otherAgent;
    const own = (await other.post("/v1/contacts", { name: "Ben" })).is<{ id: string }>(201);

    (await other.post("/v1/actions", { contactId: ids.contacts, action: "form_submitted" })).is(404);
    (await other.post(`/v1/contacts/${own.id}/tags`, { tagId: ids.tags })).is(404);
    (await other.patch(`/v1/contacts/${own.id}`, { branchId: ids.branches })).is(404);
    expect((await other.post("/v1/contacts/delete", { ids: [ids.contacts] })).is(200)).toEqual({ receipts: [], notFound: [ids.contacts] });
    for (const filter of [`tag=${ids.tags}`, `branch=${ids.branches}`, "q=visitor"]) {
      expect((await other.get(`/v1/contacts?${filter}`)).is(200)).toMatchObject({ data: [] });
    }
    expect((await other.get("/v1/contacts")).is(200)).toMatchObject({ data: [{ id: own.id }] });
  });

  it("does not meet an equal identity, external id or tag name of another agent", async () => {
    const app = await testApp();
    const input = { channel: "web", externalId: "m-1", from: { externalId: "v-1" }, text: "Hello" };
    const mine = (await app.post("/v1/messages", input)).is<{ contact: { id: string } }>(201);
    const theirs = (await app.otherAgent.post("/v1/messages", input)).is<{ contact: { id: string } }>(201);

    expect(theirs.contact.id).not.toBe(mine.contact.id);
    (await app.post("/v1/tags", { name: "wholesale" })).is(201);
    (await app.otherAgent.post("/v1/tags", { name: "wholesale" })).is(201);
  });
});

/** New ones for what a deletion has just taken away. */
async function oneOfEachAgain(app: TestApp, ids: Ids): Promise<Partial<Ids>> {
  const tags = (await app.post("/v1/tags", { name: `again ${Math.random()}` })).is<{ id: string }>(201).id;
  const input = { channel: "web", from: { externalId: "v-1" }, text: "Hello" };
  const { message } = (await app.post("/v1/messages", input)).is<{ message: { id: string } }>(201);
  return { ...ids, tags, messages: message.id };
}
