import { execFileSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

/*
 * `npm run db:generate -- NAME` writes the migration from the committed state to db/schema and makes its new tables STRICT;
 * `-- NAME --custom` makes an empty one to fill by hand; `-- --check` fails when db/schema and db/migrations disagree.
 */

const migrations = "db/migrations";
/** Small rows that are only reached by their key or their contact: no second B-tree for the key. drizzle cannot say it. */
const clustered = new Set(["addresses", "contact_tags", "dues", "hits", "import_rows", "plan_changes"]);

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
  const [name, ...rest] = options;
  if (name === undefined) throw new Error("say what it is for: npm run db:generate -- NAME");
  const before = new Set(sqlFiles(migrations));
  console.log(generate(migrations, "--name", name, ...rest));
  for (const file of sqlFiles(migrations).filter((each) => !before.has(each))) {
    const path = join(migrations, file);
    writeFileSync(path, makeStrict(readFileSync(path, "utf8")));
  }
}

function check(): void {
  const folder = mkdtempSync(join(tmpdir(), "migrations-"));
  try {
    cpSync(migrations, folder, { recursive: true });
    const report = generate(folder);
    if (report.includes("No schema changes")) return;
    console.error(report);
    console.error("db/migrations is not what db/schema says: run npm run db:generate -- NAME");
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const options = process.argv.slice(2);
if (options.includes("--check")) check();
else write(options);
