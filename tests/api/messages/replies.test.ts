import { expect, it } from "vitest";
import { rules } from "#bots/channels/telegram/rules.ts";
import { type TestApp, testApp } from "#tests/support/app.ts";

const picture = { url: "https://example.com/a.jpg", type: "image/jpeg" };

async function withTelegram(): Promise<{ app: TestApp; conversationId: string }> {
  const app = await testApp();
  (await app.post("/v1/connections", { channel: "telegram", token: "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw" })).is(201);
  const stored = (await app.post("/v1/messages", { channel: "telegram", from: { externalId: "4711" }, text: "Hi" })).is<{
    message: { conversationId: string };
  }>(201);
  return { app, conversationId: stored.message.conversationId };
}

it.each<[string, { text?: string; media: { url: string; type: string }[] }, string]>([
  ["a kind of file that the channel does not take", { media: [{ ...picture, type: "image/webp" }] }, "/media/0/type"],
  ["a text that is too long beside a file", { text: "a".repeat(1025), media: [picture] }, "/text"],
])("refuses %s before anything is sent, and names the field", async (_, reply, pointer) => {
  const { app, conversationId } = await withTelegram();

  const problem = (await app.post(`/v1/conversations/${conversationId}/messages`, reply)).is<{ errors: { pointer: string }[] }>(422);

  expect(problem.errors).toMatchObject([{ pointer }]);
  expect((await app.get("/v1/deliveries")).is(200)).toMatchObject({ data: [] });
});

it("takes a file and a text that the channel takes", async () => {
  const { app, conversationId } = await withTelegram();

  (await app.post(`/v1/conversations/${conversationId}/messages`, { text: "a".repeat(1024), media: [picture] })).is(201);

  expect((await app.get("/v1/deliveries")).is(200)).toMatchObject({ data: [{ state: "queued" }] });
});

it("shows with a connection what its platform lets us do", async () => {
  const { app } = await withTelegram();
  const { receipts, media, text, windowHours, firstContact } = rules;

  const list = (await app.get("/v1/connections")).is(200);

  expect(list).toMatchObject({ data: [{ capabilities: { receipts, media, text, windowHours, firstContact } }] });
});
