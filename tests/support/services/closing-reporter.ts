import type { Reporter, TestModule } from "vitest/node";
import { missing } from "./needs.ts";

/** Ends the run with `N passed, N failed` alone on a line, after a line about what was skipped, and fails it when nothing ran. */
export class ClosingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      let failed = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "failed") failed += 1;
        count[state === "pending" ? "failed" : state] += 1;
      }
      // A file that does not load, or whose hook fails, has no failed test to show for it.
      if (failed === 0 && module.state() === "failed") count.failed += 1;
    }
    count.failed += unhandledErrors.length;

    // The default reporter writes its summary at the end of the same event; this line comes after it.
    process.once("exit", (code) => {
      if (count.passed === 0 || count.failed > 0) process.exitCode = code || 1;
      const cause = missing.length > 0 ? ` for want of: ${missing.join(", ")}` : "";
      if (count.skipped > 0) console.log(`${count.skipped} skipped${cause}`);
      console.log(`${count.passed} passed, ${count.failed} failed`);
    });
  }
}
