import { describe, expect, it } from "vitest";
import type { FrustrationReason } from "#core/model/vocabulary.ts";
import { frustrationOf } from "#core/rules/conversations/frustration.ts";
import { said } from "../analysis/read.ts";
import { talked } from "./conversation.ts";

describe("frustration", () => {
  it.each<[FrustrationReason, string[]]>([
    ["abuse", ["C: you are all idiots"]],
    ["complaint", ["C: the soup arrived cold"]],
    ["complaint", ["C: hindi pa po dumating yung order ko"]],
    ["complaint", ["C: me cobraron dos veces"]],
    ["repeated_complaint", ["C: the soup arrived cold", "A: Sorry for that!", "C: and the cake arrived broken"]],
    ["very_negative", ["C: worst day ever, I hate this, absolutely horrible"]],
  ])("is %s after %j", (because, lines) => {
    expect(frustrationOf(talked(...lines).moods)?.because).toBe(because);
  });

  it.each([
    [["C: does it hurt?"]],
    [["C: what are your cancellation fees?"]],
    [["C: my tooth is bleeding, can I come today?"]],
    [["C: sorry, my bad, wrong number"]],
    [["C: too expensive for me, maybe next time"]],
    [["C: the cake arrived broken", "A: A new one is on its way.", "C: thank you!"]],
  ])("is not there after %j", (lines) => {
    expect(frustrationOf(talked(...lines).moods)).toBeNull();
  });

  it("needs two negative messages running; one without tone between them does not count", () => {
    const mood = (id: string, sentiment: number | null) => ({ at: 1, id, sentiment, complaint: false, abuse: false, quote: id });

    expect(frustrationOf([mood("a", -0.4), mood("b", null), mood("c", -0.3)])).toMatchObject({
      because: "negative_twice",
      quotes: [{ id: "a" }, { id: "c" }],
    });
    expect(frustrationOf([mood("a", -0.4), mood("b", 0.3), mood("c", -0.3)])).toBeNull();
    expect(frustrationOf([mood("a", -0.4), mood("b", -0.4), mood("c", null)])).toBeNull();
    expect(frustrationOf([mood("a", -0.6)])).toMatchObject({ because: "very_negative" });
    expect(frustrationOf([])).toBeNull();
  });
});

describe("our side says that it cannot", () => {
  it.each([
    "Unfortunately that's not possible on our end",
    "There is nothing we can do about it",
    "That is out of our hands, you'd have to raise it with the building office",
    "We can't accommodate that on such short notice",
    "Sale items cannot be refunded",
    "It's against our policy",
    "I'm not sure about that, I'll forward it to the sales team",
    "Lo siento, no podemos ayudarle con eso",
    "No está en nuestras manos",
    "no es posible cambiarlo",
    "no sabría decirle",
    "Wala na po kaming magagawa dyan",
    "Hindi po namin kaya yan ngayon",
    "di ko po alam yan",
    "dili namo kaya",
  ])("“%s”", (text) => {
    expect(said(text).cannotResolve).not.toBeNull();
  });

  it.each([
    "We can do that for you",
    "No problem at all!",
    "You can't go wrong with the blue one",
    "Sí, podemos ayudarle",
    "No hay problema",
    "Kaya po namin yan",
    "I'll pass it to the kitchen",
    "We do not charge for delivery",
  ])("not “%s”", (text) => {
    expect(said(text).cannotResolve).toBeNull();
  });
});
