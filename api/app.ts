import { fail } from "#core/errors.ts";
import type { ChannelDefinition } from "#core/ports/channel-definition.ts";
import type { Directory } from "#core/ports/store.ts";
import { identitySecret } from "#core/rules/address/signed-identity.ts";
import type { SetupTask } from "#core/rules/settings/setup-tasks.ts";
import { type OpenApiDocument, openApiDocument } from "#openapi/document.ts";
import { audit } from "./audit.ts";
import { authenticate, authorize, KeyRing } from "./auth.ts";
import type { BackgroundServices } from "./background.ts";
import { contexts, type Runtime } from "./context.ts";
import { hookRoutes } from "./hooks.ts";
import { allowedMethods } from "./http/allowed-methods.ts";
import { readBody } from "./http/body.ts";
import { type DocsFile, docsRoutes } from "./http/docs.ts";
import { securityHeaders } from "./http/headers.ts";
import { cursorSecret } from "./http/list-cursor.ts";
import { observe } from "./http/request-log.ts";
import { idempotency } from "./idempotency.ts";
import type { Logger } from "./logger.ts";
import type { Metrics } from "./metrics.ts";
import { operationsOf } from "./operations.ts";
import { notFound, onError } from "./problem.ts";
import { createReadiness } from "./readiness.ts";
import { newRouter } from "./router.ts";
import { operationRoutes } from "./routes/operations/operation.ts";
import { v1 } from "./routes.ts";

export type AppDeps = {
  directory: Directory;
  /** Throws when the database does not answer. */
  ready(): Promise<unknown>;
  /** What the default agent's settings do not say yet. */
  todo?: (() => Promise<SetupTask[]>) | undefined;
  runtime: Runtime;
  log: Logger;
  /** Derives the secrets of agents that are never stored. */
  secret: string;
  metrics?: Metrics | undefined;
  metricsToken?: string | undefined;
  docs?: DocsFile | undefined;
  /** The channels whose accounts can be connected. */
  channels: readonly ChannelDefinition[];
  background?: BackgroundServices | undefined;
};

/** The API over a directory of agents. Knows no server: hand requests to `fetch`. */
export function createApp(deps: AppDeps) {
  const { directory, runtime, log, metrics = null, metricsToken = null, docs = null, secret, channels, background } = deps;
  const routes = v1(channels);
  const sealsCursors = cursorSecret(secret);
  let document: object | undefined;

  const app = newRouter();
  app.onError(onError(log));
  app.use(securityHeaders, observe(log, metrics));
  if (background) app.route("/hooks", hookRoutes(background));
  app.use("/v1/*", async (c, next) => {
    if (background) c.set("background", background);
    c.set("cursorSecret", sealsCursors);
    c.set("identitySecret", () => identitySecret(secret, c.var.ctx.store.agentId));
    await next();
  });
  app.use("/v1/*", authenticate(new KeyRing(directory, runtime.now), contexts(runtime, directory)));
  // The scope is checked before stored answers, so that no key gets an answer it may not see.
  app.use("/v1/*", authorize(operationsOf(routes, "/v1")), audit, readBody, idempotency());
  app.route("/v1", routes);
  metrics?.watch({ directory, background, now: runtime.now });
  const ready = createReadiness({
    database: deps.ready,
    background,
    unshownAlerts: (before) => directory.unshownAlerts(before),
    todo: deps.todo ?? (async () => []),
    now: runtime.now,
  });
  app.route("/", operationRoutes({ ready, metrics, metricsToken, faults: () => background?.workspaces.faults() ?? [] }));
  app.route(
    "/",
    docsRoutes(docs, () => (document ??= documentOf(channels))),
  );
  const methodsOf = allowedMethods(app);
  app.notFound((c) => notFound(c, methodsOf));
  return app;
}

/** The document of all routes; needs no database. */
export function documentOf(channels: readonly ChannelDefinition[]): OpenApiDocument {
  const app = newRouter();
  app.route("/v1", v1(channels));
  app.route(
    "/",
    operationRoutes({ ready: () => fail("unavailable", "this app has no database"), metrics: null, metricsToken: null, faults: () => [] }),
  );
  return openApiDocument(app);
}
