import { describe, expect, it, onTestFinished } from "vitest";
import type { NewMessage } from "#core/model/inbound.ts";
import type { Context } from "#core/ports/context.ts";
import { receiveEvent } from "#core/usecases/connections/receive-event.ts";
import { deleteContacts } from "#core/usecases/contacts/delete-contacts.ts";
import { ingestBatch } from "#core/usecases/messages/ingest-batch.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { retractMessage } from "#core/usecases/messages/retract-message.ts";
import { testApp } from "#tests/support/app.ts";
import { openCore } from "#tests/support/context.ts";

const account = { channel: "telegram", account: "default" } as const;
const start = Date.parse("2026-03-04T10:00:00Z");

const message = (text: string, externalId: string, more: Partial<NewMessage> = {}): NewMessage & { externalId: string } => ({
  ...account,
  direction: "inbound",
  author: "customer",
  from: { externalId: "7", name: "Ana" },
  text,
  media: [],
  sentAt: start,
  origin: "platform",
  ...more,
  externalId,
});

async function opened(): Promise<Context> {
  const core = await openCore(() => start + 60_000);
  onTestFinished(() => core.close());
  return core.ctx;
}

async function everybody(ctx: Context) {
  const { data } = await ctx.store.contacts.list({}, { by: "createdAt", descending: false }, { limit: 10, cursor: null });
  return Promise.all(
    data.map(async ({ id, messageCount, optedOut }) => {
      const messages = await ctx.store.messages.ofContact(id, { limit: 10, cursor: null });
      return { messageCount, optedOut, texts: messages.data.map(({ text }) => text) };
    }),
  );
}

const receive = (ctx: Context, ...said: Parameters<typeof message>) => receiveEvent(ctx, account, { kind: "message", message: message(...said) });
const takeBack = (ctx: Context, externalId: string) => receiveEvent(ctx, account, { kind: "retracted", externalId, at: start });

/** Ways in which a message that was taken back can come again. */
const ways: [string, (ctx: Context) => Promise<unknown>][] = [
  ["as the platform repeats it", (ctx) => receive(ctx, "STOP", "7:2")],
  ["with other words", (ctx) => receive(ctx, "Book me a room", "7:2")],
  ["as an edit", (ctx) => receiveEvent(ctx, account, { kind: "edited", message: message("STOP", "7:2"), at: start + 1 })],
  ["in a batch", (ctx) => ingestBatch(ctx, [message("STOP", "7:2", { origin: "api" }), message("STOP", "7:2")])],
  ["one by one, by the API", (ctx) => ingestMessage(ctx, message("STOP", "7:2", { origin: "api" })).catch((error: Error) => error)],
  ["from another sender", (ctx) => receive(ctx, "STOP", "7:2", { from: { externalId: "8" } })],
  ["taken back once more", (ctx) => takeBack(ctx, "7:2")],
];

describe("a message that was taken back does not come again", () => {
  it.each(ways)("%s", async (_way, again) => {
    const ctx = await opened();
    await receive(ctx, "Hello", "7:1");
    await receive(ctx, "STOP", "7:2");
    await takeBack(ctx, "7:2");
    const before = await everybody(ctx);

    await again(ctx);

    expect(before).toMatchObject([{ messageCount: 1, texts: ["Hello"] }]);
    expect(await everybody(ctx)).toEqual(before);
  });

  it.each(ways)("nor when it was taken back before it came: %s", async (_way, again) => {
    const ctx = await opened();
    await receive(ctx, "Hello", "7:1");
    await takeBack(ctx, "7:2");
    const before = await everybody(ctx);

    await again(ctx);

    expect(await everybody(ctx)).toEqual(before);
  });

  it.each(ways)("nor after its sender was deleted: %s", async (_way, again) => {
    const ctx = await opened();
    const { message: said, contact } = await ingestMessage(ctx, message("STOP", "7:2"));
    await retractMessage(ctx, { id: said.id });
    await deleteContacts(ctx, { ids: [contact.id] });

    await again(ctx);

    expect(await everybody(ctx)).toEqual([]);
  });
});

describe("of a message that was taken back", () => {
  it("only that one stays away: not the next, and not the same id on another account or channel", async () => {
    const ctx = await opened();
    await receive(ctx, "One", "7:2");
    await takeBack(ctx, "7:2");

    await receive(ctx, "Two", "7:3");
    await ingestMessage(ctx, message("Three", "7:2", { account: "second" }));
    await ingestMessage(ctx, message("Four", "7:2", { channel: "whatsapp" }));

    expect((await everybody(ctx)).flatMap(({ texts }) => texts).toSorted()).toEqual(["Four", "Three", "Two"]);
  });

  it("nothing readable is kept", async () => {
    const ctx = await opened();
    await receive(ctx, "One", "5551002003:2");
    await takeBack(ctx, "5551002003:2");

    const hash = ctx.keyedHash(`message ${JSON.stringify(["telegram", "default", "5551002003:2"])}`);
    expect(await ctx.store.ingest.retracted([hash])).toEqual([hash]);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("over HTTP a message that was taken back", () => {
  const said = { channel: "telegram", from: { externalId: "5" }, text: "My number is 0917 123 4567", externalId: "5:1" };

  it("is gone, alone and in a batch, and the others of the batch are stored", async () => {
    const { post, delete: remove, get } = await testApp();
    const { message: stored } = (await post("/v1/messages", said)).is<{ message: { id: string } }>(201);
    (await remove(`/v1/messages/${stored.id}`)).is(200);

    const alone = (await post("/v1/messages", said)).is<{ code: string; detail: string }>(410);
    const batch = (await post("/v1/messages/batch", { messages: [said, { ...said, externalId: "5:2", text: "Hi" }] })).is<{
      results: { status: number; problem?: { code: string } }[];
    }>(200);

    expect(alone).toMatchObject({ code: "gone", detail: expect.stringContaining("taken back") });
    expect(batch.results.map(({ status, problem }) => [status, problem?.code])).toEqual([
      [410, "gone"],
      [201, undefined],
    ]);
    const { data } = (await get("/v1/contacts")).is<{ data: { phone: string | null; messageCount: number }[] }>(200);
    expect(data).toMatchObject([{ phone: null, messageCount: 1 }]);
  });
});
