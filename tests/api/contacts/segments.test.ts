import { describe, expect, it } from "vitest";
import { type TestApp, testApp } from "#tests/support/app.ts";

type Segment = { id: string; name: string; filter: Record<string, unknown> };

const make = async ({ post }: TestApp, name: string, filter: object) => (await post("/v1/segments", { name, filter })).is<Segment>(201);

async function names({ get }: TestApp, query: string): Promise<string[]> {
  const { data } = (await get(`/v1/contacts?sort=name&${query}`)).is<{ data: { name: string }[] }>(200);
  return data.map(({ name }) => name);
}

describe("segments", () => {
  it("are made, read, listed by name, changed and deleted", async () => {
    const app = await testApp();
    const late = await make(app, "Late", { vip: true, status: ["new"], createdAfter: "2026-11-01T00:00:00+08:00" });
    const early = await make(app, "Early", { vip: true });

    expect(late).toMatchObject({ name: "Late", filter: { vip: true, status: ["new"], createdAfter: "2026-10-31T16:00:00.000Z" } });
    expect((await app.get("/v1/segments")).is(200)).toMatchObject({ data: [{ id: early.id }, { id: late.id }], nextCursor: null });
    expect((await app.patch(`/v1/segments/${late.id}`, { name: "Later" })).is(200)).toMatchObject({ name: "Later", filter: late.filter });
    expect((await app.patch(`/v1/segments/${late.id}`, { filter: { grade: ["A"] } })).is(200)).toMatchObject({ filter: { grade: ["A"] } });
    expect((await app.get(`/v1/segments/${late.id}`)).is<Segment>(200).filter).toEqual({ grade: ["A"] });
    (await app.delete(`/v1/segments/${late.id}`)).is(204);
    (await app.get(`/v1/segments/${late.id}`)).is(404);
    (await app.get(`/v1/contacts?segment=${late.id}`)).is(404);
  });

  it("have names of their own, whatever their case and accents", async () => {
    const app = await testApp();
    const cafe = await make(app, "Café", { vip: true });
    const bar = await make(app, "Bar", { vip: true });

    expect((await app.post("/v1/segments", { name: "CAFE", filter: {} })).is(409)).toMatchObject({ segmentId: cafe.id });
    expect((await app.patch(`/v1/segments/${bar.id}`, { name: "cafe" })).is(409)).toMatchObject({ errors: [{ pointer: "/name" }] });
    (await app.patch(`/v1/segments/${cafe.id}`, { name: "CAFÉ" })).is(200);
  });

  it("choose contacts in lists, totals and exports, together with other filters", async () => {
    const app = await testApp();
    for (const name of ["Ana", "Ben", "Cleo"]) {
      const { id } = (await app.post("/v1/contacts", { name, vip: name !== "Cleo" })).is<{ id: string }>(201);
      (await app.post(`/v1/contacts/${id}/tags`, { name: name === "Ben" ? "north" : "south" })).is(200);
    }
    const vips = await make(app, "VIPs", { vip: true });
    const south = await make(app, "South", { tag: ["south"] });

    expect(await names(app, `segment=${vips.id}`)).toEqual(["Ana", "Ben"]);
    expect(await names(app, `segment=${south.id}`)).toEqual(["Ana", "Cleo"]);
    expect(await names(app, `segment=${south.id}&vip=true`)).toEqual(["Ana"]);
    expect(await names(app, `segment=${south.id}&tag=north`)).toEqual([]);
    expect(await names(app, `segment=${vips.id}&vip=false`)).toEqual([]);
    expect((await app.get(`/v1/contacts?segment=${vips.id}&total=true&limit=1`)).is(200)).toMatchObject({ total: 2 });
    expect((await app.get(`/v1/contacts.csv?segment=${south.id}&columns=name`)).text.split("\r\n").sort()).toEqual(["", "Ana", "Cleo", "name"]);
  });

  it("name only tags, branches and staff that are there, and keep what has gone since", async () => {
    const app = await testApp();
    const tag = (await app.post("/v1/tags", { name: "North" })).is<{ id: string }>(201);
    const branch = (await app.post("/v1/branches", { name: "Cebu" })).is<{ id: string }>(201);
    const known = { tag: [tag.id, "a name to come"], branch: [branch.id] };
    const segment = await make(app, "Known", known);
    const unknown: [string, object][] = [
      ["/filter/tag/1", { tag: [tag.id, "tag_01m0000000000000000000000000"] }],
      ["/filter/branch/0", { branch: ["brn_01m0000000000000000000000000"] }],
      ["/filter/branch/1", { branch: [branch.id, "Cebu"] }],
      ["/filter/owner/0", { owner: ["stf_01m0000000000000000000000000"] }],
    ];
    const foreign = (await app.otherAgent.post("/v1/tags", { name: "North" })).is<{ id: string }>(201);

    for (const [pointer, filter] of [...unknown, ["/filter/tag/0", { tag: [foreign.id] }] as const]) {
      expect((await app.post("/v1/segments", { name: "Unknown", filter })).is(422)).toMatchObject({ errors: [{ pointer }] });
      expect((await app.patch(`/v1/segments/${segment.id}`, { filter })).is(422)).toMatchObject({ errors: [{ pointer }] });
    }
    (await app.delete(`/v1/tags/${tag.id}`)).is(204);
    (await app.patch(`/v1/segments/${segment.id}`, { filter: { ...known, vip: true } })).is(200);
  });

  it.each([
    ["/name", { name: " ", filter: {} }],
    ["/filter", { name: "A" }],
    ["/filter/status/0", { name: "A", filter: { status: ["lost"] } }],
    ["/filter/segment", { name: "A", filter: { segment: "seg_1" } }],
    ["/filter/vip", { name: "A", filter: { vip: "true" } }],
    ["/filter/createdAfter", { name: "A", filter: { createdAfter: "yesterday" } }],
  ])("refuse a fault at %s", async (pointer, input) => {
    const { post } = await testApp();

    expect((await post("/v1/segments", input)).is(422)).toMatchObject({ errors: [{ pointer }] });
  });
});
