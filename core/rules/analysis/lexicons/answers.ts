/** Ways to say yes and no, in three languages; in the language of patterns.ts. */
export const answerRules: Readonly<Record<string, string>> = {
  "answer:yes": `
    ^ (yes|sure|ok|yea|certainly|definitely|absolutely|perfect|alright|aye|affirmative|correct|right|great|agreed|indeed|totally|exactly|awesome|excellent|wonderful|cool|fine|good)
    ^ (of course|sure thing|sounds (good|great|perfect|fine|nice|awesome|like a plan)|that (works|sounds|is (fine|good|great|perfect|correct|right|ok|it))|go ahead|go for it|please do|do it|let us do|let us go|by all means|why not|i am in|i agree|i accept|works for me|for sure|you got it|yes please|please proceed|proceed|that would be|i would like that|i would love|i do|i would|i will|please go ahead|looks (good|great|right|correct|perfect|fine)|all good|no problem|no worries|not a problem|with pleasure|exactly)
    (yes please|go ahead|please proceed|sounds good|sounds great|please do|please book|book it|that works|works for me|looks good|looks great|works [well|great|fine|perfectly] for me|do that|do so|please confirm|i confirm|confirm it)
    ^ (si|claro|dale|vale|bueno|perfecto|correcto|confirmo|confirmado|exacto|listo|venga|sale|asi es|de acuerdo|por supuesto|esta bien|me parece|me parece bien|desde luego|como no|por favor si|adelante|hagale|hagalo|hazlo|simon|ok)
    (si por favor|si claro|si gracias|esta perfecto|claro que si|por supuesto)
    ^ (oo|opo|oo po|sige|sure|go|g|gora|okay|tama|syempre|siyempre|ok|yes|game|noted|deal|oks)
    ^ (pwede|pwede po|pwede naman) $
    (sige po|sige na|oo naman|oo nga|okay po|ok po|go na|tama po|yes po|ok na po|sige sige|cge po)
    ^ (👍|👌|✅|🆗)
  `,
  "answer:no": `
    ^ (no|negative|nope|nah|neither)
    ^ (not|never|cancel) $
    ^ not (now|yet|really|today|at|for|this|that one|interested)
    (no thanks|no thank you|not now|not today|not right now|not yet|not interested|not really|no need|not at this time|not at the moment|maybe later|maybe next time|do not (book|do|order|proceed|want|need)|i will pass|changed my mind|later maybe|never mind|rather not|i am good thanks|that is all|that is it|nothing else|thats all|that will be all|that is everything|will be all|i am ok thanks)
    ^ (no|nel|para nada|tampoco|negativo|ahorita no|ahora no|todavia no|aun no|mejor no|creo que no)
    (no gracias|por ahora no|por el momento no|no por ahora|ahora no|todavia no|mejor no|ya no)
    ^ (hindi|di|ayaw|ayoko|wag|huwag|wala|dili) $
    ^ (hindi|di|ayaw|ayoko|wag|huwag) (na|po|muna|pa|ako|ko|kami|rin|talaga|siguro)
    (hindi po|hindi na|wag na|huwag na|ayoko po|ayaw ko|hindi muna|wag muna|next time na|saka na|no po|hindi pa|di na po|wag na lang|no need po)
    ^ (👎|❌|🚫)
  `,
  "answer:none": `
    (no|not a) (problem|worries|issue|big deal|doubt|rush|hurry)
    (no hay problema|sin problema|no importa|no te preocupes|no se preocupe|no pasa nada|no problem|walang problema|walang anuman)
    ^ (no|not) (one|more|longer|refund|response|reply|answer|sound|signal|internet|idea|matter|wonder|way|offense|offence|doubt|only|working|able|sure if|sure what|yet received|hay|se|me|funciona|tengo|puedo|pude|lo|la|recibi|entiendo|entendi|ha|han|llego|esta|estoy|sirve|quiero)
    (good|great|fine) (morning|afternoon|evening|day|night|service|job|product|quality)
    please do not
    ^ (buenas|buenos|ok how|ok what|ok when|ok where|ok and|ok can|ok but|sure but|right now|all right but|great service|hindi (gumagana|dumating|ko|pa dumating|nyo|niyo)|di (gumagana|dumating|ko)|wala (pa|pong|akong)|pwede (ba|po ba|bang|pong)|fine dining|good (luck|price)|i will (check|think|let|see)|i would (like|love|want|prefer|rather)|i do not)
  `,
};
