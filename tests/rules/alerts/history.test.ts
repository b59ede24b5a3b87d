import { expect, it } from "vitest";
import type { AlertEvent } from "#core/model/alert.ts";
import { withEvent } from "#core/rules/alerts/history.ts";
import { alertRow } from "#tests/support/records/alerts.ts";

const event = (at: number, what: AlertEvent["what"]): AlertEvent => ({ at, what, by: "stf_1", note: null });
const after = (events: readonly AlertEvent[]) =>
  events.reduce((alert, one) => withEvent(alert, one), alertRow({ history: [event(0, "raised")] })).history;
const many = (from: number) => Array.from({ length: 80 }, (_, n) => event(from + n, "added"));

it("keeps the first event and the newest, 50 in all", () => {
  const history = after(many(1));

  expect(history).toHaveLength(50);
  expect([history[0]?.at, history[1]?.at, history.at(-1)?.at]).toEqual([0, 32, 80]);
});

it.each([
  ["early on", [event(1, "taken_over"), ...many(2)], 1],
  ["twice", [event(1, "taken_over"), event(2, "released"), event(3, "taken_over"), ...many(4)], 3],
  ["after much was added", [...many(1), event(90, "taken_over")], 90],
] as const)("keeps the last takeover, also one that came %s", (_, events, at) => {
  const history = after(events);

  expect(history).toHaveLength(50);
  expect(history.filter(({ what }) => what === "taken_over").map((one) => one.at)).toEqual([at]);
  expect(history.map((one) => one.at)).toEqual(history.map((one) => one.at).toSorted((a, b) => a - b));
});
