import { describe, expect, it } from "vitest";
import { contextOf, systemRuntime } from "#api/context.ts";
import { resumeOperations } from "#core/usecases/operations/resume-operations.ts";
import { runOperation } from "#core/usecases/operations/run-operation.ts";
import { type TestApp, testApp } from "#tests/support/app.ts";
import { confirmed } from "#tests/support/confirmed.ts";
import { staffMembers } from "#tests/support/records/staff-members.ts";
import { runOperations } from "#tests/support/run-operation.ts";

type Operation = { id: string; state: string; total: number | null; done: number };

async function order(app: TestApp, ownerId = "stf_1"): Promise<string> {
  const everybody = await confirmed(app, { filter: { vip: false }, action: "owner", ownerId });
  return (await app.post("/v1/contacts/bulk", everybody)).is<Operation>(202).id;
}

describe("operations", () => {
  it("wait, then run, and say how far they are", async () => {
    const app = await testApp();
    await staffMembers(app.ctx, "stf_1", "stf_2");
    (await app.post("/v1/contacts", { name: "Ana" })).is(201);
    const id = await order(app);

    expect((await app.get(`/v1/operations/${id}`)).is(200)).toMatchObject({ id, state: "queued", total: null, done: 0, finishedAt: null });
    await runOperations(app.directory);

    expect((await app.get(`/v1/operations/${id}`)).is(200)).toMatchObject({
      id,
      state: "completed",
      total: 1,
      done: 1,
      error: null,
      createdBy: "key_admin",
      finishedAt: expect.any(String),
    });
  });

  it("are listed newest first, page by page", async () => {
    const app = await testApp();
    await staffMembers(app.ctx, "stf_1", "stf_2");
    const ids = [await order(app), await order(app), await order(app)];

    const first = (await app.get("/v1/operations?limit=2")).is<{ data: Operation[]; nextCursor: string }>(200);
    const second = (await app.get(`/v1/operations?limit=2&cursor=${first.nextCursor}`)).is<{ data: Operation[]; nextCursor: null }>(200);

    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(ids.toReversed());
    expect(second.nextCursor).toBeNull();
  });

  it("are cancelled before they have begun, and not once they have ended", async () => {
    const app = await testApp();
    await staffMembers(app.ctx, "stf_1", "stf_2");
    (await app.post("/v1/contacts", { name: "Ana" })).is(201);
    const [stopped, ended] = [await order(app, "stf_1"), await order(app, "stf_2")];

    expect((await app.post(`/v1/operations/${stopped}/cancel`)).is(200)).toMatchObject({ state: "cancelled", finishedAt: expect.any(String) });
    await runOperations(app.directory);

    expect((await app.get(`/v1/operations/${stopped}`)).is(200)).toMatchObject({ state: "cancelled", done: 0 });
    expect((await app.get("/v1/contacts")).is(200)).toMatchObject({ data: [{ ownerId: "stf_2" }] });
    (await app.post(`/v1/operations/${stopped}/cancel`)).is(200);
    (await app.post(`/v1/operations/${ended}/cancel`)).is(409);
  });

  it("fail when what they give to contacts is deleted meanwhile", async () => {
    const app = await testApp();
    await staffMembers(app.ctx, "stf_1", "stf_2");
    (await app.post("/v1/contacts", { name: "Ana" })).is(201);
    const tag = (await app.post("/v1/tags", { name: "spring" })).is<{ id: string }>(201);
    const { id } = (await app.post("/v1/contacts/bulk", { filter: { vip: false }, action: "tag", tagId: tag.id, confirm: 1 })).is<Operation>(202);
    (await app.delete(`/v1/tags/${tag.id}`)).is(204);

    await runOperations(app.directory);

    expect((await app.get(`/v1/operations/${id}`)).is(200)).toMatchObject({ state: "failed", error: "not_found", done: 0 });
  });

  it("are failed by the last try alone", async () => {
    const app = await testApp();
    await staffMembers(app.ctx, "stf_1", "stf_2");
    const id = await order(app);
    const broken = {
      ...app.ctx,
      store: { ...app.ctx.store, contacts: { ...app.ctx.store.contacts, count: () => Promise.reject(new Error("down")) } },
    };

    await expect(runOperation(broken, { id, isLastTry: false })).rejects.toThrow("down");
    expect((await app.get(`/v1/operations/${id}`)).is(200)).toMatchObject({ state: "queued" });
    await expect(runOperation(broken, { id, isLastTry: true })).rejects.toThrow("down");

    expect((await app.get(`/v1/operations/${id}`)).is(200)).toMatchObject({ state: "failed", error: "internal" });
  });

  it("are asked for again when their job is lost, and not while they move", async () => {
    const app = await testApp();
    await staffMembers(app.ctx, "stf_1", "stf_2");
    (await app.post("/v1/contacts", { name: "Ana" })).is(201);
    const id = await order(app);
    await app.directory.relayed(await app.directory.outbox(500));
    const contextFor = (agentId: string) => contextOf(systemRuntime(), app.directory, agentId, { kind: "system", id: "system" });

    await resumeOperations(app.directory, contextFor, Date.now());
    expect(await app.directory.outbox(500)).toEqual([]);
    await resumeOperations(app.directory, contextFor, Date.now() + 10 * 60_000);
    expect(await app.directory.outbox(500)).toMatchObject([{ type: "operation.run", payload: { operationId: id } }]);
    await runOperations(app.directory);

    expect((await app.get(`/v1/operations/${id}`)).is(200)).toMatchObject({ state: "completed", done: 1 });
  });
});
