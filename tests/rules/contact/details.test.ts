import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DetailState } from "#core/model/contact-state.ts";
import { provenances } from "#core/model/vocabulary.ts";
import { detailCandidatesIn, detailsOf, outranks, resolveDetail, withDetail } from "#core/rules/contact/details.ts";
import { did, monday, noted, onDay, remembered, replied, said } from "#tests/support/people/said.ts";

const typed = (field: "name" | "email" | "phone" | "company", value: string, at: number, confidence = 0.8) =>
  said(`It is ${value}`, { at, details: [{ field, value, quote: value, confidence }] });

describe("human > verified > integration > detected", () => {
  it.each(provenances.flatMap((held, i) => provenances.flatMap((next, j) => (i === j ? [] : [[next, held, j > i] as const]))))(
    "%s after %s: wins %s",
    (next, held, wins) => {
      const { details } = remembered([noted("name", "Held", held, { at: onDay(0) }), noted("name", "Next", next, { at: onDay(1) })]);

      expect(details.name?.value).toBe(wins ? "Next" : "Held");
    },
  );

  it.each(["human", "verified", "integration"] as const)("of two by %s the later wins", (provenance) => {
    const { details } = remembered([noted("name", "Old", provenance, { at: onDay(0) }), noted("name", "New", provenance, { at: onDay(1) })]);

    expect(details.name).toMatchObject({ value: "New", provenance, at: onDay(1) });
  });

  it("a human's edit is never overwritten by what comes after", () => {
    const { details } = remembered([
      noted("phone", "+14155552671", "human", { at: onDay(0) }),
      said("Hi", { at: onDay(1), sender: { phone: "+639171234567", verified: ["phone"] } }),
      typed("phone", "+442079460958", onDay(2), 1),
    ]);

    expect(details.phone).toMatchObject({ value: "+14155552671", provenance: "human" });
  });

  it("a value that a human cleared stays empty", () => {
    const { details } = remembered([typed("name", "Ana", onDay(0)), noted("name", null, "human", { at: onDay(1) }), typed("name", "Ann", onDay(2))]);

    expect(details.name).toMatchObject({ value: null, provenance: "human" });
  });
});

describe("a detected value", () => {
  it("fills an empty field, with its evidence", () => {
    const { details } = remembered([said("I'm Ana", { id: "m1", details: [{ field: "name", value: "Ana", quote: "I'm Ana", confidence: 0.9 }] })]);

    expect(details).toEqual({ name: { value: "Ana", provenance: "detected", confidence: 0.9, at: monday, id: "m1", quote: "I'm Ana" } });
  });

  it("stays when another as sure comes later", () => {
    const { details } = remembered([typed("company", "Acme", onDay(0)), typed("company", "Bolt", onDay(1))]);

    expect(details.company?.value).toBe("Acme");
  });

  it("gives way to a surer one", () => {
    const { details } = remembered([typed("name", "Anna", onDay(0), 0.5), typed("name", "Ana", onDay(1), 0.9)]);

    expect(details.name?.value).toBe("Ana");
  });

  it("does not touch other fields", () => {
    const { details } = remembered([typed("name", "Ana", onDay(0)), typed("email", "ana@example.com", onDay(1))]);

    expect([details.name?.value, details.email?.value, details.phone]).toEqual(["Ana", "ana@example.com", undefined]);
  });
});

describe("what a platform or caller says of the sender", () => {
  it("is the word of an integration, and verified where it is attested", () => {
    const found = detailsOf(said("Hi", { sender: { name: "Ana", email: "ana@example.com", phone: "+639171234567", verified: ["phone"] } }));

    expect(found.map(({ field, candidate }) => [field, candidate.value, candidate.provenance, candidate.confidence])).toEqual([
      ["name", "Ana", "integration", 1],
      ["email", "ana@example.com", "integration", 1],
      ["phone", "+639171234567", "verified", 1],
    ]);
  });

  it("comes with an action too: a form that was filled in", () => {
    const { details } = remembered([did("form_submitted", { sender: { name: "Ana", email: "ana@example.com", verified: ["email"] } })]);

    expect([details.name?.value, details.email?.value, details.email?.provenance]).toEqual(["Ana", "ana@example.com", "verified"]);
  });

  it("is nothing when it is empty", () => {
    expect(detailsOf(said("Hi", { sender: { name: "", username: "ana" } }))).toEqual([]);
    expect(detailsOf(replied("Hi"))).toEqual([]);
  });

  it("comes before what the same message says, and after what staff wrote", () => {
    const message = said("I'm Annie", {
      at: onDay(1),
      sender: { name: "Ana" },
      details: [{ field: "name", value: "Annie", quote: "Annie", confidence: 1 }],
    });

    expect(remembered([message]).details.name?.value).toBe("Ana");
    expect(remembered([noted("name", "Ms Cruz", "human"), message]).details.name?.value).toBe("Ms Cruz");
  });
});

it("gives the same value in whatever order the candidates come", () => {
  const candidate: fc.Arbitrary<DetailState> = fc
    .record({
      value: fc.constantFrom("a", "b", null),
      provenance: fc.constantFrom(...provenances),
      confidence: fc.constantFrom(0.5, 0.9, 1),
      at: fc.constantFrom(1, 2),
      id: fc.constantFrom("x", "y"),
      quote: fc.constant(null),
    })
    .map((one) => (one.provenance === "detected" ? one : { ...one, confidence: 1 }));
  const winner = (candidates: readonly DetailState[]) =>
    candidates.reduce<ReturnType<typeof withDetail>>((held, next) => withDetail(held, "name", next), {}).name;

  fc.assert(
    fc.property(fc.array(candidate, { minLength: 1, maxLength: 6 }), (candidates) => {
      const forward = winner(candidates);
      const backward = winner([...candidates].reverse());

      expect(forward).toEqual(backward);
      expect(candidates.filter((other) => forward && outranks(other, forward)).every((other) => other.value === forward?.value)).toBe(true);
    }),
  );
});

describe("where a field stands", () => {
  const facts = [
    typed("name", "Ana", onDay(0)),
    said("Hi", { at: onDay(1), id: "m1", sender: { name: "Anita" } }),
    said("Hi again", { at: onDay(2), id: "m2", sender: { name: "Anita" } }),
    noted("name", "Ms Cruz", "human", { at: onDay(3), id: "e1" }),
    typed("name", "ms  cruz", onDay(4)),
  ];

  it("names what holds, with its fact, and what lost, each once, newest first", () => {
    const { held, lost } = resolveDetail(detailCandidatesIn(facts), "name");

    expect(held).toMatchObject({ fact: "edit", candidate: { value: "Ms Cruz", provenance: "human", id: "e1" } });
    expect(lost.map(({ fact, candidate: { value, provenance, id } }) => [fact, value, provenance, id])).toEqual([
      ["message", "Anita", "integration", "m2"],
      ["message", "Ana", "detected", facts[0]?.id],
    ]);
  });

  it("is what the fold holds, whatever the order of the facts", () => {
    expect(resolveDetail(detailCandidatesIn([...facts].reverse()), "name").held?.candidate).toEqual(remembered(facts).details.name);
    expect(resolveDetail(detailCandidatesIn(facts), "email")).toEqual({ held: null, lost: [] });
  });

  it("shows ten that lost at most", () => {
    const many = Array.from({ length: 15 }, (_, n) => typed("company", `Shop ${n}`, onDay(n)));

    expect(resolveDetail(detailCandidatesIn(many), "company").lost.map(({ candidate }) => candidate.value)).toEqual(
      Array.from({ length: 10 }, (_, n) => `Shop ${14 - n}`),
    );
  });
});
