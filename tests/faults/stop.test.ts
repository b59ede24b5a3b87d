import { expect, it, onTestFinished } from "vitest";
import { Desk } from "./desk.ts";
import { openStage } from "./stage.ts";

it("SIGTERM while the queue is still being opened ends the process in order, and the next one carries on", async () => {
  const stage = await openStage({ hasQueue: false });
  onTestFinished(() => stage.close());
  const desk = new Desk(stage);
  await stage.start();
  const [ana] = await desk.meet(1);
  if (!ana) throw new Error("nobody has written");

  const { id } = await desk.reply(ana, "Soon");
  const code = await stage.end("SIGTERM");
  await stage.start();
  await desk.settled();

  expect(code).toBe(0);
  expect(await desk.ledger()).toMatchObject([{ id, state: "sent" }]);
}, 90_000);
