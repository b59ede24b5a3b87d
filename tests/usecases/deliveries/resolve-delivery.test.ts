import { describe, expect, it } from "vitest";
import { moveDelivery } from "#core/rules/delivery/delivery.ts";
import { recordSent } from "#core/usecases/deliveries/record-sent.ts";
import { resolveDelivery } from "#core/usecases/deliveries/resolve-delivery.ts";
import { deliveryDesk, startsAt } from "./desk.ts";

async function unknownDelivery() {
  const desk = await deliveryDesk();
  const delivery = await desk.reply("Hello");
  desk.answers(() => ({ outcome: "unknown", reason: "connection_lost" }));
  await desk.send(delivery);
  await desk.asked();
  return { desk, delivery };
}

describe("an unknown delivery", () => {
  it("that a person says was sent becomes a message", async () => {
    const { desk, delivery } = await unknownDelivery();

    const resolved = await resolveDelivery(desk.ctx, { id: delivery.id, resolution: "sent" });

    expect(resolved).toMatchObject({ state: "sent", reason: "resolved by test" });
    expect(await desk.read(delivery)).toEqual(resolved);
    expect((await desk.outbound()).map(({ id }) => id)).toEqual([resolved.messageId]);
  });

  it("that a person says has failed is over", async () => {
    const { desk, delivery } = await unknownDelivery();

    expect(await resolveDelivery(desk.ctx, { id: delivery.id, resolution: "failed" })).toMatchObject({ state: "failed" });
    expect(await desk.outbound()).toEqual([]);
    expect(await desk.asked()).toEqual([]);
  });

  it("is sent again only by a person's word", async () => {
    const { desk, delivery } = await unknownDelivery();

    await desk.send(delivery);
    await resolveDelivery(desk.ctx, { id: delivery.id, resolution: "send_again" });
    expect(await desk.asked()).toEqual([[delivery.id, null]]);
    await desk.send(delivery);

    expect(desk.taken).toHaveLength(2);
    expect(await desk.read(delivery)).toMatchObject({ state: "sent", attempts: 2 });
  });

  it("is settled once: the second person is told", async () => {
    const { desk, delivery } = await unknownDelivery();

    await resolveDelivery(desk.ctx, { id: delivery.id, resolution: "sent" });

    await expect(resolveDelivery(desk.ctx, { id: delivery.id, resolution: "failed" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("is settled by a receipt that comes late, once", async () => {
    const { desk, delivery } = await unknownDelivery();
    const late = moveDelivery(await desk.read(delivery), "sent", { providerId: "77:500", reason: null }, startsAt + 1);

    await recordSent(desk.ctx, late, startsAt);
    await recordSent(desk.ctx, late, startsAt);

    expect(await desk.read(delivery)).toMatchObject({ state: "sent", providerId: "77:500" });
    expect(await desk.outbound()).toHaveLength(1);
  });
});
