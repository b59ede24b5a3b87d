import { expect, it } from "vitest";
import { acknowledgeAlert } from "#core/usecases/alerts/decide-alert.ts";
import { getAlert } from "#core/usecases/alerts/get-alert.ts";
import { remindAlerts } from "#core/usecases/alerts/remind-alerts.ts";
import { staffCalled } from "./alerted.ts";

const minute = 60_000;

it("shows an alert again until somebody reacts, and never more often than the settings say", async () => {
  const { ctx, clock, asksForPerson, cards } = await staffCalled();
  const { id } = await asksForPerson();
  const shown = (await cards("alert")).length;

  const due: number[] = [];
  for (let tick = 0; tick < 120; tick++) {
    clock.now += minute;
    due.push(await remindAlerts(ctx, { limit: 100 }));
  }

  expect(due.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect(await getAlert(ctx, { id })).toMatchObject({ state: "open", reminders: 3, remindAt: null });
  expect((await cards("alert")).length).toBe(shown + 3);
});

it("reminds nobody of an alert that somebody has seen", async () => {
  const { ctx, as, clock, asksForPerson } = await staffCalled();
  const { id } = await asksForPerson();
  await acknowledgeAlert(as("stf_ana"), { id });
  clock.now += 60 * minute;

  expect(await remindAlerts(ctx, { limit: 100 })).toBe(0);
  expect(await getAlert(ctx, { id })).toMatchObject({ reminders: 0 });
});

it("reminds of a new alert beside one of the same conversation that somebody has seen", async () => {
  const { ctx, as, clock, says, alerts, asksForPerson } = await staffCalled();
  const { id } = await asksForPerson();
  await acknowledgeAlert(as("stf_ana"), { id });
  await says("My order arrived broken and I am very angry");
  clock.now += 16 * minute;

  await remindAlerts(ctx, { limit: 100 });

  const reminders = (await alerts()).map(({ rule, reminders: count }) => [rule, count]);
  expect(Object.fromEntries(reminders)).toEqual({ asks_for_person: 0, frustration: 1 });
});

it("reminds of the lesser of two alerts once somebody has seen the greater", async () => {
  const { ctx, as, clock, says, alerts, asksForPerson } = await staffCalled();
  const { id } = await asksForPerson();
  await says("My order arrived broken and I am very angry");
  const remindersOf = async () => Object.fromEntries((await alerts()).map(({ rule, reminders }) => [rule, reminders]));
  clock.now += 16 * minute;
  await remindAlerts(ctx, { limit: 100 });
  expect(await remindersOf()).toEqual({ asks_for_person: 1, frustration: 0 });

  await acknowledgeAlert(as("stf_ana"), { id });
  clock.now += 16 * minute;
  await remindAlerts(ctx, { limit: 100 });

  expect(await remindersOf()).toEqual({ asks_for_person: 1, frustration: 1 });
});

it("reminds of none when the settings say never", async () => {
  const { ctx, clock, asksForPerson } = await staffCalled((given) => ({ ...given, escalations: { ...given.escalations, remindAfterMinutes: null } }));
  await asksForPerson();
  clock.now += 600 * minute;

  expect(await remindAlerts(ctx, { limit: 100 })).toBe(0);
});
