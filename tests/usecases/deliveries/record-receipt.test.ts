import { describe, expect, it } from "vitest";
import type { DeliveryReceipt, SendResult } from "#core/model/delivery.ts";
import type { InboundEvent } from "#core/ports/channel.ts";
import { receiveEvent } from "#core/usecases/connections/receive-event.ts";
import { deliveryDesk, startsAt } from "./desk.ts";

const account = { channel: "telegram", account: "default" } as const;

async function openReceipts() {
  const desk = await deliveryDesk();
  const receive = (externalId: string, receipt: DeliveryReceipt, more: { deliveryId?: string } = {}, at = account) =>
    receiveEvent(desk.ctx, at, { kind: "receipt", externalId, receipt, ...more } satisfies InboundEvent);
  return { ...desk, receive };
}

const delivered = (at = startsAt + 5_000): DeliveryReceipt => ({ state: "delivered", at, price: { micros: 45_300, currency: "EUR" } });
const read = (at = startsAt + 9_000): DeliveryReceipt => ({ state: "read", at, price: null });
const failed = (at = startsAt + 7_000): DeliveryReceipt => ({ state: "failed", at, price: null, reason: "blocked" });

describe("a receipt of the platform", () => {
  it("moves the delivery forward, with the platform's time and price", async () => {
    const desk = await openReceipts();
    const reply = await desk.reply("Hello");
    await desk.send(reply);

    await desk.receive("77:101", delivered());
    await desk.receive("77:101", read());
    await desk.receive("77:101", delivered());

    expect(await desk.read(reply)).toMatchObject({
      state: "read",
      sentAt: expect.any(Number),
      deliveredAt: startsAt + 5_000,
      readAt: startsAt + 9_000,
      price: { micros: 45_300, currency: "EUR" },
    });
  });

  it("says of a reply that was accepted that it failed after all: staff are shown it, and whoever blocked us is marked", async () => {
    const desk = await openReceipts();
    const reply = await desk.reply("Hello");
    await desk.send(reply);
    await desk.ctx.directory.relayed(await desk.ctx.directory.outbox(1_000));

    await desk.receive("77:101", failed());

    expect(await desk.read(reply)).toMatchObject({ state: "failed", reason: "blocked", deliveredAt: null, price: null });
    const effects = await desk.ctx.directory.outbox(1_000);
    expect(effects).toMatchObject([{ type: "card.show", payload: { kind: "delivery", subjectId: reply.id } }]);
    expect(await desk.ctx.store.connections.identity(desk.conversation.identityId)).toMatchObject({ blockedAt: startsAt + 7_000 });
  });

  it("about a message that is not ours, or of another account, is left out", async () => {
    const desk = await openReceipts();
    const reply = await desk.reply("Hello");
    await desk.send(reply);

    await desk.receive("99:1", read());
    await desk.receive("77:101", read(), { deliveryId: reply.id }, { ...account, account: "other" as "default" });

    expect(await desk.read(reply)).toMatchObject({ state: "sent", readAt: null });
  });

  it("that is quicker than the answer to the send is to come again", async () => {
    const desk = await openReceipts();
    const reply = await desk.reply("Hello");
    const early: unknown[] = [];
    desk.answers(async (): Promise<SendResult> => {
      const known = await desk.receive("77:101", delivered(startsAt + 1)).catch((error) => error);
      const unrelated = await desk.receive("99:1", read(startsAt - 3_600_000)).catch((error) => error);
      early.push(known, unrelated);
      return { outcome: "accepted", externalId: "77:101", at: startsAt };
    });

    await desk.send(reply);
    await desk.receive("77:101", delivered(startsAt + 1));

    expect(early).toEqual([expect.objectContaining({ code: "unavailable" }), undefined]);
    expect(await desk.read(reply)).toMatchObject({ state: "delivered" });
  });

  it("settles a send whose answer was lost, when it names our delivery", async () => {
    const desk = await openReceipts();
    const reply = await desk.reply("Hello");
    desk.answers(() => ({ outcome: "unknown", reason: "timeout" }));
    await desk.send(reply);

    await desk.receive("77:500", read(), { deliveryId: reply.id });

    expect(await desk.read(reply)).toMatchObject({ state: "read", providerId: "77:500", reason: null, readAt: startsAt + 9_000 });
    expect(await desk.outbound()).toMatchObject([{ text: "Hello", externalId: "77:500" }]);
  });

  it("loses nothing to another one that comes at the same time", async () => {
    const desk = await openReceipts();
    const reply = await desk.reply("Hello");
    await desk.send(reply);

    await Promise.all([desk.receive("77:101", read()), desk.receive("77:101", delivered()), desk.receive("77:101", failed())]);

    expect(await desk.read(reply)).toMatchObject({ state: "read", readAt: startsAt + 9_000, deliveredAt: startsAt + 5_000 });
  });
});
