import { named } from "#core/rules/named.ts";
import { defineSignal, nothing } from "./define.ts";
import { finding } from "./finding.ts";

/** Takes the points of each adjustment that staff make. Only the first of several does: a point that is given counts once. */
export const manual = defineSignal({
  type: "manual",
  position: 4,
  settings: {},
  input: {},
  view: {},
  points: { ofTheFact: "Not used: staff say how many", category: "manual" },
  detector([signal]) {
    return (fact) => (signal && fact.type === "adjustment" ? [{ signal, quote: fact.reason, points: fact.points }] : []);
  },
  taking: (signals) => signals.slice(0, 1),
  findings: { no_manual: { field: null, isError: true }, spare_manual: { field: null }, inexact_manual: { field: null } },
  lint: {
    each: nothing,
    // A score that staff set is stored as the difference, so what they give must count, once and as it was given.
    all: ([first, ...spare], { categories }) => {
      if (!first) return [finding("no_manual", null, "no signal of the type manual is enabled: what staff give does not count")];
      const { weight, cap } = named(categories, first.category) ?? { weight: 1, cap: null };
      const reasons = [
        ...(first.cap === null ? [] : [`its cap is ${first.cap}`]),
        ...(first.decay === "none" ? [] : ["it decays"]),
        ...(first.repeat === "every" ? [] : ["not all of its hits count"]),
        ...(weight === 1 ? [] : [`its category weighs ${weight}`]),
        ...(cap === null ? [] : [`its category has a cap of ${cap}`]),
      ];
      const inexact = `points that staff give do not all count: ${reasons.join(", ")}`;
      return [
        ...(reasons.length === 0 ? [] : [finding("inexact_manual", first.id, inexact)]),
        ...spare.map(({ id }) => finding("spare_manual", id, `stays empty: what staff give goes to ${first.id}`, first.id)),
      ];
    },
    overlaps: nothing,
  },
  required: "this is the only enabled signal that takes the points staff give; make or enable another one first",
  words: nothing,
  lists: [],
});
