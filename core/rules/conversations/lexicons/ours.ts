/** Words of the business that tell what a message of ours is worth as an answer; in the language of patterns. */
export const ourRules: Readonly<Record<string, string>> = {
  // Sent by a machine to everybody: nobody has read what the customer wrote.
  automatic: `
    (thanks|thank you) for (contacting|messaging|reaching out|writing|getting in touch|your (message|inquiry|enquiry|interest)|chatting|your patience)
    (we|i) [have] (received|got) your (message|inquiry|enquiry|request|email|text)
    (we are|our (office|team|shop|store|clinic) is|i am) [currently|now|presently] (closed|away|offline|unavailable|out of (the )?office|not available|busy|at lunch|on a break|on leave|experiencing)
    (an|one of our|our|a) (agent|agents|representative|team member|team|staff|colleague|advisor|specialist|consultant) (will|is going to|shall) (be with you|get back|reply|respond|contact|assist|reach|message|attend)
    (someone|somebody|we) will (be with you|get back to you|reply|respond|attend to you|be in touch) [as soon as possible|shortly|soon|within|during|when|once|in]
    (this is an automated|automatic reply|automated (reply|response|message)|auto reply|autoreply|do not reply to this)
    (i am|this is|meet) [your|the|a|an|our] ~ (bot|assistant|chatbot|virtual assistant|virtual agent|automated assistant|ai)
    (i am|this is) [the] (menubot)
    (welcome to|you have reached|you are chatting with)
    (please|kindly) (choose|select|pick|type|press|reply with) [one|an|a|from|of|the|your|#number] ~ (option|options|menu|following|number|below|#number)
    (ask me about|type menu|reply menu|choose an option|select an option|main menu)
    (salamat|thank you|thanks) [po] (sa|for) (pag|pagmessage|pag message|pagmemessage|pag inquire|pagkontak|inyong mensahe|pm)
    (babalikan|sasagutin|rereplyan|sasagot|magrereply) [po|ka|namin|kayo] [namin|kayo|po|ka] ~ (soon|agad|shortly|office hours|lalong madaling panahon|po)
    (gracias por) (contactarnos|escribirnos|comunicarte|comunicarse|su mensaje|tu mensaje|contactar|escribir|preferirnos)
    (hemos recibido|recibimos) (su|tu) (mensaje|solicitud|consulta)
    (en breve|pronto|a la brevedad|enseguida|en un momento) ~ (atenderemos|atendera|responderemos|respondera|contestaremos|contactaremos|contactara|comunicaremos|asesor|agente)
    (un|una|uno de nuestros|nuestro|nuestros) (agente|asesor|asesora|asesores|ejecutivo|representante|equipo|agentes) ~ (atendera|respondera|contactara|comunicara|ayudara|contestara|atenderan|estara)
    (estamos|nos encontramos) (cerrados|fuera de (horario|la oficina)|fuera de servicio|ausentes)
    (soy|te saluda|habla) [el|la|tu|su|un|una] [asistente|bot|chatbot|asistente virtual] (virtual|bot|automatico|automatica|asistente virtual)
    (bienvenido|bienvenida|bienvenidos) a
    (elige|elija|seleccione|selecciona|marque|marca|escriba|escribe) [una|un|el|la] (opcion|numero|opciones|#number)
    (obrigado|obrigada) por (entrar em contato|sua mensagem)
    merci de (nous avoir contactes|votre message)
    (vielen dank|danke) fur (ihre|deine) (nachricht|anfrage)
    terima kasih (telah|sudah) menghubungi
  `,
  // A question that only opens the talk.
  opening: `
    (how|what) (can|may|could) (i|we) (help|assist|do for|serve)
    (how|what) (can|may) i do for you
    (how|what) (are you looking for|brings you here|would you like to (know|do) today)
    (paano|pano|ano) [po] [ba] (kami|ako|namin|maitutulong|makakatulong|matutulungan|po maitutulong|po ang maitutulong|ang maitutulong|kita matutulungan)
    how can we help [po]
    (en que|como) (te|le|les|lo|la|los) (puedo|podemos) (ayudar|servir|asistir|apoyar)
    (en que|como) (puedo|podemos) (ayudarte|ayudarle|servirte|servirle|ayudarlo|ayudarla)
  `,
  // The answer is still to come.
  holding: `
    (one|a|1|just a|give me a|gimme a|in a|bear with me|hang on|hold on) [quick|sec|second|moment|min|minute] (sec|second|moment|min|minute|mo|tick|bit|please|$)
    (bear with (us|me)|hold on|hang on|hang tight|stand by|wait up|two (secs|mins|minutes|ticks))
    (let me|lemme|i will|we will|let us|i am going to|going to|gotta|i have to|i need to|i am|we are|just) [just|quickly|first|now|go] (check|checking|look|looking|ask|asking|see|find out|finding out|confirm with|verify|verifying|double check|double checking|look into|looking into|speak with|speak to|talk to|check with|get back|get|come back|forward|pass|escalate|consult) [it|this|that|into|with|on|back|to|for|up|what|if|the|our|my|you]
    (checking|looking into (it|this|that)|working on it|asking (the|my|our)|will check|will ask|will confirm|will get back|will let you know|will advise|will update|will revert|get back to you)
    (sandali|saglit|wait|teka|sec|hintay|kadiyot|huwat) [lang|muna|po|sa] [po|muna|lang]
    (check|ask|itanong|tanungin|tanong|icheck|i check|chine check|chinicheck|confirm|verify|tingnan|tignan|alamin|inquire|pa check|itatanong|ichecheck|tatanungin|ipapasa|iforward) [ko|po|namin|muna|lang] [ko|po|namin|muna|lang|kay|sa]
    (un|deme un|dame un|denos un|permitame un|permiteme un|espere un|espera un|me da un|me das un) [momento|momentito|segundo|segundito|minuto|minutito|ratito]
    (permitame|permiteme|dejame|dejeme|deja|voy a|vamos a|ahora|ahorita|ya|enseguida) [le|te|lo|la] (reviso|revisar|revisarlo|verifico|verificar|verificarlo|consulto|consultar|consultarlo|checo|checar|pregunto|preguntar|averiguo|averiguar|confirmo|valido|validar|veo|ver|me fijo|fijarme)
    (estoy|estamos|sigo|seguimos) (revisando|verificando|consultando|averiguando|checando|validando|preguntando)
    (lo|la|te|le) (consulto|reviso|verifico|checo|averiguo|pregunto) (y|con|en|ahora|ahorita)
    (um|so um|aguarde um) (momento|minuto|instante)
    (un instant|une minute|je verifie|je regarde|einen moment|ich schaue|ich frage|tunggu sebentar|sebentar|saya cek)
  `,
  // The customer is told to come, or to bring something: that is an answer, whatever we say that we will do then.
  inviting: `
    ^ [please|just|kindly|yes|sure|ok|okay|then|so] [please|just|kindly] (come|drop|pass|stop|swing|walk|pop) (in|by|over|at|on|to|here|around|round|down|along|up|through|today|tomorrow|tonight|now|any|anytime|before|after|whenever|this|next|monday|tuesday|wednesday|thursday|friday|saturday|sunday|#number)
    ^ [please|just|kindly|yes|sure|ok|okay|then|so] come back (in|at|on|here|today|tomorrow|tonight|later|any|anytime|before|after|whenever|this|next|monday|tuesday|wednesday|thursday|friday|saturday|sunday|#number)
    (you (can|may|could)|feel free to|you are welcome to) [just|always|also] (come|drop|pass|stop|swing|walk|pop) (in|by|over|at|on|to|here|around|round|down|along|today|tomorrow|tonight|now|any|anytime|before|after|whenever|this|next|#number)
    ^ [please|just|kindly|yes|sure|ok|okay|then|so] bring (it|them|her|him|the|your) ~ (in|over|by|along|around|round|here|today|tomorrow|now|to|at)
    ^ [por favor|si|claro|entonces] (venga|vengan|ven|pase|pasen|pasa|pasate|acerquese|acercate|visitenos|visitanos|traiga|traigalo|traigala|trae|traelo|traela) [nomas|no mas|tranquilo] (a|al|por|manana|hoy|ahora|ahorita|el|la|en|antes|despues|cuando|#number)
    ^ [sige|oo|opo|ok] (punta|pumunta|daan|dumaan|bisita|bumisita|balik|bumalik|dalhin|dalhin mo|dalhin nyo) [po|lang|na] (ka|kayo|po|na|lang|dito|sa|ng|bukas|mamaya|ngayon|nyo|ninyo)
  `,
  // Sent to everyone who has booked: a yes to it closes.
  reminder: `
    (reminder|friendly reminder|just a reminder|gentle reminder|reminding you|to remind you)
    (reply|text|answer|responde|responda|responder|conteste) [with] (yes|y|#number|si|c|confirm|1) [to|para|if]
    (paalala|reminder lang|recordatorio|te recordamos|le recordamos|recuerda tu|lembrete|rappel|erinnerung)
  `,
  parting: `
    (you are|you are most|your) [very|most] welcome
    (no problem|no worries|anytime|any time|my pleasure|our pleasure|glad to help|happy to help|our bad|always)
    (see you|see ya|take care|have a (good|great|nice|lovely|wonderful|blessed)|bye|good night|enjoy)
    (thank you|thanks) [so much|very much|po|again|and|too]
    (walang anuman|welcome po|salamat po|salamat|ingat|kita kits|see you|no prob|next time)
    (de nada|con gusto|con mucho gusto|a la orden|para servirle|para servirte|gracias a (ti|usted|vos)|nos vemos|que (tenga|tengas)|hasta (luego|pronto|manana)|te esperamos|los esperamos|la esperamos|lo esperamos|un placer)
    (de rien|gern|gerne|por nada|imagina|sama sama)
  `,
};
