import { describe, expect, it } from "vitest";
import type { WaitReason } from "#core/model/vocabulary.ts";
import { answers, putsOff } from "#core/rules/conversations/answers.ts";
import { followConversation } from "#core/rules/conversations/memory.ts";
import { closesMatter, wantsAnswer } from "#core/rules/conversations/wants-answer.ts";
import { ours, talked, theirs } from "./conversation.ts";

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
    expect(wantsAnswer(theirs(text), talked())?.because).toBe(because);
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
    const wanted = wantsAnswer(theirs(text, { media: [{ type }] }), talked());

    expect(wanted?.because ?? null).toBe(because);
  });
});

describe("courtesies after our answer", () => {
  const answered = talked("C: are you open on Sunday?", "A: Yes, from 10 to 4.");

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

describe("a message of ours that asks the customer to come", () => {
  it.each([
    "Come at four, we will see you",
    "Come in at half past three and we will have a look at it",
    "Just come over, we will see",
    "Yes, come by tomorrow morning and we will check",
    "Come back in an hour, we will check it then",
    "You can pop in, let me check who is here",
    "Please bring the watch to the shop and we will look into it",
    "Pase por la clínica y lo revisamos",
    "Ven a las cuatro, ahí te lo reviso",
    "Venga mañana, voy a revisar",
    "Punta po kayo dito, titingnan namin",
    "Sige daan ka lang bukas, check namin",
  ])("“%s” answers", (text) => {
    expect(putsOff(ours(text))).toBe(false);
    expect(answers(ours(text))).toBe(true);
  });

  it.each([
    "Let me see",
    "We will see what we can do",
    "Let me check and come back to you",
    "I will come by and check it",
    "One moment, the manager has to come in first",
    "Balik ako, check ko lang",
    "Voy a revisar y paso por aquí",
    "Let me check, they come in at different hours",
  ])("“%s” is none, and puts off", (text) => {
    expect(putsOff(ours(text))).toBe(true);
    expect(answers(ours(text))).toBe(false);
  });
});

describe("after our question or offer", () => {
  it.each<[string, string, WaitReason | null]>([
    ["How old is the child?", "7", "answer_to_our_question"],
    ["Shall I book you for Friday at 9?", "yes please", "answer_to_our_question"],
    ["Which day suits you?", "Friday morning works", "answer_to_our_question"],
    ["¿Para cuántas personas?", "seis adultos", "answer_to_our_question"],
    ["Anong size po?", "medium po", "answer_to_our_question"],
    ["Shall I book you for Friday at 9?", "no thanks, maybe next time", null],
    ["Which day suits you?", "let me check with my sister", null],
    ["Reminder: your visit is tomorrow at 9. Reply YES to confirm.", "YES", null],
    ["Your table is booked. See you on Friday!", "ok", null],
    ["Your table is booked. See you on Friday!", "oh no, can we make it Saturday?", "question"],
  ])("“%s”, “%s” waits as %s", (asked, text, because) => {
    const wanted = wantsAnswer(theirs(text), talked("C: hello, I'd like to come by", `A: ${asked}`));

    expect(wanted?.because ?? null).toBe(because);
  });
});

describe("whose turn it is after a talk", () => {
  it.each<[boolean, string[]]>([
    [true, ["C: is it still available?", "A: One moment, let me check"]],
    [true, ["C: is it still available?", "A: Thanks for contacting us! An agent will be with you shortly."]],
    [true, ["C: you charged me twice", "A: Hi! How can I help you today?"]],
    [true, ["C: do you have it in blue?", "C: thanks"]],
    [true, ["C: do you have it in blue?", "A: Yes, we do.", "C: and in red?"]],
    [true, ["C: thanks", "C: my door does not close any more"]],
    [false, ["C: good morning", "A: Good morning! How can we help you?"]],
    [false, ["C: is it still available?", "A: Yes, it is."]],
    [false, ["C: is it still available?", "A: I'll call you tomorrow at 9 with the answer"]],
    [false, ["C: is it still available?", "C: never mind, found one"]],
    [false, ["C: magkano po?", "A: 350 po", "C: sige po salamat"]],
    [false, ["C: ¿tienen talla M?", "A: Sí, tenemos.", "C: listo, mañana paso por la tienda"]],
  ])("waits: %s after %j", (waits, lines) => {
    expect(talked(...lines).waiting !== null).toBe(waits);
  });

  it("shows the words that say more than the greeting, since the greeting", () => {
    const memory = talked("C: hello", "C: do you fix watches?");

    expect(memory.waiting).toMatchObject({ id: "hello", quote: "do you fix watches", because: "question" });
  });

  it("is not moved by a nudge, an advertisement or a system's text", () => {
    const waiting = talked("C: do you fix watches?");

    for (const given of [{ purpose: "follow_up" }, { purpose: "marketing" }, { author: "system" }] as const) {
      expect(answers(ours("We have new straps in the shop", given))).toBe(false);
      expect(followConversation(waiting, ours("We have new straps in the shop", given)).waiting).toEqual(waiting.waiting);
    }
  });
});
