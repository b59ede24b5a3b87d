import { describe, expect, it } from "vitest";
import { idleBackground, testApp } from "#tests/support/app.ts";

describe("health and readiness", () => {
  it("are open; ready says whether the database answers", async () => {
    const { as } = await testApp();

    expect((await as(null).get("/health")).is(200)).toEqual({ status: "ok" });
    expect((await as(null).get("/ready")).is(200)).toMatchObject({ status: "ready", degraded: [] });
  });

  it("ready names each part with its state and since when, and what the settings do not say yet", async () => {
    const { as, get, put } = await testApp();
    const ready = async () => (await as(null).get("/ready")).is<{ checks: object; todo: { code: string; detail: string }[] }>(200);

    const first = await ready();
    const check = (state: string) => ({ state, since: expect.stringMatching(/^\d{4}-.*Z$/), detail: state === "ok" ? null : expect.any(String) });
    expect(first.checks).toEqual({ database: check("ok"), queue: check("ok"), channels: check("off"), staffChat: check("off") });
    expect(first.todo.map(({ code }) => code)).toEqual(["time_zone", "region", "business_hours", "business_template"]);
    expect(new Set(first.todo.map(({ detail }) => /: set|; set|; choose/.test(detail)))).toEqual(new Set([true]));
    expect((await ready()).checks).toEqual(first.checks);

    const { version, settings: document } = (await get("/v1/settings")).is<{ version: number; settings: object }>(200);
    (await put("/v1/settings", { version, settings: { ...document, timeZone: "Asia/Manila", region: "PH" } })).is(200);
    expect((await ready()).todo.map(({ code }) => code)).toEqual(["business_hours", "business_template"]);
  });

  it("fail apart when the database is gone", async () => {
    const { as, database } = await testApp();
    await database.close();

    (await as(null).get("/health")).is(200);
    expect((await as(null).get("/ready")).is(503)).toMatchObject({
      code: "unavailable",
      checks: { database: { state: "failed" }, queue: { state: "ok" } },
    });
  });
});

describe("GET /", () => {
  it("leads to the documentation", async () => {
    const { as } = await testApp();

    const answer = await as(null).get("/");

    expect([answer.status, answer.headers.get("location")]).toEqual([302, "/docs"]);
  });
});

describe("GET /metrics", () => {
  it("counts requests by route pattern, never by path", async () => {
    const { get, as } = await testApp();
    await get("/v1/contacts/con_somebody");
    await get("/v1/contacts?q=ana");
    await as(null).get("/v1/contacts");

    const { text } = await as(null).get("/metrics");

    expect(text).toContain('http_requests_total{method="GET",route="/v1/contacts/:id",status="404"} 1');
    expect(text).toContain('http_requests_total{method="GET",route="/v1/contacts",status="200"} 1');
    expect(text).toContain("process_resident_memory_bytes");
    expect(text).not.toMatch(/con_somebody|ana/);
  });

  it("tells what waits, what is connected and what was decided, in closed words and without a trace of anybody", async () => {
    const { as, post } = await testApp();
    (await post("/v1/messages", { channel: "telegram", from: { externalId: "5", name: "Ana" }, text: "How much is it?" })).is(201);

    const { text } = await as(null).get("/metrics");

    const names = [...text.matchAll(/^# TYPE (rapport_\w+) /gm)].map((match) => match[1]);
    expect(names.toSorted()).toEqual([
      "rapport_channel_connections",
      "rapport_database_bytes",
      "rapport_deliveries_total",
      "rapport_deliveries_waiting",
      "rapport_followups_total",
      "rapport_operations_open",
      "rapport_outbox_effects",
      "rapport_queue_jobs_waiting",
      "rapport_queue_lag_seconds",
      "rapport_readings_total",
      "rapport_slack_workspaces",
      "rapport_updates_ignored_total",
    ]);
    expect(text).toContain('rapport_readings_total{analyst="rules"} 1');
    expect(text).toMatch(/^rapport_database_bytes [1-9]\d+$/m);
    expect(text).toContain('rapport_deliveries_waiting{state="queued"} 0');
    expect(text).not.toMatch(/Ana|agt_|con_|How much/);
  });

  it("counts the updates that channels leave out, by their kind", async () => {
    const ignored = () => [{ channel: "telegram", kind: "message_reaction", count: 3 }];
    const { as } = await testApp({ background: { ...idleBackground, connections: { ...idleBackground.connections, ignored } } });

    await as(null).get("/metrics");
    const { text } = await as(null).get("/metrics");

    // Scraping does not add to it.
    expect(text).toContain('rapport_updates_ignored_total{channel="telegram",kind="message_reaction"} 3');
  });

  it("asks for the token when one is set", async () => {
    const { as, key } = await testApp({ metricsToken: "a-token-of-at-least-24-characters" });

    (await as(null).get("/metrics")).is(401);
    (await as(key).get("/metrics")).is(401);
    (await as("a-token-of-at-least-24-characters").get("/metrics")).is(200);
  });
});

describe("the documentation", () => {
  it("is served from here alone, under a policy that lets nothing else in", async () => {
    const { as } = await testApp();
    const { get } = as(null);

    const page = await get("/docs");

    page.is(200);
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'self';/);
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(files).toHaveLength(4);
    for (const file of files) {
      expect(file).toMatch(/^\/docs\//);
      (await get(file)).is(200);
    }
    (await get("/docs/package.json")).is(404);
    (await get("/docs/..%2f..%2fpackage.json")).is(404);
  });

  it("describes the API in OpenAPI 3.1", async () => {
    const { as } = await testApp();

    expect((await as(null).get("/openapi.json")).is(200)).toMatchObject({
      openapi: "3.1.0",
      paths: { "/v1/messages": { post: { operationId: "createMessage" } } },
    });
  });
});
