/**
 * Words of a customer after which nothing is due, in the language of patterns (core/rules/analysis/phrases/patterns.ts). What
 * they leave uncovered decides: a message that is nothing but these closes.
 */
export const closingRules: Readonly<Record<string, string>> = {
  // What was said is taken in.
  ack: `
    (noted|understood|gotcha|roger|copy|cool|nice|great|perfect|awesome|amazing|lovely|brilliant|excellent|wonderful|sweet|fab|fantastic|alright|right|good|fine|bet|deal|done|yay|yey|yehey|woohoo|yes|ok|sure|agreed|indeed|exactly|sorted|legend|ta)
    (got it|i see|makes sense|fair enough|sounds good|sounds great|sounds like a plan|works for me|no worries|no problem|not a problem|no wuckas|no wukkas|all good|good to know|that works|that is (fine|ok|great|perfect|good|all|it|everything|right|fair|cool)|will do|all set|good stuff|no rush|take your time|no hurry|for now|of course|for sure)
    (i|we) (understand|got it|got you|am good|are good|have it|received it|like it|love it|love them|like them)
    (love it|love this|love them|so cute|so pretty|so good|looks (good|great|amazing|lovely|perfect)|very helpful|you are the best|best ever)
    (oh|ah|ahh|aww|aw|hmm|haha|hahaha|hehe|lol|lmao|omg|wow|whoa|jaja|jajaja|jeje|ay|ayy|naku|hala|uy|ahahaha)
    wrong $
    (my bad|wrong (number|person|chat|one)|sorry|apologies|oops|whoops|my mistake|pasensya|pasensiya|perdon|disculpe|disculpa|disculpen)
    (okiii|okii|oki|oks|okis|okidoki|okeydokey|okie dokie|kk|ok ok|yep|yup|mhm|uh huh|aight|ight)
    (sige|sigi|oo|opo|gets|noted|copy|ayos|ayus|ok na|okay na|goods|gora|g|deal|tama|ganun|ganon|ganun pala|ah ganun|ganun po ba|ganon po ba|ah ok|walang problema|walang anuman|no prob|sus|sulit|ang ganda|ang cute|ang galing|galing|ganda|sarap|ang sarap|nice one|petmalu|lodi|bet|bongga)
    (natanggap|nareceive|na receive|nakuha|received|recieved) [ko|namin|na] [na|po|ko] [po|na]
    (ok|okay|okey) (na|lang|rin|din|yan|po yan|na yan|na po yan|kaayo)
    (sige|okay|ok|salamat|daghang salamat|salamat kaayo|maayo|lagi|mao ba|mao|aw|ah mao)
    (listo|dale|vale|va|sale|perfecto|bueno|buenisimo|genial|excelente|chevere|bacano|barbaro|joya|super|de una|de acuerdo|entendido|entiendo|enterado|enterada|claro|ok|okay|si|ya|ya veo|ya vi|ya entendi|esta bien|todo bien|sin problema|no hay problema|no te preocupes|no se preocupe|no pasa nada|tranqui|tranquilo|tranquila|perfectisimo|que bien|que bueno|que lindo|que linda|que rico|me encanta|me encanto|hermoso|hermosa|divino|divina|quedo (lindo|linda|perfecto|hermoso|hermosa|bien)|anotado|correcto|eso es todo|era eso|seria todo|es todo|nada mas|buena onda|bendiciones|amen)
    (certo|beleza|blz|perfeito|otimo|ta bom|tudo bem|tudo certo|show|combinado|entendi|fechado)
    (d'accord|dac|parfait|super|tres bien|entendu|compris|ca marche|pas de souci|nickel|c'est note)
    (alles klar|in ordnung|passt|verstanden|prima|perfekt|gut|okay|geht klar|kein problem)
    (baik|oke|siap|sip|mantap|noted|ya|iya|baiklah)
  `,
  thanks: `
    (thanks|thank you|thank u|thank|cheers|ta|much appreciated|appreciated|grateful|bless you|god bless|xoxo)
    (thanks|thank you|cheers) [so much|a lot|a bunch|a ton|tons|a million|very much|heaps|loads|anyway|anyways|again|in advance|then|tho|though]
    (appreciate|appreciated) (it|that|this|the|your|you) [help|time|response|reply|patience|quick|prompt] [reply|response|help]
    (salamat|salamuch|salamats|thankies|thenk|tenks|tenkyu|pasalamat|maraming salamat|daghang salamat|agyamanak)
    salamat sa ~
    (gracias|muchas gracias|mil gracias|muchisimas gracias|agradezco|agradecido|agradecida|se agradece|le agradezco|les agradezco|grax) [por] [todo|la|su|tu|el] [informacion|info|ayuda|atencion|respuesta|aviso|dato|tiempo]
    (obrigado|obrigada|obg|brigada|valeu|vlw|merci|merci beaucoup|danke|danke schon|vielen dank|dankeschon|makasih|terima kasih|trims|grazie)
    (for|por|sa|fur|pour) [the|your|all|la|su|tu] [quick|fast|great|prompt|lovely|kind|rapida] (help|info|information|response|reply|service|update|assistance|ayuda|respuesta|informacion|atencion)
    (for|por|sa|fur|pour) (everything|all|the help|your help|the info|the information|letting me know|the update|the reply|the heads up|your time|all your help|the quick reply|tulong|info|reply|la info|todo|alles|tout|tudo)
  `,
  farewell: `
    (bye|goodbye|good bye|bye bye|cya|farewell|ciao|cheerio|ttyl|good night|gnight|nighty night|take care|stay safe)
    see (you|ya|u|yous|y'all) [all|guys|then|soon|later|there|around|next|on|at|in|for|this|tomorrow|tonight|again|monday|tuesday|wednesday|thursday|friday|saturday|sunday|sat|sun|mon|tue|tues|wed|thu|thurs|fri|#number|am|pm] [then|soon|later|there|week|month|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday|sat|sun|mon|tues|wed|thurs|fri|tomorrow|tonight|morning|afternoon|evening|at|#number|am|pm] [#number|at|am|pm|morning|afternoon] [#number|am|pm]
    (talk|speak|chat) (to you|to ya|soon|later|tomorrow) [later|soon|tomorrow|then]
    (have|enjoy) (a|your|the) [really|very] (good|great|nice|lovely|wonderful|blessed|pleasant|rest|day|evening|night|weekend) [of] [your|the] [day|one|night|evening|weekend|afternoon|week|time|holiday|holidays]
    (you too|u too|same to you|likewise|happy (holidays|new year|weekend)|merry christmas|until then|till then|until (tomorrow|next time)|till (tomorrow|next time))
    (looking forward|look forward) [to] [it|seeing you|that|meeting you|seeing you all|hearing from you]
    (paalam|babay|babush|ingat|ingat [po|kayo|ka]|hanggang sa muli|kita kits|kitakits|kita tayo|kita na lang|see you [po|na lang]|hanggang bukas|bukas na lang|amping|god bless [po|you|us])
    (kita|magkita) [na lang|na|po] (tayo|bukas|sa|mamaya) [sa|bukas|mamaya|sat|sun|linggo|sabado|#number] [#number|sat|sun]
    (adios|chao|chau|bye|hasta (luego|pronto|manana|la proxima|la vista|entonces|ahi|el lunes|el martes|el miercoles|el jueves|el viernes|el sabado|el domingo)|nos vemos|que (tenga|tengas|tengan|este|pase|pases) [un|una|muy|bien|buen] [buen|bonito|lindo|buena|bonita|excelente|feliz] [dia|tarde|noche|fin de semana|semana]|cuidese|cuidate|saludos|feliz (dia|tarde|noche|fin de semana)|igualmente|buen (dia|finde|fin de semana)|buenas noches|un abrazo|abrazo|besos)
    (nos vemos|hasta) [el|manana|a las|en|entonces|ahi|alli|pronto|luego] [lunes|martes|miercoles|jueves|viernes|sabado|domingo|#number|a las] [a las] [#number]
    (tchau|ate (logo|mais|amanha)|au revoir|a bientot|a demain|bonne (journee|soiree)|tschuss|bis (dann|bald|morgen|spater)|schonen (tag|abend)|sampai jumpa)
  `,
  // The customer has the next step, or has taken it upon them.
  theirs: `
    (i|we) (will|shall|am going to|are going to|need to|have to|gotta|going to|would have to) [just|need to|have to|probably|also|first|maybe] (think|ask|check|talk|speak|discuss|decide|see|look|consider|sleep|let|get back|come back|be back|message|text|call|write|ping|send|pay|transfer|deposit|drop|pass|swing|stop|come|be|go|bring|pick|keep|wait|try|do|have a look|reach|contact|consult|measure|find|confirm|visit|head|arrive)
    will (come|send|do|make|pay|transfer|share|confirm|let|update|revert|drop|check|get|be (sent|paid|done|there|coming)|ask|reach|bring|deposit|settle|call|message|think|look|talk|discuss|see|try|wait|show)
    i (go|dey|wan) (think|call|come|send|check|pay|try|reach|ask|see|get back)
    (let|lemme) me (think|ask|check|see|talk|discuss|sleep|look|consult|get back|know if|measure|find)
    (just|still) (looking|browsing|checking|thinking|deciding)
    (sending|paying|coming|heading|transferring|leaving|driving|walking|arriving|going) [it|now|over|there|out|in|tomorrow|tonight|when|once|later|after|as soon as|this|on|by]
    (on my way|omw|on the way|otw|otw na|be right there|be there (soon|shortly|in|at|by)|almost there|running late|i am outside|i am here|just parked|waiting|will wait|i can wait|happy to wait|standing by|maghihintay|hintay|waiting po|hintayin ko|antay|antayin ko|aantayin ko|mag aantay)
    (sige|ok|okay|okey|cge) [po|na|muna] (isip|isipin|pag isipan|mag iisip|tanong|tanungin|itatanong|check|balik|balikan|text|chat|message|pm|update|sabihan|send|bayad|punta|daan|papunta|antay|hintay|wait) [muna|na|lang|ko|ka|po|kita|ako|mamaya]
    (isip|isip isip|pag iisipan|pag isipan|isipin|tatanong|tatanungin|itatanong|magtatanong|ichecheck|babalik|balikan|babalikan|babalitaan|sasabihan|ipapaalam|magpapasabi|mag uupdate|mag update|i update|update|message|chat|text|balik|pm) [muna|ko|ka|kita|po|ako|na lang|kayo] [po|muna|ko|ako|kayo|na lang|ulit|mamaya|bukas|kita]
    (send|bayad|magbabayad|babayaran|sesend|isesend|isend|ise send|magsesend|magpapadala|padala|ipapadala|punta|pupunta|papunta|dadaan|daan|kukunin|kunin|pick up|pickupin) [ko|ako|na|po|kami|na lang] [po|na|ko|ako|kami|lang] (mamaya|bukas|later|pag|kapag|pagka|after|sa|sahod|tom|tomorrow|mamayang|this|on)
    (pag|kapag|pagka) [may|naka|nag] (sahod|sweldo|decide|confirm|ok|budget|pera|uwi)
    (lo|la|los|las) (pienso|consulto|hablo|veo|reviso|platico|pensare|consultare|hablare|checo|comento)
    (voy a|vamos a|dejame|deje|dejeme|dejanos|tengo que|tendria que|deja) (pensar|pensarlo|pensarla|ver|verlo|consultar|consultarlo|preguntar|hablar|hablarlo|revisar|checar|platicar|avisar|confirmar|lo pienso|lo consulto|lo hablo|consulto|pregunto|veo|reviso|checo|pienso|confirmo)
    (le|les|te) (aviso|avisamos|confirmo|escribo|digo|mando|envio|cuento|paso|marco|llamo|estoy avisando|estare avisando) [luego|manana|despues|cualquier cosa|en|el|la|cuando|mas tarde|por|si|$]
    (yo|luego|despues|mas tarde|manana|ahorita|al rato|ya|cualquier cosa) (le|les|te) (aviso|confirmo|escribo|digo|mando|envio|cuento|deposito|transfiero|pago)
    (voy para alla|voy en camino|en camino|ahi voy|ya voy|ya salgo|estoy llegando|llego en|ahi estare|ahi estaremos|aqui espero|quedo atento|quedo atenta|quedo pendiente|quedamos atentos|espero|aca espero|aqui estare|quedo a la espera|estaremos|alla llego|alla estare|paso (manana|mas tarde|luego|por|el))
    (vou pensar|vou ver|te aviso|je vais reflechir|je vous tiens au courant|ich uberlege|ich melde mich|nanti|saya pikir dulu)
  `,
  decline: `
    (no thanks|no thank you|nevermind|never mind|nvm|nm|forget it|forget about it|no need|do not worry|do not bother|leave it|not now|not today|not right now|maybe later|maybe next time|next time|another time|some other time|not interested|i am good|we are good|no longer needed|all sorted|found it|figured it out|got it sorted|sorted now|found one|that is all|that will be all|nothing else|that is it|hard pass|i will pass|too (expensive|pricey|far|late|much)|out of (my|our) budget)
    (wag na|huwag na|hindi na|di na|wag na lang|hindi na lang|di na lang|ayaw na|ay wag|next time|sa susunod|saka na|some other time|pass|pass muna|ok na pala|okay na pala|wala na|wala na po|no need|no thanks|dili na|dili na lang|sunod na lang) [po|lang|muna|pala|na lang|na|ko|kami|namin]
    (ang mahal|mahal pala|medyo mahal|di kaya ng budget|over budget|wala sa budget|out of budget|kulang budget)
    (no gracias|por ahora no|ahora no|mejor no|otro dia|en otra ocasion|sera en otra|otra vez sera|sera (luego|despues|otro dia)|ya no|ya no gracias|no te preocupes|no importa|olvidelo|olvidalo|dejalo|dejelo|nada olvida|ya lo (resolvi|encontre|solucione)|ya me (ayudaron|respondieron)|ya quedo|muy caro|fuera de (mi|nuestro) presupuesto|se me sale del presupuesto|paso|lo dejo|la dejo)
    (nao obrigado|nao obrigada|deixa|depois|non merci|laisse tomber|nein danke|schon gut|tidak usah|ga jadi)
  `,
  // A wait of its own: "hello?", "??".
  calls: `
    (hello|hi|hey|helo|hellow|yoohoo|oi|psst|knock knock|hola|alo|bueno|ola|oy|uy|maam|mam|sir|sis|boss)
    (anyone|anybody|someone|somebody) (there|here|home|around|awake|alive|available|answering)
    (are you|you|u) [guys|still] (there|here|around|alive|open|with me|listening|ignoring me)
    (any|an) (update|updates|news|reply|response|answer|luck|word|progress|feedback)
    (still|been|i am|we are) waiting
    (follow up|following up|just following up|checking in|just checking|bump|bumping this|up|up up|ping|reminder)
    (did you|have you) (see|get|read|seen|got|receive) [my] (message|this|it|text|question|that)
    (please|pls|kindly) (reply|answer|respond|update)
    (may tao (ba|po)|andyan [pa|po|ba]|nandyan [pa|po|ba]|nanjan|meron bang tao|may update|ano na|anu na|musta na|kumusta na|up po|up lang|follow up|paki reply|pa reply|reply po|sagot po|naghihintay|nag aantay|update po|update naman)
    (hay alguien|sigues ahi|siguen ahi|estan ahi|estas ahi|me (puedes|pueden|puede) (responder|contestar)|alguna (novedad|respuesta|noticia|noticias)|novedades|algun avance|sigo esperando|que paso|que paso con eso|me leen|me escuchan|siguen ahi)
    (alguma novidade|alguem ai|des nouvelles|quelqu'un|jemand da|gibt es neuigkeiten|ada orang|halo)
  `,
  greeting: `
    (hi|hello|hey|hiya|howdy|yo|helo|hallo|hellow|hey there|hi there|hello there|greetings|good (morning|afternoon|evening|day|am|pm|eve|noon))
    (magandang|mgandang) (umaga|hapon|gabi|araw|tanghali)
    (kumusta|kamusta|musta|maayong (buntag|hapon|gabii|udto|adlaw)) [po|kayo|ka]
    (hola|holi|buenas|saludos|que tal|buen dia|buenos dias|buenas tardes|buenas noches|alo|ola|oi|bom dia|boa tarde|boa noite|bonjour|bonsoir|salut|guten (tag|morgen|abend)|moin|servus|halo|selamat (pagi|siang|sore|malam))
    (how are you|how are you doing|how is it going|como (estas|esta|estan)|how are things|happy (monday|friday))
  `,
};

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Small words that neither add to what is closed nor open anything: forms of address, degrees, particles. */
export const smallWords = words(`
  sir maam mam madam miss ms mr mrs boss bro bruh sis sissy mamsh mamsht beh besh bes ate kuya idol lodi doc dok doktora dra dr mate man dude guys guy hun hon honey love dear
  babe darling friend team all everyone folks y'all buddy pal amigo amiga amigos jefe jefa joven senor senora senorita don dona reina linda guapa bella hermosa nena mi vecino
  corazon carino veci parce parcero che loco wey guey
  please pls with yan #
  po opo na naman lang din rin nga pa muna talaga kaayo jud gyud gid pud sad ra man ha hah eh e oh ah ay o no so and but then now just too also very really much a lot again anyway anyways tho
  though the that this it i you we me my your for to of is am are was in on at here there well still actually totally soon yet by such one
  y e muy mucho mucha muchas muchos mil tan todo toda todos pues entonces igual tambien de la el los las lo que eso asi ya por favor con su tu le les me te nos un una es esta estamos
  ang ng sa si ko ako ka kita kami kayo niyo namin yung yun yan ito ito'y ba't kasi pala siya sila mo din daw
  e o a um uma muito je vous le la tout und sehr es ist das gern
  x xx xxx xo hahaha hehe
`);
