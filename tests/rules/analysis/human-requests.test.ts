import { describe, expect, it } from "vitest";
import { intentsIn } from "./read.ts";

describe("asking for a person", () => {
  it.each([
    "Is this a bot?",
    "are you even human",
    "bot or a real person?",
    "Can somebody call me?",
    "have someone from the shop ring me please",
    "please give me a call",
    "I'd like to talk to a real person NOW",
    "Could I speak to whoever runs the kitchen?",
    "can I talk to the branch owner",
    "who do I speak to about an invoice",
    "who is in charge there?",
    "is the manager in today?",
    "where is your manager",
    "The owner please",
    "manager, now!",
    "Get me your supervisor",
    "nobody picks up the phone",
    "nobody ever answers your phone",
    "I tried calling you three times and nobody answers",
    "answer your phone!",
    "stop with the automated replies",
    "I'd rather deal with Tom than a machine",
    "this bot is useless",
    "does anyone actually read these messages",
    "could we talk about it over the phone",
    "why can't I talk to a person",
    "I can't reach anyone",
    "put me through to your billing department",
    "I need someone who actually understands this",
    "please escalate this",
    "request a callback please",
    "I want to speak with the doctor herself",
    "abeg connect me to your oga",
  ])("in English: “%s”", (text) => {
    expect(intentsIn(text)).toContain("human_request");
  });

  it.each([
    "Quiero hablar con una persona",
    "necesito hablar con un asesor",
    "me puede comunicar con el encargado?",
    "¿está la dueña?",
    "¿Eres un robot?",
    "esto es un bot o una persona?",
    "páseme con alguien de ventas por favor",
    "que me llame el gerente",
    "¿alguien me puede llamar?",
    "llámenme por favor",
    "¿me podés llamar?",
    "nadie contesta el teléfono",
    "con quién puedo hablar de mi factura",
    "quién es el encargado",
    "no quiero hablar con una máquina",
    "este bot no entiende nada",
    "prefiero hablarlo por teléfono",
    "hay alguien ahí?",
    "un humano por favor",
    "Asesor",
    "dame con el dueño",
    "quiero que me atienda una persona de verdad",
    "¿no hay gente de carne y hueso ahí?",
    "páseme directo con la veterinaria",
    "pásenme a la cajera por favor",
  ])("in Spanish: “%s”", (text) => {
    expect(intentsIn(text)).toContain("human_request");
  });

  it.each([
    "pwede po ba makausap ang tao",
    "Pwede po makausap si owner?",
    "tao po ba kausap ko",
    "bot po ba ito?",
    "may tao po ba dyan",
    "pakausap po sa manager",
    "pa-connect po sa totoong tao",
    "sino po pwede kausapin dito",
    "andyan po ba si doc",
    "tawagan nyo po ako",
    "pwede po ba tumawag",
    "ayoko ng bot",
    "puro auto reply naman",
    "kahapon pa ako tumatawag walang sumasagot",
    "gusto ko po makausap yung may-ari",
    "sana tao naman ang sumagot",
    "naa bay tawo diha?",
    "pwede ko makaistorya ang tag-iya",
    "Admin please",
    "Gusto ko pong makausap si Sir Jun",
  ])("in Tagalog, Taglish and Bisaya: “%s”", (text) => {
    expect(intentsIn(text)).toContain("human_request");
  });

  it.each([
    "quero falar com um atendente",
    "isso é um robô?",
    "pode me ligar?",
    "je voudrais parler à quelqu'un",
    "c'est un robot ?",
    "rappelez-moi svp",
    "ich möchte mit einem Menschen sprechen",
    "Sind Sie ein Bot?",
    "kann mich jemand anrufen",
    "mau bicara dengan admin",
    "ini bot ya?",
  ])("in other languages: “%s”", (text) => {
    expect(intentsIn(text)).toContain("human_request");
  });
});

describe("no asking for a person", () => {
  it.each([
    "Your staff was great",
    "the human body lotion, is it in stock?",
    "I talked to a person yesterday and it is fixed",
    "I was talking to your agent last week, thanks for that",
    "it was lovely talking to the owner",
    "Let me talk to my husband first",
    "I'll speak to my boss and let you know",
    "how much per person?",
    "one more person will join us",
    "call me when it is ready",
    "I'm a real estate agent",
    "let me see the menu",
    "let me get back to you on that",
    "human hair extensions please",
    "Thanks to the manager for the discount",
    "nice talking to you",
    "talk to you tomorrow",
    "¿cuánto por persona?",
    "déjame hablar con mi esposo",
    "ayer hablé con una señorita y ya quedó",
    "extensiones de cabello humano",
    "ilang tao po kasya sa room",
    "limang tao po kami",
    "nakausap ko na po si ate kahapon, ok na",
    "tanungin ko muna asawa ko",
    "Me llama la atención el color",
    "pásame al viernes por favor",
    "páseme al correo la cotización",
  ])("in “%s”", (text) => {
    expect(intentsIn(text)).not.toContain("human_request");
  });
});

describe("words of a pet shop, a clinic and a milk tea bar", () => {
  it.each(["is the boba fresh?", "para mi perra por favor", "may gamot po ba sa hayop", "forro para el sillón"])("are no abuse: “%s”", (text) => {
    expect(intentsIn(text)).not.toContain("abuse");
  });
});
