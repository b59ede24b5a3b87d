import { expect, it, onTestFinished } from "vitest";
import { ChangeSet } from "#core/ports/change-set.ts";
import { openDatabase } from "#db/database.ts";
import { openLocal } from "#db/local.ts";
import { raw } from "#db/sql.ts";
import { addAgent, tempFolder } from "#tests/support/database.ts";

const agentId = "agt_test";
const key = (id: string, scopes: string[], revokedAt: number | null = null) =>
  ({ id, agentId, name: id, hash: id, scopes, createdAt: 0, revokedAt }) as const;

/** What keys of an earlier version may do once they are opened by this one. */
const table: [before: string[], after: string[]][] = [
  [["admin"], ["admin"]],
  [["read"], ["read"]],
  [["write"], ["write", "channels", "settings"]],
  [
    ["read", "write"],
    ["read", "write", "channels", "settings"],
  ],
  [
    ["admin", "read", "write"],
    ["admin", "read", "write"],
  ],
];

it("keeps for keys of an earlier version what they could do, once, and gives later keys nothing", async () => {
  const folder = tempFolder();
  onTestFinished(folder.remove);
  const url = `file:${folder.file("rapport.db")}`;
  const first = await openDatabase({ url });
  expect(first.widenedKeys).toBe(0);
  const store = await addAgent(first.directory, agentId);
  await store.commit(new ChangeSet().insert("keys", ...table.map(([before], at) => key(`key_${at}`, before)), key("key_gone", ["write"], 1)));
  await first.close();
  // As it was left by a version that knew no such scopes.
  const connection = openLocal(folder.file("rapport.db"));
  await connection.write([raw("DROP TABLE key_scopes")]);
  await connection.close();

  const upgraded = await openDatabase({ url });
  expect(upgraded.widenedKeys).toBe(2);
  const kept = upgraded.directory.store(agentId);
  for (const [at, [, after]] of table.entries()) expect((await kept.keys.find(`key_${at}`))?.scopes).toEqual(after);
  expect((await kept.keys.find("key_gone"))?.scopes).toEqual(["write"]);
  await kept.commit(new ChangeSet().insert("keys", key("key_new", ["read", "write"])));
  await upgraded.close();

  const reopened = await openDatabase({ url });
  onTestFinished(() => reopened.close());
  expect(reopened.widenedKeys).toBe(0);
  expect((await reopened.directory.store(agentId).keys.find("key_new"))?.scopes).toEqual(["read", "write"]);
});
