import { describe, expect, it } from "vitest";
import type { Fact } from "#core/model/fact.ts";
import type { DetailField } from "#core/model/vocabulary.ts";
import { conflictKey, conflictsOf } from "#core/rules/proposals/conflicts.ts";
import { noted, onDay, remembered, said } from "#tests/support/people/said.ts";

const typed = (field: DetailField, value: string, day: number, confidence = 0.9) =>
  said(value, { at: onDay(day), id: `m${day}`, details: [{ field, value, quote: `it is ${value}`, confidence }] });
/** What the last fact contradicts of all that holds after it. */
const found = (...facts: [Fact, ...Fact[]]) => conflictsOf(remembered(facts).details, facts.slice(-1)).map(({ field, value }) => [field, value]);

describe("a new value that loses", () => {
  it("is worth a look against the word of a person", () => {
    expect(found(noted("phone", "+639171234567", "human"), typed("phone", "+639179999999", 1, 0.5))).toEqual([["phone", "+639179999999"]]);
    expect(found(noted("name", "Ana Reyes", "human"), said("Hi", { at: onDay(1), sender: { name: "Bea Luna" } }))).toEqual([["name", "Bea Luna"]]);
    expect(found(noted("email", null, "human"), typed("email", "ana@example.com", 1))).toEqual([["email", "ana@example.com"]]);
  });

  it("is not when the person spoke later", () => {
    const old = typed("phone", "+639179999999", 1);

    expect(conflictsOf(remembered([old, noted("phone", "+639171234567", "human", { at: onDay(2) })]).details, [old])).toEqual([]);
  });

  it("is worth a look between two detected ones that are both sure", () => {
    expect(found(typed("email", "ana@example.com", 0), typed("email", "other@example.com", 1))).toEqual([["email", "other@example.com"]]);
    expect(found(typed("email", "ana@example.com", 0), typed("email", "other@example.com", 1, 0.6))).toEqual([]);
  });

  it("is not against what a platform or an integration says", () => {
    expect(found(said("Hi", { sender: { name: "Ana" }, id: "m0" }), typed("name", "Bea", 1))).toEqual([]);
  });

  it("is not when it is the same, folded, or a part of the other", () => {
    expect(found(noted("name", "José Reyes", "human"), typed("name", "jose  REYES", 1))).toEqual([]);
    expect(found(noted("name", "José Reyes", "human"), typed("name", "Jose", 1))).toEqual([]);
    expect(found(noted("name", "Ana", "human"), typed("name", "Ana Reyes", 1))).toEqual([]);
    expect(found(noted("name", "Ana", "human"), typed("name", "Anabel", 1))).toEqual([["name", "Anabel"]]);
    expect(found(noted("email", "ana@example.com", "human"), typed("email", "ana@example.co", 1))).toEqual([["email", "ana@example.co"]]);
  });

  it("is none when it wins", () => {
    expect(found(typed("name", "Ana", 0, 0.7), typed("name", "Bea", 1, 0.9))).toEqual([]);
  });
});

it("has a key that is alike for the same value and shows none of it", () => {
  const key = conflictKey("con_1", "email", "Ana@Example.com");

  expect(key).toBe(conflictKey("con_1", "email", "ana@example.com"));
  expect(key).toMatch(/^field:con_1:email:[0-9a-f]{32}$/);
  expect(key).not.toBe(conflictKey("con_1", "email", "bea@example.com"));
});
