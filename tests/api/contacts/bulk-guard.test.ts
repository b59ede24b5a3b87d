import { describe, expect, it } from "vitest";
import { ChangeSet } from "#core/ports/change-set.ts";
import { type TestApp, testApp } from "#tests/support/app.ts";
import { runOperations } from "#tests/support/run-operation.ts";

/** Filters that hold for everybody, however they are written. */
const forEverybody: [string, object][] = [
  ["nothing", {}],
  ["an empty q", { q: "" }],
  ["blanks", { q: "  \t\n" }],
  ["blanks of other scripts", { q: "\u00a0\u2003\u3000" }],
  ["a zero-width space", { q: "\u200b" }],
  ["joiners, marks of direction and soft hyphens", { q: "\u200d\u2060\ufeff\u202e\u00ad" }],
  ["control characters", { q: "\u0001\u0007" }],
  ["variation selectors", { q: "\ufe0f \ufe0e" }],
];

/** Filters with a condition of which nothing can be made. */
const faulty: [pointer: string, filter: unknown][] = [
  ["/filter", null],
  ["/filter", []],
  ["/filter", "all"],
  ["/filter/q", { q: null }],
  ["/filter/status", { status: null }],
  ["/filter/status", { status: [] }],
  ["/filter/status/0", { status: "" }],
  ["/filter/status/0", { status: "," }],
  ["/filter/tag", { tag: [] }],
  ["/filter/tag/0", { tag: "" }],
  ["/filter/tag/0", { tag: [" "] }],
  ["/filter/tag/0", { tag: ["\u200b"] }],
  ["/filter/branch/0", { branch: ["\u2060"] }],
  ["/filter/owner/1", { owner: ["stf_1", " "] }],
  ["/filter/vip", { vip: null }],
  ["/filter/createdAfter", { createdAfter: "" }],
  ["/filter/createdAfter", { createdAfter: null }],
  ["/filter/segment", { segment: "" }],
  ["/filter/segment", { segment: null }],
  ["/filter/everybody", { everybody: true }],
  ["/filter/and", { and: {} }],
  ["/filter/ids", { ids: [] }],
];

async function stage(people: number): Promise<TestApp & { orders: object[]; ids: string[] }> {
  const app = await testApp();
  const ids: string[] = [];
  for (let n = 0; n < people; n++) ids.push((await app.post("/v1/contacts", { name: `Person ${n}` })).is<{ id: string }>(201).id);
  const tag = (await app.post("/v1/tags", { name: "spring" })).is<{ id: string }>(201);
  const branch = (await app.post("/v1/branches", { name: "Makati" })).is<{ id: string }>(201);
  const orders = [
    { action: "delete" },
    { action: "tag", tagId: tag.id },
    { action: "untag", tagId: tag.id },
    { action: "stage", stage: "closing" },
    { action: "branch", branchId: branch.id },
    { action: "branch", branchId: null },
    { action: "owner", ownerId: null },
  ];
  return { ...app, orders, ids };
}

const nobodyWasTouched = async ({ get }: TestApp) => expect((await get("/v1/operations")).is(200)).toMatchObject({ data: [] });

describe("a filter that holds for everybody", () => {
  it.each(forEverybody)("is refused when it is %s, for every action and with any number confirmed", async (_what, filter) => {
    const app = await stage(3);

    for (const order of app.orders) {
      for (const confirm of [undefined, 3]) {
        expect((await app.post("/v1/contacts/bulk", { filter, ...order, confirm })).is(422)).toMatchObject({ errors: [{ pointer: "/filter" }] });
      }
      expect((await app.post("/v1/contacts/bulk/preview", { filter, ...order })).is(422)).toMatchObject({ errors: [{ pointer: "/filter" }] });
    }
    await nobodyWasTouched(app);
    expect((await app.get("/v1/contacts?total=true")).is(200)).toMatchObject({ total: 3 });
  });

  it.each(forEverybody)("is no segment when it is %s, and a segment that became one chooses nobody", async (_what, filter) => {
    const app = await stage(3);
    const late = (await app.post("/v1/segments", { name: "Late", filter: { vip: true } })).is<{ id: string }>(201);

    expect((await app.post("/v1/segments", { name: "All", filter })).is(422)).toMatchObject({ errors: [{ pointer: "/filter" }] });
    expect((await app.patch(`/v1/segments/${late.id}`, { filter })).is(422)).toMatchObject({ errors: [{ pointer: "/filter" }] });
    const stored = await app.ctx.store.segments.find(late.id);
    if (!stored) throw new Error("the segment is not there");
    await app.ctx.store.commit(new ChangeSet().put("segments", { ...stored, filter }));

    for (const order of app.orders) {
      for (const given of [{ segment: late.id }, { segment: late.id, q: "\u200b" }]) {
        expect((await app.post("/v1/contacts/bulk", { filter: given, ...order })).is(422)).toMatchObject({ errors: [{ pointer: "/filter" }] });
      }
    }
    await nobodyWasTouched(app);
  });

  it.each(faulty)("is refused at %s: %j", async (pointer, filter) => {
    const app = await stage(1);

    for (const order of app.orders) {
      const { errors } = (await app.post("/v1/contacts/bulk", { filter, ...order })).is<{ errors: { pointer: string }[] }>(422);
      expect(errors[0]?.pointer).toBe(pointer);
    }
    await nobodyWasTouched(app);
  });
});

