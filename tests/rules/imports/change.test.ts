import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DetailState } from "#core/model/contact-state.ts";
import type { Provenance } from "#core/model/vocabulary.ts";
import { changesSaid, changeTo, type KnownContact, withChange } from "#core/rules/imports/change.ts";
import { telegram, whoIs } from "./people.ts";

const rules = { importId: "imp_1", now: 100, maxAttributes: 3, columnOf: (field: string) => `column ${field}` };

const held = (value: string | null, provenance: Provenance, at = 1): DetailState => ({ value, provenance, confidence: 1, at, id: "e1", quote: null });

function known(parts: Partial<KnownContact> = {}): KnownContact {
  return {
    id: "con_1",
    details: {},
    consents: {},
    optedOut: false,
    people: { ownerId: null, branchId: null, timeZone: null, vipOverride: null, attributes: {}, peopleBy: null },
    identities: [],
    verified: new Set(),
    tagKeys: new Set(),
    notes: new Set(),
    ...parts,
  };
}

const codes = (reasons: readonly { code: string; column: string | null }[]) => reasons.map(({ code, column }) => `${code} ${column}`);

describe("a value of a row", () => {
  it.each<[string, DetailState | undefined, boolean, string[]]>([
    ["fills what is empty", undefined, true, []],
    ["replaces what was read in a message", held("Old", "detected"), true, []],
    ["replaces an older one of an integration", held("Old", "integration"), true, []],
    ["leaves a newer one of an integration", held("Old", "integration", 200), false, ["kept_newer_value column name"]],
    ["leaves what a platform vouches for", held("Old", "verified"), false, ["kept_verified_value column name"]],
    ["leaves what people have written", held("Old", "human"), false, ["kept_human_value column name"]],
    ["leaves what people have taken out", held(null, "human"), false, ["kept_human_value column name"]],
    ["changes nothing when it is there", held("New", "human"), false, []],
  ])("%s", (_, name, isTaken, reasons) => {
    const result = changeTo(known(name ? { details: { name } } : {}), whoIs({ details: { name: "New" } }), rules, false);

    expect(result.change?.details ?? []).toEqual(isTaken ? [["name", "New"]] : []);
    expect(codes(result.reasons)).toEqual(reasons);
  });

  it("gives way to an earlier line of the file, and fills what that left empty", () => {
    const before = known({ details: { name: held("First", "integration", 100) } });

    const { change, reasons } = changeTo(before, whoIs({ details: { name: "Second", company: "Reyes" } }), rules, true);

    expect(change?.details).toEqual([["company", "Reyes"]]);
    expect(codes(reasons)).toEqual(["kept_earlier_line column name"]);
  });
});

describe("an address of a row", () => {
  const person = whoIs({ details: { email: "ana@example.com" } });

  it("is vouched for when the contact shows it, also when it was there unverified", () => {
    const shown = known({ details: { email: held("ana@example.com", "detected") } });

    expect(changeTo(known(), person, rules, false).change?.addresses).toEqual([{ kind: "email", value: "ana@example.com" }]);
    expect(changeTo(shown, person, rules, false).change).toMatchObject({ details: [], addresses: [{ kind: "email" }] });
  });

  it("is none of the contact's when the contact shows another", () => {
    const other = known({ details: { email: held("other@example.com", "human") } });

    expect(changeTo(other, person, rules, false).change).toBeNull();
  });
});

