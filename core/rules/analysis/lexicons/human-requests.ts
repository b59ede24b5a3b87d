/** Ways in which customers ask for a person in place of a machine, or for a certain person, by language; in the language of patterns. */
export const englishHumanRequests: Readonly<Record<string, string>> = {
  human_request: `
    (speak|talk|chat|talking|talkk|talkiing|speaking|chatting|spoke|interact|deal|discuss|conversation|converse|communicate|get in touch|in touch|get a hold|get hold|help|assistance) [directly|more|again|instead|this|it|live] (to|with|w|of|from) [a|an|the|your|some|my|any|one of your|one of the|one of] <kind> <person>
    (speak|talk|chat|speaking|talking|chatting) [directly|live|again|instead] (to|with|w) (the|your|a|an|that|whoever) ~ (owner|owners|manager|boss|supervisor|director|oga|madam|incharge|person|people|someone|guy|lady|doctor|doc|dentist|vet|chef|team|office|management|receptionist|reception|technician|mechanic|head|department|in charge|landlord|host|trainer|staff|agent)
    (speak|talk|chat|speaking|talking|chatting) [directly|live] (to|with|w) (whoever|who ever|somebody|someone|anybody|anyone)
    (can|could|may|want to|need to|like to|love to|prefer to|rather|wish to|possible to|how do|how can|let me|have to) [i|me|we|us|just|please|pls|also|maybe|instead] [just|please] (speak|talk|chat|deal) [directly|again|live] (to|with|w) (him|her|them|him directly|her directly|them directly) [directly|instead|please|now|$]
    (can|could|may) (i|we) [please|just|pls] (speak|talk) (to|with|w)
    (want|like|need|wish|prefer|rather|love|hoping) [to] (speak|talk|chat) [directly|in person|privately] (to|with|w)
    (bot|robot|machine|ai|computer|chatbot) (that is|is|who is) (answering|replying|talking|responding|texting|writing|handling)
    (arrange|request|requesting|need|want|schedule|get|like|organize|organise|set up|waiting for) [for] (a|the|me a|us a|my) (callback|call back|phone call|voice call|call from)
    (callback|call back) (please|pls|asap|from|$)
    (contact|contacts|number|no|details|phone) (of|for) [your|the|ur] ~ (manager|owner|head|boss|supervisor|incharge|in charge|director|oga|madam|person|chairman|superior)
    (give|send|find|get) me (somebody|someone|a person|a human|a human being) (that|who|with|real|i can)
    (deal|talk|speak|chat|work) (with|w|to) ~ (than|not|instead of|over) [with|to|a|an|the|this|that|your|some] ~ (bot|robot|machine|thing|thingy|computer|ai|chatbot|automated|auto)
    (connect|connected|connecting|transfer|transferred|transferring|switch|switched|pass|put|forward|redirect|redirected|refer|escalate|route|direct|hand|patch) [me|us|this|it|over|directly|through|on|my call] [me|over|through|on|back] (to|with|w|through|through to) [a|an|the|your|some|my|any|one of your] <kind> (<person>|customer service|customer support|customer care|support|support team|service desk|help desk|reception|front desk|sales|team|owner|boss|management|oga|madam)
    (connect|transfer|put|pass|redirect|patch|switch) (me|us) [over|through|straight] (to|with|w|through|through to) [a|an|the|your|some] [#number] ~ (team|desk|department|reception|service|line|branch|office|store|worker|clerk|teller|banker|owner|doctor|kitchen)
    (put|pass|hand) (him|her|them|your boss|your manager|the manager|the owner|a person|someone|somebody) on
    (escalate|escalating) (this|it|my (case|issue|complaint|ticket|matter))
    (reach|call|phone|message|get to|get through to|contacting|calling|reaching|access) [directly|up] [to] [a|an|the|your|some|my|any|one of your] <kind> (human|person|agent|representative|rep|operator|human being|someone|somebody|attendant|agents|humans|people|assistant|assistants|real person|live agent|someone else|advisor|adviser|supervisor|manager|owner)
    (contact|find|see|reach) [directly] [a|an|the|your|some|any] (real|live|actual|human) (human|person|agent|representative|rep|operator|being|someone|somebody|people|humans)
    (contact|reach) [a|an|the|your|any] (agent|representative|rep|operator|human|supervisor|manager|person|attendant)
    (find|message) [a|an|the|your|any] (agent|representative|rep|operator|human|supervisor|manager) (to|who|that|please|for|about|from)
    (directly|want to|like to|need to) ask [this|that|it|for|about] ~ (from|to) [a|an|the|your] (agent|person|human|representative|manager|someone|somebody)
    (contact|reach) (someone|somebody|anyone|anybody) [from|at|about|in|by|over|directly|$]
    (speak|talk|chat|speaking|talking|chatting|transfer me|put me through|connect me) (to|with|w) (the|your|a) (restaurant|reception|spa|gym|front desk|hotel|desk|branch|bank|doctor|owner|chef|kitchen|concierge|team|office|shop|store|driver|boss|management)
    (have|get|want|need|like) [a|like] [quick|brief|proper|real] (chat|word|conversation|call|talk|yarn) [alone|please] (with|w) (someone|somebody|a|one|some|your|the|him|her|them|whoever) ~ [staff|human|person|agent|manager|team]
    (have|get|want|need|like|#number|a|couple) (minute|minutes|min|sec|secs|moment) (with|w) (him|her|them|the owner|your owner|the manager|your manager|the boss|your boss|someone|somebody|a person|a human)
    (get|grab|bring|fetch|find) [me] (your|the) (manager|boss|owner|supervisor|oga|madam)
    (where is|where s|wheres) (the|your) (owner|manager|boss|supervisor)
    (is|are) (anyone|anybody|somebody|someone|a human|a person|you) (actually|really|even) ~ (reading|read|there|human|person|real|listening|looking)
    (does|do|will|did) (a human|a person|a real person|anyone|anybody|an actual person) [actually|ever|even] (read|reads|check|see|answer|look at) (this|these|it|them|my|messages)
    (answer|answering) (the|your) (phone|phones|calls)
    ^ pick up (the|your) phone
    (have|tell|ask|get) [the|your|one of your|dr|mr] (owner|manager|doctor|doc|boss|guy|guys|team|staff|driver|technician|him|her|them) [to] (call|ring|phone) (me|us|my)
    (can|could|will|would) [the|your|one of your|dr|mr|doctor] (owner|manager|doctor|doc|boss|guy|he|she|they|one of you|driver|technician) [please|just] (call|ring|phone) (me|us)
    (call|ring|phone) my (cell|number|phone|mobile|office|line)
    (talk|speak|discuss|do this|explain|explain it|explain this|sort this|sort this out|chat|talk this through) [this|it|that|about it|about this|about that] (over|by|via|on) [the|a] (phone|call)
    (rather|prefer|easier) ~ (phone call|over the phone|by phone|on the phone|a call|voice call)
    (someone|somebody|anyone|anybody) who (actually|really) ~ (help|knows|know|answer|understands|understand|reads|read|cares|works)
    (this|the|your|that|stupid|useless|dumb) (bot|chatbot|robot|ai|automated system|machine|auto reply|automated thing) (is|does|can not|keeps|has|just|sucks|did|makes|will not) ~ (useless|stupid|dumb|help|helping|helpful|understand|getting|get|work|working|loop|looping|broken|annoying|answer|answering|repeating|clueless|wrong|idiotic|sense)
    (^ you|you are) [just|probably] [a|an] (bot|robot|chatbot|machine|ai)
    or [is|just|am i] [it|this|getting] [just] (a|the|your|an|some) (bot|robot|ai|machine|auto reply|automated|chatbot)
    (want|wan) (talk|speak) (to|with) (person|human|somebody|someone|your oga|oga|madam|manager)
    (want|need|get|give|find|request|prefer|require|like|have|ask for|asking for|looking for|requesting|demand|hear from|rather have|could use|get me|give me|find me) [to|me|to see|for|to have|to get|us] [a|an|the|some|your] (real|live|actual|human|proper|normal|<rude>) [live|support|customer|service|human] (human|person|agent|representative|rep|operator|people|being|advisor|adviser|help|assistance|conversation|interaction|assistant|contact|colleague|support)
    (want|need|get me|give me|get|find me|request|i prefer|require|would like|ask for|let me have|i demand) [to|me|us|for|to see|to have] [a|an|the|your|some] [customer] (human|representative|rep|operator|supervisor|customer service representative|attendant|human being)
    (want|need|get me|give me|get|find me|would like|ask for|i demand|bring me|fetch me|fetch) [to see] (a|an|the|your|some) (agent|manager|owner|boss|person|person in charge) [please|now|to talk|on the phone|on the line|here|$]
    (need|want|get me) (someone|somebody|a person) (to talk|on the (phone|line)|to speak|to call me|to (pick up|answer)|who (can|actually|is) ~ (talk|real|human|help|read|listen|understand|reads|listens|understands))
    (is|are) (there|anyone|anybody|any|this) ~ (human|person|agent|real|available to talk|who can help me|i can talk to|i could talk to|i can speak|to talk to|to speak to|agents|humans) [available|there|here|around|being]
    (is|are) [the|your|a|any] (owner|manager|boss|supervisor|doctor|doc|person in charge|someone in charge|staff|somebody from the team) [even|still|actually] (there|here|around|available|in|free|in today|around today|on duty|working) [today|now|please|yet|$]
    (who|whos|who is) [is|are|s] [the] (owner|manager|boss|in charge|person in charge|supervisor|responsible) [here|there|of|please|$]
    (who) (do|can|could|should|would) (i|we) (talk|speak|complain|go|turn) (to|with)
    (who|whom) (am i|are we) (talking|speaking|chatting) (to|with)
    (owner|owners|manager|managers|boss) (number|phone|contact|cell|mobile|details|contact number|phone number)
    (number|contact) (of|for) (the|your) (owner|manager|boss|supervisor)
    (can|could|may|have|get|please have|need|want|tell|let|ask) (someone|somebody|a person|a human|an agent|a representative|anyone|anybody|your manager|the manager|your supervisor|a manager|someone else|the owner|your boss|the doctor|him|her|them|one of you|one of your team) [please|just|from the office|from the team|to|from your team|from there] (call|contact|phone|ring|give|talk to|speak to|reach|get back to|handle|take over) [me|us] [a call|a ring|back|on|please]
    (someone|somebody|person|human) [please|to|can|should] (call|phone|ring|contact) (me|us|my)
    (can|could|will|would) (you|u|you guys|y'all) [please|just|guys|pls|maybe] (call|phone|ring|buzz) (me|us) 
    (call|phone|ring) me [back] (please|now|as soon as possible|asap|instead|on|at|$)
    (please|pls|just|kindly) (call|phone|ring) (me|us) [back]
    (give|gimme) (me|us) a (call|ring|bell|buzz|shout|callback|call back)
    (do not|not|no|hate|stop|than|tired of|sick of|instead of|without|rather than|comfortable|enough of|fed up with|done with|over) [want to|a|an|to|talking|talking to|to talk to|speaking to|with|this|these|the|your|another|more|stupid|by|sharing] [talk to|speak to|a|an|this|the|with|these] [a|an] [stupid|fucking|damn|automated|dumb|canned|auto|robotic] (bot|bots|robot|robots|machine|machines|chatbot|computer|ai|automated system|auto replies|auto reply|auto response|auto responses|automated replies|automated responses|canned responses|canned replies|automated messages|robot answers|responses|replies)
    (with|to) a (machine|bot|robot|chatbot) (again|anymore|$)
    (are you|is this|am i talking to|am i speaking to|am i chatting with|you are|are we talking to|am i texting) [a|an|even|just|really|actually|like] [a|an] [actual|real|live] (human|person|bot|robot|machine|chatbot|real person|computer|ai|automated|real|auto reply|auto response|recording|someone real)
    (this|it) (is) [a|an|just|only] (bot|robot|chatbot|ai|machine) (right|is not it|huh|or)
    (bot|robot|chatbot|ai|machine|computer|automated) or [a|an|the] [real|actual|live|human] (human|person|people|staff|someone|somebody)
    (human|person|people|someone real) or [a|an|the|just a] (bot|robot|chatbot|ai|machine|computer)
    (real|live|actual|normal|<rude>) (person|human|agent|human being|representative|people|operator|assistant|attendant) [please|now|$]
    (someone|somebody) (real|human|in person|in charge|senior|higher up|with a pulse|alive)
    (the|your) (owner|manager|boss|supervisor|person in charge) (please|now|asap|pls)
    (human|agent|representative|operator|manager|supervisor|owner) (please|now)
    ^ [a|an|the|your|get|live] (human|agent|representative|operator|handoff|live chat|customer service|real person|talk to human|speak to agent|customer care|talk to agent|live agent|live person|person please|manager|owner|supervisor|human being|person) $
    (human|live|personal) (assistance|help|support|agent|contact|operator|interaction|chat)
    (agent|person|representative|human|someone|somebody) (i can|to|i could|who can) (talk|speak|chat)
    (speak|talk|chat) to (me|us) in person
    (nobody|no one|noone|none of you) [ever|is|even|at the shop|there] (picks|picking|pick|answers|answering|answer|picked|answered) [up] [the|your|my|our] [phone|phones|calls|call|line]
    (phone|line|number|phones) [just|only|keeps|is|always|never] (rings|ringing|rings out|goes unanswered|unanswered|gets answered|goes to voicemail|off the hook)
    (called|calling|rang|rung|phoned|tried calling|tried to call|been calling) [you|u|the|your] ~ (nobody|no one|noone|no answer|voicemail|not answering|not picking up|without answer|keeps ringing)
    (can not|could not|unable to|never|not able to|impossible to|why can not|not know how to) [i|we] [even|ever|seem to] (reach|contact|find|get|speak to|speak with|talk to|talk with|get hold of|get a hold of|get through to|chat with) [to|hold of] [a|an|the|your|any] [real|live|single|human|actual] (human|live agent|operator|person|someone|somebody|anyone|anybody|agent|representative|owner|manager|people)
    (just|only|keep|keeps) [getting|get|giving|sending] [me|us] [the|a|an|these|this|same] [same] (bot|robot|automated|auto|canned) [reply|replies|response|responses|answers|message|messages]
  `,
  "not:human_request": `
    (was|were|been|after|had|loved|enjoyed|nice|lovely|great|good|pleasure|while|remember|thanks for|thank you for) (talking|speaking|chatting|dealing) (to|with) ~
    (spoke|talked|chatted) (to|with) ~
    (talk|speak|chat|check|discuss|discussing) (to|with) (you|u|ya) (later|soon|tomorrow|then|again|next)
    (talk|speak|chat|talking|speaking) [first] (to|with) my [own] (husband|wife|boss|partner|mom|mum|dad|sister|brother|family|kids|son|daughter|boyfriend|girlfriend|friend|friends|team|manager|landlord|accountant|roommate|mother|father|parents|supervisor|bank)
    (let me|i will|going to|need to|have to|should) [just|first|go] (talk|speak|chat) (to|with) (him|her|them) [first|and|about it|then]
    (real estate|travel|insurance|booking|property|estate|delivery|cleaning) (agent|agents|agency)
    (i am|as|being) a (real|actual|human|live|manager|restaurant manager|agent)
    (per|each|one|another|extra|single|second|third|every|whole|other) (person|human)
    (assistant|store|restaurant|office|property|branch|general|my|our|account|project) manager (said|told|was|is (great|nice|lovely|so)|position|job|role)
    (slot|appointment|meeting) with [the|a|your] [branch|bank|general] manager
    (your|the) (staff|manager|owner|agent|agents|person|lady|guy|team) [there|here|i spoke to|who helped] [was|were|is|are] [so|very|really|super] (great|nice|lovely|kind|helpful|friendly|amazing|awesome|wonderful|sweet|rude|good|patient|polite)
    call me (when|once|if|after|before|later|by|crazy|mr|ms|mrs|old|maybe)
    (reach|call|contact) (my|our|his|her)
    (human|humans) (body|bodies|hair|rights|resources|error|size|skin|food|nature|touch|grade|consumption|trafficking)
    (talk|speak|speaking|talking|chat) (to|with) (you|u|ya|you guys)
  `,
};

