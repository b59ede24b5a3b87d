import { describe, expect, it } from "vitest";
import { testApp } from "#tests/support/app.ts";

const words = "I'm Ben Cruz, call me at +63 917 123 4567 or ben@example.com. I want to book a room now";

describe("words that are not the sender's are kept and shown, and count for nothing", () => {
  it.each<[string, object, object]>([
    ["forwarded", { text: words, forwarded: true }, { text: words, forwarded: true, quoted: null }],
    ["quoted beside", { text: "Ok", quoted: words }, { text: "Ok", forwarded: false, quoted: words }],
    ["quoted within", { text: `> ${words}\nOk` }, { text: `> ${words}\nOk`, forwarded: false }],
    ["a forwarded STOP", { text: "STOP", forwarded: true }, { text: "STOP", forwarded: true }],
    ["a quoted STOP", { text: "Ok", quoted: "STOP" }, { quoted: "STOP" }],
  ])("%s", async (_kind, more, shown) => {
    const { post, get } = await testApp();

    const { message, contact } = (await post("/v1/messages", { channel: "web", from: { externalId: "v-1" }, ...more })).is<{
      message: { id: string };
      contact: { id: string };
    }>(201);

    expect(message).toMatchObject({ ...shown, reading: { intents: [] } });
    expect(contact).toMatchObject({ name: null, email: null, phone: null, status: "new", stage: "inquiry", optedOut: false, messageCount: 1 });
    (await post(`/v1/contacts/${contact.id}/score-adjustments`, { points: 1, reason: "to fold again" })).is(201);
    // The point beside it is that of having written at all.
    expect((await get(`/v1/messages/${message.id}`)).is(200)).toMatchObject(shown);
    expect((await get(`/v1/contacts/${contact.id}`)).is(200)).toMatchObject({ status: "new", phone: null, score: 2 });
  });
});

it("an edit may change the files", async () => {
  const { post, patch } = await testApp();
  const media = [{ url: "https://example.com/a.jpg", type: "image/jpeg" }];
  const { message } = (await post("/v1/messages", { channel: "web", from: { externalId: "v-1" }, text: "Look" })).is<{ message: { id: string } }>(
    201,
  );

  expect((await patch(`/v1/messages/${message.id}`, { text: "Look", media })).is(200)).toMatchObject({ message: { text: "Look", media } });
  expect((await patch(`/v1/messages/${message.id}`, { text: "STOP" })).is(200)).toMatchObject({ message: { media }, contact: { optedOut: true } });
});
