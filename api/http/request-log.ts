import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { Logger } from "../logger.ts";
import type { Metrics } from "../metrics.ts";
import type { ApiEnv } from "../types.ts";

/** Gives each request an id, and counts and logs it by its route's pattern. */
export function observe(log: Logger, metrics: Metrics | null) {
  const process = crypto.randomUUID().slice(0, 8);
  let count = 0;
  return createMiddleware<ApiEnv>(async (c, next) => {
    const started = performance.now();
    const requestId = `${process}-${(++count).toString(36)}`;
    c.set("requestId", requestId);
    await next();
    c.res.headers.set("x-request-id", requestId);
    const seconds = (performance.now() - started) / 1000;
    const { method } = c.req;
    const { status } = c.res;
    // The last route that matched is the handler's; without one it is the pattern of this middleware.
    const route = routePath(c, -1);
    metrics?.observe({ method, route, status, seconds });
    log.debug({ requestId, method, route, status, ms: Math.round(seconds * 1000) }, "request");
  });
}
