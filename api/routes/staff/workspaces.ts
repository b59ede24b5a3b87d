import { createRoute, z } from "@hono/zod-openapi";
import { backgroundOf } from "#api/background.ts";
import { idempotent } from "#api/idempotency.ts";
import { adminOnly } from "#api/operations.ts";
import { idParameter, PageParameters, pageOf, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { toWorkspaceView, WorkspaceView } from "#api/views/staff.ts";
import { connectWorkspace } from "#core/usecases/workspaces/connect-workspace.ts";
import { disconnectWorkspace } from "#core/usecases/workspaces/disconnect-workspace.ts";
import { updateWorkspace } from "#core/usecases/workspaces/update-workspace.ts";
import { getWorkspace, listWorkspaces } from "#core/usecases/workspaces/workspaces.ts";
import { body, json } from "../answers.ts";
import { slackChannelId } from "./slack-ids.ts";

const common = { tags: ["Workspaces"], ...adminOnly };
const Params = z.object({ id: idParameter("workspace", "wsp") });
const token = (pattern: RegExp, what: string, example: string, description: string) =>
  z.string().max(500).regex(pattern, `is not ${what}`).meta({ description, example });
const digestAt = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "is not a time of day like 08:30")
  .meta({ description: "When the daily digest comes, in your zone", example: "08:30" });

const NewWorkspace = z
  .strictObject({
    botToken: token(/^xoxb-[\w-]{10,}$/, "a bot token (xoxb-…)", "xoxb-1234567890-abcdefghij", "Of the app installed there; kept encrypted"),
    appToken: token(/^xapp-[\w-]{10,}$/, "an app-level token (xapp-…)", "xapp-1-A0123-4567-abcdef", "For Socket Mode; kept encrypted").optional(),
    signingSecret: token(
      /^[\x21-\x7e]{16,200}$/,
      "a signing secret",
      "8f742231b10e8888abcd99yyyzzz85a5",
      "For HTTP at /hooks/slack/{workspace id}; kept encrypted",
    ).optional(),
    channelId: slackChannelId.optional(),
    digestAt: digestAt.optional(),
  })
  .refine(({ appToken, signingSecret }) => appToken !== undefined || signingSecret !== undefined, {
    error: "is missing, and so is signingSecret: Slack could not call us",
    path: ["appToken"],
  })
  .meta({ id: "NewWorkspace" });

const listRoute = createRoute({
  ...common,
  method: "get",
  path: "/workspaces",
  operationId: "listWorkspaces",
  summary: "Your Slack workspaces",
  description: "With what is not right with them.",
  request: { query: PageParameters },
  responses: { 200: json("A page of workspaces", pageOf(WorkspaceView)), ...problems(401, 403, 422) },
});

const connectRoute = createRoute({
  ...common,
  method: "post",
  path: "/workspaces",
  operationId: "connectWorkspace",
  "x-audit": "workspace.connect",
  summary: "Connect a Slack workspace",
  description: "Slack is asked whose token it is. Connecting a workspace again gives it new tokens.",
  request: { body: body(NewWorkspace) },
  responses: { 201: json("Connected", WorkspaceView), ...problems(401, 403, 409, 413, 415, 422, 503) },
});

const readRoute = createRoute({
  ...common,
  method: "get",
  path: "/workspaces/{id}",
  operationId: "getWorkspace",
  summary: "Read one workspace",
  description: "Without its tokens.",
  request: { params: Params },
  responses: { 200: json("The workspace", WorkspaceView), ...problems(401, 403, 404, 422) },
});

const updateRoute = createRoute({
  ...common,
  method: "patch",
  path: "/workspaces/{id}",
  operationId: "updateWorkspace",
  "x-audit": "workspace.update",
  summary: "Say where cards go and when the digest comes",
  description: "null: nowhere, never. Cards that are there stay where they are.",
  request: {
    params: Params,
    body: body(z.strictObject({ channelId: slackChannelId.nullable(), digestAt: digestAt.nullable() }).partial().meta({ id: "WorkspaceChange" })),
  },
  responses: { 200: json("The workspace", WorkspaceView), ...problems(401, 403, 404, 413, 415, 422, 503) },
});

const disconnectRoute = createRoute({
  ...common,
  method: "delete",
  path: "/workspaces/{id}",
  operationId: "disconnectWorkspace",
  "x-audit": "workspace.disconnect",
  summary: "Disconnect a workspace",
  description: "Its tokens are deleted. Staff stay, and so do the messages in Slack.",
  request: { params: Params },
  responses: { 204: { description: "Disconnected" }, ...problems(401, 403, 404, 409, 422, 503) },
});

export const workspaces = newRouter()
  .openapi(listRoute, async (c) => c.json(toPage(c, await listWorkspaces(c.var.ctx, toPageQuery(c, c.req.valid("query"))), toWorkspaceView), 200))
  .openapi(connectRoute, async (c) => {
    const { vault, workspaces: chat } = backgroundOf(c);
    const ctx = idempotent(c, 201, toWorkspaceView);
    const workspace = await connectWorkspace(ctx, vault, chat, c.req.valid("json"));
    await chat.refresh();
    return c.json(toWorkspaceView(workspace), 201);
  })
  .openapi(readRoute, async (c) => c.json(toWorkspaceView(await getWorkspace(c.var.ctx, c.req.valid("param"))), 200))
  .openapi(updateRoute, async (c) => {
    const { id } = c.req.valid("param");
    return c.json(toWorkspaceView(await updateWorkspace(c.var.ctx, { id, ...c.req.valid("json") })), 200);
  })
  .openapi(disconnectRoute, async (c) => {
    const { id } = c.req.valid("param");
    await disconnectWorkspace(c.var.ctx, { id });
    await c.var.background?.workspaces.refresh();
    return c.body(null, 204);
  });
