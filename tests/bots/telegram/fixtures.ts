import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Fixture } from "../channel-harness.ts";

/** Payloads in the shapes that Telegram sends, with invented content. */
export const fixtures: Fixture[] = globSync("tests/fixtures/telegram/*.json")
  .sort()
  .map((path) => ({ name: basename(path, ".json").replaceAll("-", " "), ...JSON.parse(readFileSync(path, "utf8")) }));
