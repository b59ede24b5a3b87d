import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import type { Agent } from "undici";
import { CrmError, fail } from "#core/errors.ts";
import type { FetchPublic, PublicRequest } from "#core/ports/fetch-public.ts";
import { bounded } from "./bounded.ts";
import { publicLookup } from "./lookup.ts";
import { checkedTarget, isTrusted, refuse } from "./target.ts";

/** `lookup`: instead of the system's resolver. */
export type PublicFetchOptions = { allowPrivate: boolean; lookup?: LookupFunction };

type Agents = { guarded: Agent; open: Agent };

const connectTimeoutMs = 8_000;
const redirects: readonly number[] = [301, 302, 303, 307, 308];

/** Fetches addresses that come from outside. `allowPrivate` (ALLOW_PRIVATE_TARGETS) lets it reach private networks too. */
export function createFetchPublic({ allowPrivate, lookup = systemLookup }: PublicFetchOptions): FetchPublic {
  let agents: Promise<Agents> | undefined;
  return async (text, request) => {
    agents ??= openAgents(lookup);
    const deadline = AbortSignal.timeout(request.timeoutMs);
    let url = checkedTarget(text, { ...request, allowPrivate });
    let headers = request.headers ?? {};
    for (let hops = 0; ; hops += 1) {
      const { guarded, open } = await agents;
      const dispatcher = allowPrivate || isTrusted(url, request.trustedOrigin) ? open : guarded;
      const answer = await exchange(url, request, headers, dispatcher, deadline);
      if (!redirects.includes(answer.status)) return bounded(answer, request.maxBytes);
      await answer.body?.cancel();
      const next = checkedTarget(nextAddress(answer, url, request, hops), { ...request, allowPrivate });
      // What identifies us to one host is nothing for another.
      if (next.origin !== url.origin) headers = {};
      url = next;
    }
  };
}

/** The library is loaded with the first address that is fetched. */
async function openAgents(lookup: LookupFunction): Promise<Agents> {
  const { Agent } = await import("undici");
  const timeout = connectTimeoutMs;
  return { guarded: new Agent({ connect: { timeout, lookup: publicLookup(lookup) } }), open: new Agent({ connect: { timeout, lookup } }) };
}

async function exchange(
  url: URL,
  { method = "GET", body }: PublicRequest,
  headers: Record<string, string>,
  dispatcher: Agent,
  signal: AbortSignal,
): Promise<Response> {
  const { fetch } = await import("undici");
  try {
    const answer = await fetch(url, { method, headers, body: body ?? null, dispatcher, signal, redirect: "manual" });
    // The same standard as the global one, with the same streams; only its declarations are others.
    return answer as unknown as Response;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof CrmError) throw cause;
    throw new CrmError("unavailable", "there is no answer from the address");
  }
}

function nextAddress(answer: Response, from: URL, { method = "GET", maxRedirects = 0 }: PublicRequest, hops: number): string {
  const location = answer.headers.get("location");
  if (method !== "GET" || hops >= maxRedirects) return fail("unavailable", "the address redirects to another one");
  const next = location === null ? null : URL.parse(location, from);
  return next?.href ?? refuse("it redirects to no whole address");
}
