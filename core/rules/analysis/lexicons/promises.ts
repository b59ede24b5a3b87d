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
    ^ (will|shall|going to) [just|definitely|also|now] (confirm|check|call|phone|text|email|message|ring|write|ask|find out|verify|send|get|let|update|reply|respond|follow|come back|inform|notify|look into) [back|it|this|that|with|you|the|if|and|to|for|into|on|up]
    (i|we) (will|shall|am going to|are going to) [also|just|definitely] (call|phone|text|email|message|ring|write|reply|respond|report back|check back|check in|get back|answer|confirm|update) [back] [in] [with] [you] (as soon as|when|once|tomorrow|today|tonight|later|soon|shortly|on|at|by|in|within|again|this|next|before|after|first|monday|tuesday|wednesday|thursday|friday|saturday|sunday)
    (i|we) will (give|drop) you (a|an) [quick] (shout|bell|buzz|ring|line|text|message|tinkle|call|heads up|reply|definite)
    (will|shall) [then|also|personally|definitely|be] (call|phone|ring|contact|email|text|message|update|notify|inform|reply to|write to|write|get back to|reach out to|get in touch with|calling|contacting|emailing|in touch with|get hold of) you
    you will (have|get|receive|see) (our|the|my|an|a|your) [final|full] (reply|answer|quote|quotation|response|update|estimate|offer|results|feedback|decision|confirmation)
    (come|coming|get|getting|be) (right|straight) back [to|with] [you]
    (leave (it|this|that) with me|bear with me [while] [i] [check|ask|find|look|see])
    (checking|looking|asking|working|find out|look into it) ~ ~ (keep you posted|let you know|get back to you|update you|come back to you|back to you)
    (as soon as|once|when|the moment) ~ ~ (i|we) will [also|then] (let you know|call|message|text|email|write|tell|inform|notify|update|contact|reach out|confirm|ping)
    (le|te|les|lo|la|los|las|os) (marco|marcamos|marcare|marcaremos|hablo|hablamos|regreso|regresamos|regresare|devuelvo|devolvemos|devolvere|devolveremos|notifico|notificamos|notificare|notificaremos|reporto|reportamos|remito|hare (saber|llegar)|haremos (saber|llegar)|llamo|llamamos|llamare|llamaremos|contacto|contactamos|contactaremos|digo|decimos|aviso|avisamos|comento|cuento|contamos|comunico|comunicamos|comunicaremos|averiguo|consulto|confirmo|confirmamos|respondo|escribo|escribimos|mando|mandamos|envio|enviamos|paso|pasamos|informo|informamos|damos|daremos|contesto|contestamos)
    (le|te|les|os) (tengo|tendre|tendremos|tenemos|traigo) (novedades|noticias|respuesta|una respuesta|la respuesta|el dato|info|informacion|una solucion|el precio|el presupuesto|la cotizacion)
    (lo|la|le|te|los|les|os) (llama|llaman|llamara|llamaran|contacta|contactan|contactara|contactaran|escribe|escriben|escribira|escribiran|responde|responden|responderan|marca|marcan|avisa|avisan|avisara|confirma|atendera) [manana|hoy|luego|despues] (el|la|los|las|un|una|mi|nuestro|nuestra|desde|alguien|ellos|por|para|con|a|en|$)
    (el|la|un|una|mi|nuestro|nuestra|nuestros|ellos|los) ~ (lo|la|le|te|les|os) (llama|llaman|contacta|contactan|contactara|contactaran|escribe|escriben|avisa|avisan|confirma|confirman|marca) [manana|hoy|luego|para|por|en|a|el|$]
    (nos) (comunicamos|contactamos|pondremos|ponemos|comunicaremos|contactaremos) (con|en contacto)
    (vuelvo|volvemos|regreso|regresamos) con (vos|usted|ustedes|tu respuesta|su respuesta|la respuesta|novedades|noticias)
    (dejame|dejeme|permitame|permiteme|dame #number|deme #number|deja|permita|dejanos|dejenos) ~ [que] (pregunto|preguntar|consultar|consulto|revisar|reviso|verificar|verifico|ver|checar|checo|averiguar|averiguo|confirmar|confirmo|preguntarle|chequear|chequeo|buscar|mirar|miro)
    (lo|la) (miro|miramos|chequeo|chequeamos|checo|checamos|reviso|revisamos|averiguo|averiguamos|consulto|consultamos|pregunto|verifico|confirmo|veo y|vemos y) (y|con|hoy|manana|ahora|enseguida|ahorita|te|le|os)
    (tendra|tendras|tendran|va a tener|vas a tener) [su|tu|una|la|el|nuestra] (respuesta|novedades|noticias|cotizacion|presupuesto|confirmacion|informacion)
    (estaremos|estaria|estare|vamos a estar) (informando|avisando|contactando|llamando|escribiendo|en contacto|comunicando|enviando)
    (send|reply|confirm|balitaan|balikan|email|check|verify|tanong|tatanong|hanapin|forward|pm|dm|chat|text|call|tawagan|update|inform|sabihin|sasabihin|ibalita|ask|itanong) (ko|namin|natin) [po|na|agad|lang|muna|sa|sa|yung|ang|din|kayo|ka|inyo|niyo]
    (ifollow|ifofollow|i follow|i fofollow|follow|finollow) up (ko|namin|po|natin) [po|ko|namin|na|ito|to|sa|muna]
    (ko|namin|po namin|ko po|namin po|po kami|kami|po) [na|po|kayo|kita|din|agad|rin|ang] (ise send|isesend|i sesend|isend|i send|ipapadala|ibibigay|tatawagan|babalikan|iinform|iuupdate|i uupdate|ia update|sasabihan|ipapaalam|aabisuhan|babalitaan|magme message|magmemessage|mag a update|mag uupdate|maguupdate|tatawag|magre reply|magrereply|magte text|magtetext|magse send|magsesend|mag iinform|ichachat|kokontakin|kakausapin|itatanong|aalamin|iche check|ichecheck)
    (magme message|mag a update|mag uupdate|magre reply|magte text|magse send|mag iinform|magba balik|ia update|ise send|i u update|iche check|ite text|ii email) [po|na] (kami|ako|sila|ko|namin|po|kayo|sa|ang)
    may [na|po] (sagot|update|balita|resulta|feedback|sagot na|update na|balita na|resulta na) [na] [po] (kami|ako|tayo|ko)
    (reply|balik|chat|message|update|text|tawag|call) [po|na lang|din|ulit] (ako|kami) [po] [agad|sa|mamaya|bukas|kayo|inyo|later|ulit|pag|kapag|once|$]
    (papatawagan|papacontact|papakontak|ipapatawag|ipapaabot|ieendorse|i eendorse|i endorse|iendorse|ipapasa|ipaparating|babalitaan|balitaan|ipapaalam|aabisuhan) [ko|namin|po|kita|ka|ko po|po namin] [po|kayo|namin|ko|ito|sa]
    (sila|siya|si ~|ang) [na|po|na po] [po] (ang|na) (kokontak|tatawag|magrereply|magmemessage|magtetext|babalik|sasagot|mag uupdate) [po|sa]
    (may|meron) [po] (magme message|mag me message|magte text|kokontak|tatawag|magchachat|mag uupdate|magsasabi)
    expect (the|your|our|my|an|a) (estimate|quote|quotation|results|photos|invoice|contract|answer|decision|feedback|report) ~ (by|on|in|within|tomorrow|today|tonight|this|shortly|soon|before|later)
    (am|are|is) (calling|writing|emailing|texting|messaging|sending|phoning|ringing|getting back to) you ~ ~ (tomorrow|today|tonight|on|at|this|in|later|shortly|soon|monday|tuesday|wednesday|thursday|friday|saturday|sunday)
    (will|shall|going to) (report back|circle back|check back|let you know|drop you a|shoot you a|send you a|tell you (what|when|if|how|once|as))
    will ~ ~ ~ (tell you|let you know|show you) (what|when|if|how|once|as|more|the)
    (drop|shoot|fire) you (a|an) (message|text|email|line|note)
    count on (a|an|our|my) (answer|reply|call|response)
    let me (pull up|have a look|take a look|look it up|dig into|see what i can)
    back (with|to) you (in|within|by|before|after|shortly|soon|tomorrow)
    se (va|van) a (poner|comunicar|contactar) (en|con)
    (ni bien|apenas|en cuanto|tan pronto|tan pronto como|no bien) ~ ~ (te|le|les|os)
    (le|te|les) (paso|pasamos) a (decir|avisar|contar|dejar|informar|confirmar)
    (ahora|ahorita|ya|ya mismo) [lo|le|te] (pregunto|consulto|averiguo|reviso|chequeo|miro|verifico) y
    (digo|aviso|comento|cuento|escribo) cualquier cosa
    (ko|namin) [na lang|po|na] [po] [kayo|kita|ka] [na lang] (sasagutin|tatawagan|babalikan|sasabihan|ipapasa|ise send|isesend|ipapadala|itetext|imemessage|babalitaan)
    balita (ako|kami) [agad|po|mamaya|maya|bukas|sa]
    (kinakausap|tinatanong|chinecheck|chine check|tinitingnan|tinitignan|inaalam|hinahanap|inaayos|vineverify) (ko|namin) [na|po|pa|lang] [po]
    (ipapaalam|isasagot|ibabalita|sasabihin|ipapakita|ikukumpirma) [po|ko|namin|na] [namin|ko|kung|sa|po]
    hihintayin (ko|namin) [po|lang] ~ ~ (chat|text|balita|message|sabihan|tawagan|update|reply)
    (tetext|chachat|memessage|tetextan|chachatin|memessagein|ieemail|emailan|chat|text) (ko|namin|po namin|po ko) (kayo|kita|po|ka)
  `,
  hope: `
    (hopefully|fingers crossed|with (any|a bit of) luck|ojala|esperemos)
  `,
  "not:promise": `
    ^ if (you|they|so|your)
    ^ (should|in case) you
    ^ (once|when|as soon as|after) you
    (once|as soon as|after|if) you (send|share|provide|pay|reply|confirm|let us|tell)
    ^ (when|whenever) (a|an|someone|people|customers)
    ^ si (me|nos|usted|ustedes|quiere|quieres|gusta|gustas|desea|deseas|tiene|tienes|necesita|necesitas)
    (cuando|en cuanto|una vez que) (me|nos) (mande|mandes|envie|envies|pase|pases|confirme|confirmes|comparta|compartas|pague|pagues)
    ^ (kung|kapag|pag) ~ ~ (kayo|nyo|niyo|ninyo|mo|ka)
    (pag|kapag|pagka|once) ~ (nasend|naisend|nasend na|nabigay|naibigay|nakapagbayad|nagbayad|bayad na) [na|po] (kayo|nyo|niyo|ninyo|mo|ka)
    (forward|pass|share|relay|submit|raise|send) ~ ~ ~ (suggestion|suggestions|feedback|idea|ideas|comments|input)
    (can not|could not|not able to|unable to|will not|do not|does not) [be able to|want to] (promise|guarantee|say|know|tell|assure)
    (no one|nobody) [of us] will
    no [le|te|les] (puedo|podemos|podria|se) (asegurar|garantizar|prometer|decir|si)
    (hindi|di) [ko|namin] [po] [ko|namin] (masabi|masasabi|mapapangako|maipapangako|sigurado|alam)
    (le|te|les|os) (confirmo|confirmamos|aviso|avisamos|informo|informamos|comento|cuento|comunico|comunicamos|recuerdo) (que|lo siguiente)
    (le|te|les) confirmo (su|tu) (reserva|cita|reservacion|mesa|turno|habitacion|lugar|clase|visita|pedido)
    (le|te|les|os) (paso|mando|envio|comparto|dejo) ~ (#money|#url|#email|#number (mil|pesos|euros|soles|dolares|usd))
    (ayer|anoche|anteayer|kahapon|kagabi|yesterday|last (night|week|monday|tuesday|wednesday|thursday|friday))
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
