import { expect, it } from "vitest";
import { effectiveReading } from "#core/rules/contact/effective-reading.ts";

const rules = (version: string) => ({ analyst: "rules", version }) as const;
const llm = (version: string) => ({ analyst: "llm", version }) as const;

it.each([
  ["the one there is", [rules("1")], ["rules"], rules("1")],
  ["the newest version", [rules("1"), rules("3"), rules("2")], ["rules"], rules("3")],
  ["version 10 before version 9", [rules("10"), rules("9")], ["rules"], rules("10")],
  ["version 2.10 before version 2.9", [rules("2.9"), rules("2.10")], ["rules"], rules("2.10")],
  ["the analyst that settings rank first", [rules("9"), llm("1")], ["llm", "rules"], llm("1")],
  ["the fallback when the first has not read", [rules("9")], ["llm", "rules"], rules("9")],
  ["not an analyst that settings leave out", [llm("1"), rules("2")], ["rules"], rules("2")],
  ["none when no ranked analyst has read", [llm("1")], ["rules"], null],
  ["none when nobody has read", [], ["rules", "llm"], null],
] as const)("%s counts", (_story, readings, ranked, expected) => {
  expect(effectiveReading(readings, ranked)).toEqual(expected);
});
