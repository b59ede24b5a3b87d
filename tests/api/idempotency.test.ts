import { describe, expect, it } from "vitest";
import type { Directory } from "#core/ports/store.ts";
import { testApp } from "../support/app.ts";
import { guarded } from "../support/operations.ts";
import { fill, oneOfEach } from "../support/records/one-of-each.ts";

const once = (key: string) => ({ "idempotency-key": key });
const hello = { channel: "web", from: { externalId: "v-1" }, text: "Hello" };

/** They need a delivery whose fate is unknown, a job that has failed, another contact, a hash or fingerprint, a time ahead, a file: proved where those are made. */
const elsewhere = [
  "resolveDelivery",
  "retryJob",
  "previewMerge",
  "mergeContacts",
  "unmergeContacts",
  "applySettings",
  "importContacts",
  "applyImport",
  "createReminder",
  "approveFollowUp",
  "snoozeFollowUp",
];
const posts = guarded.filter(({ method, id }) => method === "POST" && !elsewhere.includes(id));
/** Connecting an account twice is a conflict, and so is a person with the same verified phone. */
const alone = ["connectAccount", "createContact"];

describe("every POST of the document", () => {
  it("answers a repeat of the same key and body with the first answer", async () => {
    for (const operation of posts) {
      const { id, body } = operation;
      const app = await testApp();
      const path = alone.includes(id) ? operation.path : fill(operation, await oneOfEach(app));

      const first = await app.post(path, body, once("k"));
      const second = await app.post(path, body, once("k"));

      expect([id, first.status < 300, first.headers.get("idempotency-replayed")]).toEqual([id, true, null]);
      expect([id, second.status, second.headers.get("idempotency-replayed")]).toEqual([id, first.status, "true"]);
      expect([id, second.body]).toEqual([id, first.body]);
    }
  });

  it("refuses the same key with another body", async () => {
    for (const operation of posts) {
      const { id, body } = operation;
      const app = await testApp();
      const path = alone.includes(id) ? operation.path : fill(operation, await oneOfEach(app));
      await app.post(path, body, once("k"));

      const answer = await app.post(path, { ...(body as object), surprising: 1 }, once("k"));

      expect([id, answer.status, (answer.body as { code: string }).code]).toEqual([id, 409, "conflict"]);
    }
  });
});

describe("an Idempotency-Key", () => {
  it("has its effect once when five requests come at the same time", async () => {
    const { post, get } = await testApp();

    const answers = await Promise.all(Array.from({ length: 5 }, () => post("/v1/messages", hello, once("k"))));

    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect((await get("/v1/contacts?total=true")).is(200)).toMatchObject({ total: 1, data: [{ messageCount: 1 }] });
  });

  it("is in use while its request is being carried out", async () => {
    const gate = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    const { post } = await testApp({ wrap: (directory) => gated(directory, arrived.resolve, gate.promise) });

    const first = post("/v1/tags", { name: "wholesale" }, once("k"));
    await arrived.promise;
    const second = await post("/v1/tags", { name: "wholesale" }, once("k"));
    gate.resolve();

    second.is(409);
    (await first).is(201);
    (await post("/v1/tags", { name: "wholesale" }, once("k"))).is(201);
  });

  it("belongs to its path and to its agent", async () => {
    const { post, otherAgent } = await testApp();
    (await post("/v1/tags", { name: "wholesale" }, once("k"))).is(201);

    (await post("/v1/branches", { name: "wholesale" }, once("k"))).is(409);
    (await otherAgent.post("/v1/tags", { name: "wholesale" }, once("k"))).is(201);
  });

  it("may be used again after a request that was refused", async () => {
    const { post } = await testApp();
    (await post("/v1/tags", { name: "" }, once("k"))).is(422);

    (await post("/v1/tags", { name: "wholesale" }, once("k"))).is(201);
  });

  it("answers gone once the contact in the kept answer has been deleted", async () => {
    const { post, delete: remove } = await testApp();
    const { contact } = (await post("/v1/messages", hello, once("k"))).is<{ contact: { id: string } }>(201);
    (await remove(`/v1/contacts/${contact.id}`)).is(200);

    (await post("/v1/messages", hello, once("k"))).is(410);
  });

  it("shows a new API key again without its being stored", async () => {
    const { post, ctx, as } = await testApp();
    const first = (await post("/v1/keys", { name: "website" }, once("k"))).is<{ key: string }>(201);
    const second = (await post("/v1/keys", { name: "website" }, once("k"))).is<{ key: string }>(201);

    expect(second).toEqual(first);
    (await as(second.key).get("/v1/contacts")).is(200);
    const { sha256 } = await import("#api/digest.ts");
    expect((await ctx.store.idempotency.find(await sha256("k")))?.body).not.toContain(first.key);
  });

  it("keeps the tags that the first answer showed", async () => {
    const { post } = await testApp();
    const { contact } = (await post("/v1/messages", hello)).is<{ contact: { id: string } }>(201);
    (await post(`/v1/contacts/${contact.id}/tags`, { name: "wholesale" })).is(200);

    const first = (await post("/v1/messages", hello, once("k"))).is(201);
    const second = (await post("/v1/messages", hello, once("k"))).is(201);

    expect(first).toMatchObject({ contact: { tags: [{ name: "wholesale" }] } });
    expect(second).toEqual(first);
  });

  it("must be printable", async () => {
    const { post } = await testApp();

    const answer = await post("/v1/tags", { name: "x" }, once("k".repeat(256)));

    expect(answer.is(422)).toMatchObject({ errors: [{ pointer: "/Idempotency-Key" }] });
  });
});

/** A directory whose stores tell when they arrive at the gate, and wait there before they commit. */
function gated(directory: Directory, arrive: () => void, gate: Promise<void>): Directory {
  return {
    ...directory,
    store: (agentId) => {
      const store = directory.store(agentId);
      const commit: typeof store.commit = async (changes) => {
        arrive();
        await gate;
        await store.commit(changes);
      };
      return new Proxy(store, { get: (target, name, receiver) => (name === "commit" ? commit : Reflect.get(target, name, receiver)) });
    },
  };
}
