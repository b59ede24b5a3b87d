import { describe, expect, it } from "vitest";
import type { ContactView } from "#api/views/contacts/contact.ts";
import type { MessageView } from "#api/views/messages/message.ts";
import { testApp } from "#tests/support/app.ts";

type Ingested = { message: MessageView; contact: ContactView; conversation: { id: string; messageCount: number } };

const said = (text: string, more: object = {}) => ({ channel: "web", from: { externalId: "v-1" }, text, ...more });

describe("POST /v1/messages", () => {
  it("makes a contact that is read, scored, staged and classified", async () => {
    const { post } = await testApp();

    const { message, contact, conversation } = (
      await post("/v1/messages", said("I want to book a room for two nights", { externalId: "m-1" }))
    ).is<Ingested>(201);

    expect(contact).toMatchObject({
      status: "qualified",
      stage: "closing",
      grade: "B",
      source: "chat_widget",
      channels: ["web"],
      messageCount: 1,
      tags: [],
    });
    expect(message).toMatchObject({
      contactId: contact.id,
      conversationId: conversation.id,
      direction: "inbound",
      author: "customer",
      reading: { analyst: "rules" },
    });
    expect(message.reading.intents).toContainEqual(expect.objectContaining({ intent: "booking_request" }));
  });

  it("counts the same message once, however often it comes", async () => {
    const { post, get } = await testApp();
    const input = said("Hello", { externalId: "m-1" });

    const answers = [await post("/v1/messages", input), ...(await Promise.all(Array.from({ length: 4 }, () => post("/v1/messages", input))))];

    expect(answers.map(({ status }) => status)).toEqual([201, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => (body as Ingested).message.id)).size).toBe(1);
    expect((await get("/v1/contacts")).is(200)).toMatchObject({ data: [{ messageCount: 1 }] });
  });

  it.each([
    ["whatsapp", ["639171234567", "+63 917 123 4567", "639171234567@c.us"]],
    ["email", ["ana@example.com", "Ana@Example.com"]],
  ])("makes one contact and one conversation of one address on %s, however it is spelled", async (channel, spellings) => {
    const { post } = await testApp();

    const told = [];
    for (const externalId of spellings) told.push((await post("/v1/messages", said("Hello", { channel, from: { externalId } }))).is<Ingested>(201));

    expect(new Set(told.map(({ contact }) => contact.id)).size).toBe(1);
    expect(told.at(-1)?.conversation.messageCount).toBe(spellings.length);
  });

  it("makes one contact and one conversation of fifty first messages at once", async () => {
    const { post, get } = await testApp();

    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => post("/v1/messages", said(`Hello ${i}`, { externalId: `m-${i}` }))));

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 201));
    const { data, total } = (await get("/v1/contacts?total=true")).is<{ data: ContactView[]; total: number }>(200);
    expect([total, data[0]?.messageCount]).toEqual([1, 50]);
    expect((await get(`/v1/contacts/${data[0]?.id}/conversations`)).is(200)).toMatchObject({ data: [{ messageCount: 50 }] });
    expect((await get(`/v1/contacts/${data[0]?.id}/messages?limit=200`)).is<{ data: unknown[] }>(200).data).toHaveLength(50);
  });

  it("takes our own words too, and a picture without words", async () => {
    const { post } = await testApp();
    const picture = { url: "https://example.com/room.jpg", type: "image/jpeg" };

    const outbound = (await post("/v1/messages", said("", { direction: "outbound", media: [picture] }))).is<Ingested>(201);

    expect(outbound.message).toMatchObject({ direction: "outbound", author: "bot", media: [picture], text: "" });
  });

  it.each([
    ["/text", said("")],
    ["/text", said("x".repeat(20_001))],
    ["/channel", { ...said("Hi"), channel: "pigeon" }],
    ["/from", { channel: "web", text: "Hi" }],
    ["/from/externalId", { channel: "web", from: { externalId: "" }, text: "Hi" }],
    ["/from/email", said("Hi", { from: { externalId: "v-1", email: "nobody" } })],
    ["/from/phone", said("Hi", { from: { externalId: "v-1", phone: "12" } })],
    ["/from/firstName", said("Hi", { from: { externalId: "v-1", firstName: "Ana" } })],
    ["/sentAt", said("Hi", { sentAt: "yesterday" })],
    ["/sentAt", said("Hi", { sentAt: new Date(Date.now() + 600_000).toISOString() })],
    ["/author", said("Hi", { author: "staff" })],
    ["/media/0/url", said("Hi", { media: [{ url: "file:///etc/passwd", type: "text/plain" }] })],
  ])("refuses a fault at %s, and names it", async (pointer, input) => {
    const { post, get } = await testApp();

    const problem = (await post("/v1/messages", input)).is<{ code: string; errors: { pointer: string }[] }>(422);

    expect(problem.code).toBe("invalid");
    expect(problem.errors.map((each) => each.pointer)).toContain(pointer);
    expect((await get("/v1/contacts?total=true")).is(200)).toMatchObject({ total: 0 });
  });
});

