import { describe, expect, it } from "vitest";
import { testApp } from "../support/app.ts";
import { guarded } from "../support/operations.ts";
import { fill, oneOfEach } from "../support/records/one-of-each.ts";

/** A template of settings is the product's, not an agent's. */
/** A week before the times that the examples of the document name, so that they can be sent. */
const now = () => Date.parse("2026-11-24T09:00:00Z");
const withIds = guarded.filter(({ path }) => path.includes("{") && !path.includes("{type}"));

describe("an id of another agent", () => {
  it("is not found in any route of the document", async () => {
    const app = await testApp({ now });
    const ids = await oneOfEach(app);

    const answers = [];
    for (const operation of withIds)
      answers.push([operation.id, (await app.otherAgent.send(operation.method, fill(operation, ids), operation.body)).status]);

    expect(withIds.length).toBeGreaterThan(20);
    expect(answers).toEqual(withIds.map(({ id }) => [id, 404]));
  });

  it("is found by its own agent in the same routes", async () => {
    const missing = [];
    let app = await testApp({ now });
    let ids = await oneOfEach(app);
    // A job that has failed and another contact are made where those routes are proved.
    for (const operation of withIds.filter(({ path }) => !/^\/v1\/jobs\/|merge(\/preview)?$/.test(path))) {
      let answer = await app.send(operation.method, fill(operation, ids), operation.body);
      if (answer.status >= 300) {
        // What it needs was deleted or changed by one of the operations before it.
        app = await testApp({ now });
        ids = await oneOfEach(app);
        answer = await app.send(operation.method, fill(operation, ids), operation.body);
      }
      if (answer.status === 404 || answer.status === 422 || answer.status >= 500) missing.push([operation.id, answer.status, answer.text]);
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
    (await other.post("/v1/contacts/bulk", { filter: { vip: true }, action: "tag", tagId: ids.tags })).is(404);
    (await other.post("/v1/contacts/bulk", { filter: { vip: true }, action: "branch", branchId: ids.branches })).is(404);
    (await other.post("/v1/contacts/bulk", { filter: { segment: ids.segments }, action: "owner", ownerId: null })).is(404);
    (await other.get(`/v1/contacts?segment=${ids.segments}`)).is(404);
    (await other.get(`/v1/contacts.csv?segment=${ids.segments}`)).is(404);
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
