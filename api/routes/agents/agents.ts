import { createRoute, z } from "@hono/zod-openapi";
import { randomKey, sha256 } from "#api/digest.ts";
import { idempotent } from "#api/idempotency.ts";
import { ownerOnly } from "#api/operations.ts";
import { PageParameters, pageOf, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { AgentView, ShownKey, toAgentView } from "#api/views/contacts/labels.ts";
import { type CreatedAgent, createAgent } from "#core/usecases/agents/create-agent.ts";
import { listAgents } from "#core/usecases/agents/list-agents.ts";
import { body, json } from "../answers.ts";
import { line } from "../inputs.ts";

const common = { tags: ["Agents"], ...ownerOnly };

const AgentInput = z
  .strictObject({
    name: line(200).meta({ example: "Resort" }),
    timeZone: z.string().min(1).max(64).default("UTC").meta({ description: "IANA; dates promises and quiet hours", example: "Asia/Manila" }),
    region: z
      .string()
      .regex(/^[A-Z]{2}$/, "is not an ISO 3166 country code in capitals")
      .nullable()
      .default(null)
      .meta({ description: "ISO 3166; reads phone numbers written without a country", example: "PH" }),
  })
  .meta({ id: "NewAgent" });
const NewAgentView = AgentView.extend({ key: ShownKey }).meta({ id: "CreatedAgent" });

const listRoute = createRoute({
  ...common,
  method: "get",
  path: "/agents",
  operationId: "listAgents",
  summary: "List agents",
  description: "With the default agent's admin key.",
  request: { query: PageParameters },
  responses: { 200: json("A page of agents", pageOf(AgentView)), ...problems(401, 403, 422) },
});

const makeRoute = createRoute({
  ...common,
  method: "post",
  path: "/agents",
  operationId: "createAgent",
  summary: "Make an agent",
  description: "With the default agent's admin key. The answer shows the new agent's first key, this once.",
  request: { body: body(AgentInput) },
  responses: { 201: json("The agent and its first key", NewAgentView), ...problems(401, 403, 409, 413, 415, 422, 503) },
});

export const agents = newRouter()
  .openapi(listRoute, async (c) => {
    const page = await listAgents(c.var.ctx, { page: toPageQuery(c, c.req.valid("query")) });
    return c.json(toPage(c, page, toAgentView), 200);
  })
  .openapi(makeRoute, async (c) => {
    const key = randomKey();
    const view = ({ agent }: CreatedAgent) => ({ ...toAgentView(agent), key });
    return c.json(view(await createAgent(idempotent(c, 201, view), { ...c.req.valid("json"), keyHash: await sha256(key) })), 201);
  });
