import { CrmError, type FieldFault } from "#core/errors.ts";

/** At most so many faults are listed in an answer; their number is said. */
export const mostFaults = 100;

/** Where the faulty value stands, when it is not in the body. */
export type InputPlace = "query" | "path" | "header";

/** A fault as the wire shows it: `pointer` is for bodies alone unless `in` says otherwise, then `parameter` names it too. */
export type LocatedFault = FieldFault & { in?: InputPlace; parameter?: string };

type SchemaIssue = { path: PropertyKey[]; message: string; code: string; keys?: string[]; errors?: SchemaIssue[][] };

/** Schema faults as one `invalid` error, a JSON pointer for each of the first hundred; `errorsTotal` counts them all. */
export function invalidInput(issues: readonly SchemaIssue[], place?: InputPlace): CrmError {
  const found: FaultCollection = { faults: [], total: 0 };
  for (const issue of issues) collect(found, issue, []);
  const errors = place ? found.faults.map((fault) => locatedIn(place, fault)) : found.faults;
  const [first] = errors;
  const message = first ? `${nameOf(first)} ${first.detail}` : "the input is invalid";
  return new CrmError("invalid", message, { errors, errorsTotal: found.total });
}

/** The fault of a parameter, of which the first step of the pointer is the name. */
export function locatedIn(place: InputPlace, fault: FieldFault): LocatedFault {
  return { ...fault, in: place, parameter: fault.pointer.split("/")[1] ?? "" };
}

/** What a message calls the faulty value. */
export function nameOf(fault: LocatedFault): string {
  if (fault.in === undefined) return fault.pointer || "the body";
  return fault.in === "query" ? `the query parameter ${fault.parameter}` : `${fault.parameter} in the ${fault.in}`;
}

type FaultCollection = { faults: FieldFault[]; total: number };

/** Only what will be shown is written out: a body of a megabyte can hold hundreds of thousands of faults. */
function collect(found: FaultCollection, { path, message, code, keys, errors = [] }: SchemaIssue, above: readonly PropertyKey[]): void {
  const whole = [...above, ...path];
  const nearest = nearestOf(errors);
  if (nearest) {
    for (const issue of nearest) collect(found, issue, whole);
    return;
  }
  const unknown = code === "unrecognized_keys" ? keys : undefined;
  const room = mostFaults - found.faults.length;
  found.total += unknown ? unknown.length : 1;
  if (room <= 0) return;
  if (!unknown) found.faults.push({ pointer: toPointer(whole), detail: message });
  else for (const key of unknown.slice(0, room)) found.faults.push({ pointer: toPointer([...whole, key]), detail: "is not known here" });
}

/** What keeps the input from being the one alternative that it comes nearest to; undefined when several are as near. */
function nearestOf(alternatives: readonly SchemaIssue[][]): SchemaIssue[] | undefined {
  const [best, next] = [...alternatives].sort((a, b) => a.length - b.length);
  return best && next && best.length < next.length ? best : undefined;
}

export function toPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
