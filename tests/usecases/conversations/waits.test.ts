import { describe, expect, it, onTestFinished } from "vitest";
import type { NewMessage } from "#core/model/inbound.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { sweepContacts } from "#core/usecases/contacts/sweep-contacts.ts";
import { decideConversation } from "#core/usecases/conversations/decide-conversation.ts";
import { mergeContacts } from "#core/usecases/merges/merge-contacts.ts";
import { unmergeContacts } from "#core/usecases/merges/unmerge-contacts.ts";
import { editMessage } from "#core/usecases/messages/edit-message.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { retractMessage } from "#core/usecases/messages/retract-message.ts";
import { openCore } from "#tests/support/context.ts";

const start = Date.parse("2026-03-04T10:00:00Z");
const minute = 60_000;

/** Every message comes a minute after what was said before it. */
async function opened() {
  const clock = { now: start };
  const core = await openCore(() => clock.now);
  onTestFinished(() => core.close());
  const { ctx } = core;
  const say = async (who: string, text: string, author: "customer" | "bot" | "staff" = "customer", more: Partial<NewMessage> = {}) => {
    clock.now += minute;
    const common = { channel: "telegram", account: "default", sentAt: null, origin: "api" } as const;
    const direction = author === "customer" ? "inbound" : "outbound";
    return ingestMessage(ctx, {
      ...common,
      media: [],
      direction,
      author,
      from: { externalId: who, name: who },
      text,
      externalId: `m${clock.now}`,
      ...more,
    });
  };
  /** Each as who ended it, after how many minutes, and whether it was the first. */
  const waits = async (id: string) => {
    const rows = (await ctx.store.contacts.waits(id)).toSorted((a, b) => a.endedAt - b.endedAt);
    return rows.map(({ endedBy, since, endedAt, isFirst }) => [endedBy, (endedAt - since) / minute, isFirst]);
  };
  return { ctx, clock, say, waits };
}

describe("the waits of a customer", () => {
  it.each<[string, [string, "customer" | "bot" | "staff"][], [string, number, boolean][]]>([
    [
      "an answer of the bot",
      [
        ["Are you open on Sunday?", "customer"],
        ["Yes, from nine to five", "bot"],
      ],
      [["bot", 1, true]],
    ],
    [
      "an answer of staff, counted from the first words that waited",
      [
        ["Hello", "customer"],
        ["Are you open on Sunday?", "customer"],
        ["Yes, from nine to five", "staff"],
      ],
      [["staff", 2, true]],
    ],
    [
      "words of the customer's own",
      [
        ["How much is it?", "customer"],
        ["Never mind, no thanks", "customer"],
      ],
      [["customer", 1, true]],
    ],
    [
      "a second answer, which is not the first",
      [
        ["How much is it?", "customer"],
        ["Twenty", "bot"],
        ["And how long does it take?", "customer"],
        ["An hour", "staff"],
      ],
      [
        ["bot", 1, true],
        ["staff", 1, false],
      ],
    ],
    ["nothing yet", [["How much is it?", "customer"]], []],
  ])("end with %s", async (_, said, expected) => {
    const { say, waits } = await opened();
    const told = [];
    for (const [text, author] of said) told.push(await say("Ana", text, author));

    expect(await waits(told[0]?.contact.id ?? "")).toEqual(expected);
  });

  it("end when staff call the conversation done, and go on when they open it again", async () => {
    const { ctx, clock, say, waits } = await opened();
    const { contact, conversation } = await say("Ana", "How much is it?");
    clock.now += 4 * minute;
    await decideConversation(ctx, { id: conversation.id, decision: "done" });
    expect(await waits(contact.id)).toEqual([["done", 4, true]]);

    await decideConversation(ctx, { id: conversation.id, decision: "open" });
    expect(await waits(contact.id)).toEqual([]);

    await say("Ana", "Twenty", "staff");
    expect(await waits(contact.id)).toEqual([["staff", 5, true]]);
  });

  it("are those of the messages that are there: after an edit, a deletion, and one that comes late", async () => {
    const { ctx, clock, say, waits } = await opened();
    const { contact, message } = await say("Ana", "How much is it?");
    const answer = await say("Ana", "Twenty", "staff");
    expect(await waits(contact.id)).toEqual([["staff", 1, true]]);

    await editMessage(ctx, { id: message.id, text: "ok", origin: "api" });
    expect(await waits(contact.id)).toEqual([]);
    await editMessage(ctx, { id: message.id, text: "How much is it?", origin: "api" });
    await retractMessage(ctx, { id: answer.message.id });
    expect(await waits(contact.id)).toEqual([]);

    await say("Ana", "Twenty", "bot", { sentAt: clock.now - minute / 2 });
    expect(await waits(contact.id)).toEqual([["bot", 0.5, true]]);
  });

  it("follow their people into a merge and back, and go with them", async () => {
    const { ctx, say, waits } = await opened();
    const ana = await say("Ana", "How much is it?");
    await say("Ana", "Twenty", "bot");
    const ben = await say("Ben", "Do you deliver?");
    await say("Ben", "We do", "staff");
    const ids = { id: ana.contact.id, otherId: ben.contact.id };

    await mergeContacts(ctx, { fromId: ids.otherId, intoId: ids.id, cause: { kind: "staff", ref: null }, override: true });
    expect([await waits(ids.id), await waits(ids.otherId)]).toEqual([
      [
        ["bot", 1, true],
        ["staff", 1, true],
      ],
      [],
    ]);

    await unmergeContacts(ctx, ids);
    expect([await waits(ids.id), await waits(ids.otherId)]).toEqual([[["bot", 1, true]], [["staff", 1, true]]]);

    await ctx.store.contacts.erase([ids.id]);
    expect([await waits(ids.id), await waits(ids.otherId)]).toEqual([[], [["staff", 1, true]]]);
  });

  it("come for what was said under earlier rules", async () => {
    const { ctx, say, waits } = await opened();
    const { contact } = await say("Ana", "How much is it?");
    await say("Ana", "Twenty", "bot");
    const [held] = await ctx.store.contacts.findMany([contact.id]);
    if (!held) throw new Error("the contact is missing");
    await ctx.store.commit(new ChangeSet().remove("waits", { contactId: contact.id }).updateContact(held, { ...held, rulesVersion: 1 }));

    await sweepContacts(ctx, { limit: 10 });

    expect(await waits(contact.id)).toEqual([["bot", 1, true]]);
  });
});
