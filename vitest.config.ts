import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { ClosingReporter } from "./tests/support/services/closing-reporter.ts";
import { memoryFolder } from "./tests/support/services/memory-folder.ts";
import { createRunFolder } from "./tests/support/services/run-folder.ts";

/** Files that start and kill processes, or measure or change the process they run in. Each has a process of its own. */
const isolated = [
  "tests/dry-run/*.test.ts",
  "tests/faults/**/*.test.ts",
  "tests/journeys/{backup,queue-outage,telegram}.test.ts",
  "tests/api/{server,start,taken-port}.test.ts",
  "tests/api/node/{start-errors,stop,stop-operation,stop-upgrade}.test.ts",
  "tests/api/imports/import-memory.test.ts",
  "tests/api/cli/*.test.ts",
  "tests/bots/telegram/contract.test.ts",
  "tests/db/queue/*.test.ts",
];
const all = "tests/**/*.test.ts";

// Servers that tests start load their modules from here; each names what it passes on.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL("node_modules/.cache/node-compile-cache", import.meta.url));

// Databases of tests go where os.tmpdir() says. Whoever sets TMPDIR chooses another place, such as a disk.
const temporary = process.env.TMPDIR ?? memoryFolder();
if (temporary !== undefined) process.env.TMPDIR = temporary;
process.env.TEST_RUN_FOLDER = createRunFolder();

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    retry: 0,
    passWithNoTests: false,
    reporters: ["default", new ClosingReporter()],
    projects: [
      { extends: true, test: { name: "isolated", include: isolated } },
      // Loading modules was almost half of the time: these files share a process, and what they have loaded.
      { extends: true, test: { name: "shared", include: [all], exclude: isolated, isolate: false } },
    ],
  },
});
