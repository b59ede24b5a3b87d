import { describe, expect, it, onTestFinished } from "vitest";
import type { Context } from "#core/ports/context.ts";
import type { ContactStore } from "#core/ports/store.ts";
import { openThread } from "#core/usecases/conversations/open-thread.ts";
import { reviewConversations } from "#core/usecases/conversations/review-conversations.ts";
import { takeOver } from "#core/usecases/conversations/take-over.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { openCore } from "#tests/support/context.ts";

const start = Date.parse("2026-03-04T10:00:00Z");

/** Contacts that `meanwhile` happens around the first reading of, before or after it. */
function interrupted(ctx: Context, when: "before" | "after", meanwhile: () => Promise<unknown>): Context {
  let isDone = false;
  const once = async () => {
    if (isDone) return;
    isDone = true;
    await meanwhile();
  };
  const around = async <T>(read: () => Promise<T>): Promise<T> => {
    if (when === "before") await once();
    const found = await read();
    if (when === "after") await once();
    return found;
  };
  const contacts: ContactStore = {
    ...ctx.store.contacts,
    find: (id) => around(() => ctx.store.contacts.find(id)),
    findMany: (ids) => around(() => ctx.store.contacts.findMany(ids)),
  };
  return { ...ctx, store: { ...ctx.store, contacts } };
}

describe.each(["before", "after"] as const)("a takeover %s the contact is read", (when) => {
  it.each<[string, (ctx: Context, id: string) => Promise<unknown>]>([
    ["a review by time", (ctx) => reviewConversations(ctx, { limit: 10 })],
    ["the opening of a thread", (ctx, id) => openThread(ctx, { id })],
  ])("stands after %s", async (_, act) => {
    let now = start;
    const core = await openCore(() => now);
    onTestFinished(() => core.close());
    const { ctx } = core;
    const common = { channel: "telegram", account: "default", direction: "inbound", author: "customer", origin: "api" } as const;
    const { conversation } = await ingestMessage(ctx, {
      ...common,
      media: [],
      from: { externalId: "7", name: "Ana" },
      text: "Do you have parking?",
      sentAt: null,
      externalId: null,
    });
    now += 31 * 60_000;

    await act(
      interrupted(ctx, when, () => takeOver(ctx, { id: conversation.id })),
      conversation.id,
    );

    expect(await ctx.store.conversations.find(conversation.id)).toMatchObject({ state: "taken_over", takenOverBy: "test" });
  });
});
