import { readFileSync, writeFileSync } from "node:fs";
import { documentOf } from "#api/app.ts";

/** Writes the committed document, or with `--check` fails when it is not what the routes say. */
const file = new URL("openapi.json", import.meta.url);
const fresh = `${JSON.stringify(documentOf(), null, 2)}\n`;

if (!process.argv.includes("--check")) writeFileSync(file, fresh);
else if (readFileSync(file, "utf8") !== fresh) {
  console.error("openapi/openapi.json is stale: run npm run openapi");
  process.exitCode = 1;
}