describe("what people decide", () => {
  it("stays: owner, branch, zone, VIP and attributes", () => {
    const people = { ownerId: "o1", branchId: "b1", timeZone: "Asia/Manila", vipOverride: false, attributes: { size: 1 }, peopleBy: null };
    const person = whoIs({ ownerId: "o2", branchId: "b2", timeZone: "Europe/Paris", isVip: true, attributes: { size: 2 } });

    const { change, reasons } = changeTo(known({ people }), person, rules, false);

    expect(change).toBeNull();
    expect(codes(reasons)).toEqual(["owner", "branch", "timeZone", "vip", "attribute:size"].map((field) => `kept_human_value column ${field}`));
  });

  it("stays when it is that nothing is there", () => {
    const by = { provenance: "human" as const, by: "stf_1", at: 1 };
    const people = { ...known().people, peopleBy: { timeZone: by, vipOverride: by, "attribute:size": by } };

    const { change, reasons } = changeTo(known({ people }), whoIs({ timeZone: "Asia/Manila", isVip: true, attributes: { size: 2 } }), rules, false);

    expect(change).toBeNull();
    expect(codes(reasons)).toEqual(["timeZone", "vip", "attribute:size"].map((field) => `kept_human_value column ${field}`));
  });

  const by = { provenance: "integration" as const, by: "imp_0", at: 1 };
  const imported = {
    ownerId: "o1",
    branchId: null,
    timeZone: "Asia/Manila",
    vipOverride: true,
    attributes: { size: 1, plan: "x" },
    peopleBy: { ownerId: by, timeZone: by, vipOverride: by, "attribute:size": by },
  };
  const corrected = whoIs({ ownerId: "o2", timeZone: "Europe/Paris", isVip: false, attributes: { size: 2, plan: "y" } });

  it("is not what an import has written: the next one corrects it, and says that it did", () => {
    const { change, reasons } = changeTo(known({ people: imported }), corrected, rules, false);

    const anew = { ...by, by: "imp_1", at: 100 };
    expect(change?.people).toEqual({
      ownerId: "o2",
      timeZone: "Europe/Paris",
      vipOverride: null,
      attributes: { size: 2, plan: "x" },
      peopleBy: { ownerId: anew, timeZone: anew, "attribute:size": anew },
    });
    expect(codes(reasons)).toEqual(["kept_human_value column attribute:plan"]);
    expect(change && changesSaid(known({ people: imported }), change).detail).toBe("owner, timeZone, vip, attribute:size");
  });

  it("nor does a later line of one file correct an earlier one", () => {
    const { change, reasons } = changeTo(known({ people: imported }), corrected, rules, true);

    expect(change).toBeNull();
    expect(codes(reasons)).toEqual([
      ...["owner", "timeZone", "vip", "attribute:size"].map((field) => `kept_earlier_line column ${field}`),
      "kept_human_value column attribute:plan",
    ]);
  });

  it("leaves room for so many attributes", () => {
    const people = { ownerId: null, branchId: null, timeZone: null, vipOverride: null, attributes: { a: 1, b: 1 }, peopleBy: null };

    const { change, reasons } = changeTo(known({ people }), whoIs({ attributes: { c: 1, d: 1 } }), rules, false);

    expect(change?.people.attributes).toEqual({ a: 1, b: 1, c: 1 });
    expect(codes(reasons)).toEqual(["too_many_attributes column attribute:d"]);
  });

  it.each([
    ["opt_out", false, "opt_out", []],
    ["opt_out", true, null, []],
    ["opt_in", false, "opt_in", []],
    ["opt_in", true, null, ["kept_opt_out column consent"]],
  ] as const)("%s, opted out before: %j, gives %j", (consent, optedOut, taken, reasons) => {
    const result = changeTo(known({ optedOut }), whoIs({ consent }), rules, false);

    expect(result.change?.consent ?? null).toBe(taken);
    expect(codes(result.reasons)).toEqual(reasons);
  });
});

it("a row that is applied changes nothing when it comes again", () => {
  const text = fc.string({ minLength: 1, maxLength: 6 });
  const persons = fc
    .record({
      details: fc.record({ name: text, email: text, phone: text, company: text }, { requiredKeys: [] }),
      identities: fc.uniqueArray(
        text.map((id) => telegram(id, id)),
        { selector: ({ account }) => account, maxLength: 2 },
      ),
      tags: fc.uniqueArray(fc.constantFrom("a", "b", "c")),
      attributes: fc.dictionary(fc.constantFrom("x", "y", "z"), fc.integer()),
      ownerId: fc.option(text),
      isVip: fc.boolean(),
      note: fc.option(text),
      consent: fc.constantFrom("opt_in", "opt_out", null),
    })
    .map(whoIs);
  fc.assert(
    fc.property(persons, fc.boolean(), (person, isLater) => {
      const before = known();
      const { change } = changeTo(before, person, rules, isLater);
      const after = change === null ? before : withChange(before, change, rules.now);

      expect(changeTo(after, person, rules, isLater).change).toBeNull();
    }),
  );
});