export const spanishHumanRequests: Readonly<Record<string, string>> = {
  human_request: `
    (hablar|hable|hablarlo|hablo|platicar|comunicar|comunicarme|comuniqueme|comunicame|comuniquenme|comunicarnos|comuniquen|comunique|contactar|contactarme|pasame|paseme|pasenme|pase|pasar|pasen|transferir|transfiere|transfierame|transferirme|transfieran|conectar|conectame|conecteme|chatear|atienda|atiendan|atiendame|ponme|pongame|derivar|derivame|deriven|tratar|charlar|conversar|entenderme) [me] [con|a|directamente con|por favor con|una|un|directo con] [con|directamente|por telefono con] [un|una|el|la|los|algun|alguna|tu|su|sus] [ser|verdadero|verdadera|mismo|misma] (persona|humano|humana|agente|asesor|asesora|representante|ejecutivo|ejecutiva|operador|operadora|encargado|encargada|gerente|supervisor|supervisora|alguien|jefe|jefa|dueno|duena|vendedor|vendedora|servicio al cliente|atencion al cliente|asesores|soporte|responsable|doctor|doctora|patron|patrona|propietario|propietaria|administrador|administradora|recepcion|tecnico|gente|personas|senorita|director|directora)
    (puedo|podria|podemos|quiero|quisiera|necesito|me gustaria|deseo|prefiero|puedo yo|se puede|como puedo|como hago para) [yo|por favor] (hablar|platicar|hablarlo|charlar|comunicarme) [directamente|directo|yo|por telefono] con
    (con quien) [puedo|podria|tengo que|hay que|debo|me] (hablo|hablar|comunico|comunicarme|quejarme|quejo|comunicar)
    (quien) (es|seria) (el|la) (encargado|encargada|dueno|duena|responsable|jefe|jefa|gerente)
    (esta|estara|se encuentra|anda|estan) [por ahi|hoy|disponible] (el|la) (encargado|encargada|dueno|duena|gerente|jefe|jefa|doctor|doctora|doctor mismo|responsable|supervisor|patron)
    (el|la|al|un|una|con el|con la) (encargado|encargada|dueno|duena|gerente|supervisor|supervisora|responsable|jefe|asesor|asesora) (por favor|ya|ahora|porfa)
    (quiero|necesito|quisiera|deseo|prefiero|busco|hay|solicito|exijo|puedo tener|dame|deme|denme|mandame|paseme) [que me atienda|a|con|hablar con|ver a] [un|una|algun|alguna|al|el|la] (persona|humano|agente|asesor|asesora|representante|ejecutivo|operador|supervisor|gerente|encargado|encargada) [real|de verdad|humano|humana]
    (que|pueden|puede|podrian|podria|quiero que|necesito que) [me|nos] (atienda|atiendan|llame|llamen|contacte|contacten|hable|hablen|marque|marquen|responda|conteste) [a mi|por favor] [una|un|alguien|algun|alguna|el|la] (persona|humano|asesor|asesora|agente|alguien|encargado|encargada|dueno|duena|gerente|doctor|doctora|ejecutivo)
    (que|pueden|puede|podrian|podria|podes|podrias|puedes) (alguien|una persona|un humano|un asesor|el encargado|la encargada|el dueno|la duena|el doctor|la doctora) [me] [puede|pueda|podria] (llame|llamar|llamarme|atender|atenderme|atienda|contactar|contactarme|contacte|hablar|hablarme|contestar|contestarme|conteste|responda|marcar|marcarme|marque)
    (alguien|persona|humano) [que] [me|nos] [puede|pueda|podria|pueden] (llame|llamar|llamarme|contacte|contactarme|conteste|contestarme|hable|hablarme|marque|marcarme|atienda|atender|atenderme|escuche|lea)
    (me|nos) (puede|puedes|pueden|podes|podria|podrian|podrias|podran) [por favor|porfa] (llamar|marcar|telefonear|hablar por telefono|contactar|comunicar|pasar con|atender)
    (puede|puedes|pueden|podes|podria|podrian|podrias|pudieran) (llamarme|marcarme|telefonearme|comunicarme|contactarme|hablarme|pasarme con|atenderme)
    (llamame|llameme|llamenme|llamennos|marcame|marqueme|marquenme|hablenme|me llaman|me llamas|me llama|me marcan|me marcas|me marca) [por favor|porfa|al|a este|ya|cuando puedan|ahora|urgente|$]
    (persona|humano|agente|gente|alguien) (real|de verdad|humano|de carne y hueso|que sepa|que entienda|vivo|viva)
    (eres|es usted|estoy hablando con|hablo con|esto es|sos|es|esto|sera) [un|una] (bot|robot|maquina|persona real|humano|contestadora|contestador|respuesta automatica|persona)
    (bot|robot|maquina|ia) o [es|con] [un|una] [persona|humano|gente|alguien]
    (persona|humano) o [un|una|con] [un|una] (bot|robot|maquina)
    (no quiero|odio|deja de|dejen de|basta de|harto de|harta de|cansado de|cansada de|ya no quiero|no me sirve|no me sirven|puras|puro) [hablar con|mas|mandar|los|las|estos|estas] [un|una|con un|con una|este|el|la|los|las|tu|su] [mensajes|respuestas] (bot|robot|maquina|contestador|contestadora|bots|robots|automaticos|automaticas|automatico|respuestas automaticas|mensajes automaticos)
    ^ [un|una|al|el|la] (humano|agente|asesor|operador|representante|persona|atencion al cliente|asesora|encargado|gerente|persona real|agente humano|hablar con alguien) [por favor|ya|$] $
    hay alguien (ahi|real|que me|que pueda|con quien)
    carne (y|e) hueso
    (pasame|paseme|pasenme|pasanos|pasenos) [directo|directamente|mejor|por favor] (al|a la|con el|con la|con) ~
    hay (algun|alguna|un|una) (humano|persona|asesor|encargado|encargada|agente|gente) 
    (me|nos) (comunicas|comunican|comunica|pasas|pasan|pasa|transfieres|transfiere|conectas|conecta|pones|pone|derivas|deriva) con
    (quiero|necesito|prefiero|quisiera) (que me atienda|hablar con|tratar con) (alguien|una persona|un humano|el encargado|el dueno|gente)
    (que|pueden|puede|podrian|podria) (me|nos) (llame|llamen|llamaran|marque|marquen|marcaran|contacten|telefoneen) [por favor|porfa|ya|hoy|ahora|al|a este|urgente|$]
    (hablarlo|explicar|explicarle|explicarles|explicarlo|platicar|hablar|resolverlo|arreglarlo) ~ por (telefono|llamada)
    (prefiero|mejor|preferiria) [hablar|hablarlo|una|por] [por] (telefono|llamada)
    (este|el|su|tu|ese) (bot|robot|chatbot|sistema automatico) ~ (no|ni) ~ (sirve|entiende|ayuda|funciona|responde|resuelve)
    (esta|es|sale|responde|contesta|habla) [puro|solo|siempre|el|un|una] (bot|robot|maquina|contestadora)
    (echeme|echame|echenme|hagame|haganme|regaleme|regalame|denme|deme|dame) una (llamada|llamadita)
    (que salga|llamen|llame|traigan|comuniqueme con|dame con|deme con|pongame con) (al|el|la|a la) (encargado|encargada|dueno|duena|gerente|jefe|jefa)
    (donde esta|quiero ver) (al|el|la|a la) (encargado|encargada|dueno|duena|gerente|jefe|jefa)
    (alguien|una persona) (del otro lado|detras|que lea|que conteste|que me lea)
    nadie (contesta|responde|atiende|levanta|agarra|toma|coge|descuelga) (el telefono|al telefono|las llamadas|mis llamadas|la llamada|llamadas|el fono|el celular|telefono)
    (llamo|llame|marco|marque|he llamado|estoy llamando|llevo llamando|llevo marcando) [y|al|a|todo] ~ (nadie|no contestan|no contesta|no responden|no atienden|manda a buzon|buzon|no entra)
  `,
  "not:human_request": `
    (hable|hablamos|hablaba|platique|estuve hablando|estaba hablando|me atendio|me atendieron|me ayudo) [ayer|ya|antes|con] [con] ~
    (hablar|hablarlo|platicarlo|platicar|consultarlo|consultar|hablo|lo hablo) (con|primero con) (mi|mis|nuestro|nuestra) ~
    (dejame|dejeme|voy a|tengo que|vamos a) (hablar|hablarlo|platicar|platicarlo) con (el|ella|mi|mis|ellos) [primero|y|$]
    (por|cada|una sola|otra|segunda|tercera|para una|para la|la) persona
    (cuerpo|cabello|ser|recursos|derechos|pelo) (humano|humanos)
    (agente|agentes) (inmobiliario|inmobiliaria|de viajes|de seguros|aduanal)
    (me llaman|me llama|me llamas|me marcan) (cuando|si|la atencion|apenas|en cuanto)
    me llama (la atencion)
    (pasame|paseme|pasenme|pasanos|pasenos) (al|a la|a las|para el) ~ (lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|tarde|noche|dia|siguiente|proximo|proxima|semana|mes|final|#number|whatsapp|correo|mail|cuenta|lista)
  `,
};

