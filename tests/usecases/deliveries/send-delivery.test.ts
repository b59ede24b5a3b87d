import { describe, expect, it } from "vitest";
import type { SendResult } from "#core/model/delivery.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { sendSteps } from "#core/usecases/deliveries/sender.ts";
import { claimMs, deliveryDesk, startsAt } from "./desk.ts";

describe("sending a delivery", () => {
  it("goes through every step, and becomes a message of the conversation", async () => {
    const desk = await deliveryDesk();
    const delivery = await desk.reply("See you at 3");
    await desk.send(delivery);

    const sent = await desk.read(delivery);
    expect(desk.steps).toEqual(sendSteps);
    expect(desk.taken).toEqual([{ deliveryId: delivery.id, to: "77", text: "See you at 3", media: [] }]);
    expect(sent).toMatchObject({ state: "sent", providerId: "77:101", attempts: 1, owner: null, leaseUntil: null });
    expect(await desk.outbound()).toMatchObject([{ id: sent.messageId, externalId: "77:101", author: "staff", text: "See you at 3" }]);
  });

  it("stands after the words it answers, though the platform tells time in whole seconds", async () => {
    const desk = await deliveryDesk();
    const delivery = await desk.reply("See you at 3");

    desk.answers(() => ({ outcome: "accepted", externalId: "77:101", at: startsAt - 400 }));
    await desk.send(delivery);

    expect(await desk.outbound()).toMatchObject([{ text: "See you at 3", sentAt: startsAt + 1 }]);
  });

  it("is done once, however often and at once it is asked for", async () => {
    const desk = await deliveryDesk();
    const delivery = await desk.reply("Once");

    await Promise.all([desk.send(delivery), desk.send(delivery, { owner: "another" }), desk.send(delivery)]);
    await desk.send(delivery);

    expect(desk.taken).toHaveLength(1);
    expect(await desk.outbound()).toHaveLength(1);
  });

  it.each<[string, SendResult, object, (string | number | null)[]]>([
    ["no answer", { outcome: "unknown", reason: "timeout" }, { state: "unknown", reason: "timeout" }, []],
    ["refused for good", { outcome: "refused", reason: "no_chat", retryAt: null }, { state: "failed", reason: "no_chat" }, []],
    [
      "refused for now",
      { outcome: "refused", reason: "unreachable", retryAt: startsAt + 10_000 },
      { state: "queued", reason: "unreachable", notBefore: startsAt + 10_000 },
      [startsAt + 10_000],
    ],
  ])("%s: is kept as such, makes no message, and is asked for again only if nothing has gone", async (_, result, expected, again) => {
    const desk = await deliveryDesk();
    const delivery = await desk.reply("Hello");
    await desk.asked();

    desk.answers(() => result);
    await desk.send(delivery);
    await desk.send(delivery);

    expect(await desk.read(delivery)).toMatchObject(expected);
    expect(desk.taken).toHaveLength(1);
    expect(await desk.outbound()).toEqual([]);
    expect(new Set((await desk.asked()).map(([, at]) => at))).toEqual(new Set(again));
  });

  it("told to wait, makes everybody on the account wait", async () => {
    const desk = await deliveryDesk();
    const delivery = await desk.reply("Hello");

    desk.answers(() => ({ outcome: "refused", reason: "rate_limited", retryAt: startsAt + 30_000 }));
    await desk.send(delivery);

    expect(await desk.read(delivery)).toMatchObject({ state: "queued", reason: "rate_limited", notBefore: startsAt + 30_000 });
    expect(desk.gate.nextSlot("somebody else")).toBe(startsAt + 30_000);
  });

  it("is given back when the pace would hold it for long", async () => {
    const desk = await deliveryDesk();
    const delivery = await desk.reply("Hello");
    await desk.asked();

    desk.gate.pause(startsAt + 60_000);
    await desk.send(delivery);

    expect(await desk.read(delivery)).toMatchObject({ state: "queued", notBefore: startsAt + 60_000, owner: null });
    expect(await desk.asked()).toEqual([[delivery.id, startsAt + 60_000]]);
  });

  it("is given back, and asked for, when the process is stopping", async () => {
    const desk = await deliveryDesk();
    const delivery = await desk.reply("Hello");
    await desk.asked();

    desk.gate.close();
    await desk.send(delivery);

    expect(await desk.read(delivery)).toMatchObject({ state: "queued", owner: null });
    expect(await desk.asked()).toEqual([[delivery.id, null]]);
    expect(desk.taken).toEqual([]);
  });

  it("to a customer who blocks us is refused, and the next one is skipped", async () => {
    const desk = await deliveryDesk();
    const [first, second] = [await desk.reply("One"), await desk.reply("Two")];

    desk.answers(() => ({ outcome: "refused", reason: "blocked", retryAt: null }));
    await desk.send(first);
    await desk.send(second);

    expect(await desk.read(first)).toMatchObject({ state: "failed", reason: "blocked" });
    expect(await desk.read(second)).toMatchObject({ state: "skipped", reason: "blocked" });
    expect(desk.taken).toHaveLength(1);
    // Whoever wrote them is told that they did not arrive.
    const told = (await desk.ctx.directory.outbox(1_000)).filter(({ type }) => type === "card.show").map(({ payload }) => payload);
    expect(told).toEqual([first, second].map(({ id }) => ({ kind: "delivery", subjectId: id })));
  });

  it("waits for the process that carries the account, and is skipped when the account has been disconnected", async () => {
    const desk = await deliveryDesk();
    const delivery = await desk.reply("Hello");
    const elsewhere = { channelFor: () => null };

    await expect(desk.send(delivery, elsewhere)).rejects.toMatchObject({ code: "unavailable" });
    await desk.ctx.store.commit(new ChangeSet().remove("connections", { id: "chn_1" }));
    await desk.send(delivery, elsewhere);

    expect(await desk.read(delivery)).toMatchObject({ state: "skipped", reason: "no_connection" });
  });
});

describe("replies of one conversation", () => {
  it("wait for the one before, and are asked for as soon as it is settled", async () => {
    const desk = await deliveryDesk();
    const [first, second, third] = [await desk.reply("One"), await desk.reply("Two"), await desk.reply("Three")];
    const underway = Promise.withResolvers<SendResult>();
    const dispatched = Promise.withResolvers<void>();
    await desk.asked();

    desk.answers(() => {
      dispatched.resolve();
      return underway.promise;
    });
    const sending = desk.send(first);
    await dispatched.promise;
    await Promise.all([desk.send(second), desk.send(third)]);
    const meanwhile = await desk.asked();
    underway.resolve({ outcome: "unknown", reason: "timeout" });
    await sending;

    expect(desk.taken.map(({ text }) => text)).toEqual(["One"]);
    // In case the process dies between settling the first and asking for the second.
    expect(meanwhile).toEqual([
      [second.id, desk.ctx.now() + claimMs],
      [third.id, desk.ctx.now() + claimMs],
    ]);
    expect(await desk.asked()).toEqual([[second.id, null]]);
  });

  it("wait also for one that is to be tried again", async () => {
    const desk = await deliveryDesk();
    const [first, second] = [await desk.reply("One"), await desk.reply("Two")];

    desk.answers(() => ({ outcome: "refused", reason: "unreachable", retryAt: startsAt + 10_000 }));
    await desk.send(first);
    await desk.send(second);
    desk.pass(10_000);
    await desk.send(second);
    await desk.send(first);
    await desk.send(second);

    expect(desk.taken.map(({ text }) => text)).toEqual(["One", "One", "Two"]);
  });
});
