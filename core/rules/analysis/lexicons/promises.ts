/** How businesses promise to come back, in three languages; in the language of patterns.ts. */
export const promiseRules: Readonly<Record<string, string>> = {
  promise: `
    (i|we) (will|shall|am going to|are going to) [definitely|surely|just|also|personally|then|certainly|try to|have to|need to|make sure to|be sure to|be able to|go|go and|immediately|quickly] (get back|come back|be back|follow up|circle back|reach out|be in touch|get in touch|let you know|keep you (posted|updated|informed|in the loop)|update you|inform you|notify you|advise you|contact you|call you|phone you|call back|ring you|email you|text you|message you|dm you|write [to] you|send [over|out] (you|it|that|this|the|an|a|them|over|out|your|some|more|all|everything)|check (with|and|on|it|this|that|for|if|the|our|whether|availability|what)|look into|find out|confirm [it|this|that|the ~] [with|by|to|for|when|as|tomorrow|today|if|shortly|soon]|forward (it|this|that|your|the)|give you (a call|an update|a ring|an answer|a quote)|ask (my|the|our|and)|revert|reply|respond|touch base|share [with] (you|it|the|a|an|our)|provide you|ping you|drop you|try again|try to|see what|talk to|speak (to|with)|discuss|verify|investigate|process|arrange|prepare|sort (it|this|that)|fix (it|this|that)|resolve|chase|escalate|consult|return your|review|answer|have (someone|an agent|a|an|my|our|the|one|it|that|this|more|news|your|them) ~)
    (someone|somebody|an agent|our team|the team|a representative|a specialist|a colleague|my colleague|our colleague|my manager|our manager|the manager|support|our staff|one of our ~|our sales team|a member ~|our support team|the doctor|an expert|a technician|our technician|our driver|the owner) will [then|also|personally|be able to|definitely] (call|contact|get back|reach out|be in touch|email|message|follow up|reply|respond|assist|phone|ring|send|get in touch|let you know|confirm|visit|text|update|give you)
    you (will|can|should) [definitely|then|also|expect to|be] (hear [back] from|hear back|receive [a|an|our|the|your|more] (call|reply|email|response|quote|quotation|update|message|confirmation|invoice|answer|text)|get (a|an|our|the|your) (call|reply|email|response|quote|quotation|update|message|confirmation|answer)|be contacted|expect (a|an|our|the|my) (call|reply|email|response|quote|update|message|answer)|contacted|updated|notified|expect to hear)
    expect (a|an|our|my|the) (call|reply|email|response|quote|update|message|answer)
    let me (check|ask|find out|look into|confirm|verify|see|talk|speak|consult|investigate|double check) ~ [~] (get back|let you know|come back|reply|update you|call you|message you|revert|respond)
    (will|going to) (get back|be in touch|follow up|revert|update you|let you know|call you|message you|keep you posted|send you|reply|contact you)
    (get|getting|come|coming) back to you (tomorrow|today|tonight|soon|shortly|in|within|by|on|later|this|next|as soon as|with|before|after|asap|at|monday|tuesday|wednesday|thursday|friday|saturday|sunday)
    (talk|speak) to you (tomorrow|tonight|on|in|later|soon|at|monday|tuesday|wednesday|thursday|friday)
    (i|we) [can] (promise|guarantee|commit) to (call|get back|contact|message|send|reply|follow up|update|let you know|email|text|check|reach out)
    (message|balikan|follow up|i follow up|text|chat|email|update|contact|pm|inform|notify|sabihan|call) (ko|namin) [po|na lang] (kayo|sila|sa|ka|kita|ko kayo|kayo)
    (le|te|les) (aviso|avisamos|avisare|avisaremos|confirmo|confirmamos|confirmare|confirmaremos|llamo|llamamos|llamare|llamaremos|escribo|escribimos|escribire|escribiremos|mando|mandamos|mandare|mandaremos|envio|enviamos|enviare|enviaremos|contacto|contactamos|contactare|contactaremos|respondo|respondemos|respondere|responderemos|informo|informamos|informare|informaremos|paso|pasare|pasaremos|comparto|compartire|digo|dire|diremos|cuento|contare|actualizo|actualizare|actualizaremos|comento|hago saber|mantengo|mantendre|mantendremos|contesto|contestare|contestaremos|doy|dare|daremos)
    (voy|vamos|va) a (revisar|consultar|preguntar|averiguar|verificar|investigar|confirmar|avisarle|avisarte|llamarle|llamarte|llamarlo|enviarle|enviarte|mandarte|mandarle|escribirle|escribirte|contactarle|contactarte|responderle|responderte|informarle|confirmarle|confirmarte|checar|contactarlo|pasarle|darle seguimiento|enviar|mandar|llamar|revisarlo|resolver|solucionar)
    (se|nos|me) (lo|la|los|las|pondremos|pondre|pondra|pongo|ponemos|comunicara|comunicaremos|comunico|comunicare|contactara|contactaremos) (envio|envio|mando|enviamos|mandamos|enviare|enviaremos|mandare|confirmo|confirmare|hago saber|hare saber|comparto|en contacto|con usted|contigo|comunico|con)
    (un asesor|una asesora|un agente|alguien|un representante|nuestro equipo|el equipo|un especialista|un ejecutivo|mi companero|un companero|el tecnico|un tecnico|soporte) [se|lo|la|te|le|les] [te|le] (llamara|contactara|comunicara|escribira|respondera|pondra|atendera|enviara|va a|llama|contacta|confirmara)
    (recibira|recibiras|tendra|tendras|va a recibir|vas a recibir) (una|un|el|la|noticias|respuesta|nuestra|su) [respuesta|llamada|correo|mensaje|confirmacion|cotizacion|noticias]
    (volvere|volveremos|regreso|regresamos|vuelvo) (a|con|contigo|con usted) [contactarle|contactarte|escribirle|escribirte|llamarle|llamarte|la|una|el|usted|noticias]
    (revisare|revisaremos|consultare|consultaremos|verificare|verificaremos|averiguare|preguntare|investigaremos|reviso|consulto|verifico|pregunto|averiguo) [y|con|el|la|su|tu|esto|eso|lo]
    (babalikan|babalikan po|tatawagan|itetext|i tetext|itext|i text|itetext|imemessage|i memessage|imessage|i message|iuupdate|i uupdate|iupdate|i update|uupdate|update|kokontakin|icocontact|i cocontact|icontact|i contact|sasabihan|sabihan|aabisuhan|abisuhan|padadalhan|papadalhan|papadalan|sasagutin|ichachat|i chachat|ichat|i chat|pm|ipm|i pm|email|ieemail|i email|iemail|imemessage|ifofollow|ifollow up) (ko|namin|ka|kita|kayo|po|na lang|po namin|ko po|po kita|ka namin|po kayo|kayo namin) [po|kayo|namin|kita|ka|na|sila]
    (tatawag|magtetext|mag tetext|magmemessage|mag memessage|magrereply|mag rereply|babalik|magfofollow|mag fofollow|mag uupdate|maguupdate|magsesend|mag sesend|magrerespond|sasagot|magsasabi|kokontak|mag follow|magchachat|mag chachat|mag email|mag eemail|magbibigay|mag update|magbabalik) [up|po|na|lang] (ako|kami|po ako|po kami|sila|ang|po|sa|ng|si|sya|siya|yung|up)
    (ichecheck|i checheck|icheck|i check|check|titignan|titingnan|aalamin|itatanong|itanong|tanong|ivverify|i verify|iverify|aasikasuhin|aayusin|ikoconfirm|i coconfirm|icoconfirm|iconfirm|i confirm|sesend|isesend|i sesend|isend|i send|ipapadala|ibibigay|iforward|i forward|ifoforward|tawagan|kausapin|kakausapin|tatanungin|ikokonfirm) (ko|namin|ko po|po namin|ko na|ko muna|muna|po|po muna|muna namin|namin po|ko lang) [po|muna|sa|ang|ito|to|yung|kung|na|lang]
    (may|meron) [po] (tatawag|magcocontact|magtetext|magmemessage|kokontak|mag aassist|magrereply|tutulong|babalik|mag contact|mag aasikaso) [po] [sa|na] 
    (abangan|antayin|hintayin) [nyo|niyo|mo|po|lang|na] [po|lang|ang|yung] (tawag|text|message|update|reply|sagot|email|balita)
  `,
};