export const tagalogHumanRequests: Readonly<Record<string, string>> = {
  human_request: `
    (may|meron|mayroon|naa|naay|naa ba|naa bay|wala|walang) [po|ba|bang|man|bay] [ba|bang|pong|po] (tao|human|agent|totoong tao|nakaka usap|makakausap|pwedeng makausap|kausap na tao|maka usap|admin|tawo|taong|actual na tao|live agent|staff|sumasagot na tao) [dyan|jan|diyan|ba|po|dito|na|diha|ron|sumasagot|makausap|$]
    (makausap|makipag usap|makausap ko|maka usap|kausapin|kausap|makipagusap|makakausap|ipasa|connect|pa connect|paconnect|mag talk|makachat|maka chat|makatawag|pakausap|maka istorya|makaistorya|maka storya|makastorya|makig istorya|istorya|storya|iconnect|i connect|itransfer|i transfer|pa transfer|patransfer|kumonek) [po|ang|ng|sa|ba|ko|sana|ako|namin|ko sana|ko po|mo|nyo|niyo] [po|ang|ng|sa|sana|si|yung|ko|ako|ba] [ang|isang|ng|sa|si|yung|mismong|ba|mismo|inyong] (tao|totoong tao|agent|customer service|representative|csr|manager|supervisor|staff|admin|owner|may ari|human|live agent|operator|seller|real person|boss|tag iya|tagiya|doc|doktor|doktora|in charge|tawo|ate|kuya|mam|maam|sir|actual|head|driver|rider|totoo)
    (gusto|pwede|puwede|pwedeng|nais|kailangan|pde|paano|pano|pwd|pwedi|puede) [ko|po|ba|bang|kong|sana|ko po|po bang|po ba|pong|nga|ba ko] [po|pong|sana|sanang|bang|ng|kong|ba|ko|nga] (makausap|makipag usap|maka usap|kausap|makipagusap|kausapin|makachat|maka istorya|makaistorya|maka storya|makastorya|makatawag|maka tawag|tumawag|mag talk|makontak|makachika)
    (sino|kanino|kinsa|kang kinsa) [po|ba|ang|yung|pwede|pwedeng|ako] [ba|po|ang|pwede|pwedeng|yung|ko] [ko|po|ba|pwede|pwedeng] (makausap|kausapin|kausap|kausap ko|makakausap|tawagan|lapitan|makontak|maka istorya|owner|may ari|manager|in charge|namamahala|tag iya|mag assist|magassist|magrereklamo|pwedeng makausap)
    (sino|kinsa) [po|ba|ang] [po|ba|ang] [owner|may ari|manager|tag iya|in charge|boss|admin] (dito|diyan|jan|dyan|nyo|niyo|po|ninyo|diri) 
    (nandyan|andyan|nandiyan|andiyan|nanjan|anjan|nandito|andito|naa|naa ba|available) [po|ba|pa] [ba|po] (si|ang|yung) 
    (totoong|tunay na|real|actual na|totoo na|aktwal na) (tao|human|person|agent|staff)
    (tao|tawo|human) (po ba|ba|naman|mismo|talaga|please|po please|nga) [ang|yung|to|ito|kausap|po|sana|ni] [kausap|ko|to|ito|makausap]
    (ikaw|kayo|ito|to|kausap ko|kausap) [po|ay|ba] (ba|bang|po ba|ay) [po] [ay] [isang] (tao|bot|robot|ai|totoong tao|machine)
    (bot|robot|ai|machine|automated|auto reply|autoreply) [po|ka|ba|lang|ni] (ba|ka|kayo|po ba|ka ba|ba to|ba ito|lang ba|ba ni|ba kausap ko|lang to|lang naman|lang)
    (tao|tawo|human) [po] [ba] [kausap ko|to|ito|ka|kayo] (or|o) (bot|robot|ai|machine)
    (bot|robot|ai) (or|o) [totoong] (tao|human|tawo)
    (ayaw|ayoko|ayaw ko|hindi|di|sawa na|nakakasawa|nakakainis|puro|puros|puro na lang|paulit ulit|paulit ulit na) [ko|po|ng|sa|ko ng|ako|makipag usap|na|na po|lang|na lang|naman|ang|yung] [ng|sa|kausap|makipag usap|po|yung|ang|na] [sa|ng|yung] (bot|robot|machine|auto reply|autoreply|automated|automated reply|auto response)
    (tawagan|patawag|pakitawagan|paki tawagan|matawagan|pakitawag|paki tawag|tawgi|tawagi|patawagi|tumawag) (nyo|niyo|po|mo|ako|na lang|ba|ko|kayo|sila) [na|po|ako|ko|na lang] [ako|po|sakin|sa akin|please] 
    (pwede|puwede|pde|paki|pki) [po|ba|nyo|niyo|pong|bang|nyo po|po ba] [nyo|niyo|po|ba|pong|akong|ako] (tawagan|tawag|patawag|matawagan|tumawag)
    (call|tawag) (nyo|niyo|mo) [po|na lang|naman] (ako|ko)
    (wala|walang) [po|pong|man|namang|kahit|ni] [isang|isa|kahit isa] [na|man lang] (sumasagot|sumagot|nasagot|nag aanswer|nagaanswer|tumutugon|motubag|nakatubag|mitubag) [po|sa|ng|man|kahit] [sa|ng|ang] [phone|telepono|tawag|tawag ko|cp|landline|call|calls|number]
    (tumatawag|tumawag|nagtatawag|tinatawagan|tinawagan|nagcall|nag call|kanina pa ako tumatawag) [na|po|ko|ako|kami|kayo] ~ (walang sumasagot|wala sumasagot|di sumasagot|hindi sumasagot|walang sagot|wala nasagot|busy)
    (pa|paki|pwede|gusto|paki) [po|ba|ko|kong|nyo|niyo] [bang|pong|po|sana|nyo|niyo] (connect|kausap|makausap|maka usap|makausap ko|transfer|forward|pasa|ipasa|iconnect) [po|ng|sa|ang|yung|si|ako|nyo|niyo] [ang|yung|totoong|sa|po|inyong] (tao|admin|agent|manager|owner|staff|may ari|supervisor|csr|human)
    (tao|tawo|totoong tao) [naman|po|na lang|sana|ang] [po|sana|ang|naman|na lang] (sumagot|sasagot|mag reply|magreply|mag assist|magassist|kumausap|sumasagot|humarap)
    (sumagot|sasagot|sagutin|mag reply|magreply|sumasagot|mag assist|magassist|kausap) [na|ng|po|sana|ko|ko po] [na|po|sana] (tao|tawo|totoong tao|actual na tao|human)
    (gusto|kailangan) [ko|po|namin] [po|ng|ko] [ng|na] (tao|human|agent|live agent|totoong tao)
    (tawga|tawagi|tawgi|tawagan|patawga) [po|lang|palihug] (ko|ako|mi|kami)
    (pwede|puwede) [ba|po] [po|ba|mo|ka] (motawag|mutawag|tumawag|tawagan|tawagi)
    (kinsay|kinsa ang|sinong|kinsa ang) (tag iya|tagiya|owner|may ari|manager|in charge)
    (si|ang|yung|kay) (owner|may ari|manager|admin|boss|supervisor|in charge) [na lang|mismo|po|please] (please|po please|mismo|na lang|sana|kausap)
    ^ (admin|owner|csr|agent|staff|manager|tao) (po|please|pls|po please|naman|po sana) $
  `,
  "not:human_request": `
    (nakausap|nakausap ko|naka usap|nakausap na|nakipag usap|kinausap) ~
    (kausapin|kakausapin|tanungin|kausapin ko|makausap|kakausap) [ko|muna|po|na|ko muna] [muna|po|ko] [si|ang|yung] (asawa|mister|misis|nanay|mama|papa|kapatid|partner|husband|wife|anak|parents|family) [ko|muna]
    (kausapin|kakausapin) ko muna
    (ilang|dalawang|tatlong|limang|sampung|anim na|walong|per|bawat|kada|isang|#number) (tao|tawo)
    (may|meron|mayroon) [po] (tao|staff|agent) [na|po] (ba|nang) (sa shop|sa store|sa clinic|nakapila)
    (madaming|maraming|daming|puro) tao
  `,
};

