import { hour } from "#core/rules/time.ts";
import { type Client, testApp } from "../app.ts";

export type FollowUp = {
  id: string;
  contactId: string;
  state: string;
  text: string;
  originalText: string;
  fingerprint: string;
  dueAt: string;
  kind: string;
};
export type Page = { data: FollowUp[]; nextCursor: string | null };

export const once = (key: string) => ({ "idempotency-key": key });
const token = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";

/** An agent with Telegram at Wednesday noon, and Ana, who has said hello. */
export async function desk() {
  let now = Date.parse("2026-03-04T12:00:00Z");
  const app = await testApp({ now: () => now });
  (await app.post("/v1/connections", { channel: "telegram", token })).is(201);
  const said = async (text: string, more: object = {}) =>
    (await app.post("/v1/messages", { channel: "telegram", from: { externalId: "1001", name: "Ana" }, text, ...more })).is<{
      contact: { id: string };
      conversation: { id: string };
    }>(201);
  const { contact, conversation } = await said("Hello");
  const remind = async (more: object = {}) =>
    (await app.post("/v1/followups", { contactId: contact.id, dueAt: new Date(now + hour).toISOString(), ...more })).is<FollowUp>(201);
  const pass = (ms: number) => {
    now += ms;
  };
  const iso = (ms = 0) => new Date(now + ms).toISOString();
  return { app, said, remind, pass, iso, contactId: contact.id, conversationId: conversation.id };
}

export const list = async ({ get }: Pick<Client, "get">, query = "") => (await get(`/v1/followups${query}`)).is<Page>(200).data;
