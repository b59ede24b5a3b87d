import { readFileSync } from "node:fs";

/** The version of this program, as package.json has it. */
export function installedVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  // npm refuses a package.json without a version.
  return (JSON.parse(text) as { version: string }).version;
}
