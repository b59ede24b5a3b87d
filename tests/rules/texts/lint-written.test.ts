import { describe, expect, it } from "vitest";
import { faultOfWritten } from "#core/rules/texts/lint-written.ts";

const bounds = { language: "en", channel: "telegram" as const, maxLength: 600, ownHosts: ["casaluna.com"] };

describe("a text that a model has written", () => {
  it.each([
    ["empty", " \n"],
    ["empty", "…"],
    ["unreadable", "Hello there\u0000 Ana, how are you?"],
    ["unreadable", "Hello there \ud800"],
    ["unreadable", "Hello there \u202e Ana"],
    ["too_long", "Hello there, how are you? ".repeat(30)],
    ["placeholder", "Hi {{first_name}}, how are you?"],
    ["placeholder", "Hi [Name], how are you?"],
    ["placeholder", '{"text": "Hi Ana"}'],
    ["placeholder", "```\nHi Ana\n```"],
    ["foreign_link", "Hi Ana, please pay at https://evil.example/pay today"],
    ["foreign_link", "Hi Ana, please look at evil.com today"],
    ["foreign_link", "Hi Ana, please see casaluna.com.evil.com today"],
    ["foreign_link", "Hi Ana, please write to me@evil.example today"],
    ["foreign_language", "Hola Ana, ¿te gustaría que te ayude con la reserva de la habitación?"],
    ["foreign_language", "Привет, Анна! Могу я вам чем-нибудь помочь?"],
  ])("is %s: %j", (fault, text) => {
    expect(faultOfWritten(text, bounds)).toBe(fault);
  });

  it.each([
    ["en", "Hi Ana, is there anything else that you would like to know about the suite?"],
    ["en", "Rooms are at https://www.casaluna.com/rooms and you can write to desk@casaluna.com.\nSee you soon! 😊"],
    ["es", "Hola Ana, ¿te gustaría que te ayude con la reserva de la habitación?"],
    ["es-MX", "Hola Ana, ¿te puedo ayudar en algo más con tu reserva?"],
    ["tl", "Hi Ana, may maitutulong pa po ba ako sa inyo? Sabihin lang po ninyo."],
    ["en", "OK!"],
  ])("in %s may be suggested: %j", (language, text) => {
    expect(faultOfWritten(text, { ...bounds, language })).toBeNull();
  });

  it("is measured as its channel measures it", () => {
    const text = `Hello there ${"é".repeat(550)}`;

    expect(faultOfWritten(text, bounds)).toBeNull();
    expect(faultOfWritten(text, { ...bounds, channel: "instagram" })).toBe("too_long");
  });
});
