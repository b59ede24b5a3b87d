import { chmodSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openSecretKey, takeNewSecretKey } from "#api/node/secret-key.ts";
import { openVault } from "#api/node/vault.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { openDatabase } from "#db/database.ts";
import { addAgent, tempFolder } from "#tests/support/database.ts";

const agentId = "agt_test";
const other = "another-secret-of-thirty-characters";

type Stored = "nothing" | "credential" | "suppression";
type State = { stored: Stored; key: "same" | "missing" | "other" | "other in the environment"; isChecked: boolean; refused: RegExp | null };

const table: State[] = [
  { stored: "nothing", key: "same", isChecked: true, refused: null },
  { stored: "nothing", key: "missing", isChecked: true, refused: null },
  { stored: "nothing", key: "other", isChecked: true, refused: null },
  { stored: "credential", key: "same", isChecked: true, refused: null },
  { stored: "credential", key: "missing", isChecked: true, refused: /secret\.key is missing/ },
  { stored: "credential", key: "other", isChecked: true, refused: /is not the key/ },
  { stored: "credential", key: "other in the environment", isChecked: true, refused: /SECRET_KEY of the environment is not the key/ },
  { stored: "suppression", key: "same", isChecked: true, refused: null },
  { stored: "suppression", key: "missing", isChecked: true, refused: /secret\.key is missing/ },
  { stored: "suppression", key: "other", isChecked: true, refused: /is not the key/ },
  // Installations of earlier versions have no check yet: what is sealed tells.
  { stored: "credential", key: "same", isChecked: false, refused: null },
  { stored: "credential", key: "missing", isChecked: false, refused: /secret\.key is missing/ },
  { stored: "credential", key: "other", isChecked: false, refused: /is not the key/ },
];

it.each(table)("with $stored stored and the key $key (checked before: $isChecked)", async ({ stored, key, isChecked, refused }) => {
  const folder = tempFolder();
  onTestFinished(folder.remove);
  const dataDir = folder.file("data");
  const path = join(dataDir, "secret.key");
  const database = await openDatabase({ url: `file:${join(dataDir, "rapport.db")}` });
  onTestFinished(() => database.close());
  const { secretKey } = database;
  const none = { ...secretKey, find: async () => null, save: async () => {} };
  const env = { DATA_DIR: dataDir, SECRET_KEY: undefined };
  const secret = await openSecretKey(env, isChecked ? secretKey : none);
  const store = await addAgent(database.directory, agentId);
  if (stored === "suppression") await store.commit(new ChangeSet().put("suppressions", { agentId, hash: "ab", at: 1 }));
  if (stored === "credential") {
    const sealed = await openVault(secret).seal("token");
    const workspace = { id: "wsp_1", agentId, teamId: "T1", name: "Team", botUserId: "U1", channelId: null, sealed, digestAt: null };
    const more = { brokenSince: null, brokenBecause: null, createdBy: "key_1", createdAt: 1, updatedAt: 1 };
    await store.commit(new ChangeSet().insert("workspaces", { ...workspace, ...more }));
  }
  if (key === "missing") rmSync(path);
  if (key === "other") writeFileSync(path, other);

  const opening = openSecretKey(key === "other in the environment" ? { ...env, SECRET_KEY: other } : env, secretKey);

  if (refused) await expect(opening).rejects.toThrow(refused);
  else expect(await opening).toEqual(key === "same" ? secret : key === "other" ? other : expect.any(String));
  if (refused && key === "missing") expect(existsSync(path)).toBe(false);
});

it("a key that is lost for good is replaced only when that is said, and what was sealed with it is to be connected again", async () => {
  const folder = tempFolder();
  onTestFinished(folder.remove);
  const dataDir = folder.file("data");
  const database = await openDatabase({ url: `file:${join(dataDir, "rapport.db")}` });
  onTestFinished(() => database.close());
  const { secretKey } = database;
  const env = { DATA_DIR: dataDir, SECRET_KEY: undefined };
  const former = await openSecretKey(env, secretKey);
  const store = await addAgent(database.directory, agentId);
  const sealed = await openVault(former).seal("token");
  const account = { agentId, channel: "telegram", via: null, createdBy: "key_1", createdAt: 1 } as const;
  const environments = { ...account, id: "chn_2", account: "environment", sealed: null };
  const workspace = { id: "wsp_1", agentId, teamId: "T1", name: "Team", botUserId: "U1", channelId: null, sealed, digestAt: null };
  const more = { brokenSince: null, brokenBecause: null, createdBy: "key_1", createdAt: 1, updatedAt: 1 };
  await store.commit(
    new ChangeSet()
      .insert("connections", { ...account, id: "chn_1", account: "shop", sealed }, environments)
      .insert("workspaces", { ...workspace, ...more })
      .put("suppressions", { agentId, hash: "ab", at: 1 }),
  );
  const losses = { connections: 1, workspaces: 1, suppressions: 1 };
  const rows = async () => [await store.connections.list(), await store.staffChat.workspaces()];
  const before = await rows();

  expect(await takeNewSecretKey(env, secretKey, { confirmed: true, now: 7 })).toEqual({ losses, isKnown: true });
  expect(await openSecretKey(env, secretKey)).toBe(former);
  rmSync(join(dataDir, "secret.key"));
  expect(await takeNewSecretKey(env, secretKey, { confirmed: false, now: 7 })).toEqual({ losses, isKnown: false });
  expect([existsSync(join(dataDir, "secret.key")), await rows()]).toEqual([false, before]);
  await expect(openSecretKey(env, secretKey)).rejects.toThrow("npm run new-secret-key");

  expect(await takeNewSecretKey(env, secretKey, { confirmed: true, now: 7 })).toEqual({ losses, isKnown: false });

  expect(await openSecretKey(env, secretKey)).not.toBe(former);
  expect(await rows()).toMatchObject([
    [{ id: "chn_1", sealed: "" }, environments],
    [{ id: "wsp_1", sealed: "", brokenSince: 7, brokenBecause: "secret_key_lost" }],
  ]);
  // A second time there is nothing left to lose, and the key stays.
  expect(await takeNewSecretKey(env, secretKey, { confirmed: true, now: 8 })).toMatchObject({ isKnown: true, losses: { connections: 0 } });
});

it("keeps the files of the database to their owner, in a folder that everybody may read, and those that others could read before", async () => {
  const folder = tempFolder();
  onTestFinished(folder.remove);
  const dataDir = folder.file("");
  chmodSync(dataDir, 0o755);
  const url = `file:${join(dataDir, "rapport.db")}`;
  const modes = () => readdirSync(dataDir).map((name) => [name, (statSync(join(dataDir, name)).mode & 0o777).toString(8)]);
  const first = await openDatabase({ url });
  await addAgent(first.directory, agentId);
  expect(modes()).toEqual(readdirSync(dataDir).map((name) => [name, "600"]));
  await first.close();
  chmodSync(join(dataDir, "rapport.db"), 0o644);

  const second = await openDatabase({ url });
  onTestFinished(() => second.close());
  await addAgent(second.directory, "agt_other");

  expect(modes().map(([name]) => name)).toContain("rapport.db-wal");
  expect(modes()).toEqual(readdirSync(dataDir).map((name) => [name, "600"]));
});
