import { execFile } from "node:child_process";
import { appendFileSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import { madeOnce } from "../services/made-once.ts";

/** What is added to the tree: new files by the file that they are a copy of, and one line at the end of files that exist. */
export type Growth = { files: Record<string, string>; lines: Record<string, string> };

export type GrownTree = {
  folder: string;
  /** Runs a program of node_modules/.bin there; gives its exit code and all that it has printed. */
  run(program: string, ...options: string[]): Promise<Ended>;
  /** Checks the types of the whole tree: the compiler looks again at what the additions concern, and knows the rest from this run. */
  checkTypes(): Promise<Ended>;
};

type Ended = { code: number; output: string };

const copied = ["api", "bots", "core", "db", "openapi", "tests/support", "tests/train", "tests/eval", "package.json", "tsconfig.json"];

/** A copy of the source tree with these additions, in a folder that is removed after the test. */
export function growTree({ files, lines }: Growth): GrownTree {
  const folder = copyTree();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(source, join(folder, path));
  }
  for (const [path, line] of Object.entries(lines)) appendFileSync(join(folder, path), `${line}\n`);
  return {
    folder,
    run: (program, ...options) => run(folder, program, options),
    checkTypes: async () => {
      copyFileSync(await madeOnce(buildInfo, checkWithoutAdditions), join(folder, buildInfo));
      return checkTypes(folder);
    },
  };
}

/** A copy of the source tree. All copies lie beside each other, because `buildInfo` names packages by paths from its own folder. */
function copyTree(): string {
  const folder = mkdtempSync(join(tmpdir(), "rapport-grown-"));
  for (const path of copied) cpSync(path, join(folder, path), { recursive: true });
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"), "junction");
  return folder;
}

/** What the compiler knows of a tree that it has checked. */
const buildInfo = "tree.tsbuildinfo";

async function checkWithoutAdditions(path: string): Promise<void> {
  const folder = copyTree();
  await checkTypes(folder);
  copyFileSync(join(folder, buildInfo), path);
  rmSync(folder, { recursive: true });
}

function checkTypes(folder: string): Promise<Ended> {
  return run(folder, "tsc", ["--incremental", "--tsBuildInfoFile", buildInfo]);
}

async function run(cwd: string, name: string, options: string[]): Promise<Ended> {
  const program = join(cwd, "node_modules", ".bin", name);
  const shell = process.platform === "win32";
  try {
    const { stdout, stderr } = await promisify(execFile)(program, options, { cwd, shell, maxBuffer: 2 ** 26 });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    if (!(error instanceof Error) || !("stdout" in error)) throw error;
    return { code: 1, output: `${error.stdout}${"stderr" in error ? error.stderr : ""}` };
  }
}
