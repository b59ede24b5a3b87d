import { describe, expect, it } from "vitest";
import { ownWords } from "#core/rules/analysis/own-words.ts";
import { consentIn } from "#core/rules/contactability/consent-words.ts";
import { heard } from "./read.ts";

const own = (text: string) => ownWords({ text, direction: "inbound" });
const read = (text: string) => heard(own(text), { region: "PH" });
const details = (text: string) => read(text).details.map(({ field, value }) => `${field} ${value}`);
const intents = (text: string) => read(text).intents.map(({ intent }) => intent);

describe("words that somebody else said are told, and are not the sender's", () => {
  it.each([
    ...["Carla said: call me at 0918 123 4567", "Carla said call me at 0918 123 4567", 'Carla says: "my number is 0918 123 4567"'],
    ...["My sister said: I want to book a room", "He said my name is Carla Cruz", "She told me her name is Carla Cruz", "they said stop"],
    ...["he told me: my number is 0918 123 4567", "Carla wrote: I want to cancel", "they replied: STOP", 'he said "stop"', "Carla texted: buy it"],
    ...["my boss asked: how much is it?", "Carla said that my number is 0918 123 4567"],
    ...["Carla dijo: llámame al 0918 123 4567", "Mi esposo dice: quiero reservar", "Él dijo soy Carlos Ramos", "mi jefe preguntó: ¿cuánto cuesta?"],
    ...["Sabi ni Carla: tawagan mo ako sa 0918 123 4567", "sabi niya ako si Carla Cruz", "Sabi ng asawa ko: magkano po?"],
    ...["Carla disse: me liga no +55 11 98765-0001", "Carla a dit : appelle-moi au +33 6 12 34 56 78", "Elle m'a écrit: je m'appelle Claire"],
    ...["Carla sagte: ruf mich an unter +49 151 12345678", "Er hat gesagt: ich heiße Karl Schulz", "Kata Carla: hubungi saya di +62 812 3456 7890"],
    ...["Carla 说：我的电话是 +86 138 0013 8000", "قالت كارلا: رقمي +201001234567", "Она сказала: мой номер +79123456789"],
  ])("“%s”", (text) => {
    expect([details(text), intents(text), consentIn(own(text), read(text))]).toEqual([[], [], null]);
  });

  it.each([
    ["I said: my number is 0918 123 4567", "phone +639181234567"],
    ["I already said my number is 0918 123 4567", "phone +639181234567"],
    ["As I said: my number is 0918 123 4567", "phone +639181234567"],
    ["That said: my number is 0918 123 4567", "phone +639181234567"],
    ["My boss said we need it tomorrow, call me at 0918 123 4567", "phone +639181234567"],
    ['Carla said: "we are late". My number is 0918 123 4567', "phone +639181234567"],
    ["Carla said my name is Lia, but call me at 0918 123 4567", "phone +639181234567"],
    ["Carla said: call me\nMy number is 0918 123 4567", "phone +639181234567"],
    ["kata saya: nomor saya +62 812 3456 7890", "phone +6281234567890"],
    ["我说：我的电话是 +86 138 0013 8000", "phone +8613800138000"],
    ["Number: 0918 123 4567", "phone +639181234567"],
  ])("but the sender's own stay theirs: “%s”", (text, detail) => {
    expect(details(text)).toContain(detail);
  });

  it.each([
    ["My wife said to book the room, please book it", "booking_request"],
    ["My friend said your rooms are nice, I want to book a room", "booking_request"],
    ["Question: how much is it?", "pricing_question"],
  ])("and so do wishes: “%s”", (text, intent) => {
    expect(intents(text)).toContain(intent);
  });
});

const passedOn = "I'm Carla Cruz, my number is 0918 123 4567. I want to book a room";

