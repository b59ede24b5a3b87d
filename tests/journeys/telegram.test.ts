import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Customer, type Delivery, Desk } from "#tests/faults/desk.ts";
import type { Stage } from "#tests/faults/stage.ts";
import { eventually } from "#tests/support/eventually.ts";
import { setGreeting, telegramStage } from "./telegram-stage.ts";

describe.each(["polling", "webhook"] as const)("a bot by %s", (mode) => {
  let stage: Stage;
  let desk: Desk;
  let nextId = 2001;

  beforeAll(async () => {
    stage = await telegramStage(mode);
    desk = new Desk(stage);
  }, 120_000);
  afterAll(() => stage?.close());

  async function newCustomer(): Promise<Customer> {
    nextId += 1;
    const [customer] = await desk.meet(1, nextId);
    if (!customer) throw new Error("the customer has not become a contact");
    return customer;
  }

  const texts = async (customer: Customer) => (await desk.messages(customer)).map(({ text }) => text);
  const taken = async ({ chatId }: Customer) => (await stage.platform.accepted()).filter((message) => message.chatId === chatId);
  const read = (id: string) => stage.ask<Delivery>("GET", `/v1/deliveries/${id}`);
  const ended = (id: string) =>
    eventually(
      () => read(id),
      ({ state }) => !["queued", "claimed", "sending"].includes(state),
    );

  it("turns a customer's words into a contact, and carries the reply into the chat", async () => {
    const customer = await newCustomer();

    const { id } = await desk.reply(customer, "A double is ₱2,500 a night.", `${mode} first`);
    const sent = await ended(id);

    const [message] = await taken(customer);
    const contact = await stage.ask<Record<string, unknown>>("GET", `/v1/contacts/${customer.contactId}`);
    expect(contact).toMatchObject({ name: `Customer ${customer.chatId}`, source: "telegram", stage: expect.anything() });
    expect(sent).toMatchObject({ state: "sent", attempts: 1, providerId: `${customer.chatId}:${message?.messageId}` });
    expect(await desk.messages(customer)).toMatchObject([
      { id: sent.messageId, direction: "outbound", author: "staff", text: "A double is ₱2,500 a night." },
      { direction: "inbound", author: "customer", text: "Hello, how much is a room?" },
    ]);
  });

  it("takes what the platform tells five times as told once", async () => {
    const customer = await newCustomer();
    const chat = { id: Number(customer.chatId), type: "private" };
    const message = {
      message_id: 900_001,
      date: 1_790_000_000,
      text: "Five times the same",
      from: { ...chat, is_bot: false, first_name: "A" },
      chat,
    };

    for (let time = 0; time < 5; time += 1) await stage.platform.update({ update_id: 900_000_001, message });
    for (let time = 0; time < 5; time += 1) await stage.platform.update({ message });
    await stage.platform.settled();

    expect((await texts(customer)).filter((text) => text === "Five times the same")).toHaveLength(1);
  });

  it("follows a customer who edits a message", async () => {
    const customer = await newCustomer();
    const person = { id: Number(customer.chatId), is_bot: false, first_name: "A" };
    const message = { message_id: 900_002, date: 1_790_000_000, from: person, chat: { id: person.id, type: "private" } };

    await stage.platform.update({ message: { ...message, text: "Two nigths" } });
    await stage.platform.update({ edited_message: { ...message, text: "Two nights", edit_date: 1_790_000_009 } });
    await stage.platform.settled();

    expect(await texts(customer)).toContain("Two nights");
    expect(await texts(customer)).not.toContain("Two nigths");
  });

  it("skips a reply to a customer who has blocked the bot, and sends once they let it in again", async () => {
    const customer = await newCustomer();
    const user = { id: Number(customer.chatId) };

    await stage.platform.block(user);
    await stage.platform.settled();
    const skipped = await ended((await desk.reply(customer, "Are you there?", `${mode} blocked`)).id);
    await stage.platform.unblock(user);
    await stage.platform.settled();
    const sent = await ended((await desk.reply(customer, "Welcome back", `${mode} back`)).id);

    expect([skipped.state, skipped.reason, sent.state]).toEqual(["skipped", "blocked", "sent"]);
    expect((await taken(customer)).map(({ text }) => text)).toEqual(["Welcome back"]);
  });

  it("keeps the order of replies that come at once", async () => {
    const customer = await newCustomer();
    const numbers = Array.from({ length: 12 }, (_, index) => `Part ${index}`);

    for (const text of numbers) await desk.reply(customer, text, `${mode} ${text}`);
    await desk.settled();

    expect((await taken(customer)).map(({ text }) => text)).toEqual(numbers);
  });

  it("sends a picture by its address, and hands out what the customer sent", async () => {
    const customer = await newCustomer();
    const person = { id: Number(customer.chatId), is_bot: false, first_name: "A" };
    await stage.platform.file("photo-1", "bytes of a photo");
    const photo = [{ file_id: "photo-1", file_unique_id: "u1", width: 10, height: 10 }];
    await stage.platform.update({ message: { message_id: 900_003, date: 1, from: person, chat: { id: person.id, type: "private" }, photo } });
    await stage.platform.settled();

    const media = [{ url: "https://example.com/menu.jpg", type: "image/jpeg" }];
    const { id } = await stage.ask<Delivery>("POST", `/v1/conversations/${customer.conversationId}/messages`, { text: "The menu", media });
    await ended(id);
    const messages = await desk.messages(customer);
    const file = async (text: string) => stage.fetch(`/v1/messages/${messages.find((message) => message.text === text)?.id}/media/0`);
    const [theirs, ours] = [await file(""), await file("The menu")];

    expect(await taken(customer)).toMatchObject([{ method: "sendPhoto", file: "https://example.com/menu.jpg", text: "The menu" }]);
    expect([theirs.status, theirs.headers.get("content-type"), await theirs.text()]).toEqual([200, "image/jpeg", "bytes of a photo"]);
    expect([ours.status, ours.headers.get("location")]).toEqual([302, "https://example.com/menu.jpg"]);
  });

  it("after a restart hears what was said meanwhile, greets whom it did not know, once, and says when it is away", async () => {
    const old = await newCustomer();
    expect(await stage.end("SIGTERM")).toBe(0);
    await setGreeting(stage.dataDir, { text: "Welcome! We answer soon." });
    await stage.platform.say({ id: Number(old.chatId) }, "Said while you were away");
    await stage.start();

    await stage.platform.settled();
    const fresh = await newCustomer();
    await stage.platform.say({ id: Number(fresh.chatId) }, "Hello again");
    await stage.platform.settled();
    await desk.settled();

    expect(await texts(old)).toContain("Said while you were away");
    expect(await taken(old)).toEqual([]);
    expect((await taken(fresh)).map(({ text }) => text)).toEqual(["Welcome! We answer soon."]);
    expect((await desk.messages(fresh)).find(({ direction }) => direction === "outbound")).toMatchObject({ author: "bot" });

    await stage.end("SIGTERM");
    await setGreeting(stage.dataDir, { awayText: "We are closed.", hours: [] });
    await stage.start();
    const late = await newCustomer();
    await desk.settled();
    expect((await taken(late)).map(({ text }) => text)).toEqual(["We are closed."]);
  }, 90_000);
});
