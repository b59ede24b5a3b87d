import { describe, expect, it } from "vitest";
import { testApp } from "#tests/support/app.ts";

describe("credits", () => {
  it("limit nothing until some are added", async () => {
    const { get } = await testApp();

    expect((await get("/v1/credits")).is(200)).toEqual({ balance: 0, enforced: false, entries: [], nextCursor: null });
  });

  it("come in by top-ups and are corrected by entries of their own, newest first", async () => {
    let at = Date.UTC(2026, 10, 24);
    const { get, post } = await testApp({ now: () => at });
    (await post("/v1/credits", { amount: -3 })).is(201);
    expect((await get("/v1/credits")).is(200)).toMatchObject({ balance: -3, enforced: false });
    at += 1000;
    (await post("/v1/credits", { amount: 100, note: "Invoice 7" })).is(201);

    const { entries, ...sum } = (await get("/v1/credits")).is<{ entries: object[] }>(200);

    expect(sum).toEqual({ balance: 97, enforced: true, nextCursor: null });
    expect(entries).toMatchObject([
      { amount: 100, reason: "top_up", note: "Invoice 7", ref: null, at: "2026-11-24T00:00:01.000Z" },
      { amount: -3, reason: "correction", note: null },
    ]);
    const first = (await get("/v1/credits?limit=1")).is<{ nextCursor: string }>(200);
    expect((await get(`/v1/credits?limit=1&cursor=${first.nextCursor}`)).is(200)).toMatchObject({
      entries: [{ amount: -3 }],
      balance: 97,
      nextCursor: null,
    });
  });

  it("are added with an admin key only, and belong to one agent", async () => {
    const { post, as, otherAgent } = await testApp();
    const both = as((await post("/v1/keys", { name: "rw" })).is<{ key: string }>(201).key);
    (await post("/v1/credits", { amount: 10 })).is(201);

    (await both.post("/v1/credits", { amount: 10 })).is(403);
    expect((await both.get("/v1/credits")).is(200)).toMatchObject({ balance: 10 });
    expect((await otherAgent.get("/v1/credits")).is(200)).toMatchObject({ balance: 0, entries: [] });
  });

  it.each([0, 1.5, "10", 1e10])("refuse the amount %s", async (amount) => {
    const { post } = await testApp();

    expect((await post("/v1/credits", { amount })).is(422)).toMatchObject({ errors: [{ pointer: "/amount" }] });
  });
});
