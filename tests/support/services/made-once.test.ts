import { execFile } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { tempFolder } from "../database.ts";
import { madeOnce } from "./made-once.ts";

const runFolderBefore = process.env.TEST_RUN_FOLDER;
let folder: ReturnType<typeof tempFolder>;

beforeEach(() => {
  folder = tempFolder();
  mkdirSync(folder.file("run"));
  process.env.TEST_RUN_FOLDER = folder.file("run");
});
afterEach(() => {
  process.env.TEST_RUN_FOLDER = runFolderBefore;
  folder.remove();
});

/** Writes down in `log` that it was called, and makes a file with the text "made". */
async function make(path: string): Promise<void> {
  appendFileSync(folder.file("log"), "called\n");
  await new Promise(setImmediate);
  writeFileSync(path, "made");
}

it("makes a thing once for all who ask at once, and for whoever asks later", async () => {
  const paths = [...(await Promise.all([madeOnce("thing", make), madeOnce("thing", make)])), await madeOnce("thing", make)];

  expect(new Set(paths).size).toBe(1);
  expect(readFileSync(paths[0] ?? "", "utf8")).toBe("made");
  expect(readFileSync(folder.file("log"), "utf8")).toBe("called\n");
});

it("makes it once for several processes", async () => {
  const script = `import { appendFileSync, writeFileSync } from "node:fs";
    import { madeOnce } from "#tests/support/services/made-once.ts";
    await madeOnce("thing", async (path) => { appendFileSync(process.argv[1], "called\\n"); await new Promise(setImmediate); writeFileSync(path, "made"); });`;
  const run = () => promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script, folder.file("log")]);

  await Promise.all([run(), run(), run()]);

  expect(readFileSync(folder.file("log"), "utf8")).toBe("called\n");
});

it("is made by the next one when making it has failed half-way", async () => {
  const failing = madeOnce("thing", async (path) => {
    writeFileSync(path, "half");
    throw new Error("no");
  });

  await expect(failing).rejects.toThrow("no");
  expect(readFileSync(await madeOnce("thing", make), "utf8")).toBe("made");
});
