import { describe, expect, it } from "vitest";
import { isClosingQuestion, isHandoff } from "#core/rules/followups/closing-question.ts";
import { onDay, remembered, replied, said } from "#tests/support/people/said.ts";

describe("a question that is answered elsewhere", () => {
  it.each([
    ["Could you email our billing team about this?"],
    ["Could you DM us your account email?"],
    ["Have you tried calling the number?"],
    ["Would you mind reaching out to our support team?"],
    ["Can you please fill out this form?"],
    ["Can you open a support ticket for us?"],
    ["¿Puede escribirnos al correo de ventas?"],
    ["¿Podría llamar al banco?"],
    ["Pwede po bang i-email nyo ang accounting?"],
  ])("%s", (quote) => {
    expect(isHandoff(quote)).toBe(true);
  });

  it.each([
    ["Shall I call the hotel for you?"],
    ["Would you like me to contact the vet for you?"],
    ["Do you want us to email them?"],
    ["Could you tell us your order number?"],
    ["What is your email?"],
    ["Can we call you at five?"],
    ["¿A qué número le llamamos?"],
    ["Anong number po ang tatawagan namin?"],
  ])("is not %s", (quote) => {
    expect(isHandoff(quote)).toBe(false);
  });
});

describe("a closing question in other words", () => {
  it.each([
    ["Do you need any more help?"],
    ["May I assist you with something else?"],
    ["Do you have any other questions?"],
    ["Can I help in anything else?"],
    ["How can I help you further?"],
  ])("%s", (quote) => {
    expect(isClosingQuestion(quote)).toBe(true);
  });

  it.each([["Would you like any other color?"], ["Do you want something else with it?"], ["Are there any more guests?"]])("is not %s", (quote) => {
    expect(isClosingQuestion(quote)).toBe(false);
  });
});

it("leaves nobody waiting, and what was asked before it stands", () => {
  const hands = replied("Could you email our billing team?", { at: onDay(1), id: "h", asks: true });
  const asks = replied("Which date?", { at: onDay(0), id: "q", asks: true });

  expect(remembered([said("Hi", { at: onDay(0) }), hands]).engagement.waiting).toBeNull();
  expect(remembered([asks, hands]).engagement.waiting).toEqual({ at: onDay(1), id: "h", quote: "Which date?" });
});
