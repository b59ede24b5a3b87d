import { describe, expect, it, onTestFinished } from "vitest";
import type { NewMessage } from "#core/model/inbound.ts";
import type { Context } from "#core/ports/context.ts";
import { decideConversation } from "#core/usecases/conversations/decide-conversation.ts";
import { listConversations } from "#core/usecases/conversations/list-conversations.ts";
import { release, takeOver } from "#core/usecases/conversations/take-over.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { retractMessage } from "#core/usecases/messages/retract-message.ts";
import { openCore } from "#tests/support/context.ts";

const start = Date.parse("2026-03-04T10:00:00Z");
const minute = 60_000;

async function opened() {
  const clock = { now: start };
  const core = await openCore(() => clock.now);
  onTestFinished(() => core.close());
  const { ctx } = core;
  let count = 0;
  const say = async (who: string, text: string, more: Partial<NewMessage> = {}) => {
    clock.now += minute;
    count += 1;
    const common = { channel: "telegram", account: "default", direction: "inbound", author: "customer", origin: "api" } as const;
    return ingestMessage(ctx, { ...common, media: [], from: { externalId: who, name: who }, text, sentAt: null, externalId: `m${count}`, ...more });
  };
  return { ctx, clock, say };
}

const ours = { direction: "outbound", author: "staff" } as const;

async function inbox(ctx: Context, state?: "waiting" | "answered" | "taken_over" | "done") {
  const filter = state ? { state: [state] } : {};
  const { data } = await listConversations(ctx, { filter, sort: { by: "lastMessageAt", descending: false }, page: { limit: 50, cursor: null } });
  return data.map(({ contact, conversation }) => `${contact?.name} ${conversation.state}`);
}

describe("whose turn it is", () => {
  it("follows what is said, and what staff say", async () => {
    const { ctx, say } = await opened();
    const asked = await say("Ana", "Are you open on Sunday?");
    expect(asked.conversation).toMatchObject({ state: "waiting", waitingSince: asked.message.sentAt, waitingBecause: "question" });
    expect(asked.contact.awaitingReply).toBe(true);

    const told = await say("Ana", "Yes, from nine to five", ours);
    expect([told.conversation.state, told.conversation.waitingSince, told.contact.awaitingReply]).toEqual(["answered", null, false]);

    const thanked = await say("Ana", "ok thanks 👍");
    expect(thanked.conversation.state).toBe("done");

    const again = await say("Ana", "And on Monday?");
    expect(again.conversation).toMatchObject({ state: "waiting", doneAt: null, waitingMessageId: again.message.id });

    const { id } = again.conversation;
    expect(await decideConversation(ctx, { id, decision: "done" })).toMatchObject({ state: "done", waitingSince: null });
    expect((await ctx.store.contacts.find(again.contact.id))?.awaitingReply).toBe(false);
    expect(await decideConversation(ctx, { id, decision: "open" })).toMatchObject({ state: "waiting", waitingSince: again.message.sentAt });
    expect(await takeOver(ctx, { id })).toMatchObject({ state: "taken_over", waitingSince: again.message.sentAt });
    expect(await release(ctx, { id })).toMatchObject({ state: "waiting" });
  });

  it.each([
    ["a voice note", "", [{ url: "https://files.example/voice", type: "audio/ogg" }], "voice_note"],
    ["a picture", "", [{ url: "https://files.example/photo", type: "image/jpeg" }], "picture"],
    ["a complaint", "The food was cold and nobody helped us", [], "complaint"],
    ["somebody who wants a person", "I want to talk to a real person", [], "human_request"],
  ])("%s waits", async (_, text, media, because) => {
    const { say } = await opened();
    const { conversation } = await say("Ben", text, { media });

    expect([conversation.state, conversation.waitingBecause]).toEqual(["waiting", because]);
  });

  it("is the same after a message was taken back, and comes with it to whoever reads later", async () => {
    const { ctx, say } = await opened();
    await say("Ana", "Hello!");
    await say("Ana", "Hi, how can I help?", ours);
    const { message, conversation } = await say("Ana", "Do you have parking?");
    await retractMessage(ctx, { id: message.id });

    expect((await ctx.store.conversations.find(conversation.id))?.state).not.toBe("waiting");
  });
});

describe("the inbox", () => {
  it("lists and counts by state, branch, channel and who looks after it", async () => {
    const { ctx, say } = await opened();
    for (const who of ["Ana", "Ben", "Cai"]) await say(who, "How much is it?");
    const { conversation } = await say("Ben", "Twenty", ours);
    await say("Dora", "Do you deliver?", { channel: "web" });
    await takeOver(ctx, { id: conversation.id });

    expect(await inbox(ctx)).toEqual(["Ana waiting", "Cai waiting", "Ben taken_over", "Dora waiting"]);
    expect(await inbox(ctx, "waiting")).toEqual(["Ana waiting", "Cai waiting", "Dora waiting"]);
    expect(await ctx.store.conversations.counts({})).toEqual({ waiting: 3, answered: 0, taken_over: 1, done: 0 });
    expect(await ctx.store.conversations.counts({ channel: ["web"] })).toEqual({ waiting: 1, answered: 0, taken_over: 0, done: 0 });
    expect(await ctx.store.conversations.counts({ assignee: ["stf_1"] })).toEqual({ waiting: 0, answered: 0, taken_over: 0, done: 0 });
  });

  it("pages from the longest wait on without leaving anybody out", async () => {
    const { ctx, say } = await opened();
    const names = Array.from({ length: 23 }, (_, i) => `P${i}`);
    for (const name of names) await say(name, "Is anybody there?");
    const seen: (string | null | undefined)[] = [];
    for (const by of ["waitingSince", "lastMessageAt"] as const) {
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof listConversations>> = await listConversations(ctx, {
          filter: {},
          sort: { by, descending: by === "lastMessageAt" },
          page: { limit: 5, cursor },
        });
        seen.push(...page.data.map(({ contact }) => contact?.name));
        cursor = page.nextCursor;
      } while (cursor !== null);
    }

    expect(seen).toEqual([...names, ...names.toReversed()]);
  });

  it("counts what is there after everything was deleted", async () => {
    const { ctx, say } = await opened();
    const { contact } = await say("Ana", "How much is it?");
    await say("Ben", "How much is it?");
    await ctx.store.contacts.erase([contact.id]);

    expect(await ctx.store.conversations.counts({})).toEqual({ waiting: 1, answered: 0, taken_over: 0, done: 0 });
  });
});
