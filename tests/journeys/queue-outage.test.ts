import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { audit } from "#tests/faults/audit.ts";
import { startChild } from "#tests/faults/child.ts";
import { Desk } from "#tests/faults/desk.ts";
import { openStage, type Stage } from "#tests/faults/stage.ts";
import { has } from "#tests/support/services/needs.ts";
import { startPostgres } from "#tests/support/services/postgres.ts";

const nothingWrong = { duplicates: 0, lost: 0, overtaken: 0, contradictions: [] };

async function started(env: Record<string, string> = {}): Promise<{ stage: Stage; desk: Desk }> {
  const stage = await openStage({ env });
  onTestFinished(() => stage.close());
  await stage.start();
  await stage.working();
  return { stage, desk: new Desk(stage) };
}

it("the embedded queue's folder is deleted under it: words are still taken, and replies go out", async () => {
  const { stage, desk } = await started();
  const before = await desk.meet(3);
  const ids: string[] = [];
  const replyAll = async (text: string, customers = before) => {
    for (const customer of customers) ids.push((await desk.reply(customer, `${text} ${customer.chatId}`)).id);
  };
  await replyAll("before");

  rmSync(join(stage.dataDir, "queue"), { recursive: true });
  await replyAll("just after");
  const after = await desk.meet(3, 3001);
  await replyAll("later", after);
  await desk.settled(90_000);

  expect(after).toHaveLength(3);
  expect(await audit(desk, [...before, ...after], ids)).toMatchObject({ ...nothingWrong, replies: 9, states: { sent: 9 } });
}, 120_000);

it.skipIf(!has.postgres)(
  "the queue's PostgreSQL goes away: words are still taken, and replies follow when it is back",
  async () => {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.remove());
    const { stage, desk } = await started({ QUEUE_URL: await postgres.database() });
    const before = await desk.meet(2);

    await postgres.stop();
    const during = await desk.meet(2, 3001);
    const ids: string[] = [];
    for (const customer of [...before, ...during]) ids.push((await desk.reply(customer, `outage ${customer.chatId}`)).id);
    const waiting = await desk.ledger("state=queued");
    const takenMeanwhile = (await stage.platform.report()).accepted;
    await postgres.start();
    await desk.settled(90_000);

    expect([waiting.length, takenMeanwhile]).toEqual([4, 0]);
    expect(await audit(desk, [...before, ...during], ids)).toMatchObject({ ...nothingWrong, states: { sent: 4 } });
  },
  120_000,
);

it("refuses a second process on the data folder, and the first goes on", async () => {
  const { stage, desk } = await started();

  const second = startChild("tests/faults/product.ts", [], { ...stage.env, PORT: "0" });

  await expect(second.hear(/ready/)).rejects.toThrow(/in use by another process/);
  expect(await second.ended).toBe(1);
  expect(await desk.meet(1)).toHaveLength(1);
}, 60_000);
