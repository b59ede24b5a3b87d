import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";

const node = resolve("node_modules/.bin/node");
const entry = resolve("api/start.js");
/** Loaded before the entry: it then sees a Node of this version. */
const pretending = (version: string) => [
  "--import",
  `data:text/javascript,Object.defineProperty(process.versions, "node", { value: ${JSON.stringify(version)} })`,
];

/** A folder with a `.env` that says where the data go; the project's own `.env` stays out of the tests. */
function folderWithEnv(): string {
  const folder = mkdtempSync(join(tmpdir(), "rapport-entry-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, ".env"), `PORT=0\nDATA_DIR=${join(folder, "from-env-file")}\n`);
  return folder;
}

function run(command: string, given: string[], folder: string): { child: ChildProcess; output(): string } {
  const child = spawn(command, given, { cwd: folder, env: { PATH: `${resolve("node_modules/.bin")}:${process.env.PATH ?? ""}` } });
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  const add = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout?.on("data", add);
  child.stderr?.on("data", add);
  return { child, output: () => output };
}

/** Waits for the line that names the admin key, stops the server with SIGTERM, and gives what it printed and its exit code. */
async function startAndStop(command: string, given: string[], folder: string): Promise<{ output: string; code: number | null }> {
  const { child, output } = run(command, given, folder);
  const closed = once(child, "close");
  while (!output().includes("Admin key: ")) {
    if (child.exitCode !== null) throw new Error(output());
    await Promise.race([once(child.stdout ?? child, "data"), closed]);
  }
  child.kill("SIGTERM");
  await closed;
  return { output: output(), code: child.exitCode };
}

describe("the entry", { timeout: 120_000 }, () => {
  it("starts by npm start with what .env says, and ends with 0 on SIGTERM", async () => {
    const folder = folderWithEnv();
    copyFileSync("package.json", join(folder, "package.json"));
    for (const name of ["api", "node_modules"]) symlinkSync(resolve(name), join(folder, name));

    const { output, code } = await startAndStop("npm", ["start"], folder);

    expect(output).toContain(join(folder, "from-env-file", "admin.key"));
    expect(output).toContain('"stopped"');
    expect(code, output).toBe(0);
  });

  it("starts on a Node that is too old by means of the pinned one, with what .env says, and ends with 0 on SIGTERM", async () => {
    const folder = folderWithEnv();

    const { output, code } = await startAndStop(node, [...pretending("20.19.0"), entry], folder);

    expect(output).toContain(join(folder, "from-env-file", "admin.key"));
    expect(output).toContain('"stopped"');
    expect(code, output).toBe(0);
  });

  it.each(["14.21.3", "20.19.0", "22.18.0"])("says in one line what to do on Node %s without the pinned one", async (version) => {
    const folder = folderWithEnv();
    mkdirSync(join(folder, "api"));
    for (const name of ["package.json", "api/start.js"]) copyFileSync(name, join(folder, name));

    const { child, output } = run(node, [...pretending(version), "api/start.js"], folder);
    await once(child, "close");

    expect(output()).toMatch(/^Rapport needs Node >=22\.19, and this is .*npm ci.*\n$/);
    expect(child.exitCode).toBe(1);
  });

  it("says what to do when the packages are not installed", async () => {
    const folder = folderWithEnv();
    mkdirSync(join(folder, "api"));
    for (const name of ["package.json", "api/start.js", "api/main.ts", "api/env.ts"]) copyFileSync(name, join(folder, name));

    const { child, output } = run(node, ["api/start.js"], folder);
    await once(child, "close");

    expect(output()).toMatch(/^A package is missing: run "npm ci"\..*\n$/);
    expect(child.exitCode).toBe(1);
  });
});
