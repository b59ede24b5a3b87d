import { describe, expect, it } from "vitest";
import type { PlanView } from "#api/views/settings/plan.ts";
import type { Settings } from "#core/model/settings.ts";
import { presets } from "#core/rules/followups/presets.ts";
import { hour, minute } from "#core/rules/time.ts";
import { processDueFollowUps } from "#core/usecases/followups/process-due.ts";
import { testApp } from "#tests/support/app.ts";
import { runOperations } from "#tests/support/run-operation.ts";

type Plan = ReturnType<(typeof PlanView)["parse"]>;
type FollowUp = { contactId: string; state: string; trigger: string; auto: boolean };

/** Ana tried to book an hour ago, Ben half a day ago, Cleo has said hello only. */
async function salon() {
  let now = Date.parse("2026-03-04T12:00:00Z");
  const app = await testApp({ now: () => now });
  (await app.post("/v1/connections", { channel: "telegram", token: "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw" })).is(201);
  const meet = async (name: string) =>
    (await app.post("/v1/messages", { channel: "telegram", from: { externalId: name, name }, text: "Hello" })).is<{ contact: { id: string } }>(201)
      .contact.id;
  const [ana, ben, cleo] = [await meet("Ana"), await meet("Ben"), await meet("Cleo")];
  const tryToBook = async (contactId: string) => (await app.post("/v1/actions", { contactId, action: "booking_attempted" })).is(201);
  now += minute;
  await tryToBook(ben);
  now += 11 * hour;
  await tryToBook(ana);
  now += hour;

  const settings = (await app.get("/v1/settings")).is<{ settings: Settings }>(200).settings;
  const preset = presets.find(({ id }) => id === "abandoned_booking");
  if (!preset) throw new Error("there is no such preset");
  const plan = async (auto = false) => {
    const draft = { ...settings, followUps: { ...settings.followUps, custom: [{ ...preset, auto }] } };
    return (await app.post("/v1/settings/plan", { settings: draft })).is<Plan>(200);
  };
  const apply = async ({ hash }: Plan) => (await app.post("/v1/settings/apply", { hash })).is<Plan>(200);
  const backfill = async (trigger = preset.id) => app.post("/v1/followups/backfill", { trigger });
  const tended = async () => {
    await runOperations(app.directory, () => now);
    await processDueFollowUps(app.ctx, { limit: 100 });
    return (await app.get("/v1/followups")).is<{ data: FollowUp[] }>(200).data;
  };
  return { app, ana, ben, cleo, plan, apply, backfill, tended, now: () => now };
}

describe("a plan that takes a preset into followUps.custom", () => {
  it("says for how many it would come up, and whose time has passed, and sets nothing off", async () => {
    const { plan, tended } = await salon();

    const made = await plan();

    expect(made).toMatchObject({ contacts: 3, changed: 0, followUps: [{ trigger: "abandoned_booking", ahead: 1, passed: 1 }] });
    expect(made.wouldFire).toEqual([{ kind: "followup", name: "abandoned_booking", contacts: 1 }]);
    expect(await tended()).toEqual([]);
  });

  it("says nothing more once it is applied, and those whose time has passed are left alone", async () => {
    const { plan, apply, tended } = await salon();

    await apply(await plan());

    expect(await plan()).toMatchObject({ followUps: [], wouldFire: [] });
    expect(await tended()).toEqual([]);
  });
});

describe("POST /v1/followups/backfill", () => {
  it.each([false, true])("proposes to those whose time has passed, and sends nothing, with auto %s", async (auto) => {
    const { app, ben, plan, apply, backfill, tended } = await salon();
    await apply(await plan(auto));

    const operation = (await backfill()).is<{ kind: string; state: string }>(202);

    expect(operation).toMatchObject({ kind: "followups.backfill", state: "queued" });
    expect(await tended()).toMatchObject([{ contactId: ben, state: "proposed", trigger: "abandoned_booking", auto: false }]);
    expect((await app.ctx.store.deliveries.list({}, { limit: 10, cursor: null })).data).toEqual([]);
  });

  it("brings up nobody twice", async () => {
    const { plan, apply, backfill, tended } = await salon();
    await apply(await plan());
    (await backfill()).is(202);
    const once = await tended();

    (await backfill()).is(202);

    expect(await tended()).toEqual(once);
    expect(once).toHaveLength(1);
  });

  it("refuses a trigger that is not in use, and names those that are", async () => {
    const { backfill } = await salon();

    expect((await backfill("abandoned_booking")).is<{ detail: string }>(422).detail).toContain("ghosting");
  });
});
