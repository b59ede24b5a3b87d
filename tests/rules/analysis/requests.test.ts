import { describe, expect, it } from "vitest";
import { heard, said } from "./read.ts";

describe("the business asks without a question mark", () => {
  it.each([
    "Please send us your order number",
    "Kindly provide your full name and address",
    "Please confirm these details",
    "Let me know which color you prefer",
    "Let me know if that works for you",
    "Please let us know what phone you are using so we can help",
    "I just need your name and a contact number",
    "Just to confirm, have you paid the deposit: it is due today",
    "Pasend po ng screenshot ng payment",
    "Pa-confirm na lang po ng address nyo",
    "Send nyo po ang name and address",
    "Envíeme su dirección por favor",
    "Indíquenos qué día le conviene",
    "Avísame si te sirve",
  ])("in “%s”", (text) => {
    expect(said(text).question).toEqual({ quote: text });
  });

  it.each([
    "Let us know if you have any other questions",
    "Let me know if you need anything else",
    "Please send us an email at help@example.com",
    "Please create a ticket here: https://example.com/new",
    "Please give us a call at 555 0100",
    "Please wait at the counter",
    "Please pick it up at the bar",
    "Sandali lang po",
    "Salamat po sa pag-message",
    "Dígame en qué le puedo ayudar",
    "Avísenos si necesita algo más",
  ])("not in “%s”", (text) => {
    expect(said(text).question).toBeNull();
  });

  it.each([
    ["Which date would you like? Is there anything else?", "Which date would you like"],
    ["Is there anything else I can help with? Which date would you like?", "Which date would you like"],
    ["All done. Anything else?", "Anything else"],
    ["¿Para cuántas personas? ¿Algo más?", "Para cuántas personas"],
  ])("what waits for an answer counts before courtesy: “%s”", (text, quote) => {
    expect(said(text).question).toEqual({ quote });
  });

  it("leaves the sentence before “¿” as it is", () => {
    expect(said("Te llamo mañana. ¿Está bien?")).toMatchObject({ promises: [{ quote: "Te llamo mañana" }], question: { quote: "Está bien" } });
  });
});

describe("advice and short words", () => {
  it.each([
    "We recommend restarting the router",
    "I'd suggest that you call ahead",
    "We have removed several listings from the page",
    "Okay. Noted!",
    "Ok po",
    "Do you see an error?",
    "We'll see what we can do",
    "There is also a 10 percent chance of rain",
  ])("offer nothing: “%s”", (text) => {
    expect(said(text).offer).toBeNull();
  });

  it.each([
    "I recommend the deluxe room",
    "May I suggest the salmon?",
    "You could try our set menu",
    "There are 2 flights on Sunday morning",
    "There is also the old mill",
    "The best we can do is 40 dollars",
    "Ok lang po ba sa inyo ang alas tres?",
  ])("are not: “%s”", (text) => {
    expect(said(text).offer?.kind).toBe("other");
  });
});

describe("a comparison", () => {
  const compares = (text: string) => heard(text).intents.some(({ intent }) => intent === "comparison");

  it.each([
    "What else do you have in blue?",
    "I'd like the blue one instead of the red",
    "is this one better than the pro model?",
    "I found one cheaper elsewhere",
    "Is there another time?",
    "Do you have any other options?",
  ])("is in “%s”", (text) => {
    expect(compares(text)).toBe(true);
  });

  it.each([
    "Is there anything else I need to bring?",
    "What else can I try?",
    "You charged my card instead of my bank",
    "You are no better than the others",
    "I found a hair in my food",
    "Mine broke and I had to buy another one",
    "Any suggestions how to fix it?",
  ])("is not in “%s”", (text) => {
    expect(compares(text)).toBe(false);
  });
});
