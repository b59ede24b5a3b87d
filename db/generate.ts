import { execFileSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { generatedFiles } from "./generate-tables.ts";

/*
 * `npm run db:generate -- NAME` writes db/generated and the migration from the committed state to db/schema, whose new tables
 * it makes STRICT. `-- NAME --custom` makes an empty migration to fill by hand, without a name only db/generated is written, and
 * `-- --check` fails when db/schema, db/generated and db/migrations disagree.
 */

const migrations = "db/migrations";
/** Small rows that are only reached by their key or their contact: no second B-tree for the key. drizzle cannot say it. */
const clustered = new Set(["addresses", "contact_tags", "dues", "hits", "import_rows", "plan_changes", "retractions", "suppressions", "waits"]);

/** What drizzle-kit says; it fails with exit code 0, and takes no absolute folder. */
function generate(folder: string, ...options: string[]): string {
  const schema = ["--dialect", "sqlite", "--casing", "snake_case", "--schema", "./db/schema/*.ts"];
  const command = ["node_modules/drizzle-kit/bin.cjs", "generate", ...schema, "--out", relative("", folder), ...options];
  return execFileSync(process.execPath, command, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

const sqlFiles = (folder: string) => globSync("*.sql", { cwd: folder }).sort();

function makeStrict(sql: string): string {
  return sql.replace(/^CREATE TABLE `(\w+)` \(\n([\s\S]*?)\n\);$/gm, (_, table: string, body: string) => {
    const options = clustered.has(table) ? "STRICT, WITHOUT ROWID" : "STRICT";
    return `CREATE TABLE \`${table}\` (\n${body}\n) ${options};`;
  });
}

function write(options: string[]): void {
  mkdirSync("db/generated", { recursive: true });
  for (const [path, text] of Object.entries(generatedFiles())) writeFileSync(path, text);
  const [name, ...rest] = options;
  if (name === undefined) {
    console.log("db/generated is written; for a migration give it a name: npm run db:generate -- NAME");
    return;
  }
  const before = new Set(sqlFiles(migrations));
  console.log(generate(migrations, "--name", name, ...rest));
  for (const file of sqlFiles(migrations).filter((each) => !before.has(each))) {
    const path = join(migrations, file);
    writeFileSync(path, makeStrict(readFileSync(path, "utf8")));
  }
}

function check(): void {
  for (const [path, text] of Object.entries(generatedFiles())) {
    if (readFileSync(path, "utf8") !== text) fail(`${path} is not what db/schema says: run npm run db:generate`);
  }
  const folder = mkdtempSync(join(tmpdir(), "migrations-"));
  try {
    cpSync(migrations, folder, { recursive: true });
    const report = generate(folder);
    if (report.includes("No schema changes")) return;
    console.error(report);
    fail("db/migrations is not what db/schema says: run npm run db:generate -- NAME");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

const options = process.argv.slice(2);
if (options.includes("--check")) check();
else write(options);