describe("work on more than half of all people, or on more than 1,000", () => {
  it.each([
    ["a filter without effect", () => ({ filter: { createdAfter: "1970-01-01T00:00:00Z" } })],
    ["all words of a list", () => ({ filter: { vip: false } })],
    ["a search that all share", () => ({ filter: { q: "person" } })],
    ["ids", (ids: string[]) => ({ ids })],
    ["ids, some of nobody and some twice", (ids: string[]) => ({ ids: [...ids, "con_nobody", ...ids] })],
  ])("wants the number that the preview says: %s", async (_what, chosen) => {
    const app = await stage(4);
    for (const order of app.orders) {
      const given = { ...chosen(app.ids), ...order };

      const missing = (await app.post("/v1/contacts/bulk", given)).is(422);
      const wrong = (await app.post("/v1/contacts/bulk", { ...given, confirm: 3 })).is(409);

      expect((await app.post("/v1/contacts/bulk/preview", given)).is(200)).toEqual({ count: 4, people: 4, needsConfirmation: true });
      expect(missing).toMatchObject({ code: "invalid", count: 4, errors: [{ pointer: "/confirm", detail: expect.stringContaining("4") }] });
      expect(wrong).toMatchObject({ code: "conflict", count: 4, errors: [{ pointer: "/confirm", detail: expect.stringContaining("4") }] });
    }
    await nobodyWasTouched(app);

    const { id } = (await app.post("/v1/contacts/bulk", { ...chosen(app.ids), action: "delete", confirm: 4 })).is<{ id: string }>(202);
    await runOperations(app.directory);
    expect((await app.get(`/v1/operations/${id}`)).is(200)).toMatchObject({ state: "completed", done: 4 });
  });

  it("is wanted by deletion at once too, and what is gone already needs none", async () => {
    const { post, ids } = await stage(3);
    const given = { ids: [...ids, "con_nobody"] };

    const missing = (await post("/v1/contacts/delete", given)).is(422);
    const wrong = (await post("/v1/contacts/delete", { ...given, confirm: 4 })).is(409);

    expect([missing, wrong]).toMatchObject([
      { count: 3, errors: [{ pointer: "/confirm" }] },
      { count: 3, errors: [{ pointer: "/confirm" }] },
    ]);
    (await post("/v1/contacts/delete", { ids: ids.slice(0, 1) })).is(200);
    (await post("/v1/contacts/delete", { ...given, confirm: 2 })).is(200);
    expect((await post("/v1/contacts/delete", given)).is(200)).toEqual({ receipts: [], notFound: given.ids });
  });

  it("is not asked of half of all people, nor of one who is named", async () => {
    const app = await stage(4);
    const [first = "", second = ""] = app.ids;
    const owner = { action: "owner", ownerId: null };

    (await app.post("/v1/contacts/bulk", { ids: [first, second], ...owner })).is(202);
    (await app.post("/v1/contacts/bulk", { ids: [first], ...owner })).is(202);
    expect((await app.post("/v1/contacts/bulk/preview", { ids: [first, second], ...owner })).is(200)).toEqual({
      count: 2,
      people: 4,
      needsConfirmation: false,
    });
    expect((await app.post("/v1/contacts/bulk", { ids: [first, second], ...owner, confirm: 1 })).is(409)).toMatchObject({
      errors: [{ pointer: "/confirm" }],
    });
    for (const confirm of [-1, 1.5, "4", null]) {
      expect((await app.post("/v1/contacts/bulk", { ids: [first], ...owner, confirm })).is(422)).toMatchObject({ errors: [{ pointer: "/confirm" }] });
    }
  });
});
