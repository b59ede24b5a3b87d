import { describe, expect, it } from "vitest";
import { isClosingQuestion } from "#core/rules/followups/closing-question.ts";

describe("a question out of courtesy, to which nobody owes an answer", () => {
  it.each([
    ["Is there anything else I can help you with?"],
    ["Anything else?"],
    ["Is there anything more you need?"],
    ["Is there something else we can do for you?"],
    ["What else can I do for you?"],
    ["How are you today?"],
    ["Hi Ana, how are you doing?"],
    ["How was your experience with us?"],
    ["May iba pa po ba kayong kailangan?"],
    ["Ano pa po ang maitutulong namin?"],
    ["Iba pa po?"],
    ["Kumusta po kayo?"],
    ["¿Algo más?"],
    ["¿Le puedo ayudar en algo más?"],
    ["¿Hay algo más en lo que le pueda ayudar?"],
    ["¿Alguna otra cosa?"],
    ["¿Cómo está usted?"],
  ])("%s", (quote) => {
    expect(isClosingQuestion(quote)).toBe(true);
  });
});

describe("a question that waits for an answer, though it looks alike", () => {
  it.each([
    ["Which date do you need?"],
    ["Would you like anything else instead?"],
    ["Would you prefer something else?"],
    ["Do you want anything more in the package?"],
    ["How are you paying?"],
    ["How are you planning to get here?"],
    ["How is the deposit to be paid?"],
    ["Ano pong date ang kailangan ninyo?"],
    ["Ilan po kayo?"],
    ["Ibang room po ba?"],
    ["Kumusta po ang napili ninyong room, kukunin na po ba?"],
    ["¿Busca algo más económico?"],
    ["¿Hay alguna otra fecha que le convenga?"],
    ["¿Cómo está pensando pagar?"],
    ["¿Para cuántas personas?"],
  ])("%s", (quote) => {
    expect(isClosingQuestion(quote)).toBe(false);
  });
});
