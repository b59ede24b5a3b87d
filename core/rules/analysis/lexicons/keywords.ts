/**
 * Whole messages that are taken as an opt-out, folded: what carriers and vendors document (Twilio, AWS End User Messaging, Telnyx,
 * Braze: the first line), how people beg for it, and the same words in other languages.
 */
const optOutPacks: Record<string, string> = {
  vendors: "stop|stopall|stop all|unsubscribe|cancel|end|quit|revoke|optout|opt out|remove|arret|td",
  en: "unsub|remove me|please stop|stop please|stop it|stop messaging|stop texting|stop promotions|please unsubscribe|unsubscribe please|unsubscribe me|opt me out",
  es: "baja|alto|cancelar|detener|parar|basta|salir|desuscribir|desuscribirme|dar de baja|darme de baja|no mas|no mas mensajes",
  tl: "tigil|itigil|ayoko na|tama na|huwag na|stop na|stop na po|stop po",
  pt: "sair|descadastrar|descadastre me|remover|cancelar inscricao",
  fr: "arreter|desabonner|me desabonner|desinscrire|desinscription|desabonnement",
  id: "berhenti|stop pesan|berhenti langganan|berhenti berlangganan",
  de: "stopp|abmelden|abbestellen|austragen",
  it: "cancella|cancellami|disiscrivi|disiscrivimi",
  nl: "afmelden|uitschrijven",
};

/** Opt-ins. A bare "yes" is none: it answers whatever was asked last. */
const optInPacks: Record<string, string> = {
  vendors: "start|unstop|subscribe|optin|opt in|resubscribe",
  en: "opt me in|resubscribe me|subscribe me",
  es: "alta|iniciar|suscribir|suscribirme",
  pt: "inscrever",
  fr: "reabonner|me reabonner",
  id: "mulai|berlangganan",
  de: "abonnieren",
};

const wordsOf = (packs: Record<string, string>): ReadonlySet<string> => new Set(Object.values(packs).flatMap((words) => words.split("|")));

export const optOutKeywords = wordsOf(optOutPacks);
export const optInKeywords = wordsOf(optInPacks);
