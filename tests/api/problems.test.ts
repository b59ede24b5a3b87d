import { describe, expect, it } from "vitest";
import { problemKinds } from "#api/codes.ts";
import type { Logger } from "#api/logger.ts";
import { testApp } from "../support/app.ts";

const text = { "content-type": "text/plain" };

describe("bodies", () => {
  it("are JSON", async () => {
    const { send } = await testApp();

    expect((await send("POST", "/v1/tags", "name=x", text)).is(415)).toMatchObject({ code: "unsupported_media_type" });
    expect((await send("POST", "/v1/tags", '{"name":"x"}', { "content-type": "application/merge-patch+json" })).is(201)).toMatchObject({ name: "x" });
    for (const broken of ["{", "", "[1,]", "{'name':'x'}", "\ufeff", "\ufeff\ufeff{}", `${"[".repeat(100_000)}`]) {
      expect((await send("POST", "/v1/tags", broken)).is(400)).toMatchObject({ code: "malformed", errors: [{ pointer: "" }] });
    }
  });

  it("may be nested as deep as anybody likes, and are refused", async () => {
    const { post, send } = await testApp();
    const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;

    (await send("POST", "/v1/tags", deep)).is(422);
    (await send("POST", "/v1/tags", `{"name":${deep}}`)).is(422);
    (await send("POST", "/v1/tags", `{"name":"\\u0041","more":${deep}}`)).is(422);
    (await send("POST", "/v1/messages/batch", `{"messages":[${deep}]}`)).is(200);
    const { id } = (await post("/v1/contacts", { name: "Ana" })).is<{ id: string }>(201);
    (await send("POST", "/v1/actions", `{"contactId":"${id}","action":"x","properties":{"a":${deep}}}`)).is(422);
    (await send("POST", "/v1/actions", `{"contactId":"${id}","action":"\\u0041","properties":{"a":${deep}}}`)).is(422);
  });

  it("are UTF-8 without NUL, half pairs or __proto__, and the fault is named", async () => {
    const { post, send, app, key } = await testApp();
    const pointer = async (body: string) => (await send("POST", "/v1/contacts", body)).is<{ errors: { pointer: string }[] }>(422).errors[0]?.pointer;

    expect(await pointer('{"name":"a\\u0000b"}')).toBe("/name");
    expect(await pointer('{"name":"a\\ud800b"}')).toBe("/name");
    expect(await pointer('{"name":"a","attributes":{"x":"\\udc00"}}')).toBe("/attributes/x");
    expect(await pointer('{"name":"a","attributes":{"a\\u0000":1}}')).toBe("/attributes");
    expect(await pointer('{"name":"a","attributes":{"__proto__":1}}')).toBe("/attributes");
    const bytes = new Uint8Array([0x7b, 0x22, 0x6e, 0x61, 0x6d, 0x65, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]);
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    expect((await app.request("/v1/contacts", { method: "POST", headers, body: bytes })).status).toBe(400);
    expect((await post("/v1/contacts", { name: "💥 a\u0001b" })).is(201)).toMatchObject({ name: "💥 a\u0001b" });
  });

  it("are at most 1 MB, or 10 MB for a batch, with or without a length", async () => {
    const { post, send } = await testApp();
    const long = "x".repeat(1_100_000);

    (await post("/v1/tags", { name: long })).is(413);
    (await send("POST", "/v1/tags", "{}", { "content-length": "1048577" })).is(413);
    (await post("/v1/messages/batch", { messages: [{ text: long }] })).is(200);
    (await send("POST", "/v1/messages/batch", "{}", { "content-length": "10485761" })).is(413);
  });
});

