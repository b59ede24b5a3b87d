import { describe } from "vitest";
import { backends, type TestDatabase } from "./database.ts";

/** A suite about the store, on a local file and on a libSQL server; it is skipped on what this machine lacks. */
export function describeOnBackends(what: string, suite: (open: () => Promise<TestDatabase>) => void): void {
  for (const { name, isMissing, open } of backends) describe.skipIf(isMissing)(`${what} ${name}`, () => suite(open));
}
