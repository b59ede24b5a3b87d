import { expect, it, onTestFinished } from "vitest";
import { ChangeSet } from "#core/ports/change-set.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { testDatabase } from "#tests/support/database.ts";
import type { Release } from "#tests/support/races/scheduled-store.ts";
import { silenceHours, TakeoverRace, takeoverSteps } from "#tests/support/races/takeover-race.ts";
import { TurnOrder } from "#tests/support/races/turn-order.ts";
import { randomFrom } from "#tests/support/records/random.ts";

/** `RACE_RUNS=10000 npx vitest run tests/journeys/takeover-races.test.ts` runs as many as takeovers are held to. */
const runs = Number(process.env.RACE_RUNS ?? 150);
const seed = Number(process.env.RACE_SEED ?? 7);
/** Interleavings around one customer, before the next is met. */
const each = 10;

it(`begins nothing of the bot's after the commit of a takeover, and sends nothing twice, in ${runs} interleavings`, {
  timeout: 7_200_000,
}, async () => {
  const held = await testDatabase();
  onTestFinished(() => held.close());
  const random = randomFrom(seed);
  const letGo: Release = { inFlight: 0 };
  const order = new TurnOrder(random, letGo);
  const agentId = "agt_takeover";
  const settings = defaultSettings();
  const document = {
    ...settings,
    takeover: { endsAfterHours: silenceHours, notice: "A colleague answers you now" },
    contact: { ...settings.contact, followUp: { perDay: null } },
  };
  await held.directory.commit(
    new ChangeSet()
      .insert("agents", { id: agentId, name: "Race", createdAt: 1 })
      .insert("settings", { agentId, version: 1, document, createdAt: 1, createdBy: "system" }),
  );
  const connection = {
    id: "chn_1",
    agentId,
    channel: "telegram",
    account: "default",
    via: null,
    sealed: null,
    createdBy: "test",
    createdAt: 1,
  } as const;
  const colleague = { agentId, role: "agent", state: "active", email: null, slackTeamId: null, slackUserId: null, createdBy: "test" } as const;
  const staff = ["stf_maria", "stf_carlo"].map((id) => ({ ...colleague, id, name: id, createdAt: 1, updatedAt: 1 }));
  await held.directory.store(agentId).commit(new ChangeSet().insert("connections", connection).insert("staff", ...staff));
  const race = new TakeoverRace(held.database, agentId, order, letGo);
  const orders = new Set<string>();

  for (let run = 0; run < runs && race.faults.length === 0; run++) {
    if (run % each === 0) await race.meet();
    const steps = ["take_over" as const, "send" as const, order.oneOf(takeoverSteps) ?? "send"];
    orders.add(`${steps.join()} ${await race.run(steps)}`);
  }

  expect(race.faults).toEqual([]);
  // Chance has led each run another way, also to those that a takeover must stop and those that it comes too late for.
  expect(orders.size).toBeGreaterThan(runs * 0.9);
  expect(race.refusedByTakeover).toBeGreaterThan(runs / 10);
  expect(race.inFlight).toBeGreaterThan(0);
});
