import { describe, expect, it } from "vitest";
import type { ComparedPerson } from "#core/model/people/merge.ts";
import { likeKeyOf } from "#core/rules/address/likeness.ts";
import { candidatePairs } from "#core/rules/proposals/candidates.ts";
import { byAge, mayComeAgain, mostSharing, pairKey, samenessOf } from "#core/rules/proposals/pairs.ts";

const address = (kind: "email" | "phone", value: string, verified = false) => ({ kind, value, likeKey: likeKeyOf({ kind, value }), verified });
const person = (id: string, given: Partial<ComparedPerson> = {}): ComparedPerson => ({
  id,
  createdAt: 1,
  nameKey: "",
  addresses: [],
  identities: [],
  apart: [],
  ...given,
});
const onTelegram = (externalId: string) => ({ channel: "telegram" as const, account: "shop", externalId });
const kinds = (a: ComparedPerson, b: ComparedPerson) => samenessOf(a, b)?.evidence.map(({ kind }) => kind) ?? null;

describe("two contacts", () => {
  it("are proposed when one declares an e-mail or phone of the other, declared or verified", () => {
    const ana = person("a", { addresses: [address("email", "ana@example.com", true), address("phone", "+639171234567")] });
    const other = person("b", { addresses: [address("email", "ana@example.com"), address("phone", "+639171234567")] });

    expect(samenessOf(ana, other)).toEqual({
      decision: "propose",
      evidence: [
        { kind: "same_email", detail: "ana@example.com", messageId: null },
        { kind: "same_phone", detail: "+639171234567", messageId: null },
      ],
    });
  });

  it("are linked when the same address is verified for both", () => {
    const verified = { addresses: [address("phone", "+639171234567", true)] };

    expect(samenessOf(person("a", verified), person("b", verified))?.decision).toBe("link");
  });

  it("are proposed when names and addresses are both alike", () => {
    const a = person("a", { nameKey: "ana reyes", addresses: [address("email", "ana.reyes@example.com")] });

    expect(kinds(a, person("b", { nameKey: "ana reyes", addresses: [address("email", "anareyes+shop@mail.example")] }))).toEqual([
      "same_name",
      "like_email",
    ]);
    expect(kinds(a, person("b", { nameKey: "anna reyes", addresses: [address("email", "anareyes@mail.example")] }))).toEqual([
      "like_name",
      "like_email",
    ]);
  });

  it("are not for a name alone, a like address alone, or nothing", () => {
    const a = person("a", { nameKey: "ana reyes", addresses: [address("email", "ana.reyes@example.com")] });

    expect(kinds(a, person("b", { nameKey: "ana reyes", addresses: [address("email", "other@example.com")] }))).toBeNull();
    expect(kinds(a, person("b", { nameKey: "ben santos", addresses: [address("email", "anareyes@example.com")] }))).toBeNull();
    expect(kinds(person("a"), person("b"))).toBeNull();
  });

  it("are not when another identity on the same channel account speaks against it", () => {
    const a = person("a", { addresses: [address("email", "ana@example.com")], identities: [onTelegram("1")] });

    expect(samenessOf(a, person("b", { addresses: a.addresses, identities: [onTelegram("2")] }))).toBeNull();
    expect(samenessOf(a, person("b", { addresses: a.addresses, identities: [{ ...onTelegram("2"), account: "other" }] }))?.decision).toBe("propose");
  });

  it("are proposed, not linked, when both hold it verified and an identity speaks against it", () => {
    const addresses = [address("phone", "+639171234567", true)];

    expect(
      samenessOf(person("a", { addresses, identities: [onTelegram("1")] }), person("b", { addresses, identities: [onTelegram("2")] }))?.decision,
    ).toBe("propose");
  });

  it("are left alone once people have taken them apart", () => {
    const addresses = [address("phone", "+639171234567", true)];

    expect(samenessOf(person("a", { addresses, apart: ["b"] }), person("b", { addresses }))).toBeNull();
    expect(samenessOf(person("a", { addresses }), person("b", { addresses, apart: ["a"] }))).toBeNull();
  });
});

it("knows a pair by one key, whoever comes first, and the older by the date", () => {
  const [a, b] = [person("con_1", { createdAt: 5 }), person("con_2", { createdAt: 4 })];

  expect(pairKey("con_1", "con_2")).toBe("merge:con_1:con_2");
  expect(pairKey("con_2", "con_1")).toBe("merge:con_1:con_2");
  expect(byAge(a, b).map(({ id }) => id)).toEqual(["con_2", "con_1"]);
});

it.each([
  ["rejected", "like_email", "same_email", false],
  ["open", "like_email", "same_email", false],
  ["withdrawn", "like_email", "same_email", true],
  ["accepted", "like_name", "same_phone", true],
  ["withdrawn", "same_email", "same_phone", false],
  ["withdrawn", "like_email", "like_phone", false],
] as const)("one that is %s on %s comes again on %s: %s", (state, before, after, expected) => {
  const evidence = (kind: typeof before | typeof after) => [{ kind, detail: "", messageId: null }];

  expect(mayComeAgain({ state, evidence: evidence(before) }, evidence(after))).toBe(expected);
});

describe("who is worth comparing", () => {
  const owned = (contactId: string, value: string) => ({ contactId, ...address("email", value) });
  const known = (...people: [string, string][]) => new Map(people.map(([id, nameKey]) => [id, { id, nameKey }]));

  it("is whoever has the address, in the store or in the same commit", () => {
    const addresses = [owned("a", "x@example.com"), owned("b", "x@example.com")];
    const found = [{ at: 0, isSame: true, who: { id: "c", nameKey: "" } }];

    expect([...candidatePairs(addresses, found, known(["a", ""], ["b", ""])).keys()].sort()).toEqual(["merge:a:b", "merge:a:c", "merge:b:c"]);
  });

  it("is whoever has one alike under a like name", () => {
    const found = [
      { at: 0, isSame: false, who: { id: "b", nameKey: "ana reyes" } },
      { at: 0, isSame: false, who: { id: "c", nameKey: "ben" } },
    ];

    expect([...candidatePairs([owned("a", "ana@example.com")], found, known(["a", "ana"])).keys()]).toEqual(["merge:a:b"]);
  });

  it("is nobody when more have it than one person's address has", () => {
    const found = (count: number) => Array.from({ length: count }, (_, n) => ({ at: 0, isSame: true, who: { id: `o${n}`, nameKey: "" } }));

    expect(candidatePairs([owned("a", "info@example.com")], found(mostSharing - 1), known(["a", ""])).size).toBe(mostSharing - 1);
    expect(candidatePairs([owned("a", "info@example.com")], found(mostSharing), known(["a", ""])).size).toBe(0);
  });
});
