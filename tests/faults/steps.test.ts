import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type JobStep, steps } from "#core/jobs/steps.ts";
import { audit, inFlight } from "./audit.ts";
import { type Customer, Desk } from "./desk.ts";
import { openStage, type Stage } from "./stage.ts";

/** What becomes of the one reply under way when the process is killed right after the step, and whether the customer has it. */
const endings: Record<Exclude<JobStep, "ingested">, { state: "sent" | "unknown"; taken: number }> = {
  handed_over: { state: "sent", taken: 1 },
  claimed: { state: "sent", taken: 1 },
  paced: { state: "sent", taken: 1 },
  intended: { state: "unknown", taken: 0 },
  dispatched: { state: "unknown", taken: 1 },
  received: { state: "sent", taken: 1 },
};

let stage: Stage;
let desk: Desk;
let ana: Customer;

beforeAll(async () => {
  stage = await openStage();
  desk = new Desk(stage);
  await stage.start();
  [ana] = (await desk.meet(1)) as [Customer];
  // As long as the other setups that may be the first of a run, which makes the queue.
}, 120_000);
afterAll(() => stage?.close());

describe("kill -9 right after a step", () => {
  it("is tried for every step there is", () => {
    expect(["ingested", ...Object.keys(endings)]).toEqual([...steps]);
  });

  it("ingested: the platform tells it again, and it is there once", async () => {
    await stage.failAt("ingested");

    await stage.platform.say({ id: Number(ana.chatId) }, "Is breakfast included?");
    await stage.ended();
    const untold = (await stage.platform.report()).pending;
    await stage.start();
    await stage.platform.settled();

    expect(untold).toBe(1);
    expect((await desk.messages(ana)).filter(({ text }) => text === "Is breakfast included?")).toHaveLength(1);
  }, 60_000);

  it.each(Object.entries(endings))(
    "%s: nothing is lost, nothing is doubled",
    async (step, { state, taken }) => {
      await stage.end("SIGKILL");
      await stage.start({ FAIL_AT: `${step}:1` });

      const replied = desk.reply(ana, `killed when ${step}`);
      await stage.ended();
      const flying = inFlight(stage.dataDir);
      await stage.start();
      const { id, text } = await replied;
      await desk.settled();

      const after = (await desk.ledger()).find((delivery) => delivery.id === id);
      const log = (await stage.platform.accepted()).filter((message) => message.text === text);
      expect([after?.state, log.length, flying]).toEqual([state, taken, state === "unknown" ? 1 : 0]);
      expect(await audit(desk, [ana], [id])).toMatchObject({ duplicates: 0, lost: 0, contradictions: [] });
    },
    60_000,
  );
});
