import { describe, expect, it } from "vitest";
import { said, wednesdayMorning } from "./read.ts";

const promises = (text: string) => said(text).promises.length > 0;

describe("a promise that waits for the customer binds nobody yet", () => {
  it.each([
    "If you send the photo, I'll get back to you with a price",
    "Once you pay, we'll send you the tickets",
    "Please share your number and we'll call you",
    "Otherwise, send us more details, and we'll look into it",
    "You can reach us at the link below and we'll respond as soon as possible",
    "If it's something else, let us know and we'll look into it",
    "Could you share your order number and we'll look into it",
    "What's your order number? We'll look into it.",
    "Please send us your order number. We'll get back to you shortly.",
    "Pasend po ng picture tapos ichecheck namin",
    "Kung may tanong kayo, sasagutin po namin",
    "Si me manda la foto, le digo el precio",
    "Envíenos su número y le llamamos",
    "Le confirmo en cuanto me envíe el comprobante",
    "¿Me pasa su número? Le llamamos.",
  ])("“%s”", (text) => {
    expect(promises(text)).toBe(false);
  });

  it.each([
    "Hopefully we'll have it back soon",
    "Fingers crossed we'll be able to have it soon",
    "We'll pass this on as feedback to the team",
    "We'll forward this as a suggestion to our developers",
    "When a booking is cancelled, you'll receive an email",
  ])("nor does what is no promise: “%s”", (text) => {
    expect(promises(text)).toBe(false);
  });
});

describe("a promise that stands by itself", () => {
  it.each([
    "We'll let you know when a slot opens",
    "As soon as it's back in stock I'll message you",
    "Give me 10 minutes and I'll get back to you",
    "Please hold on and we'll get back to you shortly",
    "Let me check and I'll get back to you",
    "What's your order number? I'll call you at 5 pm.",
    "I'll check with the kitchen and get back to you. Is that okay?",
    "Hi, how are you? I'll get back to you shortly.",
    "Hopefully we'll have news for you tomorrow",
    "Kumusta po? Balikan ko po kayo mamaya.",
    "Te llamo mañana. ¿Está bien?",
  ])("“%s”", (text) => {
    expect(promises(text)).toBe(true);
  });
});

it("words that confirm an order are no promise besides, what follows them is", () => {
  expect(said("We'll have your order ready for you shortly")).toMatchObject({ conversion: { kind: "purchase" }, promises: [] });
  expect(said("Your table is booked and I'll send you the menu tomorrow")).toMatchObject({ conversion: { kind: "booking" }, promises: [{}] });
});

it("“as soon as” names no time, “as soon as possible” does", () => {
  expect(said("I'll message you as soon as it arrives").promises[0]?.dueAt).toBe(wednesdayMorning + 24 * 3_600_000);
  expect(said("I'll message you as soon as possible").promises[0]?.dueAt).toBe(wednesdayMorning + 2 * 3_600_000);
});
