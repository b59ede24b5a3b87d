import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fact } from "#core/model/fact.ts";
import { did, onDay, remembered, replied, said } from "#tests/support/people/said.ts";
import { histories } from "#tests/support/records/facts.ts";

const engaged = (...facts: Fact[]) => remembered(facts).engagement;
const nudges = ["follow_up", "marketing"] as const;

describe("an episode", () => {
  it("is a run of messages with gaps of less than 7 days, named by its first", () => {
    const { episode } = engaged(
      said("Hi", { at: onDay(0), id: "a" }),
      replied("Hello", { at: onDay(6.9), id: "b" }),
      said("Are you there?", { at: onDay(13.8), id: "c" }),
    );

    expect(episode).toEqual({ id: "a", startedAt: onDay(0), lastAt: onDay(13.8), inbound: 2 });
  });

  it("is a new one after 7 days, whoever speaks first", () => {
    expect(engaged(said("Hi", { at: onDay(0), id: "a" }), said("Hi", { at: onDay(7), id: "b" })).episode).toMatchObject({ id: "b", inbound: 1 });
    expect(engaged(said("Hi", { at: onDay(0), id: "a" }), replied("Hi", { at: onDay(7), id: "b" })).episode).toMatchObject({ id: "b", inbound: 0 });
  });

  it.each(nudges)("is neither begun nor lengthened by %s", (purpose) => {
    const nudge = (day: number, id: string) => replied("Still there?", { at: onDay(day), id, purpose, asks: true });

    expect(engaged(nudge(0, "n")).episode).toBeNull();
    expect(engaged(said("Hi", { at: onDay(0), id: "a" }), nudge(6, "n")).episode).toMatchObject({ id: "a", lastAt: onDay(0) });
    expect(engaged(said("Hi", { at: onDay(0), id: "a" }), nudge(6, "n"), said("Hm", { at: onDay(8), id: "b" })).episode).toMatchObject({ id: "b" });
  });

  it("is not touched by an action", () => {
    expect(engaged(said("Hi", { at: onDay(0), id: "a" }), did("link_clicked", { at: onDay(20) })).episode).toMatchObject({
      id: "a",
      lastAt: onDay(0),
    });
  });
});

describe("whose turn it is", () => {
  const asks = (day: number, more = {}) => replied("Which date?", { at: onDay(day), id: `q${day}`, asks: true, ...more });

  it("is theirs once we ask or offer, until they write", () => {
    expect(engaged(asks(1)).waiting).toMatchObject({ at: onDay(1), quote: "Which date?" });
    expect(engaged(replied("Shall I book?", { at: onDay(1), offers: "booking" })).waiting).toMatchObject({ quote: "Shall I book?" });
    expect(engaged(asks(1), said("Hm", { at: onDay(2) })).waiting).toBeNull();
  });

  it("waits from our newest words, for what was asked last", () => {
    expect(engaged(asks(1), replied("It has a view", { at: onDay(2), id: "v" })).waiting).toEqual({ at: onDay(2), id: "v", quote: "Which date?" });
    expect(engaged(asks(1), replied("How many?", { at: onDay(2), id: "v", asks: true })).waiting).toMatchObject({ quote: "How many?" });
  });

  it.each(nudges)("is not moved by %s", (purpose) => {
    expect(engaged(asks(1), asks(2, { purpose })).waiting).toMatchObject({ at: onDay(1) });
    expect(engaged(asks(1, { purpose })).waiting).toBeNull();
    expect(engaged(asks(1, { purpose })).nudgedAt).toBe(onDay(1));
  });
});

describe("promises", () => {
  const promises = (day: number, more = {}) => replied("I'll check", { at: onDay(day), id: `p${day}`, promises: [onDay(day + 1)], ...more });
  const open = (...facts: Fact[]) => engaged(...facts).promises.map(({ id }) => id);

  it("are open until words of ours that bring something", () => {
    expect(open(promises(1))).toEqual(["p1"]);
    expect(open(promises(1), promises(2))).toEqual(["p1", "p2"]);
    expect(open(promises(1), replied("Good morning!", { at: onDay(2) }))).toEqual(["p1"]);
    expect(open(promises(1), replied("The tent costs 4,500", { at: onDay(2) }))).toEqual([]);
    expect(open(promises(1), said("And?", { at: onDay(2) }))).toEqual(["p1"]);
    expect(open(promises(1), replied("Here is the quote", { at: onDay(2), purpose: "follow_up" }))).toEqual([]);
    expect(open(promises(1), replied("Summer sale: tents for 4,500", { at: onDay(2), purpose: "marketing" }))).toEqual(["p1"]);
  });

  it("that come with the answer to an earlier one stay alone", () => {
    expect(open(promises(1), replied("It is 4,500. I'll check the date", { at: onDay(2), id: "both", promises: [onDay(3)] }))).toEqual([
      "p1",
      "both",
    ]);
  });

  it("are not made again by the follow-up that quotes them, and may be by it", () => {
    const again = (text: string) => replied(text, { at: onDay(2), id: "again", promises: [onDay(3)], purpose: "follow_up" });

    expect(open(promises(1), again("I told you “I'll check”, and I haven't forgotten"))).toEqual([]);
    expect(open(promises(1), again("I'll send it tomorrow"))).toEqual(["p1", "again"]);
  });

  it("are remembered ten at a time", () => {
    expect(open(...Array.from({ length: 12 }, (_, i) => promises(i)))).toEqual(Array.from({ length: 10 }, (_, i) => `p${i + 2}`));
  });
});

describe("answers", () => {
  it("are timed from our last words, the first words alone, the newest three", () => {
    const { replies } = engaged(
      said("Hi", { at: onDay(0), id: "a" }),
      ...[1, 2, 3, 4].flatMap((day) => [
        replied("Well", { at: onDay(day), id: `o${day}` }),
        said("Hm 👍", { at: onDay(day + 0.1), id: `i${day}` }),
        said("and more", { at: onDay(day + 0.2), id: `j${day}` }),
      ]),
    );

    expect(replies.map(({ id, length }) => [id, length])).toEqual([
      ["i2", 4],
      ["i3", 4],
      ["i4", 4],
    ]);
    expect(replies.map(({ tookMs }) => tookMs)).toEqual(replies.map(() => onDay(0.1) - onDay(0)));
  });
});

describe("near misses", () => {
  it("are remembered, and a keyword is none", () => {
    const please = said("please do not write me any more", { at: onDay(1), id: "n", intents: ["opt_out"] });

    expect(engaged(please).nearMiss).toMatchObject({ id: "n", at: onDay(1) });
    expect(engaged(said("STOP", { at: onDay(1), intents: ["opt_out"] })).nearMiss).toBeNull();
  });
});

describe("of every history", () => {
  const isNudge = (fact: Fact) => fact.type === "message" && (fact.purpose === "follow_up" || fact.purpose === "marketing");

  it("nudges change neither the episode nor whose turn it is", () => {
    fc.assert(
      fc.property(histories(), (facts) => {
        const { episode, waiting } = remembered(facts).engagement;
        const without = remembered(facts.filter((fact) => !isNudge(fact))).engagement;

        expect({ episode, waiting }).toEqual({ episode: without.episode, waiting: without.waiting });
      }),
    );
  });
});
