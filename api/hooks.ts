import { Hono } from "hono";
import type { BackgroundServices } from "./background.ts";
import { readBounded } from "./http/body.ts";

/** Bytes of one call. Platforms send kilobytes; the largest known is the state of a Slack modal. */
const maxHookBytes = 1_000_000;

/**
 * Where platforms call us: Slack at /hooks/slack, channels at /hooks/{channel}. Without an id a call is for the account of
 * the environment. The body is read within bounds (413 beyond) before anybody verifies it, since a sender is not known yet.
 */
export function hookRoutes({ workspaces, connections }: Pick<BackgroundServices, "workspaces" | "connections">) {
  return new Hono()
    .all("/slack/:id?", async (c) => workspaces.hook(c.req.param("id") ?? null, await withWholeBody(c.req.raw)))
    .all("/:channel/:id?", async (c) => connections.hook(c.req.param("channel"), c.req.param("id") ?? null, await withWholeBody(c.req.raw)));
}

/** The same request with its body in memory. Throws CrmError `too_large`. */
async function withWholeBody(request: Request): Promise<Request> {
  const { url, method, headers } = request;
  if (method === "GET" || method === "HEAD") return new Request(url, { method, headers });
  return new Request(url, { method, headers, body: await readBounded(request, maxHookBytes) });
}
