import { HTTPException } from "hono/http-exception";
import { CrmError } from "#core/errors.ts";

/** The position of a token that the engine names without saying where is looked for in texts of at most so many characters. */
const mostSearched = 1_048_576;

/** Bodies hold at most so many values: what validates them takes a bounded time, and no list of faults is too long for the stack. */
const mostValues = 50_000;

/** A text that is shorter cannot hold as many values. */
export const canHoldTooManyValues = (text: string): boolean => text.length > 2 * mostValues;

/** Where a text stops being JSON, counted in characters from 0; null when it cannot be told at a reasonable price. */
export function jsonFaultPosition(text: string): number | null {
  const message = faultOf(text);
  if (message === null) return null;
  const said = /at position (\d+)/.exec(message)?.[1];
  if (said !== undefined) return Number(said);
  if (message.startsWith("Unexpected end")) return text.length;
  if (!message.startsWith("Unexpected token")) return 0;
  return text.length <= mostSearched ? tokenPosition(text) : null;
}

/** The shortest beginning that has the unexpected token ends with it: a longer one fails alike, a shorter one otherwise. */
function tokenPosition(text: string): number {
  let [sound, faulty] = [0, text.length];
  while (faulty - sound > 1) {
    const middle = (sound + faulty) >>> 1;
    if (faultOf(text.slice(0, middle))?.startsWith("Unexpected token")) faulty = middle;
    else sound = middle;
  }
  return sound;
}

function faultOf(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof SyntaxError ? error.message : "";
  }
}

/** The error for a text that is not JSON: says where, and never what stands there. */
export function jsonFault(text: string): HTTPException {
  const position = jsonFaultPosition(text);
  if (position === null) return new HTTPException(400, { message: "the body is not JSON" });
  const before = text.slice(0, position);
  const [line, column] = [before.split("\n").length, position - before.lastIndexOf("\n")];
  return new HTTPException(400, { message: `the body is not JSON: see position ${position} (line ${line}, column ${column})`, cause: { position } });
}

/** Throws CrmError `invalid` for a body with more values than any schema here takes. Does not recurse: bodies may be deep. */
export function refuseTooManyValues(body: unknown): void {
  let values = 0;
  for (let level = [body]; level.length > 0; ) {
    const inner: unknown[] = [];
    for (const value of level) {
      if (typeof value !== "object" || value === null) continue;
      for (const each of Object.values(value)) inner.push(each);
      if (values + inner.length > mostValues) throw tooManyValues();
    }
    values += inner.length;
    level = inner;
  }
}

function tooManyValues(): CrmError {
  const detail = `has more than ${mostValues} values`;
  return new CrmError("invalid", `the body ${detail}`, { errors: [{ pointer: "", detail }] });
}
