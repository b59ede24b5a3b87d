import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { said, wednesdayMorning } from "./read.ts";

/** Due times in Manila, eight hours ahead of UTC. */
const dueIn = (text: string) => said(text).promises.map(({ dueAt }) => new Date(dueAt + 8 * 3_600_000).toISOString().slice(5, 16));

describe("a promise", () => {
  it.each([
    ["I'll get back to you tomorrow", "03-05T09:00"],
    ["I will call you tomorrow afternoon", "03-05T14:00"],
    ["We'll let you know tomorrow evening", "03-05T18:00"],
    ["I'll send it by end of day", "03-04T17:00"],
    ["We'll update you by EOD tomorrow", "03-05T17:00"],
    ["I'll check and get back to you in a bit", "03-04T12:00"],
    ["We will call you in 30 minutes", "03-04T10:30"],
    ["Someone will contact you in half an hour", "03-04T10:30"],
    ["We'll email you within 24 hours", "03-05T10:00"],
    ["I'll get back to you in a couple of days", "03-06T10:00"],
    ["We will reply within 2 business days", "03-06T10:00"],
    ["I'll let you know on Friday afternoon", "03-06T14:00"],
    ["I'll follow up on Wednesday", "03-11T09:00"],
    ["I will update you at 3pm", "03-04T15:00"],
    ["We'll call you tonight", "03-04T18:00"],
    ["I'll call you next week", "03-09T09:00"],
    ["Our team will be in touch on March 10", "03-10T09:00"],
    ["Le aviso mañana", "03-05T09:00"],
    ["Le aviso mañana por la tarde", "03-05T14:00"],
    ["Te llamo el viernes", "03-06T09:00"],
    ["Le escribo en 30 minutos", "03-04T10:30"],
    ["Te confirmo más tarde", "03-04T12:00"],
    ["Babalikan po namin kayo bukas ng umaga", "03-05T09:00"],
    ["Tatawag po kami mamaya", "03-04T12:00"],
    ["Iuupdate po namin kayo bukas ng hapon", "03-05T14:00"],
    ["Icheck ko po muna, balikan ko kayo sa Biyernes", "03-06T09:00"],
    ["We'll reply within 24h", "03-05T10:00"],
    ["You'll hear from us within the day", "03-04T17:00"],
    ["Le respondemos en el transcurso del día", "03-04T17:00"],
    ["Le llamamos a las 18 h", "03-04T18:00"],
  ])("“%s” is due at %s", (text, due) => {
    expect(dueIn(text)).toEqual([due]);
  });

  it.each([
    "Shall I call you tomorrow?",
    "Your order will arrive tomorrow",
    "See you tomorrow!",
    "We won't call you again",
    "I called you yesterday",
    "We are open tomorrow from 9",
    "I can't promise that they will call you",
    "Le confirmo que abrimos mañana",
    "Te paso la lista: https://example.com/lista",
  ])("is not made by “%s”", (text) => {
    expect(said(text).promises).toEqual([]);
  });

  it("that names no time is due after a day", () => {
    expect(said("I'll get back to you").promises[0]?.dueAt).toBe(wednesdayMorning + 24 * 3_600_000);
  });

  it("is dated in UTC when the zone is not one", () => {
    expect(said("I'll call you tomorrow", { timeZone: "Mars/Olympus" }).promises[0]?.dueAt).toBe(Date.parse("2026-03-05T09:00:00Z"));
  });

  it("keeps the hour of the wall clock over a change to summer time", () => {
    const { promises } = said("I'll call you tomorrow morning", { timeZone: "America/New_York", sentAt: Date.parse("2026-03-07T15:00:00Z") });

    expect(promises[0]?.dueAt).toBe(Date.parse("2026-03-08T13:00:00Z"));
  });

  it("shows the sentence it was made in", () => {
    expect(said("Thanks for waiting. I'll call you tomorrow. Bye!").promises[0]?.quote).toBe("I'll call you tomorrow");
  });
});

describe("a hundred sentences of businesses", () => {
  const line = z.object({ text: z.string(), promises: z.boolean() });
  const lines = readFileSync("tests/fixtures/readings/promises.jsonl", "utf8").trim().split("\n");

  it("are told apart: those that promise to come back and those that do not", () => {
    const wrong = lines.map((json) => line.parse(JSON.parse(json))).filter(({ text, promises }) => said(text).promises.length > 0 !== promises);

    expect(wrong).toEqual([]);
  });
});
