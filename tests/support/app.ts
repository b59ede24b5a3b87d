import { onTestFinished } from "vitest";
import { createApp } from "#api/app.ts";
import type { BackgroundServices } from "#api/background.ts";
import { contextOf, systemRuntime } from "#api/context.ts";
import { randomKey, sha256 } from "#api/digest.ts";
import type { Logger } from "#api/logger.ts";
import { silentLogger } from "#api/logger.ts";
import { createMetrics } from "#api/metrics.ts";
import { docsFile } from "#api/node/docs-files.ts";
import { channelRoster } from "#bots/channels/index.ts";
import type { Context } from "#core/ports/context.ts";
import type { Directory } from "#core/ports/store.ts";
import { setupTasks } from "#core/rules/settings/setup-tasks.ts";
import { defaultAgentId, openDefaultAgent } from "#core/usecases/agents/open-default-agent.ts";
import type { Database } from "#db/database.ts";
import { type TestDatabase, testDatabase } from "./database.ts";

/** What came back. `is` gives the body when the status is the one expected, and prints it when not. */
export type Answer = { status: number; headers: Headers; text: string; body: unknown; is<T = Record<string, unknown>>(status: number): T };

type Headings = Record<string, string>;

export type Client = {
  key: string;
  get(path: string, headers?: Headings): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Headings): Promise<Answer>;
  put(path: string, body?: unknown, headers?: Headings): Promise<Answer>;
  patch(path: string, body?: unknown, headers?: Headings): Promise<Answer>;
  delete(path: string, headers?: Headings): Promise<Answer>;
  /** A request as it stands: a text is sent unchanged. */
  send(method: string, path: string, body?: unknown, headers?: Headings): Promise<Answer>;
};

export type TestApp = Client & {
  app: ReturnType<typeof createApp>;
  directory: Directory;
  database: Database;
  /** Of the database's file. */
  url: string;
  /** Of the default agent, past the API. */
  ctx: Context;
  /** Sends with another key; null: without any. */
  as(key: string | null): Client;
  /** Admin of an agent of its own. */
  otherAgent: Client;
};

/** Stands for channels and jobs that have nothing to do. */
export const idleBackground: BackgroundServices = {
  queue: { failed: async () => ({ data: [], nextCursor: null }), retry: async () => false, ready: async () => {}, waiting: async () => [] },
  connections: { channel: () => null, hook: async () => new Response(null, { status: 404 }), health: () => [], ignored: () => [] },
  vault: { seal: async (text) => text, open: async (sealed) => sealed },
  workspaces: {
    hook: async () => new Response(null, { status: 404 }),
    faults: () => [],
    count: () => ({ open: 0, starting: 0 }),
    refresh: async () => {},
    whose: async (botToken) => ({ teamId: `T${botToken.length}`, name: "Team", botUserId: "UBOT" }),
  },
};

type Options = {
  now?: () => number;
  log?: Logger;
  metricsToken?: string;
  wrap?(directory: Directory): Directory;
  file?: Uint8Array;
  open?: () => Promise<TestDatabase>;
  background?: BackgroundServices;
};

/** The API over a database file of its own, which goes with the test; the client has the default agent's admin key. */
export async function testApp({
  now,
  log = silentLogger,
  metricsToken,
  wrap = (directory) => directory,
  file,
  open = () => testDatabase(file),
  background = idleBackground,
}: Options = {}): Promise<TestApp> {
  const held = await open();
  onTestFinished(() => held.close());
  const { database } = held;
  const metrics = createMetrics();
  const directory = wrap(database.directory);
  database.directory.onCommit(metrics.observeCommit);
  const runtime = systemRuntime(now, undefined, channelRoster);
  const adminKey = randomKey();
  const ctx = contextOf(runtime, directory, defaultAgentId, { kind: "system", id: "test" });
  await openDefaultAgent(ctx, { keyHash: await sha256(adminKey) });
  const app = createApp({
    directory,
    ready: () => database.ready(),
    todo: async () => setupTasks((await ctx.store.settings.current()).document, null),
    runtime,
    log,
    secret: randomKey(),
    metrics,
    metricsToken,
    docs: docsFile,
    channels: channelRoster,
    background,
  });
  const as = (key: string | null) => client(app.request.bind(app), key);
  const admin = as(adminKey);
  const other = (await admin.post("/v1/agents", { name: "Other" })).is<{ key: string }>(201);
  return { ...admin, app, directory, database, url: held.url, ctx, as, otherAgent: as(other.key) };
}

type Ask = (path: string, init: RequestInit) => Response | Promise<Response>;

function client(ask: Ask, key: string | null): Client {
  const send: Client["send"] = async (method, path, body, headers = {}) => {
    const given = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
    const common: Headings = key === null ? {} : { authorization: `Bearer ${key}` };
    if (body !== undefined) common["content-type"] = "application/json";
    return toAnswer(`${method} ${path}`, await ask(path, { method, headers: { ...common, ...headers }, ...given }));
  };
  return {
    key: key ?? "",
    send,
    get: (path, headers) => send("GET", path, undefined, headers),
    post: (path, body, headers) => send("POST", path, body, headers),
    put: (path, body, headers) => send("PUT", path, body, headers),
    patch: (path, body, headers) => send("PATCH", path, body, headers),
    delete: (path, headers) => send("DELETE", path, undefined, headers),
  };
}

async function toAnswer(what: string, response: Response): Promise<Answer> {
  const { status, headers } = response;
  const text = await response.text();
  const isJson = text !== "" && /json/.test(headers.get("content-type") ?? "");
  const body: unknown = isJson ? JSON.parse(text) : undefined;
  const is = <T>(expected: number): T => {
    if (status !== expected) throw new Error(`${what} answered ${status}, not ${expected}: ${text}`);
    // What the caller expects; assertions on it say so.
    return body as T;
  };
  return { status, headers, text, body, is };
}
