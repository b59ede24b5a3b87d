import { describe, expect, it } from "vitest";
import { recoverDeliveries, recoverOwn } from "#core/usecases/deliveries/recover-deliveries.ts";
import { claimMs, deliveryDesk, startsAt } from "./desk.ts";

const died = "the process died";

/** A delivery whose process has died right after the step, and one behind it. */
async function left(step: "claimed" | "intended" | "dispatched") {
  const desk = await deliveryDesk();
  const [delivery, behind] = [await desk.reply("Hello"), await desk.reply("And then")];
  const reached = (at: string) => {
    if (at === step) throw new Error(died);
  };
  await expect(desk.send(delivery, { reached })).rejects.toThrow(died);
  await desk.asked();
  const recover = () => recoverDeliveries(desk.ctx.directory, () => desk.ctx, desk.ctx.now());
  return { desk, delivery, behind, recover };
}

describe("what a process leaves that has died", () => {
  it("is left alone as long as its claim lasts", async () => {
    const { desk, delivery, recover } = await left("claimed");
    desk.pass(claimMs - 1);

    expect(await recover()).toBe(0);
    expect(await desk.read(delivery)).toMatchObject({ state: "claimed" });
  });

  it("goes back to the queue when nothing was dispatched", async () => {
    const { desk, delivery, recover } = await left("claimed");
    desk.pass(claimMs);

    expect(await recover()).toBe(1);
    expect(await desk.read(delivery)).toMatchObject({ state: "queued", owner: null });
    expect(await desk.asked()).toEqual([[delivery.id, null]]);
    expect(await recover()).toBe(0);
  });

  it.each(["intended", "dispatched"] as const)("is unknown once it was %s, is never sent again, and the next one goes", async (step) => {
    const { desk, delivery, behind, recover } = await left(step);
    const taken = desk.taken.length;
    desk.pass(claimMs);

    await recover();
    await desk.send(delivery);

    expect(await desk.read(delivery)).toMatchObject({ state: "unknown", reason: "process_ended" });
    expect(desk.taken).toHaveLength(taken);
    expect(await desk.asked()).toEqual([[behind.id, null]]);
  });

  it("is taken over at once where there is only one process, and of no other", async () => {
    const { desk, delivery } = await left("claimed");

    const own = (owner: string) => recoverOwn(desk.ctx.directory, () => desk.ctx, owner, startsAt);

    expect(await own("another")).toBe(0);
    expect(await own("this")).toBe(1);
    expect(await desk.read(delivery)).toMatchObject({ state: "queued" });
  });
});