/** The plainest forms in Portuguese, French, German and Indonesian. */
export const otherHumanRequests: Readonly<Record<string, string>> = {
  human_request: `
    (falar|conversar|fala|falo|atendido por|contato) [com|diretamente com|direto com] [um|uma|o|a|algum|alguma|com um|com uma] (atendente|pessoa|humano|humana|gerente|responsavel|dono|dona|alguem|supervisor|vendedor|consultor|funcionario|gente de verdade)
    (e|isso e|voce e|estou falando com|to falando com) [um|uma] (robo|bot|maquina|pessoa de verdade|humano)
    (me liga|me ligue|me liguem|pode me ligar|podem me ligar|alguem me liga|alguem pode me ligar|tem alguem ai|quero um atendente|atendente por favor|quero uma pessoa)
    ninguem (atende|responde) [o|ao] [telefone|as ligacoes]
    (parler|discuter|echanger|parle) [directement] [a|avec|au] [un|une|le|la|votre|quelqu'un|quelqu] [un|vrai|vraie|autre] [vrai|vraie] (humain|personne|conseiller|conseillere|responsable|gerant|patron|agent|quelqu'un|operateur|directeur|proprietaire|docteur|etre humain)
    (parler|discuter) [a|avec|au] (quelqu'un|quelqu un|un humain|responsable|gerant|patron|docteur)
    (joindre|avoir|contacter) (quelqu'un|quelqu un|un conseiller|un humain|une vraie personne|le responsable|le gerant|le patron|un responsable)
    (est ce|c'est|vous etes|etes vous|tu es|es tu) [un|une] (robot|bot|humain|vraie personne|machine)
    (rappelez moi|rappeler moi|appelez moi|pouvez vous m'appeler|pouvez vous me rappeler|quelqu'un peut m'appeler|un conseiller (svp|s'il)|personne ne repond au telephone|personne ne decroche)
    (mit|mit einem|mit einer) (einem|einer|dem|der|jemandem|jemand|menschen|chef|ihrem) [echten|richtigen|echtem] [menschen|mensch|mitarbeiter|mitarbeiterin|person|berater|chef|inhaber|kollegen|geschaftsfuhrer|arzt|arztin] [sprechen|reden|telefonieren|verbinden|chatten]
    (jemanden|jemand|menschen|mitarbeiter|chef|inhaber|berater) [bitte|direkt|personlich] (sprechen|erreichen|verlangen)
    (bist du|sind sie|ist das|rede ich|spreche ich|schreibe ich) [hier] [mit] [ein|eine|einem|einer|etwa ein] (bot|roboter|mensch|menschen|maschine|computer|ki|echter mensch)
    (rufen sie mich|ruf mich|kann mich jemand|konnen sie mich|konnte mich jemand|bitte um ruckruf|um ruckruf) [bitte|mal] [an|zuruckrufen|anrufen|zuruck|ruckruf|$]
    (niemand|keiner) (geht ans telefon|geht ran|hebt ab|nimmt ab|erreichbar)
    (einen|ein|echter|echten|richtigen) (menschen|mensch|mitarbeiter) (bitte|sprechen)
    (bicara|ngomong|ngobrol|berbicara|chat|terhubung|bicara langsung) [langsung] (dengan|sama|dgn|ke) [seorang] (manusia|orang|cs|admin|customer service|manajer|manager|pemilik|petugas|owner|agen|dokter|staf)
    (ini|kamu|anda) (bot|robot|mesin|manusia|orang) [ya|apa|atau|kah|$]
    (hubungkan|sambungkan) saya
    (tolong|bisa|mohon) (telepon|telpon|hubungi) [saya|aku]
    (minta|butuh|mau) (admin|cs|orang|manusia) [asli|beneran|langsung]
  `,
};
