import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { settingsScope } from "#api/operations.ts";
import { PageParameters, pageOf, pageOfRows, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { FindingView, SignalView, toSignalView } from "#api/views/settings/signal.ts";
import { createSignal } from "#core/usecases/signals/create-signal.ts";
import { deleteSignal, getSignal, lintSignals, listSignals } from "#core/usecases/signals/signals.ts";
import { updateSignal } from "#core/usecases/signals/update-signal.ts";
import { body, json } from "../answers.ts";
import { SignalInput, SignalPatch } from "./signal-inputs.ts";

const tags = ["Signals"];
const Params = z.object({ id: z.string().min(1).max(100).meta({ description: "Id of the signal", example: "asks_about_parking" }) });

const listRoute = createRoute({
  method: "get",
  path: "/signals",
  operationId: "listSignals",
  tags,
  summary: "List signals",
  description: "In the order in which they are summed.",
  request: { query: PageParameters },
  responses: { 200: json("A page of signals", pageOf(SignalView)), ...problems(401, 403, 422) },
});

const lintRoute = createRoute({
  method: "get",
  path: "/signals/lint",
  operationId: "lintSignals",
  tags,
  summary: "Explain dead and overlapping signals",
  description: "Signals that never count, words that count twice, grades that nobody can get. Empty when all is well.",
  request: { query: PageParameters },
  responses: { 200: json("A page of findings", pageOf(FindingView)), ...problems(401, 403, 422) },
});

const makeRoute = createRoute({
  method: "post",
  path: "/signals",
  operationId: "createSignal",
  ...settingsScope,
  tags,
  summary: "Make a signal",
  description:
    "A new version of the settings; contacts are scored again when they are touched next, the others in the background. Its name is its own, whatever its case and accents.",
  request: { body: body(SignalInput) },
  responses: { 201: json("The signal", SignalView), ...problems(401, 403, 409, 413, 415, 422, 503) },
});

const readRoute = createRoute({
  method: "get",
  path: "/signals/{id}",
  operationId: "getSignal",
  tags,
  summary: "Read one signal",
  description: "With what looks like a mistake about it.",
  request: { params: Params },
  responses: { 200: json("The signal", SignalView), ...problems(401, 403, 404, 422) },
});

const updateRoute = createRoute({
  method: "patch",
  path: "/signals/{id}",
  operationId: "updateSignal",
  ...settingsScope,
  tags,
  summary: "Edit a signal",
  description: "What is not given stays; the type cannot change. A new version of the settings, as for a new signal.",
  request: { params: Params, body: body(SignalPatch) },
  responses: { 200: json("The signal", SignalView), ...problems(401, 403, 404, 409, 413, 415, 422, 503) },
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/signals/{id}",
  operationId: "deleteSignal",
  ...settingsScope,
  tags,
  summary: "Delete a signal",
  description: "What it has found no longer counts. The last signal that takes the points staff give is a conflict.",
  request: { params: Params },
  responses: { 204: { description: "Deleted" }, ...problems(401, 403, 404, 409, 422, 503) },
});

export const signals = newRouter()
  .openapi(listRoute, async (c) => {
    const page = pageOfRows(await listSignals(c.var.ctx), toPageQuery(c, c.req.valid("query")), ({ signal }) => signal.id);
    return c.json(toPage(c, page, toSignalView), 200);
  })
  .openapi(lintRoute, async (c) => {
    const page = pageOfRows(await lintSignals(c.var.ctx), toPageQuery(c, c.req.valid("query")), ({ code, signal }) => `${code} ${signal}`);
    return c.json(
      toPage(c, page, (finding) => finding),
      200,
    );
  })
  .openapi(makeRoute, async (c) => c.json(toSignalView(await createSignal(idempotent(c, 201, toSignalView), c.req.valid("json"))), 201))
  .openapi(readRoute, async (c) => c.json(toSignalView(await getSignal(c.var.ctx, c.req.valid("param"))), 200))
  .openapi(updateRoute, async (c) => c.json(toSignalView(await updateSignal(c.var.ctx, { ...c.req.valid("json"), ...c.req.valid("param") })), 200))
  .openapi(deleteRoute, async (c) => {
    await deleteSignal(c.var.ctx, c.req.valid("param"));
    return c.body(null, 204);
  });
