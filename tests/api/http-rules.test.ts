import { describe, expect, it } from "vitest";
import { testApp } from "../support/app.ts";
import { guarded, operations } from "../support/operations.ts";
import { fill, oneOfEach } from "../support/records/one-of-each.ts";

type ProblemBody = {
  code: string;
  detail: string;
  errors: { pointer: string; detail: string; in?: string; parameter?: string }[];
  errorsTotal?: number;
  position?: number;
};

describe("malformed JSON", () => {
  it.each([
    ["{", 1],
    ["[1,]", 3],
    ["{'name':'x'}", 1],
    ["\ufeff\ufeff{}", 0],
    ["{}\ufeff", 2],
    ['{"name":x}', 8],
    ['{"name":tru}', 11],
    ['{"name":"a"}}', 12],
    ['{"name":"a" "b":1}', 12],
    ['{"name":"a\nb"}', 10],
    ['{"name":"\\x"}', 10],
    ['{"name":01}', 9],
    ["nul", 3],
    ["NaN", 0],
    ['{"name":undefined}', 8],
    [`{"name":"${"ñ".repeat(100)}",\n "b": y, "c": "${"z".repeat(100)}"}`, 118],
    ["[".repeat(100_000), 100_000],
  ])("is a 400 that says where: %s", async (text, position) => {
    const { send } = await testApp();

    for (const [method, path] of [
      ["POST", "/v1/contacts"],
      ["POST", "/v1/messages"],
      ["POST", "/v1/messages/batch"],
      ["PUT", "/v1/settings"],
    ] as const) {
      const problem = (await send(method, path, text)).is<ProblemBody>(400);
      expect(problem).toMatchObject({ code: "malformed", position, errors: [{ pointer: "" }] });
      expect(problem.detail).toContain(`position ${position} (line`);
    }
  });

  it("may begin with a byte order mark, which counts for nothing", async () => {
    const { send } = await testApp();

    expect((await send("POST", "/v1/tags", '\ufeff{"name":"North"}')).is(201)).toMatchObject({ name: "North" });
    expect((await send("POST", "/v1/tags", '\ufeff{"name":x}')).is(400)).toMatchObject({ position: 8 });
    expect((await send("POST", "/v1/messages/batch", '\ufeff{"messages":[]}')).status).not.toBe(400);
  });

  it.each([
    ["POST", "/v1/contacts"],
    ["POST", "/v1/messages"],
    ["POST", "/v1/messages/batch"],
    ["PUT", "/v1/settings"],
    ["PATCH", "/v1/tags/tag_1"],
  ] as const)("says that an empty body is empty, and where: %s %s", async (method, path) => {
    const { send } = await testApp();

    for (const empty of ["", "\ufeff"]) {
      expect((await send(method, path, empty)).is(400)).toMatchObject({
        code: "malformed",
        detail: "the body is empty: send JSON, at least {}",
        position: 0,
        errors: [{ pointer: "", detail: "is empty: send JSON, at least {}" }],
      });
    }
  });

  it("is also what is empty or not UTF-8", async () => {
    const { send, app, key } = await testApp();
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };

    expect((await send("POST", "/v1/contacts", "")).is(400)).toMatchObject({ code: "malformed" });
    expect((await app.request("/v1/contacts", { method: "POST", headers, body: new Uint8Array([0x22, 0xff, 0x22]) })).status).toBe(400);
  });
});

describe("paths", () => {
  it("answer 405 with Allow for a method that they do not have, and 404 when nothing is there", async () => {
    const app = await testApp();
    const ids = await oneOfEach(app);
    const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    const all = operations();
    const paths = Map.groupBy(all, ({ path }) => path);

    for (const [path, ones] of paths) {
      const there = ones.map(({ method }) => method);
      for (const method of methods.filter((each) => !there.includes(each))) {
        const filled = fill({ ...(ones[0] ?? never()), path }, ids);
        if (all.some((other) => other.method === method && patternOf(other.path).test(filled))) continue;
        const answer = await app.send(method, filled, method === "GET" ? undefined : {});
        expect([method, path, answer.status, answer.text]).toEqual([method, path, 405, expect.stringContaining("method_not_allowed")]);
        const allowed = (answer.headers.get("allow") ?? "").split(", ");
        expect(allowed).toEqual(expect.arrayContaining(there));
        expect(allowed).not.toContain(method);
      }
    }
    for (const method of methods) (await app.send(method, "/v1/nothing", method === "GET" ? undefined : {})).is(404);
    (await app.send("OPTIONS", "/v1/contacts")).is(405);
  });

  it("answer with a slash at the end as without", async () => {
    const app = await testApp();
    const ids = await oneOfEach(app);

    for (const { method, path } of operations().filter((each) => each.method === "GET")) {
      const filled = fill({ ...(guarded[0] ?? never()), method, path }, ids);
      const [without, slashed] = [await app.get(filled), await app.get(`${filled}/`)];
      expect([path, slashed.status]).toEqual([path, without.status]);
    }
    expect((await app.post("/v1/tags/", { name: "slash" })).is(201)).toMatchObject({ name: "slash" });
    expect((await app.get("/v1/contacts/?limit=1")).is<{ data: unknown[] }>(200).data).toHaveLength(1);
  });
});