/** Words of time: units in minutes, days from today, hours of the day, days of the week (1 is Monday), and "soon". */
export const units: ReadonlyMap<string, number> = new Map([
  ...each(1, "minute minutes minuto minutos minutong"),
  ...each(60, "hour hours hora horas oras"),
  ...each(1440, "day days dia dias araw"),
  ...each(10080, "week weeks semana semanas linggo"),
  ...each(43200, "month months mes meses buwan"),
]);

export const days: ReadonlyMap<string, number> = new Map([
  ...each(1, "tomorrow bukas"),
  ...each(0, "today hoy ngayon ngayong tonight"),
  ...each(2, "makalawa"),
]);

export const parts: ReadonlyMap<string, number> = new Map([
  ...each(9, "morning umaga breakfast"),
  ...each(12, "noon midday lunch lunchtime mediodia tanghali"),
  ...each(14, "afternoon hapon"),
  ...each(18, "evening tonight night gabi noche"),
  ...each(17, "eod cob"),
]);

export const weekdays: ReadonlyMap<string, number> = new Map([
  ...each(1, "monday mon lunes"),
  ...each(2, "tuesday tue tues martes"),
  ...each(3, "wednesday wed miercoles miyerkules"),
  ...each(4, "thursday thu thurs jueves huwebes"),
  ...each(5, "friday fri viernes biyernes"),
  ...each(6, "saturday sabado weekend"),
  ...each(7, "sunday domingo"),
]);

export const soon: ReadonlySet<string> = new Set(
  "shortly soon later moment momento brevedad bit while momentito rato ratito pronto mamaya maya saglit sandali enseguida ahorita".split(" "),
);

export const numberWords: ReadonlyMap<string, number> = new Map([
  ...each(1, "a an one un una uno isa isang next"),
  ...each(2, "two couple dos dalawa dalawang"),
  ...each(3, "three few tres tatlo tatlong several unos unas ilang"),
  ...each(4, "four cuatro apat"),
  ...each(5, "five cinco lima limang"),
  ...each(6, "six seis anim"),
  ...each(7, "seven siete pito pitong"),
  ...each(8, "eight ocho walo walong"),
  ...each(10, "ten diez sampung"),
  ...each(12, "twelve doce"),
  ...each(15, "fifteen quince kinse"),
  ...each(20, "twenty veinte"),
  ...each(24, "twentyfour"),
  ...each(30, "thirty treinta trenta"),
]);

function each(value: number, words: string): [string, number][] {
  return words.split(" ").map((word) => [word, value]);
}
