import { globSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Connection, rowsOf } from "#db/connection.ts";
import { openLocal } from "#db/local.ts";
import { migrate } from "#db/migrate.ts";
import { raw, statement } from "#db/sql.ts";
import { column, tables } from "#db/tables.ts";
import { tempFolder } from "#tests/support/database.ts";

const files = globSync("db/migrations/*.sql").sort();
const folder = tempFolder();
let connection: Connection;
beforeAll(async () => {
  connection = openLocal(folder.file("rapport.db"));
  await migrate(connection);
});
afterAll(async () => {
  await connection.close();
  folder.remove();
});

const names = async (sql: string, ...args: string[]) => (await rowsOf(connection, statement(sql, ...args))).map(([name]) => String(name));

describe("the migrations", () => {
  it("never rebuild a table", () => {
    expect(files.filter((file) => readFileSync(file, "utf8").includes("__new_"))).toEqual([]);
  });

  it("make strict tables only", async () => {
    const loose = await names(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    );

    expect(loose.filter((name) => name !== "__drizzle_migrations" && !name.startsWith("contacts_search"))).toEqual([]);
  });

  it.each(Object.values(tables))("make the columns that change sets write to $name", async (table) => {
    const made = await names("SELECT name FROM pragma_table_info(?)", table.name);

    expect(made.filter((name) => name !== "row").toSorted()).toEqual(
      Object.keys(table.columns)
        .map((name) => column(name).replaceAll('"', ""))
        .sort(),
    );
  });

  it.each(Object.values(tables))("make the key that a put to $name replaces by", async (table) => {
    const indexes = await rowsOf(
      connection,
      statement(
        `SELECT group_concat(c.name, ',') FROM pragma_index_list(?) AS i, pragma_index_info(i.name) AS c WHERE i."unique" GROUP BY i.name`,
        table.name,
      ),
    );
    const key = table.name === "agents" ? table.key : ["agentId", ...table.key];

    expect(indexes.map(([columns]) => String(columns).split(",").sort())).toContainEqual(key.map((name) => column(name).replaceAll('"', "")).sort());
  });

  it("are applied once, in drizzle's own table", async () => {
    await migrate(connection);

    expect(await rowsOf(connection, raw("SELECT count(*) FROM __drizzle_migrations"))).toEqual([[files.length]]);
  });

  it("serve every foreign key with an index, so that deleting a parent looks at no other rows", async () => {
    const children = await rowsOf(
      connection,
      raw(`SELECT t.name, f.id, group_concat(f."from", ',') FROM pragma_table_list AS t, pragma_foreign_key_list(t.name) AS f
      WHERE t.schema = 'main' AND f."table" <> 'agents' GROUP BY t.name, f.id`),
    );
    const indexes = await rowsOf(
      connection,
      raw(`SELECT t.name, i.name, group_concat(c.name, ',') FROM pragma_table_list AS t, pragma_index_list(t.name) AS i, pragma_index_info(i.name) AS c
      WHERE t.schema = 'main' GROUP BY t.name, i.name`),
    );

    const bare = children.filter(([table, , key]) => !indexes.some(([owner, , columns]) => owner === table && `${columns},`.startsWith(`${key},`)));

    expect(bare).toEqual([]);
  });
});
