import { mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { localPath } from "#db/database.ts";
import { testApp } from "#tests/support/app.ts";

it("writes are 503 while the data files are elsewhere, /ready says so, and all goes on when they are back", async () => {
  const app = await testApp();
  const path = localPath(app.url) ?? expect.fail("no file");
  const aside = join(dirname(path), "aside");
  mkdirSync(aside);
  const names = ["rapport.db", "rapport.db-wal", "rapport.db-shm"];
  const message = (externalId: string) => app.post("/v1/messages", { channel: "web", account: "main", from: { externalId }, text: "Hello" });
  (await message("v1")).is(201);

  for (const name of names) renameSync(join(dirname(path), name), join(aside, name));
  const requests = [
    ["POST", "/v1/contacts", { name: "Ana" }],
    ["POST", "/v1/tags", { name: "vip" }],
    ["POST", "/v1/keys", { name: "k", scopes: ["read"] }],
    ["POST", "/v1/branches", { name: "North" }],
  ] as const;
  const answers = [await message("v2"), ...(await Promise.all(requests.map(([method, where, body]) => app.send(method, where, body))))];
  for (const answer of answers) expect(answer.is<{ code: string }>(503).code).toBe("unavailable");
  expect((await app.get("/ready")).is<{ detail: string }>(503).detail).toContain("put it back");
  (await app.get("/v1/contacts")).is(200);

  for (const name of names) renameSync(join(aside, name), join(dirname(path), name));
  (await app.get("/ready")).is(200);
  (await message("v2")).is(201);
});
