import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomKey } from "../digest.ts";

/** A secret that is made on the first start and kept in the data folder for its owner alone. */
export function secretFile(folder: string, name: string): { secret: string; path: string } {
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, `${randomKey()}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const secret = readFileSync(path, "utf8").trim();
  if (secret.length < 24) throw new Error(`${path} holds no usable secret: delete it to have a new one made`);
  return { secret, path };
}
