import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

/* A new table with contact data, added to a copy of the project in the way db/README.md says: one file, and its migration. */

const table = `import { foreignKey, index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { contactData } from "../data-policy.ts";
import type { RecordOf } from "../table.ts";
import { contacts } from "./contacts.ts";

export const toys = sqliteTable(
  "toys",
  { id: text().notNull(), agentId: text().notNull(), contactId: text().notNull(), name: text().notNull() },
  (toy) => [
    primaryKey({ columns: [toy.agentId, toy.id] }),
    foreignKey({ columns: [toy.agentId, toy.contactId], foreignColumns: [contacts.agentId, contacts.id] }),
    index("toys_by_contact").on(toy.agentId, toy.contactId),
  ],
);
export const toysPolicy = contactData;
declare module "#core/model/tables.ts" {
  interface Tables {
    toys: RecordOf<typeof toys>;
  }
}
`;

/** Runs in the copy, on its own code: what becomes of two toys when their owners are merged, taken apart and erased. */
const story = `import { readdirSync, readFileSync } from "node:fs";
import { ChangeSet } from "#core/ports/change-set.ts";
import { deleteContact } from "#core/usecases/contacts/delete-contact.ts";
import { mergeContacts } from "#core/usecases/merges/merge-contacts.ts";
import { unmergeContacts } from "#core/usecases/merges/unmerge-contacts.ts";
import { openLocal } from "#db/local.ts";
import { raw } from "#db/sql.ts";
import { openCore } from "#tests/support/context.ts";
import { hear } from "#tests/support/people/people.ts";

const folder = process.argv[2] ?? "";
let clock = Date.UTC(2026, 0, 20);
const open = () => openCore(() => ++clock, undefined, folder);
let core = await open();
const { ctx } = core;
const [into = "", from = ""] = await hear(ctx, { from: { externalId: "v-1" } }, { channel: "telegram", from: { externalId: "7001" } });
const toy = (id: string, contactId: string, name: string) => ({ id, agentId: ctx.store.agentId, contactId, name });
await ctx.store.commit(new ChangeSet().insert("toys", toy("toy_1", into, "ball"), toy("toy_2", from, "qwvxzk bear")));

const bytes = () => readdirSync(folder).map((file) => readFileSync(folder + "/" + file, "latin1")).join();
const owners = async () => {
  await core.database.close();
  const connection = openLocal(folder + "/rapport.db");
  const [rows = []] = await connection.read([raw("SELECT id, contact_id FROM toys ORDER BY id")]);
  await connection.close();
  return Object.fromEntries(rows.map(([id, owner]) => [id, owner === into ? "into" : owner === from ? "from" : owner]));
};
const reopened = async () => {
  const { openDatabase } = await import("#db/database.ts");
  const { contextOf } = await import("#tests/support/context.ts");
  const database = await openDatabase({ url: "file:" + folder + "/rapport.db" });
  core = { ...core, database, ctx: contextOf(database, "agt_test", () => ++clock) };
  return core.ctx;
};

await mergeContacts(ctx, { intoId: into, fromId: from, cause: { kind: "staff", ref: null } });
const merged = await owners();
await unmergeContacts(await reopened(), { id: into, otherId: from });
const apart = await owners();
const again = await reopened();
await mergeContacts(again, { intoId: into, fromId: from, cause: { kind: "staff", ref: null } });
const hadWord = bytes().includes("qwvxzk");
const receipt = await deleteContact(again, { id: into });
const left = await owners();
console.log(JSON.stringify({ merged, apart, hadWord, deleted: receipt.deleted.toys, left, hasWord: bytes().includes("qwvxzk") }));
`;

const copied = ["core", "db", "tests/support", "package.json", "tsconfig.json", "biome.json", ".gitignore"];
const project = mkdtempSync(join(tmpdir(), "rapport-table-"));
const files = () => globSync("**/*", { cwd: project, exclude: (name) => name === "node_modules" }).sort();
const contents = () => new Map(files().flatMap((file) => (/\.\w+$/.test(file) ? [[file, readFileSync(join(project, file), "utf8")] as const] : [])));
const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: project, encoding: "utf8" });
let before: Map<string, string>;

beforeAll(() => {
  for (const path of copied) cpSync(path, join(project, path), { recursive: true });
  symlinkSync(resolve("node_modules"), join(project, "node_modules"));
  before = contents();
  writeFileSync(join(project, "db/schema/toys.ts"), table);
  node("db/generate.ts", "toys");
});
afterAll(() => rmSync(project, { recursive: true }));

it("costs one file by hand; the rest is its migration and what is generated", () => {
  const after = contents();
  const changed = [...after].filter(([file, text]) => before.get(file) !== text).map(([file]) => file.replace(/\d{4}_/, "NNNN_"));

  expect(changed).toEqual([
    "db/generated/schema.ts",
    "db/generated/tables.ts",
    "db/migrations/NNNN_toys.sql",
    "db/migrations/meta/NNNN_snapshot.json",
    "db/migrations/meta/_journal.json",
    "db/schema/toys.ts",
  ]);
});

it("moves with a merge, comes back with its undoing, and is erased to the last byte", () => {
  writeFileSync(join(project, "story.ts"), story);
  const data = mkdtempSync(join(tmpdir(), "rapport-table-data-"));

  const outcome: unknown = JSON.parse(node("story.ts", data).trim().split("\n").at(-1) ?? "");

  expect(outcome).toEqual({
    merged: { toy_1: "into", toy_2: "into" },
    apart: { toy_1: "into", toy_2: "from" },
    hadWord: true,
    deleted: 2,
    left: {},
    hasWord: false,
  });
  rmSync(data, { recursive: true });
});

it("does not compile without its policy", () => {
  const config = { extends: "./tsconfig.json", include: ["db", "core"] };
  writeFileSync(join(project, "tsconfig.tables.json"), JSON.stringify(config));
  writeFileSync(join(project, "db/schema/toys.ts"), table.replace("export const toysPolicy = contactData;", ""));

  const { stdout } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.tables.json"], {
    cwd: project,
    encoding: "utf8",
  });

  // The import that nothing uses any more, and the policy: everything else compiles.
  expect(stdout.match(/error TS\d+/g)).toHaveLength(2);
  expect(stdout).toContain("a table in db/schema needs a policy");
});
