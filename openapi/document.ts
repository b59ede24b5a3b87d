/** What can describe its own routes: an OpenAPIHono. */
type Describable = {
  getOpenAPI31Document(config: typeof info): object;
  openAPIRegistry: { registerComponent(type: "securitySchemes", name: string, component: object): unknown };
};

export const version = "0.1.0";

const described: [name: string, description: string][] = [
  ["Messages", "What customers and the business write to each other."],
  ["Actions", "What contacts do elsewhere: bookings, purchases, forms."],
  ["Contacts", "The people the business chats with."],
  ["Imports", "Files of contacts: a dry run that says what each row would do, then the doing."],
  ["History", "Conversations and everything else that happened with a contact."],
  ["Score and stage", "Lead score, journey stage and tone, each with its evidence."],
  ["Proposals", "What only people may decide: contacts that seem one, values that contradict."],
  ["Tags", "Labels that staff put on contacts."],
  ["Segments", "Filters under a name."],
  ["Templates", "Messages under a name, with variables, in several languages."],
  ["Credits", "What texts written by an LLM cost."],
  ["Notes", "What staff write down about contacts."],
  ["Branches", "Locations of the business."],
  ["Pipeline", "The journey in numbers."],
  ["Analytics", "What happened day by day, and how many contacts there are of each kind."],
  ["Meta", "How closed words are shown."],
  ["Settings", "The thresholds and signals that the rules go by."],
  ["Signals", "What adds to the score and takes from it, and what looks like a mistake among it."],
  ["Staff", "People who work for the business, what each may do, and what they have done."],
  ["Workspaces", "Slack workspaces where they work."],
  ["Keys", "API keys of the agent."],
  ["Agents", "The tenants of this server."],
  ["Connections", "The business's accounts on chat platforms."],
  ["Conversations", "The inbox: who waits, since when, who looks after it, and what is done."],
  ["Alerts", "What calls staff to a conversation, and what became of it."],
  ["Escalation rules", "What an agent wants staff to be called for."],
  ["Follow-ups", "Who needs attention and why, what could be said, and what became of it."],
  ["Deliveries", "The send ledger: what is on its way to whom, and what became of it."],
  ["Operations", "Long work in the background, with its progress."],
  ["Jobs", "Work in the background that has failed."],
  ["Operation", "For those who run the server."],
];

const info = {
  openapi: "3.1.0",
  info: {
    title: "Rapport",
    version,
    description:
      "A headless CRM for businesses that chat with customers. Lists are `{ data, nextCursor }`; errors are problem documents (RFC 9457) with a stable `code` and at most 100 faults; every POST takes an `Idempotency-Key`.",
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: "/" }],
  security: [{ key: [] }],
  tags: described.map(([name, description]) => ({ name, description })),
};

const scheme = { type: "http", scheme: "bearer", description: "A key of the agent: `Authorization: Bearer rk_…`" };

const idempotencyKey: OpenApiParameter & { description: string } = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "The same key and body get the first answer again (`Idempotency-Replayed: true`); another body is a conflict.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

const malformed = {
  description: "Malformed. The body is not JSON in UTF-8, or was cut short: `position` says where, when that can be told.",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

/** What this project itself reads of an OpenAPI document. */
export type OpenApiDocument = { paths: Record<string, Record<string, OpenApiOperation>>; tags: { name: string }[] };
export type OpenApiOperation = { parameters?: OpenApiParameter[]; requestBody?: unknown; responses?: Record<string, unknown> };
export type OpenApiParameter = { name: string; in: string; required?: boolean; schema?: unknown };

/** The OpenAPI 3.1 document of the routes, with what holds for all of them. */
export function openApiDocument(app: Describable): OpenApiDocument {
  app.openAPIRegistry.registerComponent("securitySchemes", "key", scheme);
  // The generator writes OpenAPI 3.1, whose form this is.
  const document = app.getOpenAPI31Document(info) as OpenApiDocument;
  for (const methods of Object.values(document.paths)) {
    const { post } = methods;
    if (post) post.parameters = [...(post.parameters ?? []), idempotencyKey];
    for (const { requestBody, responses } of Object.values(methods)) if (requestBody && responses) responses["400"] = malformed;
  }
  return document;
}
