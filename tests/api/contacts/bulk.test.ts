import { describe, expect, it } from "vitest";
import { type TestApp, testApp } from "#tests/support/app.ts";
import { confirmed } from "#tests/support/confirmed.ts";
import { staffMembers } from "#tests/support/records/staff-members.ts";
import { runOperations } from "#tests/support/run-operation.ts";

type Contact = {
  id: string;
  name: string;
  stage: string;
  ownerId: string | null;
  branchId: string | null;
  updatedAt: string;
  tags: { name: string }[];
};
type Operation = { id: string; state: string; total: number | null; done: number; failed: number; error: string | null };

async function people({ post }: TestApp, ...names: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) ids.push((await post("/v1/contacts", { name, source: "manual" })).is<Contact>(201).id);
  return ids;
}

const listed = async ({ get }: TestApp, query = "") => (await get(`/v1/contacts?sort=name&limit=200${query}`)).is<{ data: Contact[] }>(200).data;

/** Begins it, with the number of contacts that the preview says; lets it run and gives what became of it. */
async function done(app: TestApp, order: object): Promise<Operation> {
  const { id } = (await app.post("/v1/contacts/bulk", await confirmed(app, order))).is<Operation>(202);
  await runOperations(app.directory);
  return (await app.get(`/v1/operations/${id}`)).is<Operation>(200);
}

