import { readFileSync, writeFileSync } from "node:fs";
import { documentOf } from "#api/app.ts";
import { channelRoster } from "#bots/channels/index.ts";
import { wrongParameters } from "./check-parameters.ts";

/** Writes the committed document, or with `--check` fails when it is not what the routes say, or says something wrong. */
const file = new URL("openapi.json", import.meta.url);
const document = documentOf(channelRoster);
const fresh = `${JSON.stringify(document, null, 2)}\n`;

const faults = wrongParameters(document);
if (faults.length > 0) fail(faults.join("\n"));
if (!process.argv.includes("--check")) writeFileSync(file, fresh);
else if (readFileSync(file, "utf8") !== fresh) fail("openapi/openapi.json is stale: run npm run openapi");

function fail(line: string): void {
  console.error(line);
  process.exitCode = 1;
}
