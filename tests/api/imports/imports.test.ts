import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { testApp } from "#tests/support/app.ts";
import { apply, contacts, type Import, people, rowsOf, upload } from "#tests/support/imports.ts";
import { runOperations } from "#tests/support/run-operation.ts";

/** Of the database's file and its log. */
const bytesOf = (url: string) =>
  globSync(`${url.startsWith("file://") ? fileURLToPath(url) : url.slice("file:".length)}*`)
    .map((file) => readFileSync(file, "latin1"))
    .join();

describe("an import", () => {
  it("is planned again with another mapping, and only the newest plan is applied", async () => {
    const app = await testApp();
    const file = await upload(app, "who,email\nAna,ana@example.com");

    const again = (await app.post(`/v1/imports/${file.id}/plan`, { mapping: { who: "name" } })).is<Import>(200);

    expect(again).toMatchObject({ state: "planned", unmapped: [], mapping: { who: "name", email: "email" }, counts: { create: 1 } });
    (await app.post(`/v1/imports/${file.id}/apply`, { planId: file.planId })).is(409);
    await apply(app, again);
    expect(await contacts(app)).toMatchObject([{ name: "Ana" }]);
    (await app.post(`/v1/imports/${file.id}/plan`, {})).is(409);
  });

  it("is applied once, however often it is asked for", async () => {
    const app = await testApp();
    const { id, planId } = await upload(app, people);
    const ask = (headers = {}) => app.post(`/v1/imports/${id}/apply`, { planId }, headers);

    const first = await ask({ "idempotency-key": "k" });
    const replayed = await ask({ "idempotency-key": "k" });
    const again = await ask();
    await runOperations(app.directory);
    const late = await ask();

    const operation = first.is<{ id: string }>(202);
    expect(replayed.is(202)).toEqual(operation);
    expect(again.is(202)).toMatchObject({ id: operation.id });
    expect(late.is(202)).toMatchObject({ id: operation.id, state: "completed", done: 4, failed: 1 });
    expect(await contacts(app)).toHaveLength(2);
  });

  it("updates a contact that a message has made since the dry run, and says so", async () => {
    const app = await testApp();
    const file = await upload(app, people);
    (await app.post("/v1/messages", { channel: "telegram", from: { externalId: "1001" }, text: "Hello" })).is(201);

    const applied = await apply(app, file);

    expect(applied.counts).toMatchObject({ create: 1, update: 2, skip: 1, applied: 3 });
    const [row] = await rowsOf(app, file);
    expect(row).toMatchObject({ outcome: "update", reasons: [{ code: "matched_by" }, { code: "changes" }, { code: "changed_since_plan" }] });
    expect(await contacts(app)).toHaveLength(2);
  });

  it("is listed, filtered by outcome and deleted with its rows", async () => {
    const app = await testApp();
    const file = await upload(app, people);

    expect((await rowsOf(app, file, "&outcome=skip")).map(({ line }) => line)).toEqual([4]);
    (await app.delete(`/v1/imports/${file.id}`)).is(204);

    (await app.get(`/v1/imports/${file.id}`)).is(404);
    expect((await app.ctx.store.imports.rows(file.id, {}, { limit: 10, cursor: null })).data).toEqual([]);
    expect((await app.get("/v1/imports")).is(200)).toEqual({ data: [], nextCursor: null });
  });

  it("is nobody else's", async () => {
    const app = await testApp();
    const { id, planId } = await upload(app, people);
    const { otherAgent } = app;

    (await otherAgent.get(`/v1/imports/${id}/rows`)).is(404);
    (await otherAgent.post(`/v1/imports/${id}/apply`, { planId })).is(404);
    (await otherAgent.delete(`/v1/imports/${id}`)).is(404);
    expect((await otherAgent.get("/v1/imports")).is(200)).toMatchObject({ data: [] });
  });

  it("proposes whom it makes twice, and who is there already, in the commit that makes them", async () => {
    const app = await testApp();
    (await app.post("/v1/messages", { channel: "web", from: { externalId: "w1" }, text: "Hi, my e-mail is ana@example.com" })).is(201);

    await apply(app, await upload(app, "name,email\nAna Reyes,ana@example.com\nJosé Cruz,jose.cruz@example.com\nJosé Cruz,josecruz@example.org"));

    const { data } = (await app.get("/v1/proposals?kind=merge")).is<{ data: { evidence: { kind: string }[] }[] }>(200);
    expect(data.map(({ evidence }) => evidence.map(({ kind }) => kind)).toSorted()).toEqual([["same_email"], ["same_name", "like_email"]]);
  });

  it("leaves no byte of its file when it is deleted, and none of its values when it is applied", async () => {
    const app = await testApp();
    const secret = "Quetzalcoatlus";
    const [applied, deleted] = [await upload(app, `name,left out\nAna,${secret} one`), await upload(app, `name,left out\nAna,${secret} two`)];
    expect(bytesOf(app.url)).toContain(secret);

    await apply(app, applied);
    (await app.delete(`/v1/imports/${deleted.id}`)).is(204);

    expect(bytesOf(app.url)).not.toContain(secret);
  });

  it("loses the rows of a contact that is deleted", async () => {
    const app = await testApp();
    const file = await apply(app, await upload(app, people));
    const [ana] = await contacts(app);

    (await app.delete(`/v1/contacts/${ana?.id}`)).is(200);

    expect((await rowsOf(app, file)).map(({ line }) => line)).toEqual([3, 4]);
  });
});
