import { describe, expect, it } from "vitest";
import { type Answer, type TestApp, testApp } from "#tests/support/app.ts";
import { describeOnBackends } from "#tests/support/on-backends.ts";

type Noun = { path: string; body: object; again?: object };

/** Nouns of which there is one of a name, an address or an account. `again`: another writing of the same. */
const unique: Noun[] = [
  { path: "/v1/tags", body: { name: "Café" }, again: { name: "cafe" } },
  { path: "/v1/segments", body: { name: "Café", filter: { vip: true } }, again: { name: "CAFE", filter: { atRisk: true } } },
  { path: "/v1/branches", body: { name: "Cebú" }, again: { name: "cebu" } },
  {
    path: "/v1/templates",
    body: { name: "Hello", texts: [{ language: "en", text: "Hello" }] },
    again: { name: "hello", texts: [{ language: "en", text: "Good day" }] },
  },
  {
    path: "/v1/signals",
    body: { name: "Parking", type: "keyword", phrases: ["parking"], points: 7, category: "fit" },
    again: { name: "parking", type: "keyword", phrases: ["garage"], points: 3, category: "fit" },
  },
  {
    path: "/v1/escalation-rules",
    body: { name: "Cébu", kind: "custom", keywords: ["cebu"] },
    again: { name: "cebu", kind: "unanswered", minutes: 20 },
  },
  { path: "/v1/staff", body: { name: "Maria Santos", email: "maria@example.com" }, again: { name: "M. Santos", email: "Maria@Example.com" } },
  { path: "/v1/connections", body: { channel: "telegram", token: "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw" } },
];
/** Connecting one again gives it new tokens. */
const workspace: Noun = { path: "/v1/workspaces", body: { botToken: "xoxb-1234567890-abcdefghij", signingSecret: "8f742231b10e8888abcd99" } };

/** A name tells them apart for people only: a key is replaced by another of its name, and two businesses may have one name. */
const repeatable: Noun[] = [
  { path: "/v1/keys", body: { name: "website" } },
  { path: "/v1/agents", body: { name: "Resort" } },
];

const six = <T>(ask: (n: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 6 }, (_, n) => ask(n)));
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort();
const count = async (app: TestApp, path: string) => (await app.get(`${path}?limit=200`)).is<{ data: unknown[] }>(200).data.length;

describeOnBackends("six equal requests at once", (open) => {
  it.each(unique)("make one at $path, and the others are told that it is there", async ({ path, body, again = body }) => {
    const app = await testApp({ open });
    const before = await count(app, path);

    const answers = await six((n) => app.post(path, n % 2 === 0 ? body : again));

    expect(statuses(answers)).toEqual([201, 409, 409, 409, 409, 409]);
    expect(await count(app, path)).toBe(before + 1);
  });

  it.each([...unique, ...repeatable, workspace])("with one Idempotency-Key make one at $path, and a repeat makes none", async ({ path, body }) => {
    const app = await testApp({ open });
    const before = await count(app, path);
    const ask = () => app.post(path, body, { "idempotency-key": "once" });

    const answers = [...(await six(ask)), await ask()];

    const made = answers.filter(({ status }) => status === 201);
    expect(new Set(made.map(({ text }) => text)).size).toBe(1);
    expect(new Set(statuses(answers))).toEqual(new Set([201, 409]));
    expect(await count(app, path)).toBe(before + 1);
  });

  it("make one workspace, whose tokens are those that came last", async () => {
    const app = await testApp({ open });

    const answers = await six(() => app.post(workspace.path, workspace.body));

    expect(new Set(answers.map((answer) => answer.is<{ id: string }>(201).id)).size).toBe(1);
    expect(await count(app, workspace.path)).toBe(1);
  });

  it.each(repeatable)("without it make six at $path", async ({ path, body }) => {
    const app = await testApp({ open });
    const before = await count(app, path);

    expect(statuses(await six(() => app.post(path, body)))).toEqual([201, 201, 201, 201, 201, 201]);
    expect(await count(app, path)).toBe(before + 6);
  });
});

describe("a name that is taken", () => {
  it.each(unique.filter(({ path }) => /branches|signals|escalation/.test(path)))(
    "is not given by an edit at $path, and its holder may write it otherwise",
    async ({ path, body, again }) => {
      const app = await testApp();
      const first = (await app.post(path, body)).is<{ id: string; name: string }>(201);
      const second = (await app.post(path, { ...body, name: "Other" })).is<{ id: string }>(201);
      const name = (again as { name: string }).name;

      expect((await app.patch(`${path}/${second.id}`, { name })).is(409)).toMatchObject({ errors: [{ pointer: "/name" }] });
      expect((await app.patch(`${path}/${first.id}`, { name })).is(200)).toMatchObject({ name });
    },
  );
});
