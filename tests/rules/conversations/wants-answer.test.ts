import { describe, expect, it } from "vitest";
import type { WaitReason } from "#core/model/vocabulary.ts";
import { closesMatter, wantsAnswer } from "#core/rules/conversations/wants-answer.ts";
import { after, theirs } from "./conversation.ts";

describe("a customer's first words", () => {
  it.each<[string, WaitReason]>([
    ["Do you have a table for four tonight?", "question"],
    ["magkano po magpa-rebond", "question"],
    ["need my gutters cleaned before the storm", "statement"],
    ["My crown fell out", "statement"],
    ["I want my money back", "request"],
    ["please cancel my booking for Sunday", "request"],
    ["I want to talk to a real person", "human_request"],
    ["The cake arrived broken", "complaint"],
    ["hello", "greeting"],
    ["Good evening po", "greeting"],
    ["hola buenas tardes", "greeting"],
    ["anyone there", "asked_again"],
  ])("“%s” wait as %s", (text, because) => {
    expect(wantsAnswer(theirs(text), after())?.because).toBe(because);
  });
});

describe("files", () => {
  it.each<[string, string, WaitReason | null]>([
    ["image/jpeg", "", "picture"],
    ["video/mp4", "", "picture"],
    ["audio/ogg", "", "voice_note"],
    ["application/pdf", "here it is", "file"],
    ["image/webp", "", null],
    ["image/jpeg", "is this the right part?", "question"],
  ])("%s with “%s”", (type, text, because) => {
    const wanted = wantsAnswer(theirs(text, { media: [{ type }] }), after());

    expect(wanted?.because ?? null).toBe(because);
  });
});

describe("courtesies after our answer", () => {
  const answered = after("C: are you open on Sunday?", "A: Yes, from 10 to 4.");

  it.each([
    "ok thanks 👍",
    "Thank you so much!",
    "thanks Maria",
    "see you tomorrow",
    "salamat po",
    "sige po, noted",
    "listo gracias",
    "perfecto, nos vemos el lunes",
    "🙏",
    "great, see you then!",
    "ok i will ask my sister and let you know",
    "sige isipin ko muna po",
    "déjeme consultarlo con mi esposa",
    "no thanks, maybe next time",
    "yes",
  ])("“%s” want nothing and close the matter", (text) => {
    expect(wantsAnswer(theirs(text), answered)).toBeNull();
    expect(closesMatter(theirs(text), answered)).toBe(true);
  });
});
