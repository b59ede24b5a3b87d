import { createMiddleware } from "hono/factory";
import { fail } from "#core/errors.ts";
import { LruCache } from "#core/lru-cache.ts";
import type { KeyRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import type { Directory } from "#core/ports/store.ts";
import { defaultAgentId } from "#core/usecases/agents/open-default-agent.ts";
import { sha256 } from "./digest.ts";
import { scopeOfMethod } from "./operations.ts";
import type { ApiContext, ApiEnv, ApiOperation } from "./types.ts";

const mostCachedKeys = 10_000;
const cacheMs = 10_000;

/**
 * Finds keys by their hash and caches the answers for seconds. A key revoked by this process leaves the cache at once;
 * what another process revokes, within `cacheMs`.
 */
export class KeyRing {
  private readonly cache = new LruCache<string, { key: KeyRecord; until: number }>(mostCachedKeys);
  private readonly directory: Directory;
  private readonly now: () => number;

  constructor(directory: Directory, now: () => number) {
    this.directory = directory;
    this.now = now;
  }

  async find(secret: string): Promise<KeyRecord | null> {
    const held = this.cache.get(secret);
    if (held && held.until > this.now()) return held.key;
    const key = await this.directory.findKey(await sha256(secret));
    this.cache.delete(secret);
    if (!key) return null;
    this.cache.set(secret, { key, until: this.now() + cacheMs });
    return key;
  }

  clearCache(): void {
    this.cache.clear();
  }
}

/** Opens the store of the key's agent, and no other. */
export function authenticate(ring: KeyRing, contextFor: (key: KeyRecord) => Context) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const secret = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(c.req.header("authorization") ?? "")?.[1];
    const key = secret === undefined ? null : await ring.find(secret);
    if (!key) return fail("unauthorized", "send a valid key as Authorization: Bearer KEY");
    c.set("key", key);
    c.set("ctx", contextFor(key));
    c.set("clearKeyCache", () => ring.clearCache());
    return next();
  });
}

/**
 * Lets a request pass when its key has the scope that its operation needs. Runs before anything else looks at the request,
 * stored answers included, so that no route has to ask for itself.
 */
export function authorize(operationOf: (c: ApiContext) => ApiOperation | null) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const operation = operationOf(c);
    const { key } = c.var;
    const scope = operation?.scope ?? scopeOfMethod(c.req.method);
    const isAllowed = key.scopes.includes("admin") || key.scopes.includes(scope);
    if (operation?.defaultAgentOnly && !(isAllowed && key.agentId === defaultAgentId)) {
      return fail("forbidden", "this needs the admin key of the default agent");
    }
    if (!isAllowed) return fail("forbidden", `this needs a key with the scope ${scope}`);
    c.set("operation", operation);
    return next();
  });
}