describe("problems", () => {
  it.each([
    ["POST", "/v1/contacts", { name: "" }, "/name is empty"],
    ["POST", "/v1/contacts", { name: " " }, "/name is blank"],
    ["POST", "/v1/contacts", { name: "x".repeat(201) }, "/name has more than 200 characters"],
    ["POST", "/v1/contacts", { name: 5 }, "/name is not a text"],
    ["POST", "/v1/contacts", [], "the body is not an object"],
    ["POST", "/v1/messages", { channel: "web", text: "Hi" }, "/from is needed"],
    [
      "POST",
      "/v1/messages",
      { channel: "fax", from: { externalId: "1" } },
      "/channel is not one of web, facebook, instagram, whatsapp, telegram, email",
    ],
    ["POST", "/v1/messages/batch", { messages: [] }, "/messages is empty"],
    ["POST", "/v1/contacts/con_1/score-adjustments", { points: "5", reason: "x" }, "/points is not a number"],
    ["POST", "/v1/contacts/con_1/score-adjustments", { setTo: 101, reason: "x" }, "/setTo is more than 100"],
    ["POST", "/v1/contacts/con_1/score-adjustments", { points: 5 }, "/reason is needed"],
    ["POST", "/v1/contacts/con_1/score-adjustments", { points: 5, setTo: 5, reason: "x" }, "the body needs points or setTo, and a reason"],
    ["POST", "/v1/contacts/con_1/tags", { name: "" }, "/name is empty"],
    ["GET", "/v1/contacts?createdAfter=soon", undefined, "the query parameter createdAfter is not an ISO 8601 date or time"],
    ["GET", "/v1/contacts?limit=201", undefined, "the query parameter limit is more than 200"],
    ["GET", "/v1/contacts?limit=x", undefined, "the query parameter limit is not a number"],
    ["GET", "/v1/contacts?vip=yes", undefined, "the query parameter vip is not one of true, false"],
  ])("of %s %s with %j say: %s", async (method, path, input, detail) => {
    const { send } = await testApp();

    const problem = (await send(method, path, input === undefined ? undefined : JSON.stringify(input))).is<{ detail: string; errors: unknown[] }>(
      422,
    );

    expect(problem).toMatchObject({ detail, errors: [expect.anything()] });
    expect(problem.errors).toHaveLength(1);
  });

  it("have a page for each type", async () => {
    const { as } = await testApp();

    for (const code of Object.keys(problemKinds)) {
      const answer = await as(null).get(`/problems/${code}`);
      answer.is(200);
      expect(answer.text).toContain(`<code>${code}</code>`);
    }
    (await as(null).get("/problems/unheard_of")).is(404);
  });

  it("answer unknown paths and NUL in the URL", async () => {
    const { get } = await testApp();

    expect((await get("/v1/nothing")).is(404)).toMatchObject({ type: "/problems/not_found", code: "not_found", instance: "/v1/nothing" });
    expect((await get("/v1/contacts/con_404")).is(404)).toMatchObject({ detail: "contact con_404 does not exist" });
    expect((await get("/v1/contacts?q=a%00b")).is(422)).toMatchObject({ errors: [{ pointer: "/q" }] });
    (await get("/v1/contacts/a%00b")).is(422);
    (await get("/v1/contacts/%ff%fe")).is(404);
  });

  it("show nothing of what went wrong inside, and log nothing of the request", async () => {
    const lines: string[] = [];
    const log: Logger = { debug() {}, info() {}, warn() {}, error: (fields, message) => void lines.push(JSON.stringify({ ...fields, message })) };
    const broken = () => {
      throw new Error("secret words of Ana");
    };
    const app = await testApp({
      log,
      wrap: (directory) => ({
        ...directory,
        store: (id) => ({ ...directory.store(id), contacts: new Proxy(directory.store(id).contacts, { get: broken }) }),
      }),
    });

    const answer = await app.get("/v1/contacts/con_ana");

    expect(answer.is(500)).toMatchObject({ code: "internal", detail: "Something went wrong", requestId: expect.any(String) });
    expect(answer.text).not.toContain("Ana");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain((answer.body as { requestId: string }).requestId);
    expect(lines[0]).not.toMatch(/Ana|con_ana/);
  });
});
