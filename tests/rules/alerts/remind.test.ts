import fc from "fast-check";
import { expect, it } from "vitest";
import type { AlertRecord } from "#core/model/alert.ts";
import { escalationSettingsSchema, severities } from "#core/model/escalation.ts";
import { type DutyNow, reminded } from "#core/rules/alerts/remind.ts";
import { alertRow } from "#tests/support/records/alerts.ts";

const now = 10_000_000;
const minute = 60_000;
const settings = escalationSettingsSchema.parse({ remindAfterMinutes: 15, maxReminders: 2 });
const open: DutyNow = { isOpen: true, opensAt: null };
const closed: DutyNow = { isOpen: false, opensAt: now + 8 * 60 * minute };

it.each<[string, Partial<AlertRecord>, DutyNow, Pick<AlertRecord, "reminders" | "remindAt"> | "same"]>([
  ["is not due yet", { remindAt: now + 1 }, open, "same"],
  ["is never due", { remindAt: null }, open, "same"],
  ["is due", { remindAt: now }, open, { reminders: 1, remindAt: now + 15 * minute }],
  ["is due for the last time", { remindAt: now, reminders: 1 }, open, { reminders: 2, remindAt: null }],
  ["has been shown as often as the settings now allow", { remindAt: now, reminders: 2 }, open, { reminders: 2, remindAt: null }],
  ["is due while nobody is on duty", { remindAt: now, severity: "high" }, closed, { reminders: 0, remindAt: closed.opensAt }],
  ["is urgent while nobody is on duty", { remindAt: now, severity: "urgent" }, closed, { reminders: 1, remindAt: now + 15 * minute }],
  ["asks for a person while nobody is on duty", { remindAt: now, kind: "cannot_resolve" }, closed, { reminders: 1, remindAt: now + 15 * minute }],
  ["has ended", { remindAt: now, state: "resolved", endedAt: now }, open, { reminders: 0, remindAt: null }],
])("reminds of one that %s", (_, given, duty, expected) => {
  const before = alertRow(given);

  const after = reminded(before, { settings, duty, others: [], now });

  if (expected === "same") expect(after).toBe(before);
  else expect(after).toMatchObject(expected);
  const events = after.history.filter(({ what }) => what === "reminded").length;
  expect(events).toBe(after.reminders - before.reminders);
});

it.each<[string, Partial<AlertRecord>, Pick<AlertRecord, "reminders" | "remindAt">]>([
  ["a more urgent one", { severity: "urgent", remindAt: now + 5 * minute }, { reminders: 0, remindAt: now + 5 * minute }],
  ["a more urgent one that is due, too", { severity: "urgent", remindAt: now }, { reminders: 0, remindAt: now + minute }],
  ["an older one that is as urgent", { openedAt: 1, remindAt: now + 5 * minute }, { reminders: 0, remindAt: now + 5 * minute }],
  ["a less urgent one", { severity: "low", remindAt: now + 5 * minute }, { reminders: 1, remindAt: now + 15 * minute }],
  ["a more urgent one that staff have seen", { severity: "urgent", state: "acknowledged" }, { reminders: 1, remindAt: now + 15 * minute }],
  ["a more urgent one that staff own", { severity: "urgent", state: "taken_over" }, { reminders: 1, remindAt: now + 15 * minute }],
  [
    "a more urgent one that was shown for the last time since",
    { severity: "urgent", remindAt: null, history: [{ at: now - 1, what: "reminded", by: "system", note: null }] },
    { reminders: 0, remindAt: null },
  ],
  [
    "a more urgent one that was shown for the last time before",
    { severity: "urgent", remindAt: null },
    { reminders: 1, remindAt: now + 15 * minute },
  ],
])("leaves it to the most urgent of a conversation that reminds: beside %s", (_, given, expected) => {
  const history = [{ at: now - 10, what: "raised", by: "system", note: null } as const];
  const alert = alertRow({ id: "alt_2", remindAt: now, history });

  const after = reminded(alert, { settings, duty: open, others: [alertRow({ id: "alt_1", ...given })], now });

  expect(after).toMatchObject(expected);
});

it("does not let one that cannot wait until staff are on duty wait for one that does", () => {
  const asks = alertRow({ id: "alt_2", kind: "cannot_resolve", severity: "low", remindAt: now });
  const putOff = alertRow({ id: "alt_1", severity: "high", remindAt: closed.opensAt });

  const after = reminded(asks, { settings, duty: closed, others: [putOff], now });

  expect(after).toMatchObject({ reminders: 1, remindAt: now + 15 * minute });
});

it("shows a conversation to which nobody reacts as often as one alert, however many rules call", () => {
  const raised = fc.record({ severity: fc.constantFrom(...severities), minutes: fc.integer({ min: 0, max: 14 }) });
  fc.assert(
    fc.property(fc.array(raised, { minLength: 1, maxLength: 6 }), fc.boolean(), (given, isReversed) => {
      let alerts = given.map(({ severity, minutes }, n) => {
        const openedAt = now + minutes * minute;
        const history = [{ at: openedAt, what: "raised", by: "system", note: null } as const];
        return alertRow({ id: `alt_${n}`, rule: `rule_${n}`, severity, openedAt, history, remindAt: openedAt + 15 * minute });
      });

      for (let at = now; at < now + 300 * minute; at += minute) {
        for (const { id } of isReversed ? alerts.toReversed() : alerts) {
          const others = alerts.filter((other) => other.id !== id);
          alerts = alerts.map((alert) => (alert.id === id ? reminded(alert, { settings, duty: open, others, now: at }) : alert));
        }
      }

      expect(alerts.reduce((sum, { reminders }) => sum + reminders, 0)).toBe(2);
      expect(alerts.filter(({ remindAt }) => remindAt !== null)).toEqual([]);
    }),
  );
});
