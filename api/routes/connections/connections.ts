import { createRoute, z } from "@hono/zod-openapi";
import { backgroundOf } from "#api/background.ts";
import { idempotent } from "#api/idempotency.ts";
import { channelsScope } from "#api/operations.ts";
import { idParameter, PageParameters, pageOf, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { ConnectionView, toConnectionView } from "#api/views/connection.ts";
import type { ConnectionRecord } from "#core/model/connection.ts";
import type { ChannelDefinition } from "#core/ports/channel-definition.ts";
import type { Context } from "#core/ports/context.ts";
import { connectAccount } from "#core/usecases/connections/connect-account.ts";
import { listConnections } from "#core/usecases/connections/connections.ts";
import { disconnectAccount } from "#core/usecases/connections/disconnect-account.ts";
import { body, json } from "../answers.ts";
import { newConnection } from "./new-connection.ts";

const tags = ["Connections"];

const listRoute = createRoute({
  method: "get",
  path: "/connections",
  operationId: "listConnections",
  tags,
  summary: "Your accounts on chat platforms",
  description: "With the health of those that this process has open.",
  request: { query: PageParameters },
  responses: { 200: json("A page of connections", pageOf(ConnectionView)), ...problems(401, 403, 422) },
});

const disconnectRoute = createRoute({
  method: "delete",
  path: "/connections/{id}",
  operationId: "disconnectAccount",
  ...channelsScope,
  tags,
  summary: "Disconnect an account",
  description: "Its credentials are deleted. Conversations stay.",
  request: { params: z.object({ id: idParameter("connection", "chn") }) },
  responses: { 204: { description: "Disconnected" }, ...problems(401, 403, 404, 409, 422, 503) },
});

const connectRoute = (channels: readonly ChannelDefinition[]) =>
  createRoute({
    method: "post",
    path: "/connections",
    operationId: "connectAccount",
    ...channelsScope,
    tags,
    summary: "Connect an account",
    description: "The connection opens within seconds; its health is in the list.",
    request: { body: body(newConnection(channels)) },
    responses: { 201: json("Connected", ConnectionView), ...problems(401, 403, 409, 410, 413, 415, 422, 503) },
  });

const asNew = (ctx: Context) => (connection: ConnectionRecord) => toConnectionView(connection, null, ctx.channelRules(connection));

export const connections = (channels: readonly ChannelDefinition[]) =>
  newRouter()
    .openapi(listRoute, async (c) => {
      const health = c.var.background?.connections.health() ?? [];
      const healthOf = (id: string) => health.find(({ connection }) => connection.id === id)?.health ?? null;
      const page = await listConnections(c.var.ctx, toPageQuery(c, c.req.valid("query")));
      return c.json(
        toPage(c, page, (connection) => toConnectionView(connection, healthOf(connection.id), c.var.ctx.channelRules(connection))),
        200,
      );
    })
    .openapi(connectRoute(channels), async (c) => {
      const { channel, account, via, ...credentials } = c.req.valid("json");
      const view = asNew(c.var.ctx);
      const input = { channel, account, via: via ?? null, credentials };
      return c.json(view(await connectAccount(idempotent(c, 201, view), backgroundOf(c).vault, input)), 201);
    })
    .openapi(disconnectRoute, async (c) => {
      await disconnectAccount(c.var.ctx, c.req.valid("param"));
      return c.body(null, 204);
    });
