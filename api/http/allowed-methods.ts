import type { Hono } from "hono";
import { TrieRouter } from "hono/router/trie-router";
import type { ApiEnv } from "../types.ts";

type Routes = Pick<Hono<ApiEnv>, "routes">;

/** The methods that a path has a route for, as `Allow` lists them; none for a path that is not there. */
export function allowedMethods(app: Routes): (path: string) => string[] {
  const byMethod = new Map<string, TrieRouter<true>>();
  for (const { method, path } of app.routes) {
    // Middleware, and paths of platforms whose hooks answer for themselves.
    if (method === "ALL") continue;
    const router = byMethod.get(method) ?? new TrieRouter<true>();
    byMethod.set(method, router);
    router.add(method, path, true);
  }
  return (path) => {
    const methods = [...byMethod].filter(([method, router]) => router.match(method, path)[0].length > 0).map(([method]) => method);
    return methods.includes("GET") ? [...methods, "HEAD"].sort() : methods.sort();
  };
}
