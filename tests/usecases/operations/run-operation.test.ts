import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BulkWork, OperationRecord } from "#core/model/operations/operation.ts";
import { ChangeSet, StaleError } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { runOperation } from "#core/usecases/operations/run-operation.ts";
import { startBulk } from "#core/usecases/operations/start-bulk.ts";
import { type Core, openCore } from "#tests/support/context.ts";
import { contactRow } from "#tests/support/records/records.ts";
import { staffMembers } from "#tests/support/records/staff-members.ts";

const count = 450;
const now = Date.UTC(2026, 0, 20);
const ids = Array.from({ length: count }, (_, n) => `con_${String(n).padStart(4, "0")}`);

let core: Core;
beforeEach(async () => {
  core = await openCore(() => now);
  await core.ctx.store.commit(new ChangeSet().insert("contacts", ...ids.map((id) => contactRow(id))));
});
afterEach(() => core.close());

const start = (work: BulkWork) => startBulk(core.ctx, { work, choice: { filter: { stage: ["inquiry"] } }, confirm: count });
const run = (ctx: Context, { id }: OperationRecord) => runOperation(ctx, { id, isLastTry: false });
const read = async ({ id }: OperationRecord) => core.ctx.store.operations.find(id);

/** The process dies at its n-th commit, before or after it is kept. */
function dying(at: number, when: "before" | "after"): Context {
  let commits = 0;
  const commit = async (changes: ChangeSet) => {
    commits += 1;
    if (commits === at && when === "before") throw new Error("killed");
    await core.ctx.store.commit(changes);
    if (commits === at) throw new Error("killed");
  };
  return { ...core.ctx, store: { ...core.ctx.store, commit } };
}

/** How often the stage of each contact was set. */
async function timesSet(): Promise<number[]> {
  const facts = await Promise.all(ids.map((id) => core.ctx.store.contacts.facts(id)));
  return facts.map(({ stageChanges }) => stageChanges.length);
}

describe("an operation whose process dies", () => {
  it.each([
    [1, "before"],
    [1, "after"],
    [2, "before"],
    [2, "after"],
    [4, "after"],
  ] as const)("at commit %i, %s it is kept, goes on from there and does each contact once", async (at, when) => {
    const operation = await start({ action: "stage", stage: "closing" });
    await expect(run(dying(at, when), operation)).rejects.toThrow("killed");

    await run(core.ctx, operation);

    expect(await read(operation)).toMatchObject({ state: "completed", total: count, done: count, failed: 0 });
    expect(await timesSet()).toEqual(ids.map(() => 1));
  });

  it("deletes nobody twice and forgets nobody", async () => {
    const operation = await start({ action: "delete" });
    await expect(run(dying(3, "after"), operation)).rejects.toThrow("killed");
    const left = await core.ctx.store.contacts.count({});

    await run(core.ctx, operation);

    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(count);
    expect(await core.ctx.store.contacts.count({})).toBe(0);
    expect(await read(operation)).toMatchObject({ state: "completed", done: count });
  });
});

describe("an operation that loses against others that write", () => {
  it("takes half as much on each try, and more again once it has got through", async () => {
    const operation = await start({ action: "stage", stage: "closing" });
    const sizes: number[] = [];
    const commit = async (changes: ChangeSet) => {
      sizes.push(changes.updates.length);
      if (sizes.length <= 3) throw new StaleError("somebody was first");
      await core.ctx.store.commit(changes);
    };

    await run({ ...core.ctx, store: { ...core.ctx.store, commit } }, operation);

    expect(sizes.slice(0, 5)).toEqual([20, 10, 5, 2, 4]);
    expect(await read(operation)).toMatchObject({ state: "completed", done: count });
    expect(await timesSet()).toEqual(ids.map(() => 1));
  });
});

describe("an operation that two processes run at once", () => {
  it("does each contact once", async () => {
    const operation = await start({ action: "stage", stage: "closing" });

    await Promise.all([run(core.ctx, operation), run(core.ctx, operation), run(core.ctx, operation)]);

    expect(await read(operation)).toMatchObject({ state: "completed", done: count });
    expect(await timesSet()).toEqual(ids.map(() => 1));
  });
});

describe("an operation that takes long", () => {
  it("asks for its next turn in the commit of a chunk, and lets go", async () => {
    let clock = now;
    const slow: Context = {
      ...core.ctx,
      now: () => {
        clock += 900;
        return clock;
      },
    };
    const operation = await start({ action: "stage", stage: "closing" });
    await core.ctx.directory.relayed(await core.ctx.directory.outbox(10));

    let turns = 0;
    for (let wanted = 1; wanted > 0; turns++) {
      await run(slow, operation);
      const effects = await core.ctx.directory.outbox(10);
      await core.ctx.directory.relayed(effects);
      wanted = effects.length;
    }

    expect(turns).toBeGreaterThan(1);
    expect(await read(operation)).toMatchObject({ state: "completed", done: count });
  });

  it("passes contacts that the filter does not hold for, and keeps up with those that change meanwhile", async () => {
    const { store } = core.ctx;
    await staffMembers(core.ctx, "stf_1");
    const operation = await startBulk(core.ctx, { work: { action: "owner", ownerId: "stf_1" }, choice: { filter: { vip: true } } });
    const [last] = await store.contacts.findMany([ids.at(-1) ?? ""]);
    if (!last) throw new Error("there is no last contact");
    await store.commit(new ChangeSet().updateContact(last, { ...last, vip: true }));

    await run(core.ctx, operation);

    expect(await read(operation)).toMatchObject({ state: "completed", total: 1, done: 1 });
    expect(await store.contacts.count({ owner: ["stf_1"] })).toBe(1);
  });
});
