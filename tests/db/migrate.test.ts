import { globSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Database from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "#db/database.ts";
import { NewerDatabaseError } from "#db/migrate.ts";
import { tempFolder } from "#tests/support/database.ts";

const folder = "tests/fixtures/databases";
const earlier = globSync("*.db.gz", { cwd: folder }).sort();

function rows(path: string, sql: string): unknown[][] {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare(sql).raw().all() as unknown[][];
  } finally {
    db.close();
  }
}

const tablesOf = (path: string) =>
  rows(path, "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name").map(([type, name]) => `${type} ${name}`);

describe("migrating", () => {
  it.each(earlier)("brings %s, written by an earlier version, to the schema of a new database, and loses no row", async (name) => {
    const { file, remove } = tempFolder();
    onTestFinished(remove);
    writeFileSync(file("old.db"), gunzipSync(readFileSync(`${folder}/${name}`)));
    const counted = ["contacts", "messages", "readings", "conversations", "identities"];
    const count = (path: string) => counted.map((table) => Number(rows(path, `SELECT count(*) FROM ${table}`)[0]?.[0]));
    const before = count(file("old.db"));

    await (await openDatabase({ url: `file:${file("old.db")}` })).close();
    await (await openDatabase({ url: `file:${file("new.db")}` })).close();

    expect(Math.min(...before)).toBeGreaterThan(20);
    expect(count(file("old.db"))).toEqual(before);
    expect(tablesOf(file("old.db"))).toEqual(tablesOf(file("new.db")));
  });

  it("refuses a database of a newer version in words, and leaves it as it is", async () => {
    const { file, remove } = tempFolder();
    onTestFinished(remove);
    await (await openDatabase({ url: `file:${file("data.db")}` })).close();
    const db = new Database(file("data.db"));
    db.exec(`INSERT INTO __drizzle_migrations(hash, created_at) VALUES ('later', ${Date.UTC(2099, 0, 1)})`);
    db.close();

    await expect(openDatabase({ url: `file:${file("data.db")}` })).rejects.toThrow(NewerDatabaseError);
    await expect(openDatabase({ url: `file:${file("data.db")}` })).rejects.toThrow("2099-01-01");
    expect(rows(file("data.db"), "SELECT max(created_at) FROM __drizzle_migrations")).toEqual([[Date.UTC(2099, 0, 1)]]);
  });
});