/** Of a path's template: `/v1/contacts/bulk` is also a contact's path. */
const patternOf = (path: string) => new RegExp(`^${path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`);

const never = (): never => {
  throw new Error("there is no operation");
};

describe("headers", () => {
  it.each([
    ["GET", "/health", 200],
    ["GET", "/ready", 200],
    ["GET", "/metrics", 200],
    ["GET", "/docs", 200],
    ["GET", "/docs/start.js", 200],
    ["GET", "/docs/nothing", 404],
    ["GET", "/openapi.json", 200],
    ["GET", "/problems/invalid", 200],
    ["GET", "/nothing", 404],
    ["GET", "/v1/contacts", 200],
    ["HEAD", "/v1/contacts", 200],
    ["GET", "/v1/contacts.csv", 200],
    ["GET", "/v1/nothing", 404],
    ["GET", "/v1/contacts?limit=x", 422],
    ["DELETE", "/v1/pipeline", 405],
    ["POST", "/v1/tags", 400],
    ["POST", "/hooks/slack", 404],
    ["POST", "/hooks/telegram/con_1", 404],
    ["POST", "/hooks/nothing/at/all", 404],
    ["OPTIONS", "/v1/tags", 405],
  ])("say how to take the answer to %s %s, a %i", async (method, path, status) => {
    const { send } = await testApp();

    const answer = await send(method, path, method === "POST" ? "{" : undefined);

    expect([answer.status, answer.text.slice(0, 200)]).toEqual([status, expect.anything()]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
      "cross-origin-resource-policy": "same-origin",
      "x-request-id": expect.any(String),
      ...(path.startsWith("/v1") && { "cache-control": "no-store" }),
    });
  });

  it("stand on a refusal without a key, and on one that nobody foresaw", async () => {
    const broken = () => {
      throw new Error("down");
    };
    const { as, get } = await testApp({
      wrap: (directory) => ({
        ...directory,
        store: (id) => ({ ...directory.store(id), contacts: new Proxy(directory.store(id).contacts, { get: broken }) }),
      }),
    });

    for (const [answer, status] of [
      [await as(null).get("/v1/contacts"), 401],
      [await get("/v1/contacts"), 500],
    ] as const) {
      expect([answer.status, answer.headers.get("x-content-type-options")]).toEqual([status, "nosniff"]);
    }
  });
});

describe("faults of a query", () => {
  it.each([
    ["/v1/contacts?limit=0", "limit"],
    ["/v1/contacts?limit=x", "limit"],
    ["/v1/contacts?status=lost", "status"],
    ["/v1/contacts?shoe=42", "shoe"],
    ["/v1/contacts?vip=yes", "vip"],
    ["/v1/contacts?createdAfter=soon", "createdAfter"],
    ["/v1/contacts?sort=shoe", "sort"],
    ["/v1/contacts?cursor=abc", "cursor"],
    ["/v1/contacts?q=a%00b", "q"],
    ["/v1/contacts.csv?columns=shoe", "columns"],
    ["/v1/staff?shoe=42", "shoe"],
    ["/v1/operations?cursor=abc", "cursor"],
    ["/v1/followups?state=lost", "state"],
    ["/v1/audit?cursor=%7B", "cursor"],
    ["/v1/analytics?from=soon", "from"],
  ])("are named as such: %s", async (path, parameter) => {
    const { get } = await testApp();

    const problem = (await get(path)).is<ProblemBody>(422);

    expect(problem.errors[0]).toMatchObject({ in: "query", parameter });
    expect(problem.errors[0]?.pointer).toMatch(new RegExp(`^/${parameter}`));
    expect(problem.detail).toContain(`query parameter ${parameter}`);
  });
});

const megabyteOf = (entry: (n: number) => string, most = 900_000) => {
  const entries: string[] = [];
  for (let length = 0; length < most; length += (entries.at(-1) ?? "").length + 1) entries.push(entry(entries.length));
  return entries.join(",");
};

