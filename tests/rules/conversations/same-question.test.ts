import { describe, expect, it } from "vitest";
import { askedBefore } from "#core/rules/conversations/memory.ts";
import { asksAgain, isSameQuestion } from "#core/rules/conversations/same-question.ts";
import { talked, theirs } from "./conversation.ts";

describe("the same question", () => {
  it.each([
    ["how much is a haircut", "what is the price of a haircut?"],
    ["When does the pool open?", "what time is the pool open"],
    ["where is my parcel", "hello, where is the parcel??"],
    ["¿cuánto cuesta el corte de pelo?", "precio del corte de pelo"],
    ["magkano po rebond", "hm po ang rebond"],
    ["is parking free", "do you have free parking?"],
  ])("“%s” and “%s”", (a, b) => {
    expect(isSameQuestion(a, b)).toBe(true);
    expect(isSameQuestion(b, a)).toBe(true);
  });

  it.each([
    ["how much is a haircut", "how much is a massage"],
    ["do you have tables on Friday", "do you have other tables"],
    ["where is my parcel", "can I return my parcel"],
    ["hello", "hi"],
  ])("not “%s” and “%s”, once the first is answered", (a, b) => {
    expect(isSameQuestion(a, b)).toBe(false);
  });

  it.each(["??", "hello?", "any update", "hello? anyone there", "¿alguna novedad?", "up po", "sigo esperando"])(
    "“%s” asks for what was asked",
    (text) => {
      expect(asksAgain(text)).toBe(true);
      expect(askedBefore(talked("C: where is my parcel?"), theirs(text))?.quote).toBe("where is my parcel");
      expect(askedBefore(talked("C: where is my parcel?", "A: It arrives on Friday."), theirs(text))).toBeNull();
    },
  );

  it("remembers at most three questions", () => {
    const asked = talked("C: what is the price?", "C: where are you?", "C: are dogs allowed?", "C: is there a garden?").asked;

    expect(asked.map(({ quote }) => quote)).toEqual(["where are you", "are dogs allowed", "is there a garden"]);
  });
});
