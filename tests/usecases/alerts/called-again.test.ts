import { describe, expect, it } from "vitest";
import { acknowledgeAlert } from "#core/usecases/alerts/decide-alert.ts";
import { getAlert } from "#core/usecases/alerts/get-alert.ts";
import { remindAlerts } from "#core/usecases/alerts/remind-alerts.ts";
import { takeOver } from "#core/usecases/conversations/take-over.ts";
import { staffCalled } from "./alerted.ts";

const minute = 60_000;
type World = Awaited<ReturnType<typeof staffCalled>>;

/** The reminders that so many minutes bring. */
async function pass({ ctx, clock }: World, minutes: number): Promise<number> {
  let count = 0;
  for (let tick = 0; tick < minutes; tick++) {
    clock.now += minute;
    count += await remindAlerts(ctx, { limit: 100 });
  }
  return count;
}

async function usedUp(world: World): Promise<string> {
  const { id } = await world.asksForPerson();
  await pass(world, 120);
  return id;
}

async function acknowledged(world: World): Promise<string> {
  const { id } = await world.asksForPerson();
  await acknowledgeAlert(world.as("stf_ana"), { id });
  return id;
}

describe("a customer who calls again", () => {
  it.each([
    ["one that staff have acknowledged", acknowledged],
    ["one whose reminders are used up", usedUp],
  ])("opens %s again, by a new message to staff", async (_, silent) => {
    const world = await staffCalled();
    const id = await silent(world);
    const before = await getAlert(world.ctx, { id });

    await world.says("Get me a human please");

    const after = await getAlert(world.ctx, { id });
    expect(after).toMatchObject({ state: "open", ownerId: null, reason: "The customer asks for a person", reminders: before.reminders + 1 });
    expect(after.remindAt).toBeGreaterThan(world.clock.now);
    expect(after.history.at(-1)).toMatchObject({ what: "added", note: "The customer asks for a person" });
    expect(await world.cards("alert_reminder")).toContain(`${id}:${before.reminders + 1}`);
    expect(await pass(world, 120)).toBe(3);
  });

  it("says once that they ask for a person, however often they do before anybody reacts", async () => {
    const world = await staffCalled();
    const id = await acknowledged(world);

    for (const text of ["Get me a human please", "A real person, please", "I want to talk to a human"]) await world.says(text);

    expect(await getAlert(world.ctx, { id })).toMatchObject({ state: "open", reminders: 1 });
  });

  it("calls nobody while staff own the conversation", async () => {
    const world = await staffCalled();
    const id = await acknowledged(world);
    const { conversationId } = await getAlert(world.ctx, { id });
    await takeOver(world.as("stf_ana"), { id: conversationId });

    await world.says("Get me a human please");

    expect(await getAlert(world.ctx, { id })).toMatchObject({ state: "taken_over", ownerId: "stf_ana", reminders: 0 });
  });

  it("calls by other words once the rule's quiet time is over, counted from what staff did", async () => {
    const world = await staffCalled();
    await world.says("My order arrived broken and I am very angry");
    const [alert] = (await world.alerts()).filter(({ rule }) => rule === "frustration");
    const id = alert?.id ?? "";
    await acknowledgeAlert(world.as("stf_ana"), { id });

    world.clock.now += 40 * minute;
    await world.says("This is the worst service ever, I am furious");
    expect(await getAlert(world.ctx, { id })).toMatchObject({ state: "acknowledged", ownerId: "stf_ana", reminders: 0 });
    world.clock.now += 20 * minute;
    await world.says("You are useless, this is a disgrace, I am furious");

    expect(await getAlert(world.ctx, { id })).toMatchObject({ state: "open", ownerId: null, reminders: 1 });
  });

  it("calls by a new message no more often than the quiet time where the settings remind of nothing", async () => {
    const world = await staffCalled((given) => ({ ...given, escalations: { ...given.escalations, remindAfterMinutes: null } }));
    const { id } = await world.asksForPerson();

    await world.says("Get me a human please");
    expect(await getAlert(world.ctx, { id })).toMatchObject({ reminders: 0 });
    world.clock.now += 60 * minute;
    await world.says("A real person, please");

    expect(await getAlert(world.ctx, { id })).toMatchObject({ state: "open", reminders: 1, remindAt: null });
  });

  it("has the request for a person as the reason of an open alert", async () => {
    const world = await staffCalled();
    await world.says("Can you change the name on my ticket?");
    await world.says("I'm sorry, I'm not able to do that", { direction: "outbound", author: "bot" });
    await world.says("Get me a human please");

    expect((await world.alerts()).find(({ rule }) => rule === "asks_for_person")).toMatchObject({ reason: "The customer asks for a person" });
  });
});
