import type { OpenAPIHono, z } from "@hono/zod-openapi";
import { matchedRoutes } from "hono/route";
import type { Scope } from "#core/model/vocabulary.ts";
import type { ApiContext, ApiEnv, ApiOperation } from "./types.ts";

/** What a route declares beside its schemas. Spread into `createRoute`; the document shows it. */
export const adminOnly = { "x-required-scope": "admin" } as const;
/** Agents are made and listed with the default agent's admin key alone. */
export const ownerOnly = { "x-required-scope": "admin", "x-default-agent-only": true } as const;
export const channelsScope = { "x-required-scope": "channels" } as const;
export const settingsScope = { "x-required-scope": "settings" } as const;
/** Nothing is changed, or what is added is itself the record of who added it: messages and actions, by the million. */
export const notAudited = { "x-audit": false } as const;
/** A reading that hands out more than a page for a screen, and that its content type and path do not tell. */
export const auditedRead = { "x-audit": true } as const;

type RouteDefinition = {
  method: string;
  path: string;
  operationId?: string | undefined;
  responses: Record<string, unknown>;
  "x-required-scope"?: Scope | undefined;
  "x-default-agent-only"?: boolean | undefined;
  /** The name of the action in the audit log where it is not the operationId; false: it leaves no line. */
  "x-audit"?: string | boolean | undefined;
};

/** Finds the operation that a request is for, by the router's own match; null: there is none at this path. */
export function operationsOf(router: OpenAPIHono<ApiEnv>, base: string): (c: ApiContext) => ApiOperation | null {
  const byRoute = new Map<string, ApiOperation>();
  for (const definition of router.openAPIRegistry.definitions) {
    if (definition.type !== "route") continue;
    // `createRoute` has checked its form; the extensions are those above.
    const route = definition.route as RouteDefinition;
    byRoute.set(`${route.method.toUpperCase()} ${base}${route.path.replaceAll(/\/\{(.+?)\}/g, "/:$1")}`, toOperation(route));
  }
  return (c) => {
    const method = c.req.method === "HEAD" ? "GET" : c.req.method;
    for (const { path, method: registered } of matchedRoutes(c)) {
      const found = registered === method ? byRoute.get(`${method} ${path}`) : undefined;
      if (found) return found;
    }
    return null;
  };
}

/** The scope that a request needs when its route declares none. */
export function scopeOfMethod(method: string): Scope {
  return ["GET", "HEAD"].includes(method.toUpperCase()) ? "read" : "write";
}

function toOperation(route: RouteDefinition): ApiOperation {
  return {
    id: route.operationId ?? `${route.method} ${route.path}`,
    scope: route["x-required-scope"] ?? scopeOfMethod(route.method),
    defaultAgentOnly: route["x-default-agent-only"] ?? false,
    auditAction: auditActionOf(route),
    subjectAt: route.path.split("/").findIndex((segment) => segment.startsWith("{")),
    showsSecret: Object.values(route.responses).some(answersSecret),
  };
}

/** Every change and every export leaves a line; a route has to say so where it is neither. */
function auditActionOf(route: RouteDefinition): string | null {
  const { method, path, operationId = `${method} ${path}`, responses } = route;
  const named = route["x-audit"];
  if (typeof named === "string") return named;
  const isChange = method.toUpperCase() !== "GET";
  return (named ?? (isChange || path.endsWith("/export") || Object.values(responses).some(answersFile))) ? operationId : null;
}

function answersFile(response: unknown): boolean {
  // A response of `createRoute`, as below.
  return Object.keys((response as Described).content ?? {}).some((type) => !/json/.test(type));
}

type Described = { content?: Record<string, { schema?: unknown }> };

function answersSecret(response: unknown): boolean {
  // A response of `createRoute`: what it holds is described by zod.
  const { content = {} } = response as Described;
  return Object.values(content).some(({ schema }) => holdsSecret(schema));
}

type Inner = { shape?: Record<string, unknown>; element?: unknown; innerType?: unknown; options?: readonly unknown[]; valueType?: unknown };

/** Routes share most of their schemas, and every app most of its routes. */
const searched = new WeakMap<object, boolean>();

/** Whether a field of the schema, at any depth, is marked as `ShownKey` is. */
function holdsSecret(schema: unknown): boolean {
  if (typeof schema !== "object" || schema === null || !("def" in schema)) return false;
  const known = searched.get(schema);
  if (known !== undefined) return known;
  const holds = searchSecret(schema);
  searched.set(schema, holds);
  return holds;
}

function searchSecret(schema: object): boolean {
  // Whoever asks has seen that it is a type of zod.
  const type = schema as z.ZodType & { def: Inner };
  if (type.meta?.()?.["x-secret"] === true) return true;
  const { shape = {}, element, innerType, options = [], valueType } = type.def;
  return [...Object.values(shape), element, innerType, valueType, ...options].some(holdsSecret);
}
