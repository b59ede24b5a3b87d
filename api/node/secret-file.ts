import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail } from "#core/errors.ts";
import { failOnPath, prepareFolder } from "#db/files.ts";
import { randomKey } from "../digest.ts";

/** Mode bits that files of this process never have: they are readable by their owner alone, whatever the folder is. */
export const filesOfOwner = 0o077;

/** The variables that hold what the files of the data folder hold otherwise. */
const variables = { "admin.key": "API_KEY", "secret.key": "SECRET_KEY" } as const;
const shortest = 24;

/** A secret that is made on the first start and kept in the data folder for its owner alone. Throws on one line why it cannot be read. */
export function secretFile(folder: string, name: keyof typeof variables): { secret: string; path: string } {
  const path = join(folder, name);
  prepareFolder(folder, "DATA_DIR");
  try {
    writeFileSync(path, `${randomKey()}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) return failOnPath(path, "DATA_DIR", error);
  }
  const secret = readSecret(path);
  // One that was put there by hand, or by another program, may be open to others.
  if (process.platform !== "win32") chmodSync(path, 0o600);
  if (secret.length >= shortest && /^[\x21-\x7e]+$/.test(secret)) return { secret, path };
  const cure = name === "admin.key" ? "delete it to have a new one made" : "put the one back that was there, from a backup";
  const what = secret.length < shortest ? `is shorter than ${shortest} characters` : "holds blanks or characters that are not ASCII";
  return fail("unavailable", `${path} holds no usable secret, since it ${what}: ${cure}, or set ${variables[name]}`);
}

function readSecret(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    return failOnPath(path, "DATA_DIR", error);
  }
}
