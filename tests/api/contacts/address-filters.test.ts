import { describe, expect, it } from "vitest";
import { testApp } from "#tests/support/app.ts";
import { confirmed } from "#tests/support/confirmed.ts";

describe("the filters by address", () => {
  it.each([
    ["email=ana@example.com", ["Ana"]],
    ["email=ANA@Example.COM", ["Ana"]],
    ["email=%20ana@example.com%20", ["Ana"]],
    ["email=ana%E2%80%8B@example.com", ["Ana"]],
    ["email=ana@example.com,ben@example.com", ["Ana", "Ben"]],
    ["email=nobody@example.com", []],
    ["phone=%2B639171234567", ["Ana"]],
    ["phone=+639171234567", ["Ana"]],
    ["phone=639171234567", ["Ana"]],
    ["phone=%2B63%20917-123%204567", ["Ana"]],
    ["phone=%2B55%2011%2098765-0001", ["Ben"]],
    ["phone=551187650001", ["Ben"]],
    ["phone=%2B639170000000", []],
    ["email=ana@example.com&phone=551187650001", []],
    ["email=ana@example.com&vip=false", ["Ana"]],
  ])("compare addresses in one form: %s", async (query, names) => {
    const { post, get } = await testApp();
    (await post("/v1/contacts", { name: "Ana", email: "Ana@example.com", phone: "+63 917 123 4567" })).is(201);
    (await post("/v1/contacts", { name: "Ben", email: "ben@example.com", phone: "+55 11 98765-0001" })).is(201);
    (await post("/v1/contacts", { name: "Cleo" })).is(201);

    const { data, total } = (await get(`/v1/contacts?sort=name&total=true&${query}`)).is<{ data: { name: string }[]; total: number }>(200);

    expect(data.map(({ name }) => name)).toEqual(names);
    expect(total).toBe(names.length);
    const lines = (await get(`/v1/contacts.csv?columns=name&${query}`)).text.split("\r\n").filter(Boolean).slice(1);
    expect(lines.sort()).toEqual(names);
  });

  it.each([
    ["email=ana", "email"],
    ["email=", "email"],
    ["phone=abc", "phone"],
    ["phone=12", "phone"],
  ])("name the parameter that is none: %s", async (query, parameter) => {
    const { get } = await testApp();

    expect((await get(`/v1/contacts?${query}`)).is(422)).toMatchObject({ errors: [{ in: "query", parameter }] });
  });

  it("choose contacts in segments and for work on many, too", async () => {
    const app = await testApp();
    (await app.post("/v1/contacts", { name: "Ana", email: "ana@example.com" })).is(201);
    (await app.post("/v1/contacts", { name: "Ben", email: "ben@example.com" })).is(201);

    const segment = (await app.post("/v1/segments", { name: "Ana", filter: { email: ["ANA@example.com"] } })).is<{ id: string }>(201);

    expect((await app.get(`/v1/contacts?segment=${segment.id}&total=true`)).is(200)).toMatchObject({ total: 1, data: [{ name: "Ana" }] });
    const order = { filter: { email: "ana@example.com" }, action: "stage", stage: "closing" };
    expect(await confirmed(app, order)).toMatchObject({ confirm: 1 });
    expect((await app.post("/v1/contacts/bulk", { ...order, filter: { phone: "x" } })).is(422)).toMatchObject({
      errors: [{ pointer: "/filter/phone" }],
    });
    expect((await app.post("/v1/contacts/bulk", { ...order, filter: { segment: "seg_x" } })).is(404)).toMatchObject({
      errors: [{ pointer: "/filter/segment" }],
    });
  });
});
