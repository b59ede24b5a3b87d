/** Whole messages that carriers and vendors take as an opt-out, folded. */
export const optOutKeywords: ReadonlySet<string> = new Set(
  "stop|stopall|stop all|unsubscribe|unsub|cancel|end|quit|revoke|optout|opt out|remove|remove me|arret|arreter|td|baja|alto|cancelar|detener|parar|basta|salir|desuscribir|please stop|stop please|stop it|stop messaging|stop texting|stop promotions|no mas|no mas mensajes|tigil|itigil|ayoko na|tama na|huwag na|stop na|stop na po|stop po|sair|cancella|stopp|abmelden|desabonner".split(
    "|",
  ),
);

export const optInKeywords: ReadonlySet<string> = new Set("start|unstop|subscribe|optin|opt in|alta|iniciar|resubscribe".split("|"));
