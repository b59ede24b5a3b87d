import { chmodSync } from "node:fs";
import { expect, it, onTestFinished } from "vitest";
import { folderTasks } from "#api/node/folder-tasks.ts";
import { tempFolder } from "#tests/support/database.ts";

const open = (mode: string) => [expect.stringContaining(`(mode ${mode})`)];

it.skipIf(process.platform === "win32").each([
  [0o700, []],
  [0o750, []],
  [0o755, []],
  [0o777, open("0777")],
  [0o770, open("0770")],
  [0o702, open("0702")],
  [0o1777, open("0777")],
])("a data folder of mode %o has its line when others may write into it", (mode, lines) => {
  const folder = tempFolder();
  onTestFinished(folder.remove);
  chmodSync(folder.file(""), mode);

  expect(folderTasks(folder.file(""))).toEqual(lines);
});

it("a data folder that is not there yet has none", () => {
  expect(folderTasks("/nowhere/at/all")).toEqual([]);
});
