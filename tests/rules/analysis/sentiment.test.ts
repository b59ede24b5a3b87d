import { describe, expect, it } from "vitest";
import { heard } from "./read.ts";

const toneOf = (text: string) => heard(text).sentiment;

describe("tone", () => {
  it.each([
    "I love this place, the staff are wonderful!",
    "That was excellent service, highly recommended",
    "Not bad at all",
    "No complaints, everything arrived on time",
    "can't wait to come back",
    "Thank you so much for the quick help!!",
    "El servicio fue excelente, volveré a comprar",
    "Todo muy rico y la gente muy amable",
    "No está mal",
    "me encanta 😍",
    "Ang ganda ng quality, sulit na sulit!",
    "Ang bilis dumating, mabait si kuya rider",
    "Nagustuhan ko po, oorder ulit ako",
    "👍👍",
    "it's sooooo gooood",
  ])("is positive in “%s”", (text) => {
    expect(toneOf(text)).toBeGreaterThan(0.2);
  });

  it.each([
    "The food was not good",
    "Still waiting since Monday",
    "My flight was cancelled",
    "2 hours on hold and counting",
    "Great, another delay. Just what I needed.",
    "thanks for nothing",
    "The room was nice but the service was terrible",
    "Nobody answers the phone",
    "waste of money",
    "Pésimo servicio, nunca contestan",
    "No me gustó nada",
    "Llevo tres semanas esperando mi paquete",
    "me cobraron dos veces",
    "Walang kwenta ang service nyo",
    "Sobrang tagal, hindi pa rin dumating",
    "kelan pa ba",
    "Sayang ang pera, sira agad",
    "hindi maganda yung tela",
    "😡",
  ])("is negative in “%s”", (text) => {
    expect(toneOf(text)).toBeLessThan(-0.2);
  });

  it.each([
    "ok",
    "12345",
    "",
    "Manila",
    "please",
    "cancel my order",
    "How much is the room for two nights?",
    "Magkano po?",
    "¿Cuánto cuesta?",
    "good morning",
  ])("is absent from “%s”", (text) => {
    expect(toneOf(text)).toBeNull();
  });

  it.each(["Thank you", "Thanks!", "sige po salamat", "muchas gracias"])("is no more than polite in “%s”", (text) => {
    const tone = toneOf(text) ?? 0;

    expect(Math.abs(tone)).toBeLessThanOrEqual(0.2);
  });

  it("is stronger with an intensifier and weaker with a diminisher", () => {
    expect(toneOf("very good") ?? 0).toBeGreaterThan(toneOf("good") ?? 0);
    expect(toneOf("somewhat good") ?? 0).toBeLessThan(toneOf("good") ?? 0);
  });

  it("gives what comes after a “but” the last word", () => {
    expect(toneOf("The bed was bad but the breakfast was good") ?? 0).toBeGreaterThan(0);
    expect(toneOf("The breakfast was good but the bed was bad") ?? 0).toBeLessThan(0);
  });

  it("is not read from what the business says", () => {
    expect(heard("I love it", { direction: "outbound", author: "staff" }).sentiment).toBeNull();
  });
});
