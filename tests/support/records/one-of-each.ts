import type { Client } from "../app.ts";
import type { Operation } from "../operations.ts";

const nouns = [
  "contacts",
  "messages",
  "conversations",
  "tags",
  "notes",
  "branches",
  "keys",
  "connections",
  "deliveries",
  "media",
  "segments",
  "templates",
  "operations",
  "signals",
  "plans",
  "proposals",
  "imports",
  "followups",
  "staff",
  "workspaces",
  "alerts",
  "escalation-rules",
] as const;
export type Ids = Record<(typeof nouns)[number], string>;

/** One of everything that has an id, of one agent. */
export async function oneOfEach({ post, get }: Pick<Client, "post" | "get">): Promise<Ids> {
  const made = async (path: string, body: object) => (await post(path, body)).is<{ id: string }>(201).id;
  const connections = await made("/v1/connections", { channel: "telegram", token: "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw" });
  const input = {
    channel: "telegram",
    from: { externalId: "1001" },
    text: "Hello",
    media: [{ url: "https://example.com/a.jpg", type: "image/jpeg" }],
  };
  const { message, contact, conversation } = (await post("/v1/messages", input)).is<Record<"message" | "contact" | "conversation", { id: string }>>(
    201,
  );
  const tags = await made("/v1/tags", { name: "regular" });
  await made("/v1/contacts", { name: "Carla Reyes", email: "carla@example.com" });
  const carla = { externalId: "v-carla", name: "Bea Luna", email: "carla@example.com", verified: ["email"] };
  (await post("/v1/messages", { channel: "web", from: carla, text: "Hi" })).is(201);
  (await post("/v1/messages", { channel: "web", from: carla, text: "I want to talk to a real person" })).is(201);
  const alerts = (await get("/v1/alerts")).is<{ data: { id: string }[] }>(200).data;
  const { data } = (await get("/v1/proposals")).is<{ data: { id: string }[] }>(200);
  (await post(`/v1/contacts/${contact.id}/tags`, { tagId: tags })).is(200);
  return {
    contacts: contact.id,
    messages: message.id,
    conversations: conversation.id,
    tags,
    notes: await made(`/v1/contacts/${contact.id}/notes`, { text: "A note" }),
    branches: await made("/v1/branches", { name: "Cebu" }),
    keys: await made("/v1/keys", { name: "website" }),
    connections,
    deliveries: await made(`/v1/conversations/${conversation.id}/messages`, { text: "Welcome" }),
    media: "0",
    imports: (await post("/v1/contacts/import", "Full name,E-mail\nDan Cruz,dan@example.com", { "content-type": "text/csv" })).is<{ id: string }>(201)
      .id,
    proposals: data[0]?.id ?? "",
    alerts: alerts[0]?.id ?? "",
    signals: await made("/v1/signals", { id: "words_of_our_own", name: "Words", type: "keyword", phrases: ["suite"], points: 5, category: "fit" }),
    "escalation-rules": await made("/v1/escalation-rules", { id: "call_of_our_own", name: "Suite", kind: "custom", keywords: ["suite"] }),
    plans: (await post("/v1/settings/plan", { settings: (await get("/v1/settings")).is<{ settings: object }>(200).settings })).is<{ id: string }>(200)
      .id,
    templates: await made("/v1/templates", { name: "Hello", texts: [{ language: "en", text: "Hello {{first_name|there}}" }] }),
    followups: await made("/v1/followups", { contactId: contact.id, dueAt: new Date().toISOString(), reason: "Ask how it went" }),
    staff: await made("/v1/staff", { name: "Maria Santos", email: "maria@example.com" }),
    workspaces: await made("/v1/workspaces", { botToken: "xoxb-1234567890-abcdefghij", signingSecret: "8f742231b10e8888abcd99" }),
    segments: await made("/v1/segments", { name: "VIPs", filter: { vip: true } }),
    operations: (await post("/v1/contacts/bulk", { ids: [contact.id], action: "owner", ownerId: null })).is<{ id: string }>(202).id,
  };
}

/** `/v1/contacts/{id}/tags/{tagId}` with the id of what each parameter stands behind. */
export function fill({ path }: Operation, ids: Ids): string {
  const known: Record<string, string> = ids;
  // Templates of settings belong to the product and go by the kind of business.
  return path
    .replace("{type}", "appointments")
    .replace(/([a-z-]+)\/\{\w+\}/g, (_whole, noun: string) => `${noun}/${known[noun] ?? `no-id-for-${noun}`}`);
}
