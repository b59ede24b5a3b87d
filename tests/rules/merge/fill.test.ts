import fc from "fast-check";
import { expect, it } from "vitest";
import { fillsFrom, type People, withFills, withoutFills } from "#core/rules/merge/fill.ts";
import { earliestOrigin } from "#core/rules/merge/origin.ts";

const word = fc.option(fc.constantFrom("one", "two"), { freq: 2 });
const writer = fc.record({
  provenance: fc.constantFrom("human" as const, "integration" as const),
  by: fc.constantFrom("stf_1", "imp_1"),
  at: fc.nat(9),
});
const people: fc.Arbitrary<People> = fc.record({
  ownerId: word,
  branchId: word,
  timeZone: word,
  vipOverride: fc.option(fc.boolean(), { freq: 2 }),
  attributes: fc.dictionary(fc.constantFrom("seats", "plan", "constructor"), fc.constantFrom("x", 1, false, null), { noNullPrototype: true }),
  peopleBy: fc.option(
    fc.dictionary(fc.constantFrom("ownerId", "vipOverride", "attribute:seats", "attribute:constructor"), writer, {
      minKeys: 1,
      noNullPrototype: true,
    }),
  ),
});

it("fills what is empty and nothing else, and takes it back without a trace", () => {
  fc.assert(
    fc.property(people, people, (into, from) => {
      const filled = fillsFrom(into, from);
      const after = withFills(into, filled);

      expect(fillsFrom(after, from)).toEqual([]);
      expect({ ...from, ...after, attributes: { ...from.attributes, ...into.attributes } }).toEqual(after);
      expect(withoutFills(after, filled)).toEqual({ people: into, freed: filled });
    }),
  );
});

it("leaves what people have written over a fill", () => {
  const empty: People = { ownerId: null, branchId: null, timeZone: null, vipOverride: null, attributes: {}, peopleBy: null };
  const from: People = { ...empty, ownerId: "stf_1", vipOverride: false, attributes: { seats: 4, plan: "family" } };
  const after = withFills(empty, fillsFrom(empty, from));

  const { people: left, freed } = withoutFills({ ...after, ownerId: "stf_2", attributes: { ...after.attributes, seats: 5 } }, fillsFrom(empty, from));

  expect(left).toEqual({ ...empty, ownerId: "stf_2", attributes: { seats: 5 } });
  expect(freed.map(({ field }) => field)).toEqual(["vipOverride", "attribute"]);
});

it("takes the person to have come with the earliest record, the remaining one among several as early", () => {
  const at = (createdAt: number, sourceDetail: string) => ({ createdAt, source: "manual" as const, sourceDetail });

  expect(earliestOrigin(at(2, "a"), at(1, "b"), at(3, "c"))).toEqual(at(1, "b"));
  expect(earliestOrigin(at(2, "a"), at(2, "b"))).toEqual(at(2, "a"));
});
