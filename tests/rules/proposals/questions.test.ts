import { expect, it } from "vitest";
import type { UnsureFinding } from "#core/model/vocabulary.ts";
import { actionFor, mostValuableFirst } from "#core/rules/proposals/questions.ts";

const asked = (contactId: string, what: UnsureFinding, score: number, sure: number) => ({
  contactId,
  score,
  question: { what, quote: "ok", sure, at: 0, id: contactId },
});

it("asks about what is booked or sold first, then opt-outs, then promises; of equals about the higher score, then the surer", () => {
  const inOrder = [
    asked("a", "revoked", 90, 0.3),
    asked("b", "confirmed", 40, 0.7),
    asked("c", "revoked", 40, 0.5),
    asked("d", "opt_out", 99, 0.9),
    asked("e", "promise", 60, 0.4),
    asked("f", "promise", 10, 0.9),
  ];

  expect(inOrder.toReversed().sort(mostValuableFirst)).toEqual(inOrder);
});

it.each([
  ["confirmed", "booking", [], "booking_confirmed"],
  ["confirmed", "purchase", ["booking"], "purchase_completed"],
  ["revoked", "booking", ["booking", "purchase"], "booking_cancelled"],
  ["revoked", "booking", ["purchase"], "purchase_refunded"],
  ["revoked", "purchase", ["booking"], "booking_cancelled"],
  ["revoked", "purchase", [], "purchase_refunded"],
  ["promise", "2026-03-05T09:00:00.000Z", ["booking"], "promise_made"],
] as const)("a yes to %s of a %s where %j stand reports %s", (kind, value, standing, action) => {
  expect(actionFor({ kind, value }, standing)).toBe(action);
});
