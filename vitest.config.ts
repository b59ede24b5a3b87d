import { defineConfig } from "vitest/config";
import { ClosingReporter } from "./tests/support/closing-reporter.ts";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    retry: 0,
    passWithNoTests: false,
    reporters: ["default", new ClosingReporter()],
  },
});
