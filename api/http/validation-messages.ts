import type { z } from "@hono/zod-openapi";

type RawIssue = z.core.$ZodRawIssue;

const names: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};
const units: Record<string, string> = { string: "characters", array: "items", record: "keys", object: "keys" };

/** What is wrong with a value, to be read after its pointer ("/name is longer than 200 characters"). Undefined: zod's own words. */
export function validationMessage(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is needed" : `is not ${names[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `is not ${issue.values.length > 1 ? "one of " : ""}${issue.values.map(String).join(", ")}`;
    case "too_small":
      return tooSmall(String(issue.minimum), units[issue.origin]);
    case "too_big":
      return tooBig(String(issue.maximum), units[issue.origin]);
    case "unrecognized_keys":
      return "is not known here";
    default:
      return undefined;
  }
}

function tooSmall(least: string, unit: string | undefined): string {
  if (unit === undefined) return `is less than ${least}`;
  return least === "1" ? "is empty" : `has fewer than ${least} ${unit}`;
}

function tooBig(most: string, unit: string | undefined): string {
  return unit === undefined ? `is more than ${most}` : `has more than ${most} ${unit}`;
}
