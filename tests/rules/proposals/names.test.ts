import fc from "fast-check";
import { expect, it } from "vitest";
import { nameLikeness } from "#core/rules/proposals/names.ts";

it.each([
  ["ana reyes", "ana reyes", "same_name"],
  ["ana reyes", "reyes, ana", "same_name"],
  ["ana", "ana reyes", "like_name"],
  ["ana reyes", "ana maria reyes", "like_name"],
  ["ana reyes", "anna reyes", "like_name"],
  ["ana reyes", "ana reyez", "like_name"],
  ["ana reyes", "an reyes", "like_name"],
  ["ana reyes", "ben santos", null],
  ["ana reyes", "ana santos", null],
  ["ana reyes", "anna reyez", null],
  ["jo", "bo", null],
  ["", "", null],
  ["ana", "", null],
  ["😀", "😀", null],
] as const)("%j and %j: %s", (a, b, expected) => {
  expect(nameLikeness(a, b)).toBe(expected);
});

it("does not depend on who comes first", () => {
  const name = fc.array(fc.constantFrom("ana", "anna", "ann", "reyes", "reyez", "b"), { maxLength: 3 }).map((words) => words.join(" "));

  fc.assert(fc.property(name, name, (a, b) => nameLikeness(a, b) === nameLikeness(b, a)));
});

it("takes any one letter more, less or another", () => {
  const letters = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 4, maxLength: 8 });

  fc.assert(
    fc.property(letters, fc.nat(), fc.constantFrom("x", ""), fc.boolean(), (word, place, letter, replaces) => {
      const at = place % word.length;
      const other = [...word.slice(0, at), letter, ...word.slice(replaces || letter === "" ? at + 1 : at)].join("");

      expect(nameLikeness(word.join(""), other)).toBe("like_name");
    }),
  );
});