describe("problem documents", () => {
  it.each([
    ["unknown keys", "POST", "/v1/contacts", () => `{"name":"a",${megabyteOf((n) => `"k${n}":1`, 400_000)}}`],
    ["many more unknown keys", "POST", "/v1/contacts", () => `{"name":"a",${megabyteOf((n) => `"k${n}":1`)}}`],
    ["one key as long as the body", "POST", "/v1/contacts", () => `{"name":"a","${"k".repeat(900_000)}":1}`],
    ["values of a wrong type in a list", "POST", "/v1/contacts/bulk", () => `{"action":"delete","ids":[${megabyteOf(() => "1")}]}`],
    ["values of a wrong type in a filter", "POST", "/v1/contacts/bulk", () => `{"action":"delete","filter":{"status":[${megabyteOf(() => "1")}]}}`],
    ["unknown words in a filter", "POST", "/v1/segments", () => `{"name":"a","filter":{"tag":[${megabyteOf(() => '""')}]}}`],
    ["a comma list that is all commas", "POST", "/v1/segments", () => `{"name":"a","filter":{"status":"${",".repeat(900_000)}"}}`],
    ["lists in lists", "POST", "/v1/segments", () => `{"name":"a","filter":{"status":[${megabyteOf(() => "[[]]")}]}}`],
    ["a deep list in a filter", "POST", "/v1/segments", () => `{"name":"a","filter":{"status":${"[".repeat(400_000)}${"]".repeat(400_000)}}}`],
    ["attributes", "POST", "/v1/contacts", () => `{"name":"a","attributes":{${megabyteOf((n) => `"k${n}":[]`)}}}`],
    ["properties", "POST", "/v1/actions", () => `{"contactId":"con_1","action":"x","properties":{${megabyteOf((n) => `"k${n}":[]`)}}}`],
    ["media", "POST", "/v1/messages", () => `{"channel":"web","from":{"externalId":"1"},"media":[${megabyteOf(() => "{}")}]}`],
    ["texts of a template", "POST", "/v1/templates", () => `{"name":"a","texts":[${megabyteOf(() => "{}")}]}`],
    ["settings", "POST", "/v1/settings/lint", () => `{"settings":{${megabyteOf((n) => `"k${n}":1`)}}}`],
    ["signals in settings", "POST", "/v1/settings/lint", () => `{"settings":{"signals":[${megabyteOf(() => "{}")}]}}`],
    [
      "phrases",
      "POST",
      "/v1/signals",
      () => `{"id":"a","name":"a","type":"keyword","points":1,"category":"fit","phrases":[${megabyteOf(() => '""')}]}`,
    ],
    ["NUL characters", "POST", "/v1/contacts", () => `{"name":"a","attributes":{${megabyteOf((n) => `"k${n}":"\\u0000"`)}}}`],
  ])("are bounded whatever is at fault: %s", async (_what, method, path, body) => {
    const { send } = await testApp();
    const text = body();

    const answer = await send(method, path, text);

    const { errors, errorsTotal = errors.length } = answer.is<ProblemBody>(422);
    expect(answer.text.length).toBeLessThan(130_000);
    expect(errors.length).toBeLessThanOrEqual(100);
    expect(errorsTotal).toBeGreaterThanOrEqual(errors.length);
  });

  it("say how many faults there are when they do not list them all", async () => {
    const { post } = await testApp();
    const unknown = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`k${n}`, 1]));

    const problem = (await post("/v1/contacts", { name: "a", ...unknown })).is<ProblemBody>(422);
    const few = (await post("/v1/contacts", { name: "a", k1: 1, k2: 1 })).is<ProblemBody>(422);

    expect(problem.errors).toHaveLength(100);
    expect(problem.errorsTotal).toBe(250);
    expect(few).toMatchObject({ errors: [{ pointer: "/k1" }, { pointer: "/k2" }] });
    expect(few.errorsTotal).toBeUndefined();
  });

  it("are bounded in the results of a batch too, which name a fault of every bad item", async () => {
    const { send } = await testApp();
    const item = `{"channel":"web","from":{"externalId":"1"},"text":"Hi",${megabyteOf((n) => `"k${n}":1`, 16_000)}}`;

    const answer = await send("POST", "/v1/messages/batch", `{"messages":[${Array(500).fill(item).join(",")}]}`);

    const { results } = answer.is<{ results: { status: number; problem: ProblemBody }[] }>(200);
    expect(answer.text.length).toBeLessThan(500_000);
    expect(results).toHaveLength(500);
    for (const { status, problem } of results) {
      expect([status, problem.errors[0]?.pointer]).toEqual([422, "/k0"]);
      expect(problem.errorsTotal).toBeGreaterThan(1_000);
    }
  });
});