describe("POST /v1/messages/batch", () => {
  it("lets a bad item fail alone", async () => {
    const { post, get } = await testApp();
    const messages = [
      said("One", { externalId: "m-1" }),
      { text: "no channel" },
      said("nul \u0000"),
      said("One", { externalId: "m-1" }),
      "nonsense",
      said("Two"),
    ];

    const { results } = (await post("/v1/messages/batch", { messages })).is<{
      results: { status: number; problem?: { errors: { pointer: string }[] } }[];
    }>(200);

    expect(results.map(({ status }) => status)).toEqual([201, 422, 422, 200, 422, 201]);
    expect(results[1]?.problem?.errors.map(({ pointer }) => pointer)).toEqual(["/channel", "/from"]);
    expect(results[2]?.problem?.errors).toEqual([{ pointer: "/text", detail: "contains a NUL character" }]);
    expect((await get("/v1/contacts")).is(200)).toMatchObject({ data: [{ messageCount: 2 }] });
  });

  it("takes five hundred, and no more", async () => {
    const { post } = await testApp();
    const messages = Array.from({ length: 500 }, (_, i) => said(`Message ${i}`, { from: { externalId: `v-${i % 100}` } }));

    const { results } = (await post("/v1/messages/batch", { messages })).is<{ results: { status: number }[] }>(200);

    expect(results.filter(({ status }) => status === 201)).toHaveLength(500);
    (await post("/v1/messages/batch", { messages: [...messages, said("one more")] })).is(422);
  });
});

describe("/v1/messages/{id}", () => {
  it("reads, edits and takes back a message; what it earned goes with it", async () => {
    const { post, get, patch, delete: remove } = await testApp();
    const { message } = (await post("/v1/messages", said("I want to book a room"))).is<Ingested>(201);

    const edited = (await patch(`/v1/messages/${message.id}`, { text: "Good evening" })).is<Ingested>(200);
    expect(edited.message).toMatchObject({ text: "Good evening", editedAt: expect.any(String) });
    expect(edited.contact).toMatchObject({ status: "new", grade: "F" });
    expect((await get(`/v1/messages/${message.id}`)).is(200)).toEqual(edited.message);

    expect((await remove(`/v1/messages/${message.id}`)).is(200)).toMatchObject({ contact: { messageCount: 0 } });
    (await get(`/v1/messages/${message.id}`)).is(404);
  });

  it("is not left without words and media", async () => {
    const { post, patch } = await testApp();
    const media = [{ url: "https://example.com/photo.jpg", type: "image/jpeg" }];
    const words = (await post("/v1/messages", said("Hello"))).is<Ingested>(201).message;
    const picture = (await post("/v1/messages", said("Look", { media }))).is<Ingested>(201).message;

    for (const text of ["", "  "])
      expect((await patch(`/v1/messages/${words.id}`, { text })).is(422)).toMatchObject({ errors: [{ pointer: "/text" }] });
    expect((await patch(`/v1/messages/${picture.id}`, { text: "" })).is<Ingested>(200).message).toMatchObject({ text: "", media });
  });
});

describe("POST /v1/actions", () => {
  it("converts, and a cancellation of the same thing takes it back", async () => {
    const { post } = await testApp();
    const from = { channel: "web", externalId: "v-1" };
    const properties = { reference: "B-77" };

    const booked = (await post("/v1/actions", { from, action: "booking_confirmed", externalId: "b-1", properties })).is<{ contact: ContactView }>(
      201,
    );
    (await post("/v1/actions", { from, action: "booking_confirmed", externalId: "b-1", properties })).is(200);
    const cancelled = (await post("/v1/actions", { contactId: booked.contact.id, action: "booking_cancelled", properties })).is<{
      contact: ContactView;
    }>(201);

    expect(booked.contact).toMatchObject({ status: "converted", stage: "in_progress", grade: "A" });
    expect(cancelled.contact.status).not.toBe("converted");
  });

  it("fills the card with who did it, and links them by what is vouched for", async () => {
    const { post } = await testApp();
    const filled = {
      externalId: "lead-1",
      channel: "web",
      name: "María Peña",
      email: "Maria@Example.com",
      phone: "+63 917 111 2222",
      verified: ["phone"],
    };

    const { contact } = (await post("/v1/actions", { from: filled, action: "form_submitted" })).is<{ contact: ContactView }>(201);
    const wrote = (await post("/v1/messages", said("Hello", { channel: "whatsapp", from: { externalId: "639171112222" } }))).is<Ingested>(201);

    expect(contact).toMatchObject({ name: "María Peña", email: "maria@example.com", phone: "+639171112222" });
    expect(wrote.contact).toMatchObject({ id: contact.id, channels: ["web", "whatsapp"] });
  });

  it("takes the channel beside the customer too", async () => {
    const { post } = await testApp();

    (await post("/v1/actions", { channel: "web", from: { externalId: "v-1" }, action: "anything at all" })).is(201);
  });

  it.each([
    ["/contactId", { action: "form_submitted" }],
    ["/action", { contactId: "con_1", action: "" }],
    ["/from/channel", { from: { externalId: "v-1" }, action: "x" }],
    ["/properties", { contactId: "con_1", action: "x", properties: { deep: JSON.parse(`${"[".repeat(20)}${"]".repeat(20)}`) } }],
    ["/properties", { contactId: "con_1", action: "x", properties: { long: "x".repeat(20_000) } }],
  ])("refuses a fault at %s, and names it", async (pointer, input) => {
    const { post } = await testApp();

    const problem = (await post("/v1/actions", input)).is<{ errors: { pointer: string }[] }>(422);

    expect(problem.errors.map((each) => each.pointer)).toContain(pointer);
  });
});
