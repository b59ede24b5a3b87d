import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "../types.ts";

/** Browsers are to take every answer for what it says it is, show none of it inside another page, and tell nobody where they come from. */
const everywhere: readonly [name: string, value: string][] = [
  ["x-content-type-options", "nosniff"],
  ["content-security-policy", "default-src 'none'; frame-ancestors 'none'"],
  ["x-frame-options", "DENY"],
  ["referrer-policy", "no-referrer"],
  ["cross-origin-resource-policy", "same-origin"],
];

/** Puts the headers on whatever is answered, errors too. A route that has set one of them keeps its own; what needs a key is not stored by caches. */
export const securityHeaders = createMiddleware<ApiEnv>(async (c, next) => {
  await next();
  const { headers } = c.res;
  for (const [name, value] of everywhere) if (!headers.has(name)) headers.set(name, value);
  if (c.req.path.startsWith("/v1") && !headers.has("cache-control")) headers.set("cache-control", "no-store");
});
