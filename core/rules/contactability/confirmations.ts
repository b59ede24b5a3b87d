import type { ConsentDecision } from "#core/model/people/consent.ts";

type Words = Record<ConsentDecision, string>;

const english: Words = {
  opt_out: "You will get no more news or reminders from us. We still answer when you write. Send START to get them again.",
  opt_in: "Welcome back: you will get our news and reminders again. Send STOP to end them.",
};

const words: Readonly<Record<string, Words>> = {
  en: english,
  es: {
    opt_out: "No le enviaremos más novedades ni recordatorios. Seguimos respondiendo cuando nos escriba. Envíe START para volver a recibirlos.",
    opt_in: "Bienvenido de nuevo: volverá a recibir nuestras novedades y recordatorios. Envíe STOP para dejarlos.",
  },
  tl: {
    opt_out: "Hindi na po kami magpapadala ng balita o paalala. Sasagot pa rin kami kapag sumulat kayo. I-send ang START para makatanggap ulit.",
    opt_in: "Salamat po! Makakatanggap ulit kayo ng balita at paalala mula sa amin. I-send ang STOP para itigil ito.",
  },
};

const ofRegion: Readonly<Record<string, string>> = { PH: "tl", ES: "es", MX: "es", AR: "es", CO: "es", CL: "es", PE: "es" };

/** What confirms an opt-out or opt-in, in the language they write (ISO 639-1), else in that of the agent's region. */
export function confirmationOf(decision: ConsentDecision, language: string, region: string | null): string {
  const spoken = words[language] ?? words[ofRegion[region ?? ""] ?? "en"] ?? english;
  return spoken[decision];
}
