import { describe, expect, it } from "vitest";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { hour } from "#core/rules/time.ts";
import { mergeContacts } from "#core/usecases/merges/merge-contacts.ts";
import { unmergeContacts } from "#core/usecases/merges/unmerge-contacts.ts";
import { threeChats } from "#tests/support/races/three-chats.ts";

const email = "ana@example.com";

/** Ana writes to three bots of the business, which know her by her address; twenty messages to her are on their way. */
async function twentyOnTheirWay() {
  const desk = await threeChats();
  const written = [
    await desk.says("north", "Hello", { email }),
    await desk.says("south", "Hello", { email }),
    await desk.says("west", "Hello", { email }),
  ];
  const [first, second, third] = written;
  if (!first || !second || !third) throw new Error("nobody has written");
  await desk.queue({ followUps: 4, marketing: 2 }, written);
  await desk.queue({ followUps: 1, marketing: 1 }, [third]);
  expect(new Set(written.map(({ contact }) => contact.id)).size).toBe(1);
  return { ...desk, id: first.contact.id };
}

const unasked = <T extends { purpose: string }>(all: readonly T[]) => all.filter(({ purpose }) => purpose !== "reply");

/** The same context, and every change set that it keeps. */
function recorded(ctx: Context): { ctx: Context; kept: ChangeSet[] } {
  const kept: ChangeSet[] = [];
  const commit = async (changes: ChangeSet) => {
    await ctx.store.commit(changes);
    kept.push(changes);
  };
  return { ctx: { ...ctx, store: { ...ctx.store, commit } }, kept };
}

describe("STOP in one of three conversations", () => {
  it("stops all twenty in its own commit, is confirmed once, and nothing goes out", async () => {
    const { ctx, says, deliveries, followUps, pass, sendAll, sent } = await twentyOnTheirWay();
    const { ctx: on, kept } = recorded(ctx);

    await says("south", "STOP", { on });

    const [commit, ...others] = kept;
    expect(others).toEqual([]);
    expect(commit?.inserts.consents).toHaveLength(1);
    expect(commit?.moves.map(({ delivery }) => [delivery.state, delivery.reason])).toEqual(
      Array.from({ length: 20 }, () => ["skipped", "opted_out"]),
    );
    expect(commit?.followUps.map(({ after }) => [after.state, after.endedBecause])).toEqual(
      Array.from({ length: 13 }, () => ["withdrawn", "opted_out"]),
    );
    expect(unasked(await deliveries()).map(({ state }) => state)).toEqual(Array.from({ length: 20 }, () => "skipped"));

    pass(2 * hour);
    await sendAll();
    await says("west", "Stop");
    await sendAll();
    expect(sent).toEqual([{ chat: "south", text: expect.stringContaining("START") }]);
    expect(new Set((await followUps()).map(({ state }) => state))).toEqual(new Set(["withdrawn"]));
  });

  it.each([1, 5, 12])("while all of them are being sent, after %i: what had not left does not leave, and all is accounted for", async (count) => {
    const { says, deliveries, followUps, pass, sendAll, sent, onSend } = await twentyOnTheirWay();
    pass(2 * hour);
    const stopping = new Promise<DeliveryRecord[]>((resolve, reject) => {
      onSend((nth) => void (nth === count && says("north", "STOP").then(deliveries).then(resolve, reject)));
    });

    await Promise.all([sendAll(), stopping]);
    const stopped = await stopping;
    await sendAll();

    // With the commit nothing is left that could still go: only what is with the platform ends as it ends.
    expect(unasked(stopped).filter(({ state }) => state === "queued" || state === "claimed")).toEqual([]);
    const after = unasked(await deliveries());
    const gone = after.filter(({ state }) => state === "sent");
    expect(gone.length).toBeGreaterThanOrEqual(count);
    expect(after.filter(({ state }) => state === "skipped")).toHaveLength(20 - gone.length);
    expect(sent.filter(({ text }) => !text.includes("START"))).toHaveLength(gone.length);
    expect(sent.filter(({ text }) => text.includes("START"))).toHaveLength(1);
    const open = (await followUps()).filter(({ state }) => state !== "withdrawn" && state !== "opted_out");
    expect(open.every(({ sentAt }) => sentAt !== null)).toBe(true);
  });

  it("said to two processes at once, in two conversations: one confirmation", async () => {
    const { ctx, id, says, elsewhere, deliveries, sendAll, sent } = await twentyOnTheirWay();
    const other = elsewhere();

    await Promise.all([says("north", "STOP"), says("south", "STOP", { on: other }), says("west", "STOP"), says("west", "Hello", { on: other })]);
    await sendAll();

    expect(unasked(await deliveries()).every(({ state }) => state === "skipped")).toBe(true);
    expect(sent).toHaveLength(1);
    expect((await ctx.store.consents.ofContact(id)).map(({ decision }) => decision)).toEqual(["opt_out", "opt_out", "opt_out"]);
  });

  it("is undone by START: a line of its own, the one before stands, and what is queued from then on goes", async () => {
    const { ctx, id, says, queue, pass, sendAll, sent } = await twentyOnTheirWay();
    await says("south", "STOP");
    const before = await ctx.store.consents.ofContact(id);
    pass(hour);
    const started = await says("north", "START");
    await sendAll();
    await queue({ followUps: 2, marketing: 1 }, [started]);
    pass(2 * hour);
    await sendAll();

    const after = await ctx.store.consents.ofContact(id);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.map(({ decision, source, quote }) => [decision, source, quote])).toEqual([
      ["opt_out", "keyword", "STOP"],
      ["opt_in", "keyword", "START"],
    ]);
    // Two confirmations, and the three that came later; none of the twenty.
    expect(sent.map(({ chat }) => chat).sort()).toEqual(["north", "north", "north", "north", "south"]);
  });
});

