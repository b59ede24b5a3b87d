import { tmpdir } from "node:os";

/** The environment of a process that a test starts: of this one only what finding and loading programs takes, and where temporary files go. */
export function childEnvironment(env: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { PATH = "", NODE_COMPILE_CACHE = "" } = process.env;
  return { PATH, NODE_COMPILE_CACHE, TMPDIR: tmpdir(), ...env };
}
