import Database from "libsql";
import { describe, expect, it } from "vitest";
import { sha256 } from "#api/digest.ts";
import { schedules } from "#core/jobs/schedules.ts";
import { scopes as everyScope } from "#core/model/vocabulary.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Directory } from "#core/ports/store.ts";
import { type TestApp, testApp } from "../support/app.ts";
import { guarded, type Operation } from "../support/operations.ts";
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
const allPosts = guarded.filter(({ method, id }) => method === "POST" && !elsewhere.includes(id));
const showsSecret = ({ answers }: Operation) => answers.some(({ isSecret }) => isSecret);
const posts = allPosts.filter((operation) => !showsSecret(operation));
const secretPosts = allPosts.filter(showsSecret);
/** Connecting an account twice is a conflict, and so is a person with the same verified phone. */
const alone = ["connectAccount", "createContact"];

describe("an answer that an earlier version stored", () => {
  it("is not given to anybody, and its request is not carried out again", async () => {
    const app = await testApp();
    const { agentId } = app.ctx.store;
    const former = { agentId, keyHash: await sha256("k"), requestHash: "r", ownerId: null, contactId: null, status: 201, body: "{}", createdAt: 0 };
    await app.ctx.store.commit(new ChangeSet().insert("idempotency", former));

    const again = (await app.post("/v1/tags", { name: "North" }, once("k"))).is<{ detail: string }>(409);
    const other = await app.post("/v1/tags", { name: "North" }, once("another"));

    expect(again.detail).toContain("earlier version");
    expect([other.status, (await app.post("/v1/tags", { name: "North" }, once("another"))).headers.get("idempotency-replayed")]).toEqual([
      201,
      "true",
    ]);
  });
});

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

  it("answers once when the answer shows a secret, and says so when it is asked for again", async () => {
    expect(secretPosts.length).toBeGreaterThan(1);
    for (const operation of secretPosts) {
      const { id, body } = operation;
      const app = await testApp();
      const path = fill(operation, await oneOfEach(app));

      const first = (await app.post(path, body, once("k"))).is<{ key: string }>(201);
      const second = await app.post(path, body, once("k"));

      expect([id, second.status, second.text.includes(first.key)]).toEqual([id, 409, false]);
      expect(second.body).toMatchObject({ detail: expect.stringContaining("secret") });
      expect(JSON.stringify(await storedAnswers(app))).not.toContain(first.key);
    }
  });

  it("asks for the permission, and who the key's owner is, before it gives a stored answer", async () => {
    for (const operation of allPosts) {
      const { id, body } = operation;
      const app = await testApp();
      const path = alone.includes(id) ? operation.path : fill(operation, await oneOfEach(app));
      const made = async (scopes: readonly string[]) =>
        (await app.post("/v1/keys", { name: "another", scopes })).is<{ id: string; key: string }>(201);
      const owner = await made(["admin"]);
      const first = await app.as(owner.key).post(path, body, once("k"));
      const others = [app.otherAgent, ...(await Promise.all(everyScope.map((scope) => made([scope])))).map(({ key }) => app.as(key))];

      for (const other of others) {
        const answer = await other.post(path, body, once("k"));
        expect([id, answer.headers.get("idempotency-replayed")]).toEqual([id, null]);
      }
      // The very key that has the answer loses its scopes, past the program: nothing but the permission can stop it now.
      const held = await app.ctx.store.keys.find(owner.id);
      if (held) await app.ctx.store.commit(new ChangeSet().put("keys", { ...held, scopes: ["read"] }));
      (await app.delete(`/v1/keys/${(await made(["read"])).id}`)).is(200);
      expect([id, first.status < 300, (await app.as(owner.key).post(path, body, once("k"))).status]).toEqual([id, true, 403]);
    }
  });

  it("refuses the same key with another body", async () => {
    for (const operation of allPosts) {
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

  it("makes one API key, however often it is asked", async () => {
    const { post, get, as } = await testApp();
    const first = (await post("/v1/keys", { name: "website" }, once("k"))).is<{ key: string }>(201);
    (await post("/v1/keys", { name: "website" }, once("k"))).is(409);

    (await as(first.key).get("/v1/contacts")).is(200);
    const { data } = (await get("/v1/keys")).is<{ data: { name: string }[] }>(200);
    expect(data.filter(({ name }) => name === "website")).toHaveLength(1);
  });

  it("loses its answers when its API key is revoked", async () => {
    const app = await testApp();
    const key = (await app.post("/v1/keys", { name: "website" })).is<{ id: string; key: string }>(201);
    (await app.as(key.key).post("/v1/tags", { name: "wholesale" }, once("k"))).is(201);
    expect(await storedAnswers(app)).toHaveLength(1);

    (await app.delete(`/v1/keys/${key.id}`)).is(200);

    expect(await storedAnswers(app)).toEqual([]);
  });

  it("is forgotten after a day, in steps", async () => {
    let now = Date.UTC(2026, 2, 2);
    const app = await testApp({ now: () => now });
    for (let count = 0; count < 7; count++) (await app.post("/v1/tags", { name: `tag ${count}` }, once(`old ${count}`))).is(201);
    now += 25 * 60 * 60_000;
    (await app.post("/v1/tags", { name: "new" }, once("new"))).is(201);
    const dayAgo = now - 24 * 60 * 60_000;

    expect(await app.directory.forgetAnswers(dayAgo, 4)).toBe(4);
    expect(await storedAnswers(app)).toHaveLength(4);
    await schedules({ directory: app.directory, contextFor: () => app.ctx, now: () => now })
      .find(({ name }) => name === "forget-answers")
      ?.run();

    expect(await storedAnswers(app)).toMatchObject([{ status: 201, body: expect.stringContaining("new") }]);
    (await app.post("/v1/tags", { name: "tag 0" }, once("old 0"))).is(409);
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

/** All answers in the database's file, past the program. */
async function storedAnswers({ url }: TestApp): Promise<{ status: number; body: string | null }[]> {
  const db = new Database(url.slice("file:".length), { readonly: true });
  try {
    return db.prepare("SELECT status, body FROM remembered ORDER BY created_at").all() as { status: number; body: string | null }[];
  } finally {
    db.close();
  }
}

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
