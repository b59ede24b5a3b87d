import { z } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import { CrmError, type ErrorDetails, type FieldFault } from "#core/errors.ts";
import { codeOfStatus, type ProblemCode, problemKinds } from "./codes.ts";
import { locatedIn, mostFaults, nameOf } from "./http/validation-faults.ts";
import type { Logger } from "./logger.ts";
import type { ApiContext } from "./types.ts";

const FieldFaultView = z.object({
  pointer: z.string().meta({ description: "JSON pointer into the body; / and the name of the parameter when `in` is there", example: "/from/email" }),
  detail: z.string().meta({ description: "What is wrong with it", example: "is not an e-mail address" }),
  in: z.enum(["query", "path", "header"]).optional().meta({ description: "Where the parameter stands; not there for bodies", example: "query" }),
  parameter: z.string().optional().meta({ description: "Name of the parameter, when it is none of the body", example: "limit" }),
});

/** RFC 9457. Members beside these name ids that the problem is about. */
export const ProblemView = z
  .looseObject({
    type: z.string().meta({ description: "A page that explains the code", example: "/problems/invalid" }),
    title: z.string().meta({ example: "Invalid" }),
    status: z.int().meta({ example: 422 }),
    detail: z.string().meta({ example: "/from/email is not an e-mail address" }),
    // The table has a row for each code, and no others.
    code: z.enum(Object.keys(problemKinds) as [ProblemCode, ...ProblemCode[]]).meta({ description: "Stable; decide by it", example: "invalid" }),
    instance: z.string().meta({ description: "The path that was asked for", example: "/v1/messages" }),
    errors: z.array(FieldFaultView).optional().meta({ description: "One for each field at fault, at most 100" }),
    errorsTotal: z.int().optional().meta({ description: "How many faults there are, when not all of them are listed", example: 2500 }),
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
  const { errors, errorsTotal, ...about } = details;
  return { ...about, type: `/problems/${code}`, title, status, detail: clipped(detail), code, instance, ...listed(errors, errorsTotal) };
}

/** As many faults as an answer has room for, and how many there are when these are not all. */
function listed(errors: readonly FieldFault[] | undefined, given: unknown): Pick<Problem, "errors" | "errorsTotal"> {
  if (!errors) return {};
  const shown = errors.slice(0, mostFaults).map((fault) => ({ ...fault, pointer: clipped(fault.pointer), detail: clipped(fault.detail) }));
  const errorsTotal = Math.max(errors.length, typeof given === "number" ? given : 0);
  return { errors: shown, ...(errorsTotal > shown.length && { errorsTotal }) };
}

/** A name that somebody has made up, such as an unknown key, may be as long as the body. */
function clipped(text: string): string {
  return text.length <= 500 ? text : `${text.slice(0, 499).toWellFormed()}…`;
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
    if (error instanceof CrmError) return answer(c, problemOf(error.code, ...located(c, error)));
    if (error instanceof HTTPException && error.status < 500) {
      const code = codeOfStatus(error.status);
      if (code === "malformed") return answer(c, problemOf(code, bodyFault(error), instance, malformed(error)));
      return answer(c, problemOf(code, problemKinds[code].meaning, instance));
    }
    const requestId = c.get("requestId");
    log.error({ requestId, method: c.req.method, error: error.name, at: placeOf(error) }, "request failed");
    return answer(c, problemOf("internal", "Something went wrong", instance, { requestId }));
  };
}

/** A request without a body can only be at fault in its query or its path: the core names the field, and this says where it stands. */
function located(c: ApiContext, { message, details }: CrmError): [detail: string, instance: string, details: ErrorDetails] {
  const hasBody = !["GET", "HEAD", "DELETE"].includes(c.req.method);
  const queries = hasBody ? {} : c.req.queries();
  const isInQuery = (fault: FieldFault) => !("in" in fault) && Object.hasOwn(queries, fault.pointer.split("/")[1] ?? "");
  const errors = details.errors?.map((fault) => (isInQuery(fault) ? locatedIn("query", fault) : fault));
  const [given] = details.errors ?? [];
  const [shown] = errors ?? [];
  const isRenamed = given && shown && given !== shown && message.startsWith(`${given.pointer} `);
  const detail = isRenamed ? `${nameOf(shown)}${message.slice(given.pointer.length)}` : message;
  return [detail, c.req.path, { ...details, ...(errors && { errors }) }];
}

/** What the router says of a body that is not there; one that is there and no JSON was refused when it was read, with its position. */
const routersFault = "Malformed JSON in request body";

function bodyFault({ message }: HTTPException): string {
  return message === routersFault ? "the body is empty: send JSON, at least {}" : message;
}

/** A fault of the whole body; for malformed JSON with its position. */
function malformed(error: HTTPException): ErrorDetails {
  const { cause, message } = error;
  const said = typeof cause === "object" && cause !== null && "position" in cause ? { position: cause.position } : {};
  const position = message === routersFault ? { position: 0 } : said;
  return { ...position, errors: [{ pointer: "", detail: bodyFault(error).replace(/^the body /, "") }] };
}

/** Where it was thrown, without the message, which may quote a customer. */
function placeOf(error: Error): string[] {
  const lines = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return lines.slice(0, 8).map((line) => line.trim());
}

/** Nothing is at the path, or nothing for this method: `methodsOf` gives those that the path has. */
export function notFound(c: ApiContext, methodsOf: (path: string) => string[] = () => []): Response {
  const allowed = methodsOf(c.req.path);
  if (allowed.length > 0) {
    const allow = allowed.join(", ");
    c.header("allow", allow);
    return answer(c, problemOf("method_not_allowed", `${c.req.method} is not among the methods of this path: ${allow}`, c.req.path));
  }
  return answer(c, problemOf("not_found", "there is nothing at this path", c.req.path));
}
