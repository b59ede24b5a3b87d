import type { Client } from "../app.ts";
import { type Ids, oneOfEach } from "./one-of-each.ts";

/** At least two of everything that a list shows, of one agent; the ids are those of `oneOfEach`. */
export async function twoOfEach(client: Pick<Client, "post" | "get" | "put">): Promise<Ids> {
  const { post, get, put } = client;
  const made = async (path: string, body: object, status = 201) => (await post(path, body)).is<{ id: string }>(status).id;
  const ids = await oneOfEach(client);
  const of = `/v1/contacts/${ids.contacts}`;
  await made("/v1/connections", { channel: "telegram", account: "second", token: "110201544:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw" });
  await made("/v1/workspaces", { botToken: "xoxb-1234567890-abcdefghijk", signingSecret: "8f742231b10e8888abcd98" });
  for (const [path, body] of [
    ["/v1/tags", { name: "wholesale" }],
    ["/v1/branches", { name: "Davao" }],
    ["/v1/keys", { name: "shop" }],
    ["/v1/segments", { name: "At risk", filter: { atRisk: true } }],
    ["/v1/templates", { name: "Bye", texts: [{ language: "en", text: "Goodbye" }] }],
    ["/v1/staff", { name: "Jo Lim", email: "jo@example.com" }],
    ["/v1/signals", { id: "more_words", name: "More", type: "keyword", phrases: ["suite"], points: 5, category: "fit" }],
    ["/v1/signals", { id: "most_words", name: "Most", type: "keyword", phrases: ["suite"], points: 5, category: "fit" }],
    ["/v1/escalation-rules", { id: "more_calls", name: "More", kind: "custom", keywords: ["suite"] }],
    ["/v1/credits", { amount: 5 }],
    ["/v1/credits", { amount: 7 }],
    [`${of}/notes`, { text: "Another note" }],
    [`/v1/conversations/${ids.conversations}/notes`, { text: "A note" }],
    [`/v1/conversations/${ids.conversations}/notes`, { text: "Another note" }],
    [`${of}/consents`, { decision: "opt_out" }],
    [`${of}/consents`, { decision: "opt_in" }],
    [`/v1/conversations/${ids.conversations}/messages`, { text: "Welcome again" }],
    ["/v1/followups", { contactId: ids.contacts, dueAt: new Date().toISOString(), reason: "Ask again" }],
  ] as const) {
    (await post(path, body)).is(201);
  }
  const imports = (
    await post("/v1/contacts/import", "Full name,E-mail\nEve Go,eve@example.com\nFay Ty,fay@example.com", { "content-type": "text/csv" })
  ).is<{ id: string }>(201).id;
  (await post("/v1/contacts/bulk", { ids: [ids.contacts], action: "owner", ownerId: null })).is(202);
  await proposal(client, "gil@example.com");
  (await post("/v1/messages", { channel: "telegram", from: { externalId: "1001" }, text: "Is anybody there?" })).is(201);
  (await post("/v1/messages", { channel: "web", from: { externalId: "v-angry" }, text: "I want to talk to a real person" })).is(201);
  for (const externalId of ["v-c", "v-d"]) (await post("/v1/messages", { channel: "web", from: { externalId }, text: "Hello" })).is(201);
  for (const externalId of ["v-a", "v-b"]) {
    const written = (await post("/v1/messages", { channel: "web", from: { externalId }, text: "Hi" })).is<{ contact: { id: string } }>(201);
    (await post(`${of}/merge`, { otherId: written.contact.id, override: true })).is(200);
  }
  const { version, settings } = (await get("/v1/settings")).is<{ version: number; settings: { status: object } }>(200);
  const status = { ...settings.status, activeMinMessages: 1 };
  const plans = (await post("/v1/settings/plan", { settings: { ...settings, status } })).is<{ id: string }>(200).id;
  (await put("/v1/settings", { version, settings: { ...settings, timeZone: "Asia/Tokyo" } })).is(200);
  return { ...ids, imports, plans };
}

/** A contact that was typed in and a visitor with the same address: one proposal to merge. */
async function proposal({ post }: Pick<Client, "post">, email: string): Promise<void> {
  (await post("/v1/contacts", { name: "Gil Tan", email })).is(201);
  (await post("/v1/messages", { channel: "web", from: { externalId: email, name: "G. Tan", email, verified: ["email"] }, text: "Hi" })).is(201);
}
