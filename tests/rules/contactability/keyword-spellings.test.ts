import { describe, expect, it } from "vitest";
import { ownWords } from "#core/rules/analysis/own-words.ts";
import { consentIn } from "#core/rules/contactability/consent-words.ts";
import { heard } from "#tests/rules/analysis/read.ts";

/** As the product reads a customer's message. */
function said(text: string): string | null {
  const own = ownWords({ text, direction: "inbound" });
  return consentIn(own, heard(own))?.kind ?? null;
}

describe("a keyword is one however it is written", () => {
  it.each([
    ...["🛑", "🛑🛑🛑", "🛑 please", "🛑!", "gracias 🛑", "STOP 🛑", "stop🛑"],
    ...["停", "停！", "停了吧", "停了", "退订", "退订！", "停止", "别发了", "请停", "TD"],
    // Cyrillic, Greek, Armenian and small capitals among Latin letters, or instead of them.
    ...["СТОР", "СТОП", "ЅТОР", "STОP", "ΣTOP", "STΟP", "SТOP", "sᴛᴏᴘ", "ꜱᴛᴏᴘ", "ѕtор", "STΟΡ", "UNSUВSCRIBE"],
    // Digits and signs.
    ...["ST0P", "5TOP", "$TOP", "5T0P", "UNSUBSCRlBE", "UNSUBSCR1BE", "UN5UBSCRIBE", "B4JA", "ARR3T"],
    // Nothing that is seen, and marks.
    ...["S\u200bT\u200bO\u200bP", "STOP\u200b", "\ufeffSTOP", "S\u00adTOP", "STOP\u202e", "ST\u2060OP", "S\u034fTOP", "S̲T̲O̲P̲", "ŚTÓP"],
    // Apart.
    ...["S T O P", "S.T.O.P.", "S-T-O-P", "S_T_O_P", "s t o p", "S  T  O  P", "S\nT\nO\nP", "S T O P please", "please S T O P", "S T 0 P", "С Т О П"],
    ...["U N S U B S C R I B E", "Ｓ Ｔ Ｏ Ｐ", "un-subscribe", "un subscribe", "unsuscribe", "unsubcribe"],
    // Other letters of the same name.
    ...["ＳＴＯＰ。", "𝗦𝗧𝗢𝗣", "𝕊𝕋𝕆ℙ", "Ⓢⓣⓞⓟ", "🆂🆃🅾🅿", "🅂🅃🄾🄿", "🅢🅣🅞🅟", "🇸🇹🇴🇵", "ˢᵗᵒᵖ"],
    ...["(STOP)", "[STOP]", "<STOP>", "#STOP", "/stop", "!stop", "STOP.", "«STOP»", "STOP!!!", "STOP STOP STOP"],
  ])("opts out: “%s”", (text) => {
    expect(said(text)).toBe("opt_out");
  });

  it.each(["START", "ST4RT", "S T A R T", "SТART", "𝗦𝗧𝗔𝗥𝗧", "s\u200btart", "unst0p"])("opts in: “%s”", (text) => {
    expect(said(text)).toBe("opt_in");
  });
});

describe("nothing is said about being written to, and nothing nearly", () => {
  it.each([
    // The opposite.
    ...["please don't unsubscribe me", "please do not unsubscribe me", "don't unsubscribe", "Don’t stop", "dont stop", "never stop"],
    ...["don't stop sending me offers", "don't stop messaging me", "please never stop sending me messages", "please don't remove me"],
    ...["don't remove me from the list", "don't take me off the list", "please don't opt me out", "please keep sending", "please don't cancel"],
    ...["I don't want to unsubscribe", "I do not want to opt out", "I want to stay subscribed", "I didn't unsubscribe", "I never unsubscribed"],
    ...["no quiero darme de baja", "no me den de baja", "no pares", "wag nyo ako i-unsubscribe", "wag mong i-unsub ako", "huwag itigil"],
    ...["ne me désabonnez pas", "nicht abmelden", "bitte nicht stoppen", "não me descadastrem", "jangan berhenti", "jangan unsubscribe saya"],
    ...["不要退订", "别停", "не отписывайте меня", "не останавливайтесь"],
    // What businesses write below their messages.
    ...[
      "Reply STOP to unsubscribe",
      "Reply STOP to unsubscribe.",
      "Text STOP to opt out",
      "Reply STOP to end, HELP for help",
      "To unsubscribe reply STOP",
    ],
    ...["To stop receiving these messages, reply STOP", "Send STOP to 12345 to unsubscribe", "Click here to unsubscribe", "Unsubscribe at any time"],
    ...["If you no longer wish to receive these emails, click unsubscribe", "Responda STOP para darse de baja", "> Reply STOP to unsubscribe"],
    // Questions about it.
    ...["did I unsubscribe?", "You have been unsubscribed?", "Why did you stop writing?", "What happens if I reply STOP?", "Should I reply STOP?"],
    // Other words.
    ...["stop by at 5", "I'll stop by tomorrow", "can I stop by?", "can't stop laughing", "I cant stop smiling", "non-stop", "nonstop", "pit stop"],
    ...[
      "bus stop",
      "one stop shop",
      "Stop it, you're too kind",
      "STOP sign",
      "The STOP button is broken",
      "I stopped by yesterday",
      "stopped",
      "stopover",
    ],
    ...["When does the offer stop?", "🛑 road closed?", "is there a 🛑 here", "停车场在哪", "停车", "可以停车吗", "退款", "退货", "退房几点"],
    // Words that look a little like one.
    ...["STEP", "SHOP", "STOPS", "TOP", "ST0RE", "S T", "1 0", "a b c", "5707", "5 7 0 9", "сторона", "столб", "$500", "top 5", "🇵🇭", "A B C D"],
  ])("by “%s”", (text) => {
    expect(said(text)).toBeNull();
  });

  it.each([
    "please unsubscribe me from your list",
    "take me off the list",
    "I want to unsubscribe",
    "how do I unsubscribe?",
    "stop sending me messages",
    "I don't want to receive messages",
    "You did not stop texting me, leave me alone",
    "I have unsubscribed three times already!",
    "why are you still messaging me, unsubscribe me now from this",
  ])("and staff are still asked about “%s”", (text) => {
    expect(said(text)).toBe("near_miss");
  });
});
