import { describe, expect, it } from "vitest";
import { consentIn } from "#core/rules/contactability/consent-words.ts";
import { heard } from "#tests/rules/analysis/read.ts";

const said = (text: string) => consentIn(text, heard(text));

describe("an opt-out", () => {
  it.each([
    ...["STOP", "stop", "StopAll", "STOP ALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPT OUT", "OPTOUT", "OPT-OUT", "REMOVE", "TD"],
    ...[
      "ARRET",
      "Arrêt",
      "BAJA",
      "detener",
      "tigil",
      "SAIR",
      "descadastrar",
      "désabonner",
      "berhenti",
      "Stopp",
      "abmelden",
      "disiscrivi",
      "afmelden",
    ],
    ...["  STOP.  ", "STOP!!!", '"Stop"', "🛑 STOP 🛑", "stop 🙏🏽", "ＳＴＯＰ", "STOOOP", "Stop\n", "stop pls"],
  ])("is the whole message “%s”", (text) => {
    expect(said(text)).toEqual({ kind: "opt_out", quote: text.trim() });
  });
});

describe("an opt-in", () => {
  it.each(["START", "start!", "UNSTOP", "Subscribe", "OPT IN", "alta", "mulai"])("is the whole message “%s”", (text) => {
    expect(said(text)?.kind).toBe("opt_in");
  });
});

describe("a near miss", () => {
  it.each(["please don't write me any more", "Stop texting me", "no me escriban más por favor", "wag nyo na akong itext"])("is “%s”", (text) => {
    const found = said(text);

    expect(found?.kind).toBe("near_miss");
    expect(text).toContain(found?.quote);
  });
});

describe("nothing is said about being written to by", () => {
  it.each([
    ...["Stop, see you at 5", "cancel my order", "cancel it please", "The bus stop is near", "end of the month please", "Can I quit the gym plan?"],
    ...["yes", "YES", "ok", "", "🙏", "...", "start my order", "the alta clinic", `${"stop ".repeat(50)}`],
  ])("“%s”", (text) => {
    expect(said(text)).toBeNull();
  });
});
