import { z } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import { CrmError, type ErrorDetails, type FieldFault } from "#core/errors.ts";
import { codeOfStatus, type ProblemCode, problemKinds } from "./codes.ts";
import type { Logger } from "./logger.ts";
import type { ApiContext } from "./types.ts";

const FieldFaultView = z.object({
  pointer: z
    .string()
    .meta({ description: "JSON pointer into the body; without one, / and the name of the parameter or header", example: "/from/email" }),
  detail: z.string().meta({ description: "What is wrong with it", example: "is not an e-mail address" }),
});

/** RFC 9457. Members beside these name ids that the problem is about. */
export const ProblemView = z
  .looseObject({
    type: z.string().meta({ description: "A page that explains the code", example: "/problems/invalid" }),
    title: z.string().meta({ example: "Invalid" }),
    status: z.int().meta({ example: 422 }),
    detail: z.string().meta({ example: "/from/email is not an e-mail address" }),
    code: z.enum(Object.keys(problemKinds) as [ProblemCode, ...ProblemCode[]]).meta({ description: "Stable; decide by it", example: "invalid" }),
    instance: z.string().meta({ description: "The path that was asked for", example: "/v1/messages" }),
    errors: z.array(FieldFaultView).optional().meta({ description: "One for each field at fault" }),
  })
  .meta({ id: "Problem", description: "A problem document after RFC 9457" });
export type Problem = z.infer<typeof ProblemView>;

type ProblemStatus = (typeof problemKinds)[ProblemCode]["status"];
type ProblemContent = { description: string; content: { "application/problem+json": { schema: typeof ProblemView } } };

/** The problems a route can answer with, for its `responses`. */
export function problems<S extends ProblemStatus>(...statuses: S[]): Record<S, ProblemContent> {
  const entries = statuses.map((status) => {
    const { title, meaning } = problemKinds[codeOfStatus(status)];
    return [status, { description: `${title}. ${meaning}`, content: { "application/problem+json": { schema: ProblemView } } }];
  });
  // Holds by construction: one entry for each status given.
  return Object.fromEntries(entries) as Record<S, ProblemContent>;
}

/** The document of one code; also what a bad item of a batch answers. */
export function problemOf(code: ProblemCode, detail: string, instance: string, details: ErrorDetails = {}): Problem {
  const { status, title } = problemKinds[code];
  const { errors, ...about } = details;
  return { ...about, type: `/problems/${code}`, title, status, detail, code, instance, ...(errors && { errors: [...errors] }) };
}

function answer(c: ApiContext, problem: Problem): Response {
  const status = problemKinds[problem.code].status;
  const headers = { "content-type": "application/problem+json", ...(status === 401 && { "www-authenticate": "Bearer" }) };
  return c.body(JSON.stringify(problem), status, headers);
}

/** The one translation of errors to answers. A 500 shows nothing of its cause, and the log nothing of the request's content. */
export function onError(log: Logger) {
  return (error: Error, c: ApiContext): Response => {
    const instance = c.req.path;
    if (error instanceof CrmError) return answer(c, problemOf(error.code, error.message, instance, error.details));
    if (error instanceof HTTPException && error.status < 500) {
      const code = codeOfStatus(error.status);
      return answer(c, problemOf(code, code === "invalid" ? "the body is not JSON" : problemKinds[code].meaning, instance, pointed(code)));
    }
    const requestId = c.get("requestId");
    log.error({ requestId, method: c.req.method, error: error.name, at: placeOf(error) }, "request failed");
    return answer(c, problemOf("internal", "Something went wrong", instance, { requestId }));
  };
}

/** Malformed JSON is a fault of the whole body. */
function pointed(code: ProblemCode): ErrorDetails {
  return code === "invalid" ? { errors: [{ pointer: "", detail: "is not JSON" }] } : {};
}

/** Where it was thrown, without the message, which may quote a customer. */
function placeOf(error: Error): string[] {
  const lines = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return lines.slice(0, 8).map((line) => line.trim());
}

export function notFound(c: ApiContext): Response {
  return answer(c, problemOf("not_found", "there is nothing at this path", c.req.path));
}

type SchemaIssue = { path: PropertyKey[]; message: string; code: string; keys?: string[]; errors?: SchemaIssue[][] };

/** Schema faults as one `invalid` error, a JSON pointer for each. */
export function invalidInput(issues: readonly SchemaIssue[]): CrmError {
  const errors = issues.flatMap(faultsOf);
  const [first] = errors;
  return new CrmError("invalid", first ? `${first.pointer || "the body"} ${first.detail}` : "the input is invalid", { errors });
}

function faultsOf({ path, message, code, keys, errors = [] }: SchemaIssue): FieldFault[] {
  const nearest = nearestOf(errors);
  if (nearest) return nearest.flatMap((issue) => faultsOf({ ...issue, path: [...path, ...issue.path] }));
  if (code !== "unrecognized_keys" || !keys) return [{ pointer: toPointer(path), detail: message }];
  return keys.map((key) => ({ pointer: toPointer([...path, key]), detail: "is not known here" }));
}

/** What keeps the input from being the one alternative that it comes nearest to; undefined when several are as near. */
function nearestOf(alternatives: readonly SchemaIssue[][]): SchemaIssue[] | undefined {
  const [best, next] = [...alternatives].sort((a, b) => a.length - b.length);
  return best && next && best.length < next.length ? best : undefined;
}

export function toPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