describe("what is passed on, quoted or copied is not the sender's", () => {
  it.each([
    ...[
      "FW: ",
      "Fw: ",
      "Fwd: ",
      "FWD：",
      "RV: ",
      "WG: ",
      "TR: ",
      "ENC: ",
      "VB: ",
      "Forwarded: ",
      "[Fwd] ",
      "[Forwarded] ",
      "(fwd): ",
      "转发：",
      "転送: ",
    ],
    ...["> ", ">> ", ">", "＞ ", "&gt; ", "» ", "| ", "│ ", "┃ ", "｜ ", "❯ ", "↩ ", "↪️ "],
    ...["[1/5/26, 10:00 AM] Carla: ", "[05/01/2026, 10:00:12] Carla Cruz: ", "1/5/26, 10:00 AM - Carla: ", "5.1.2026, 10:00 - Carla: "],
    ...["Replying to Carla: ", "Reply to Carla: ", "In reply to Carla: "],
  ])("on one line behind “%s”", (mark) => {
    expect(own(mark + passedOn)).toBe("");
    expect(own(`${mark}STOP`)).toBe("");
  });

  it.each([
    ...[
      "Forwarded from Carla Cruz",
      "Forwarded from: Carla",
      "↪️ Forwarded",
      "Forwarded many times",
      "Reenviado de Carla",
      "Weitergeleitet von Carla",
    ],
    ...[
      "Encaminhada",
      "Переслано от Carla",
      "转发",
      "---------- Forwarded message ---------",
      "Begin forwarded message:",
      "-----Original Message-----",
    ],
    ...[
      "From: Carla <c@example.com>\nSent: Monday",
      "From: Carla\nDate: Monday\nSubject: Room",
      "Von: Carla\nGesendet: Montag\nAn: Shop\nBetreff: Zimmer",
    ],
    ...["De: Carla\nEnviado: lunes\nAsunto: Cuarto", "De : Carla\nEnvoyé : lundi\nÀ : Shop\nObjet : Chambre", "Da: Carla\nA: Shop\nOggetto: Camera"],
    ...[
      "От: Carla\nКому: Shop\nТема: Номер",
      "发件人: Carla\n收件人: Shop\n主题: 房间",
      "差出人: Carla\n宛先: Shop\n件名: 部屋",
      "*From:* Carla\n*Subject:* Room",
    ],
    ...["On Mon, Jan 5, 2026 at 10:00 AM Carla <c@example.com> wrote:", "On Mon, Jan 5, 2026 at 10:00 AM Carla <c@example.com>\nwrote:"],
    ...[
      "El lun, 5 ene 2026 a las 10:00, Carla escribió:",
      "Le lun. 5 janv. 2026 à 10:00, Carla a écrit :",
      "Am Mo., 5. Jan. 2026 um 10:00 schrieb Carla:",
    ],
    ...[
      "Em seg., 5 de jan. de 2026 às 10:00, Carla escreveu:",
      "Il giorno lun 5 gen 2026 alle 10:00 Carla ha scritto:",
      "Op ma 5 jan 2026 schreef Carla:",
    ],
    ...[
      "在 2026年1月5日，Carla <c@example.com> 写道：",
      "2026年1月5日(月) 10:00 Carla <c@example.com>:",
      "2026년 1월 5일 오전 10:00, Carla <c@example.com>님이 작성:",
    ],
    ...[
      "Pada Sen, 5 Jan 2026 pukul 10.00 Carla menulis:",
      "пн, 5 янв. 2026 г. в 10:00, Carla <c@example.com>:",
      "في الاثنين، 5 يناير 2026 كتب Carla:",
    ],
    ...["Den mån 5 jan. 2026 kl 10:00 skrev Carla:\n5 jan. 2026 kl. 10:00 Carla skrev:", "2026-01-05 10:00 GMT+08:00 Carla <c@example.com>:"],
    ...["Carla Cruz, [05.01.2026 10:00]", "Carla, [5 Jan 2026 at 10:00:12]:"],
  ])("below “%s”", (mark) => {
    const text = own(`Yes please\n${mark}\n${passedOn}`);

    expect(text).toMatch(/^Yes please/);
    expect(text).not.toContain("Carla Cruz, my number");
  });

  it("above the line below which the answer is, in corner brackets", () => {
    expect(own(`「Carla：${passedOn}」\n- - - - - - - - -\nYes please`)).toBe("Yes please");
  });

  it("ends with the next empty line where a chat has put writer and time over it", () => {
    expect(own(`Carla, [05.01.2026 10:00]\n${passedOn}\n\nCan you help?`)).toBe("\nCan you help?".slice(1).padStart(14, "\n"));
  });

  it.each([
    "From: Manila\nTo: Cebu\nDate: 5 May",
    "De: Manila\nPara: Cebu",
    "FW is my company",
    "TR is short for Turkey",
    ">.< so sad",
    "|| strange",
    "5/1/2026, 10:00 - 12:00 works for me",
    "Check-in: 5 May\nCheck-out: 7 May",
    "I forwarded the receipt",
    "We talked on Monday about the room",
    "- one\n- two",
  ])("and nothing is taken from “%s”", (text) => {
    expect(own(text)).toBe(text);
  });
});

describe("what belongs to somebody else gives no detail", () => {
  it.each([
    ...[
      "I got this number from Facebook 0918 123 4567",
      "Found this number on Google: 0918 123 4567",
      "0918 123 4567, I got this number from a friend",
    ],
    ...["my kid's name is Leo", "my boss's number is 0918 123 4567", "my co-worker's cell 0918 123 4567", "my stepmom's email is m@example.com"],
    ...["o nome do meu cachorro é Rex", "o email do meu chefe é chefe@example.com", "o número da minha sogra é +55 11 98765-0001"],
    ...["le nom de mon chien est Rex", "l'email de mon patron est patron@example.com", "le numéro de mon mari +33 6 12 34 56 78"],
    ...["der Name meines Hundes ist Rex", "die E-Mail meines Chefs ist chef@example.com", "die Nummer meines Mannes: +49 151 12345678"],
    ...["nama anjing saya Rex", "email bos saya bos@example.com", "nomor mertua saya +62 812 3456 7890"],
    ...["我老婆的电话是 +86 138 0013 8000", "我妈妈的邮箱是 mama@example.com", "我老板的电话 +86 138 0013 8000", "妻の電話番号は +81 90 1234 5678"],
    ...["رقم زوجي +201001234567", "بريد مديري boss@example.com", "رقم اختي +201001234567", "제 아내 번호는 +82 10 1234 5678"],
    ...["number ng biyenan ko 0918 123 4567", "el correo de mi suegra es s@example.com"],
  ])("“%s”", (text) => {
    expect(details(text)).toEqual([]);
  });

  it.each([
    ["我的电话是 +86 138 0013 8000", "phone +8613800138000"],
    ["رقمي +201001234567", "phone +201001234567"],
    ["nomor saya +62 812 3456 7890", "phone +6281234567890"],
    ["You can get me at this number 0918 123 4567", "phone +639181234567"],
    ["I got a new number: 0918 123 4567", "phone +639181234567"],
  ])("but the sender's own stay theirs: “%s”", (text, detail) => {
    expect(details(text)).toContain(detail);
  });
});

it("bounds the work on hostile texts", () => {
  for (const part of ["said: ", "a ", "> ", "\n", "sabi ni a b c d ", "From: a@b\n", "「", '"', "1/1/26, 10:00 - ", "FW"]) {
    expect(own(part.repeat(20_000)).length).toBeLessThanOrEqual(part.length * 20_000 + 50);
  }
});
