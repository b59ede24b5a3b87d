import { describe, expect, it } from "vitest";
import { type Scope, scopes } from "#core/model/vocabulary.ts";
import { testApp } from "../support/app.ts";
import { guarded, type Operation } from "../support/operations.ts";

/** Ids that nobody has: who may not come in is told so before anything is looked up. */
const concrete = ({ path }: Operation) => path.replace(/\{\w+\}/g, "con_nobody");
const isRead = ({ method }: Operation) => method === "GET";
const managesAccess = ({ path }: Operation) => /^\/v1\/(keys|agents)/.test(path);

/** Who may do what, by the kind of work and the path it has. */
function scopeOf(operation: Operation): Scope {
  const { path, id } = operation;
  if (/^\/v1\/(keys|agents|staff|workspaces|audit|identity-secret)/.test(path) || ["addCredits", "takeConversationFromOwner"].includes(id))
    return "admin";
  if (isRead(operation)) return "read";
  if (path.startsWith("/v1/connections")) return "channels";
  return /^\/v1\/(settings|signals|escalation-rules(?!.*dry-run))/.test(path) ? "settings" : "write";
}

async function statuses(list: readonly Operation[], ask: (operation: Operation) => Promise<{ status: number }>): Promise<string[]> {
  const answers: string[] = [];
  for (const operation of list) answers.push(`${operation.id} ${(await ask(operation)).status}`);
  return answers;
}

const all = (list: readonly Operation[], status: number) => list.map(({ id }) => `${id} ${status}`);

describe("every endpoint of the document", () => {
  it("refuses a request without a key, or with one nobody knows", async () => {
    const { as } = await testApp();

    for (const key of [null, "rk_unknown", "x y"]) {
      const client = as(key);
      const answers = await statuses(guarded, (operation) => client.send(operation.method, concrete(operation), operation.body));
      expect(answers).toEqual(all(guarded, 401));
    }
  });

  it("lets a reading key read only, and a writing key write only", async () => {
    const { as, post } = await testApp();
    const reader = as((await post("/v1/keys", { name: "r", scopes: ["read"] })).is<{ key: string }>(201).key);
    const writer = as((await post("/v1/keys", { name: "w", scopes: ["write"] })).is<{ key: string }>(201).key);
    const writes = guarded.filter((operation) => !isRead(operation));
    const reads = guarded.filter(isRead);

    expect(await statuses(writes, (operation) => reader.send(operation.method, concrete(operation), operation.body))).toEqual(all(writes, 403));
    expect(await statuses(reads, (operation) => writer.get(concrete(operation)))).toEqual(all(reads, 403));
  });

  it("leaves keys and agents to admin keys", async () => {
    const { as, post } = await testApp();
    const both = as((await post("/v1/keys", { name: "rw" })).is<{ key: string }>(201).key);
    const access = guarded.filter(managesAccess);

    expect(access.length).toBeGreaterThan(5);
    expect(await statuses(access, (operation) => both.send(operation.method, concrete(operation), operation.body))).toEqual(all(access, 403));
  });

  it("needs the scope that its kind of work has, and no other scope will do", async () => {
    const { as, post } = await testApp();
    for (const scope of scopes) {
      const made = (await post("/v1/keys", { name: scope, scopes: [scope] })).is<{ key: string }>(201);
      const client = as(made.key);
      const passed = await statuses(guarded, async (operation) => {
        const { status } = await client.send(operation.method, concrete(operation), operation.body);
        return { status: status === 403 ? 403 : 0 };
      });

      const expected = guarded.map((operation) => `${operation.id} ${scope === "admin" || scope === scopeOf(operation) ? 0 : 403}`);
      expect([scope, passed]).toEqual([scope, expected]);
    }
  });

  it("leaves agents to the default agent", async () => {
    const { otherAgent } = await testApp();

    (await otherAgent.get("/v1/agents")).is(403);
    (await otherAgent.post("/v1/agents", { name: "Third" })).is(403);
  });

  it("answers with a problem document that shows how to come in", async () => {
    const { as } = await testApp();

    const answer = await as(null).get("/v1/contacts");

    answer.is(401);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    expect(answer.body).toMatchObject({
      type: "/problems/unauthorized",
      title: "Unauthorized",
      status: 401,
      code: "unauthorized",
      instance: "/v1/contacts",
    });
  });
});

describe("a field of an answer that holds a secret", () => {
  it("is marked so in the document, whatever operation shows it", () => {
    const unmarked = guarded.flatMap(({ id, answers }) =>
      answers
        .filter(({ name, isSecret }) => /^(key(?!words)|secret|token|password|qr|pairing)|(Key|Secret|Token|Password)$/.test(name) && !isSecret)
        .map(({ name }) => `${id} ${name}`),
    );

    expect(unmarked).toEqual([]);
  });
});