describe("STOP of somebody who was two", () => {
  /** Known in two conversations as two people, to each of whom five messages are on their way. */
  async function two() {
    const desk = await threeChats();
    const [one, other] = [await desk.says("north", "Hello", { who: "ana" }), await desk.says("south", "Hello", { who: "anna" })];
    await desk.queue({ followUps: 3, marketing: 2 }, [one, other]);
    const merge = () => mergeContacts(desk.ctx, { intoId: one.contact.id, fromId: other.contact.id, cause: { kind: "staff", ref: null } });
    return { ...desk, one: one.contact.id, other: other.contact.id, merge };
  }

  it("stops what was on its way to either, and both stay opted out when they are taken apart", async () => {
    const { ctx, one, other, merge, says, deliveries, pass, sendAll, sent } = await two();
    await merge();
    await says("south", "STOP", { who: "anna" });
    const stopped = unasked(await deliveries()).map(({ state }) => state);
    await unmergeContacts(ctx, { id: one, otherId: other });
    pass(2 * hour);
    await sendAll();

    expect(stopped).toEqual(Array.from({ length: 10 }, () => "skipped"));
    expect(sent).toHaveLength(1);
    for (const id of [one, other]) expect((await ctx.store.contacts.find(id))?.optedOut).toBe(true);
  });

  it.each(["STOP first", "the merge first", "both at once"])("before, after or while they become one, nothing goes out: %s", async (order) => {
    const { ctx, one, merge, says, elsewhere, pass, sendAll, sent } = await two();
    const on = elsewhere();
    const stop = () => says("south", "STOP", { who: "anna", on });
    if (order === "both at once") await Promise.all([merge(), stop()]);
    else if (order === "STOP first") await stop().then(merge);
    else await merge().then(stop);
    pass(2 * hour);
    await sendAll();

    expect(sent.map(({ text }) => text)).toEqual([expect.stringContaining("START")]);
    expect((await ctx.store.contacts.find(one))?.optedOut).toBe(true);
    const page = { limit: 100, cursor: null };
    expect((await ctx.store.followUps.list({ state: ["approved", "claimed", "sent"] }, page)).data).toEqual([]);
  });
});
