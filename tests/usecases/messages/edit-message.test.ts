import { describe, expect, it, onTestFinished } from "vitest";
import type { NewMessage } from "#core/model/inbound.ts";
import type { Context } from "#core/ports/context.ts";
import { receiveEvent } from "#core/usecases/connections/receive-event.ts";
import { openThread } from "#core/usecases/conversations/open-thread.ts";
import { openCore } from "#tests/support/context.ts";

const account = { channel: "telegram", account: "default" } as const;
const start = Date.parse("2026-03-04T10:00:00Z");

const message = (text: string, more: Partial<NewMessage> = {}): NewMessage & { externalId: string } => ({
  ...account,
  direction: "inbound",
  author: "customer",
  from: { externalId: "7" },
  text,
  media: [],
  sentAt: start,
  origin: "platform",
  ...more,
  externalId: more.externalId ?? "7:1",
});

type Person = {
  ctx: Context;
  says(text: string, more?: Partial<NewMessage>): Promise<void>;
  edits(text: string, more?: Partial<NewMessage>): Promise<void>;
};

async function person(): Promise<Person> {
  let now = start + 60_000;
  const core = await openCore(() => now);
  onTestFinished(() => core.close());
  const { ctx } = core;
  return {
    ctx,
    says: (text, more) => receiveEvent(ctx, account, { kind: "message", message: message(text, more) }),
    edits: (text, more) => {
      now += 60_000;
      return receiveEvent(ctx, account, { kind: "edited", message: message(text, more), at: now });
    },
  };
}

async function known(ctx: Context) {
  const { data } = await ctx.store.contacts.list({}, { by: "createdAt", descending: false }, { limit: 10, cursor: null });
  const [contact] = data;
  if (!contact) throw new Error("there is no contact");
  const [messages, consents, proposals, deliveries, outbox] = await Promise.all([
    ctx.store.messages.ofContact(contact.id, { limit: 10, cursor: null }),
    ctx.store.consents.ofContact(contact.id),
    ctx.store.proposals.list({}, { limit: 10, cursor: null }),
    ctx.store.deliveries.list({}, { limit: 10, cursor: null }),
    ctx.directory.outbox(50),
  ]);
  return { contact, messages: messages.data, consents, proposals: proposals.data, deliveries: deliveries.data, outbox };
}
type Known = Awaited<ReturnType<typeof known>>;

/** What words do, as they are seen afterwards. */
const effects: { effect: string; words: string; seen(found: Known): unknown; is: unknown }[] = [
  { effect: "opts out", words: "STOP", seen: ({ contact }) => contact.optedOut, is: true },
  {
    effect: "is a line of the ledger with its words",
    words: "Stop. Thank you",
    seen: ({ consents }) => consents.map(({ quote }) => quote),
    is: ["Stop. Thank you"],
  },
  {
    effect: "is confirmed once",
    words: "STOP",
    seen: ({ deliveries }) => deliveries.map(({ author, purpose }) => [author, purpose]),
    is: [["system", "reply"]],
  },
  {
    effect: "asks staff about a near miss",
    words: "please don't write me any more",
    seen: ({ proposals }) => proposals.map(({ kind }) => kind),
    is: ["consent"],
  },
  {
    effect: "is buying intent",
    words: "I want to book a room",
    seen: ({ contact }) => [contact.status, contact.stage],
    is: ["qualified", "closing"],
  },
  { effect: "has a tone", words: "This is terrible", seen: ({ contact }) => (contact.sentiment ?? 0) < 0, is: true },
  { effect: "gives details", words: "My name is Ana Cruz", seen: ({ contact }) => contact.name, is: "Ana Cruz" },
];

describe("words have the same effect in a new message, in an edit, and in an edit of a message that was never seen", () => {
  it.each(effects)("$effect", async ({ words, seen, is }) => {
    const [fresh, edited, unseen] = [await person(), await person(), await person()];

    await fresh.says(words);
    await edited.says("Hello");
    await edited.edits(words);
    await edited.edits(words);
    await unseen.edits(words);

    for (const { ctx } of [fresh, edited, unseen]) expect(seen(await known(ctx))).toEqual(is);
  });
});

it("opts in and out as often as it is edited, and says the same word once", async () => {
  const { ctx, says, edits } = await person();
  await says("STOP");

  for (const text of ["stop!", "START", "START", "Stop, see you at 5", "STOP"]) await edits(text);

  const { contact, consents, deliveries } = await known(ctx);
  expect(consents.map(({ decision }) => decision)).toEqual(["opt_out", "opt_in", "opt_out"]);
  expect(contact.optedOut).toBe(true);
  expect(deliveries).toHaveLength(3);
});

it("changes the files with the words, and the files alone", async () => {
  const { ctx, says, edits } = await person();
  const file = (name: string) => ({ media: [{ url: `telegram://file/${name}`, type: "image/jpeg" }] });
  await says("Look", file("A"));

  await edits("Look", file("B"));

  expect((await known(ctx)).messages).toMatchObject([{ text: "Look", ...file("B"), editedAt: start + 120_000 }]);
});

it("is shown in the thread, each time it changes", async () => {
  const { ctx, says, edits } = await person();
  await says("Hello");
  const { messages } = await known(ctx);
  await openThread(ctx, { id: messages[0]?.conversationId ?? "" });

  for (const text of ["Hello!", "Hello!", "Hello there"]) await edits(text);

  const posts = (await known(ctx)).outbox.filter(({ type }) => type === "thread.post");
  const [opening, ...changes] = posts.map(({ payload }) => payload);
  expect(opening).toEqual({ messageId: messages[0]?.id });
  expect(changes).toEqual([{ messageId: messages[0]?.id }, { messageId: messages[0]?.id }]);
});

it("that a platform repeats changes nothing", async () => {
  const { ctx, says, edits } = await person();
  await says("Hello");

  await edits("Hello");

  expect((await known(ctx)).messages).toMatchObject([{ text: "Hello", editedAt: null }]);
});
