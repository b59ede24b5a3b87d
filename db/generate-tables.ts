import { execFileSync } from "node:child_process";
import { globSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import { getTableColumns, is } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";

const load = createRequire(import.meta.url);

/** Files that follow from db/schema: the tables as data, which the process reads instead of drizzle, and the schema as one type. */
export function generatedFiles(): Record<string, string> {
  const files = globSync("db/schema/*.ts")
    .map((path) => ({ path, name: basename(path, ".ts") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const modules: Record<string, unknown>[] = [];
  for (const { path } of files) modules.push(load(resolve(path)));
  const used = files.filter((_, at) => Object.values(modules[at] ?? {}).some((value) => is(value, SQLiteTable)));
  return {
    "db/generated/tables.ts": format(dataOf(Object.assign({}, ...modules))),
    "db/generated/schema.ts": format(typeOf(used.map(({ name }) => name))),
  };
}

const banner = "// Written by `npm run db:generate` from db/schema: change it there.\n";

function dataOf(exported: Record<string, unknown>): string {
  const tables = Object.entries(exported).flatMap(([key, table]) => (is(table, SQLiteTable) ? [{ key, table }] : []));
  const entries = parentsFirst(tables).map(({ key, table }) => {
    const policy = exported[`${key}Policy`];
    if (policy === undefined)
      throw new Error(`table ${key} in db/schema needs a policy: export const ${key}Policy (db/data-policy.ts says what it holds)`);
    const columns = Object.entries(getTableColumns(table)).filter(([name]) => name !== "row");
    const kinds = Object.fromEntries(columns.map(([name, { dataType }]) => [name, storedAs[dataType] ?? "value"]));
    return `${key}: ${JSON.stringify({ name: getTableConfig(table).name, key: keyOf(table), columns: kinds, policy })}`;
  });
  return `${banner}import type { TableName, Tables } from "#core/model/tables.ts";
import type { Table } from "../table.ts";

/** Every table, parents before children. */
export const tables: { readonly [T in TableName]: Table<Tables[T]> } = {
${entries.join(",\n")}
};
`;
}

const storedAs: Record<string, string> = { boolean: "flag", json: "json" };

/** Its primary key without the agent's id. A table with a `row` has its id as its key. */
function keyOf(table: SQLiteTable): string[] {
  const columns = Object.entries(getTableColumns(table));
  const [composed] = getTableConfig(table).primaryKeys;
  const names = composed?.columns.map((column) => columns.find(([, each]) => each === column)?.[0] ?? column.name) ?? ["id"];
  return names.filter((name) => name !== "agentId");
}

type Named = { key: string; table: SQLiteTable };

/** In the order of the files, but each after those that its foreign keys point to. */
function parentsFirst(tables: readonly Named[]): Named[] {
  const ordered: Named[] = [];
  const visit = (each: Named) => {
    if (ordered.includes(each)) return;
    for (const { reference } of getTableConfig(each.table).foreignKeys) {
      const parent = tables.find(({ table }) => table === reference().foreignTable);
      if (parent && parent !== each) visit(parent);
    }
    ordered.push(each);
  };
  tables.forEach(visit);
  return ordered;
}

function typeOf(names: readonly string[]): string {
  const alias = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const imports = names.map((name) => `import type * as ${alias(name)} from "../schema/${name}.ts";`);
  return `${banner}${imports.join("\n")}

/** Everything that the files of db/schema export: tables, and their policies. */
export type Schema = ${names.map((name) => `typeof ${alias(name)}`).join(" & ")};
`;
}

function format(text: string): string {
  const command = ["node_modules/@biomejs/biome/bin/biome", "format", "--stdin-file-path=db/generated.ts"];
  return execFileSync(process.execPath, command, { encoding: "utf8", input: text });
}