describe("bulk work", () => {
  it("tags those that a filter holds for, and nobody else, and takes the tag off again", async () => {
    const app = await testApp();
    await staffMembers(app.ctx, "stf_1", "stf_ana");
    await people(app, "Ana", "Ben", "Cleo");
    const tag = (await app.post("/v1/tags", { name: "spring" })).is<{ id: string }>(201);

    const tagged = await done(app, { filter: { q: "an" }, action: "tag", tagId: tag.id });

    expect(tagged).toMatchObject({ kind: "contacts.tag", target: { tagId: tag.id }, state: "completed", total: 1, done: 1, failed: 0 });
    expect((await listed(app, "&tag=spring")).map(({ name }) => name)).toEqual(["Ana"]);
    expect(await done(app, { filter: { tag: ["spring"] }, action: "untag", tagId: tag.id })).toMatchObject({ state: "completed", done: 1 });
    expect(await listed(app, "&tag=spring")).toEqual([]);
  });

  it("goes on from contact to contact when it changes what its filter looks at", async () => {
    const app = await testApp();
    await staffMembers(app.ctx, "stf_1", "stf_ana");
    await people(app, ...Array.from({ length: 30 }, (_, n) => `Person ${n}`));

    const moved = await done(app, { filter: { stage: ["inquiry"] }, action: "stage", stage: "closing" });
    const owned = await done(app, { filter: { stage: ["closing"] }, action: "owner", ownerId: "stf_ana" });

    expect(moved).toMatchObject({ state: "completed", total: 30, done: 30 });
    expect(owned).toMatchObject({ state: "completed", total: 30, done: 30 });
    expect((await listed(app)).every(({ stage, ownerId }) => stage === "closing" && ownerId === "stf_ana")).toBe(true);
  });

  it("sets the stage through the rules: the history says who did it and by which operation", async () => {
    const app = await testApp();
    await staffMembers(app.ctx, "stf_1", "stf_ana");
    const [ana = ""] = await people(app, "Ana");

    const { id } = await done(app, { ids: [ana], action: "stage", stage: "comparing" });

    const facts = await app.ctx.store.contacts.facts(ana);
    expect(facts.stageChanges).toMatchObject([{ stage: "comparing", reason: id, by: "key_admin" }]);
    expect(await app.ctx.store.contacts.transitions(ana)).toMatchObject([
      { kind: "status" },
      { kind: "stage", to: "inquiry" },
      { kind: "stage", from: "inquiry", to: "comparing", because: "set by staff" },
    ]);
  });

  it("gives a branch and an owner, takes them away, and counts versions up", async () => {
    const app = await testApp();
    await staffMembers(app.ctx, "stf_1", "stf_ana");
    const [ana = "", ben = ""] = await people(app, "Ana", "Ben");
    const branch = (await app.post("/v1/branches", { name: "Makati" })).is<{ id: string }>(201);
    const before = await app.ctx.store.contacts.find(ana);

    await done(app, { ids: [ana, ben], action: "branch", branchId: branch.id });
    await done(app, { ids: [ana], action: "owner", ownerId: "stf_1" });
    await done(app, { ids: [ben], action: "branch", branchId: null });

    expect(await listed(app)).toMatchObject([
      { name: "Ana", branchId: branch.id, ownerId: "stf_1" },
      { name: "Ben", branchId: null, ownerId: null },
    ]);
    expect((await app.ctx.store.contacts.find(ana))?.version).toBe((before?.version ?? 0) + 2);
  });

  it("deletes for good, and counts ids that are nobody's", async () => {
    const app = await testApp();
    await staffMembers(app.ctx, "stf_1", "stf_ana");
    const [ana = ""] = await people(app, "Ana", "Ben");

    const deleted = await done(app, { ids: [ana, "con_nobody", ana], action: "delete" });

    expect(deleted).toMatchObject({ state: "completed", total: 2, done: 1, failed: 1 });
    expect((await listed(app)).map(({ name }) => name)).toEqual(["Ben"]);
    (await app.get(`/v1/contacts/${ana}`)).is(404);
  });

  it("leaves out contacts made after it was asked for, and keeps no word of the filter when it has ended", async () => {
    let now = Date.now();
    const app = await testApp({ now: () => now });
    await staffMembers(app.ctx, "stf_1", "stf_ana");
    await people(app, "Ana");
    const { id } = (await app.post("/v1/contacts/bulk", { filter: { q: "ana" }, action: "owner", ownerId: "stf_1", confirm: 1 })).is<Operation>(202);
    now += 1;
    await people(app, "Anabel");

    await runOperations(app.directory);

    expect((await listed(app)).map(({ name, ownerId }) => [name, ownerId])).toEqual([
      ["Ana", "stf_1"],
      ["Anabel", null],
    ]);
    expect((await app.ctx.store.operations.find(id))?.input).toEqual({ work: { action: "owner", ownerId: "stf_1" }, choice: null });
  });

  it("takes a segment as it is when it begins", async () => {
    const app = await testApp();
    await staffMembers(app.ctx, "stf_1", "stf_ana");
    await people(app, "Ana", "Ben");
    const segment = (await app.post("/v1/segments", { name: "A", filter: { q: "ana" } })).is<{ id: string }>(201);
    const { id } = (await app.post("/v1/contacts/bulk", { filter: { segment: segment.id }, action: "owner", ownerId: "stf_1" })).is<Operation>(202);
    (await app.patch(`/v1/segments/${segment.id}`, { filter: { q: "ben" } })).is(200);

    await runOperations(app.directory);

    expect((await app.get(`/v1/operations/${id}`)).is(200)).toMatchObject({ state: "completed", done: 1 });
    expect((await listed(app)).map(({ ownerId }) => ownerId)).toEqual(["stf_1", null]);
  });

  it("is one operation for a request that comes twice with one key", async () => {
    const app = await testApp();
    await staffMembers(app.ctx, "stf_1", "stf_ana");
    await people(app, "Ana");
    const order = { filter: { vip: false }, action: "owner", ownerId: "stf_1", confirm: 1 };

    const first = (await app.post("/v1/contacts/bulk", order, { "idempotency-key": "k" })).is<Operation>(202);
    const second = (await app.post("/v1/contacts/bulk", order, { "idempotency-key": "k" })).is<Operation>(202);

    expect(second).toEqual(first);
    expect((await app.get("/v1/operations")).is<{ data: unknown[] }>(200).data).toHaveLength(1);
  });

  it.each([
    ["/filter", { action: "delete" }],
    ["/filter", { action: "delete", filter: {} }],
    ["/filter", { action: "owner", ownerId: null, filter: {}, ids: ["con_1"] }],
    ["/ids", { action: "owner", ownerId: null, ids: [] }],
    ["/ids", { action: "owner", ownerId: null, ids: Array.from({ length: 10_001 }, (_, n) => `con_${n}`) }],
    ["/tagId", { action: "tag", filter: {} }],
    ["/stage", { action: "stage", filter: {} }],
    ["/ownerId", { action: "owner", filter: {} }],
    ["/branchId", { action: "owner", ownerId: null, branchId: null, filter: {} }],
    ["/action", { action: "merge", filter: {} }],
    ["/filter/status/0", { action: "owner", ownerId: null, filter: { status: ["lost"] } }],
    ["/filter/shoe", { action: "owner", ownerId: null, filter: { shoe: 42 } }],
  ])("refuses an order with a fault at %s", async (pointer, order) => {
    const { post } = await testApp();

    expect((await post("/v1/contacts/bulk", order)).is(422)).toMatchObject({ errors: [{ pointer }] });
  });

  it("does not find a tag, a branch or a segment that is not there", async () => {
    const { post } = await testApp();

    (await post("/v1/contacts/bulk", { filter: { vip: true }, action: "tag", tagId: "tag_x" })).is(404);
    (await post("/v1/contacts/bulk", { filter: { vip: true }, action: "branch", branchId: "brn_x" })).is(404);
    (await post("/v1/contacts/bulk", { filter: { segment: "seg_x" }, action: "owner", ownerId: null })).is(404);
  });
});
