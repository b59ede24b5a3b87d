import { CrmError, type FieldFault } from "#core/errors.ts";
import { mostFaults, toPointer } from "./validation-faults.ts";

/** Deeper than any body of the API; guards what walks it. */
const maxDepth = 64;

/** In a body without one of these no string can hold NUL or half a surrogate pair, and no key can be `__proto__`. */
export const suspicious = /\\u|__proto__/;

/** Faults that no schema sees: strings the database would not give back as they came. */
function unstorable(value: unknown): FieldFault[] {
  const faults: FieldFault[] = [];
  const open: { value: unknown; path: PropertyKey[] }[] = [{ value, path: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value: inner, path } = next;
    const report = (detail: string) => faults.push({ pointer: toPointer(path), detail });
    if (typeof inner === "string") inspect(inner, report);
    if (typeof inner !== "object" || inner === null) continue;
    if (path.length >= maxDepth) report(`is nested more than ${maxDepth} deep`);
    else for (const [key, child] of Object.entries(inner)) open.push({ value: child, path: [...path, key] });
    for (const key of Object.keys(inner)) inspectKey(key, report);
  }
  return faults;
}

function inspect(text: string, report: (detail: string) => void): void {
  if (text.includes("\u0000")) report("contains a NUL character");
  if (!text.isWellFormed()) report("contains half of a surrogate pair");
}

function inspectKey(key: string, report: (detail: string) => void): void {
  inspect(key, (detail) => report(`has a key that ${detail}`));
  if (key === "__proto__") report("has a key __proto__");
}

/** The error to answer with; undefined when everything can be stored. */
export function refuseUnstorable(value: unknown): CrmError | undefined {
  const errors = unstorable(value);
  const [first] = errors;
  return first && new CrmError("invalid", `${first.pointer} ${first.detail}`, { errors: errors.slice(0, mostFaults), errorsTotal: errors.length });
}
