/** What customers say in English when they are not about to buy, by intent. */
export const englishIntents: Readonly<Record<string, string>> = {
  greeting: `
    ^ (hi|hello|hey|hiya|howdy|heya|greetings|yo|helo|hallo)
    good (morning|afternoon|evening|day|am|pm|eve)
    ^ (morning|afternoon|evening) $
  `,
  thanks: `
    (thanks|thank you|thank|cheers|much appreciated|ty)
    (appreciate|appreciated) (it|that|this|the|your|you)
    (i|we) [really|truly|do|so] appreciate
  `,
  goodbye: `
    (bye|goodbye|good bye|bye bye|cya|farewell)
    see (you|ya) [later|soon|then|around|tomorrow|there] $
    have a (good|great|nice|lovely|wonderful|blessed|pleasant) (day|one|night|evening|weekend|afternoon|week|time)
    (talk|speak|chat) to you (later|soon)
    good night
    take care $
    see (you|ya) (at|on|in|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next)
    (catch you later|until next time|have a good one|cheerio|ttyl)
  `,
  "not:cancellation": `
    (cancel|canceling|end|stop) [my|the|this|your|a] [subscription] [to|of] ~ ~ (newsletter|newsletters)
    (cancel|cancelation) (fee|fees|policy|charge|charges|penalty)
    (not|never) (cancel|want to cancel)
    (cancel|canceling) [it|the booking|later] (anytime|any time|for free|without|if i|if we|if something|if needed|later on)
    (free|flexible) (cancelation)
    (cancel|cancelation) (policy|fee|terms|conditions|deadline)
  `,
  complaint: `
    (i|we) [would] (want|like|need|wish|have|going) to [make|file|lodge|submit|register] [a|an|another|formal|official] complain
    (make|file|lodge|submit|register|raise|send|report) [a|an|another|my|the] [formal|official] (complaint|complaints|claim|reclamation)
    (complaint|complaints|complaining|complain)
    (still|been|have been|has been|keep|kept) ~ (waiting|on hold)
    (still|yet|has|have|had|did|does|do|is|was) not [yet|even] (received|arrived|receive|arrive|got|gotten|come|delivered|shipped|refunded|fixed|resolved|working|work|heard|replied|answered|showing|shown|show up)
    (never|nobody|no one) [ever|even|has] (received|arrived|came|got|answered|replied|responded|called|showed|picked up|delivered|answers|replies|responds|helped|helps|shipped|told)
    (does|do|did|is|are|was|can|could|will|would) not ~ (working|work|load|open|connect|function|turn on|charge|start)
    (not working|stopped working|out of order|is down|keeps crashing|keeps failing|keeps disconnecting)
    (wrong|incorrect|missing|damaged|broken|defective|faulty|cracked|torn|expired|fake|incomplete|leaking|dented|rotten|spoiled) (item|items|order|product|size|color|colour|part|parts|package|parcel|food|dish|one|address|amount|charge|bag|model|name)
    (item|items|order|product|package|parcel|food|it|screen|bag|unit|luggage|app|website|site) ~ (wrong|missing|damaged|broken|defective|faulty|cracked|torn|fake|incomplete|leaking|late|delayed|lost|stolen|ruined|crashed|disgusting)
    (charged|billed|debited) (twice|double|two times|wrongly|incorrectly|again|extra|without)
    (double|over) (charged|billed)
    (poor|bad|terrible|horrible|awful|worst|lousy|disgusting|unacceptable|rude|slow|pathetic|disappointing|useless) [customer] (service|experience|support|quality|staff|product|food|company|airline|treatment|attitude|delivery)
    (very|so|really|extremely|quite|super|totally|deeply|am|are|was) [very|so|really|extremely|quite] (disappointed|dissatisfied|unhappy|upset|angry|frustrated|annoyed|furious|unsatisfied|displeased)
    (not happy|not satisfied|not acceptable|unacceptable|not impressed|fed up|sick of|tired of|not what i ordered|not as described|not as advertised|ripped off|rip off|waste of (money|time))
    (you|they) (lost|broke|ruined|damaged|forgot|ignored|scammed|lied|cheated|overcharged|messed up|screwed)
    (hours|hour|days|weeks|minutes|months) (late|delay|delayed|on hold|waiting)
    (late|delayed|hold|waiting|waited|wait) ~ (hours|hour|days|weeks|months)
    (have|having|had|there is|got|facing|with|notify|report|of) [a|an|another|some|the] [big|serious|huge|major] (problem|problems|issue|issues|trouble|error|errors)
    (worst|horrible|terrible|awful) (service|company|experience|airline|ever)
    (everything|service|food|delivery|quality|experience|treatment) (is|was|has been) [just|so|absolutely|really|truly|utterly|simply|the] (terrible|awful|horrible|worst|unacceptable)
    (ridiculous|outrageous|a joke|scam|fraud|disgrace|disgraceful|shame on you)
    (how long|how many days|how much longer) ~ (wait|still|take|supposed)
    (where is|where are) my (order|package|parcel|refund|money|item|items|luggage|bag|bags|food|delivery)
    something ~ wrong
    (what is|whats) wrong with (you|you people|you guys|this company|your people|your staff)
    (you|you people|your staff|your guy|your guys|they|she|he|groomer|your team) [just|have|has] (cut|hurt|injured|burnt|burned|scratched|bruised|killed|poisoned|dropped|stained|bleached|fried|wrecked|destroyed|chipped|bent|flooded) (my|our|her|his|the|me|him|it|everything)
    (blood|mud|paint|oil|bleach|glue|dirt) all over (my|her|his|our|the|it|everything)
    (you|and|they) (said|told (me|us)) nothing
    (you people|you guys|you all|these people|all of you|you lot) [are|is] [all|such|just|a bunch of|nothing but|very|so] (criminals|criminal|thieves|thief|scammers|crooks|fraudsters|fraud|liars|unserious|wicked|cheats|cheaters|robbers|dishonest|careless|unprofessional|incompetent)
    [i am] (going to|taking you to|take you to|see you in|approach|approaching|reporting|report you to|will report|reporting you) [the|to the|to] (consumer court|consumer forum|court|police|bbb|trading standards|ombudsman|small claims|authorities|dti|social media)
    (arrived|came|delivered|received|turned up) [it|them|all|totally|completely|already] (broken|damaged|smashed|cracked|crushed|torn|spoiled|rotten|melted|cold|late|wrong|empty|opened|stained|ripped|leaking|shattered)
    (my|our|the) (flight|flights|order|booking|reservation|appointment|trip|delivery|package|train|bag|luggage) [#number] (was|is|has been|got|have been|were|gets|keeps getting|just got) [been|just|now] (canceled|delayed|late|lost|missing|damaged|stolen|wrong|ruined|overbooked|rescheduled again)
    (canceled|lost|delayed|missed|broke|damaged|ruined) my (flight|order|bag|bags|luggage|reservation|trip|package|booking|connection|appointment)
    (still no|no one|nobody) (answer|response|reply|update|answers|replies|refund|call|help|delivery|package|order)
    no (confirmation|reply|response|answer|update|refund|delivery|tracking|email|sign of it|news) (yet|still|so far|at all|since)
    (already|have) paid ~ (but|and) ~ (no|not|never|nothing)
    (waiting since|waiting for (hours|days|weeks|over))
    (says|said|marked|shows|shown) [as|it is|it was] (delivered|shipped|paid|complete|done|resolved) ~ ~ (but|and) ~ [nothing|no|not|never|nobody]
    (will not|does not|did not|would not|keeps|keep|kept|never) (stop|stops) (making|leaking|beeping|ringing|crashing|running|smelling|shaking|barking|working)
    (keeps|kept|keep) (making|leaking|beeping|falling|turning off|freezing|restarting|crashing|breaking|failing|stopping|disconnecting|losing)
    (nobody|no one) (came|showed up|turned up|picks up|answers|called|helped|is answering|replied)
    (was|were|is) [so|very|really] (rude|dirty|cold|stale|burnt|raw|undercooked|noisy|filthy)
    [there] (was|is) [a] (hair|bug|fly|insect|cockroach|mold|mould|plastic) in (my|our|the)
    (order|parcel|package|delivery|#number) [is|has|was] [still] not [yet] (arrived|received|delivered|here|come)
    left ~ ~ (mess|mud|dirt|scratches|stains|dirty|dust) [all|everywhere|on|in]
    (keeps|kept|has been|have been|been) (dropping|cutting out|disconnecting|going down|going off|leaking|buzzing)
  `,
  cancellation: `
    (cancel|canceling|cancelation of|call off|revoke) [the|my|our|this|that|an|a|all] ~ <goods>
    (cancel|canceling) [the|my|our|this|that|an|a] ~ <booking>
    (cancel|canceling) (it|that|this|everything|them|all)
    (close|closing|terminate|delete|deleting|deactivate|remove|removing|cancel|canceling|drop|freeze|removal of|closure of|cancelation of|end) [my|the|this|our|that|a|an|your] [old|joint|online|user|premium|freemium|bank|savings|current|gold|pro|free|platinum|standard] (account|accounts|subscription|contract|membership|plan|slot|meeting|order|purchase|reservation|booking|appointment)
    [premium|freemium|free|pro] account (removal|removals|closure|deletion|cancelation)
    (cancel|cancle|cancell) [the|my] (order|purchase|booking|reservation|appointment|subscription)
    (need|want|have|like|going|able) to close (it|that|this)
    (that|which) i (need|want|have) to cancel
    (want|need|like|have|going|wish|trying|try|way|how|possible|help me|assistance|help) to cancel
    (can|could|will|would|may|should) (i|you|we) [please|just|kindly] cancel
    (please|kindly|just|must|let us|let me) cancel
    (how|where) (do|can) i (cancel|terminate)
    (close|terminate|delete|deactivate|end) [my|the|this|our] [user|premium|bank|savings|current|gold|pro|free] (account|subscription|contract|membership|service|plan)
    (no longer|do not) (want|need) [the|my|this|that|to] [my] (order|booking|reservation|appointment|subscription|item|product|service)
    (will not|can not|unable to|not able to) (make it|come|attend|be able to make it|be there)
    (back out|pull out|changed my mind|change of plans)
    (remove|take off|drop) [the|that|one|my|this|an] (item|items|product|order|article) [from]
    (scrap|scratch|void|bin) (my|the|that|our) (order|booking|appointment|reservation|plan)
  `,
  refund_request: `
    (refund|refunds|refunded|reimburse|reimbursed|reimbursement|money back|chargeback|compensation|compensated|compensate|restitution|rebate)
    (return|send back|sending back|returning) [this|the|my|it|that|an|these|them|an] (item|product|order|package|purchase|it|one|them|shoes|dress|phone|unit)
    (get|want|give|give me|have) [me] [all] (my|the|our) money [back]
  `,
  not_interested: `
    (not|no longer|not really|never|not that|not very) [at all|so] interested
    (not for me|no thank you|no thanks|not now|not right now|not today|not at this time|not at the moment|maybe later|some other time|another time|maybe next time|next time)
    (i|we) (will|am going to|are going to) pass
    (i|we) (do not|no longer) (want|need) (it|that|this|any|them|to buy|to book|to order|one)
    (just|only) (looking|browsing|window shopping|checking|asking|curious)
    (i will|let me) (think|sleep) (about|on) it
    (found|bought|got|booked|ordered|went with|chose|going with) [one|it|something|another] (somewhere else|elsewhere|from another|another shop|with someone else|a different|from someone else]
    (no need|never mind|nevermind|forget it|forget about it|do not bother|leave it)
    (can not|do not|would not) afford
    (not going to|will not|would not|am not|do not want to|never) [be] (buy|buying|purchase|purchasing|order|ordering|book|booking)
    (not to|not) (book|reserve|buy|purchase) (it|that|them|one|any|yet|now)
    (not|am not) (looking|planning) to (buy|book|order|spend|commit|change|switch)
    (went|gone|going) with (another|a different|someone else|somebody else)
    not in the market
    (already|we already) (have|got) (one|someone|somebody|a supplier) (thanks|thank you|already)
    (hard pass|pass on (this|that|it)|i will leave it|no thanks i)
    (already|have already|we have|i have) (hired|signed with|signed up with|found|chosen|picked|got|gone with) (someone|somebody|one|another|a different|our)
  `,
  opt_out: `
    (unsubscribe|unsubscribed|unsubscribing|unsuscribe|optout|opt out|opting out|opt me out|de subscribe)
    (stop|quit|cease|end|discontinue) [all] [the|this|these|your|those] [sending|spamming|sms|marketing] [me|us] [any|more|all|the|these|this|your|with] [more|promotional|marketing|annoying|spam|daily|weekly|automated] (messages|message|texts|texting|messaging|spam|spamming|emails|emailing|ads|notifications|newsletters|newsletter|promos|contacting|calling|writing|bothering|sending|mailing|sms)
    (do not|never|no longer want you to|not to|quit|stop) [ever|please|you] (text|message|contact|write|call|email|bother|disturb|dm|spam|texting|messaging|contacting|writing|calling|emailing|bothering|disturbing|spamming|send|reach out to|reach) [to] (me|us|this number|here|my number|my phone)
    (remove|take|delete|unsubscribe|drop|scratch) [me|my number|my name|my email|us|this number|my contact|my phone] [off|out] (from|off|of|out of) [the|your|this|all|any|of|that] [of] [your|this|mailing|email|contact|sms|marketing|distribution|text|texting] (list|lists|database|system|mailing list|email list|group|subscription|contacts|broadcast|newsletter)
    (remove|delete|erase|lose|forget) my (number|contact|info|phone|phone number|email|data|details)
    (do not|no longer|not|no more|never) [want|wish|would like] [to] (want|receive|get|be getting|be receiving|see|receiving|getting) [to] [receive|get|receiving|getting|see] [any|these|your|the|this|from you|more|those] [more|further|of] [your|these|promotional|marketing] (messages|texts|emails|newsletter|newsletters|notifications|ads|spam|promotions|mail|updates|sms|promos)
    (no more) [of these|promotional|marketing|of your|spam] (messages|texts|emails|newsletters|ads|spam|promos|notifications|sms|promotions)
    (leave me alone|lose my number|take me off|get me off|let me out|remove me|delete me)
    (cancel|canceling|end|stop|terminate|quit|cancelation of|canceled|drop|leave|discontinue|out of|off|get rid of|remove|unsubscribed|unsuscribe|unsubscibe) [me|my|the|this|that|of|from|your|a] ~ ~ (newsletter|newsletters|mailing list|mailings|email list|text alerts|sms alerts|promotional emails|marketing emails)
    (not interested in|do not want|no longer want|not want|do not wish for|no longer interested in) [the|your|this|that|to receive|receiving|any] ~ (newsletter|newsletters|mailings)
    (who gave you|where did you get) [this|my|the] number
    (how|where) [do|can|to] [i|we] [to] stop (receiving|getting) ~ (messages|texts|emails|ads)
    i [have] (told|asked|said) ~ (stop|remove) ~ (texting|messaging|contacting|emailing|calling|list)
  `,
  opt_in: `
    ^ (start|unstop|subscribe|optin|opt in|resubscribe) $
    (subscribe|sign up|signing up|resubscribe|sign me up|opt me in|opt in|register|subscribing|subscription|add me|enroll) [me] [to|for|in|into] [the|your|ur|this|a] [company|corporate|monthly|weekly|email|text] (newsletter|newsletters|mailing list|text alerts|updates|alerts|promos|list)
    (want|like|need|wish|how|can i|way) [to] (receive|get|subscribe to) [the|your|ur|more] [company|corporate] (newsletter|newsletters|updates|promos)
    (text|message|contact|write) me again
    (can|may|could|please) [you] (send|text|message|contact|email|start sending) me [the|your|those|more] [offers|promos|deals|updates|messages|newsletter] again
    (send|text|email) me (the|your|those) (offers|promos|deals|updates|news|newsletters) (again|too|please|$)
    (sign|add|put) me back (up|on|in|to)
  `,
  abuse: `
    (fuck|screw) (you|off|u|this|yourself|your)
    (shut up|stfu|shut the fuck up|go to hell|go die|kill yourself|kys|piss off|drop dead|get lost|suck my|suck it|eat shit|bite me|kiss my ass|burn in hell|go fuck)
    (you|you are|you are a|you are an|you are such a|you are such an|you are so|you are just a|you are just|you are being|stupid|fucking|damn|dumb|useless|ugly|your a|your an|this|such a|such an|what a|these|bunch of|all|are you|you all are|are all|silly|bloody) [a|an|all|just|so|very|really|pretty|fucking|bloody|such] [stupid|dumb|ugly|fat|useless|fucking|worthless|bloody|damn|silly|little|lazy|old|dirty] (stupid|dumb|idiot|idiots|moron|morons|imbecile|retard|retarded|bitch|whore|slut|cunt|bastard|bastards|asshole|assholes|dickhead|prick|jerk|loser|losers|worthless|dumbass|ugly|trash|garbage|scumbag|scumbags|pig|fool|twat|wanker|dick|ass|pathetic|psycho|annoying|crazy|dense|liar|liars|slag|cow|freak|creep|useless|rubbish|insane|weirdo|thick|mental|clown|clowns|brainless|incompetent|shit|bum|nonsense|disgusting|gay|lame|boring|piece of shit|piece of crap|waste of space)
    (idiot|idiots|moron|morons|imbecile|retard|bitch|bitches|whore|slut|cunt|bastard|asshole|assholes|dickhead|motherfucker|dumbass|scumbag|wanker|twat|dipshit|shithead|faggot|nigger|nigga|douchebag|bullshit|fuckers|fucker|arsehole|cocksucker|fuckface|hoe|slag|skank)
    (hate|despise) (you|u)
    (you|u) (suck|stink|disgust me|make me sick|are the worst|are nothing|know nothing|are fired)
    (stupid|dumb|useless|fucking|idiotic|damn|shitty|bloody|crappy|worthless|dumbass|brainless|retarded) (bot|robot|machine|chatbot|computer|program|app|ai|company|people|agent|staff|thing|answer|answers|question|questions|service)
    (i will|i am going to|going to|want to) (kill|hurt|beat|punch|slap|destroy|murder|rape|smash|break) (you|u|your)
    (send|show) [me] [your] (nudes|tits|boobs|pussy|ass|naked)
    ^ (fuck|fucking|shit|bullshit|cunt|penis|cock|dick|pussy|boobs|tits|ass|sex|slut|pervert|pig) $
    (penis|penises|pussy|boobs|boobies|butthole|blowjob|blowjobs|cum|dildo|nudes|porn|boner|clit|orgasm|masturbate|masturbating|cumming|handjob|threesome|fellatio|bdsm|hentai|rapist|pedo|pedophile|nazi)
    (fuck|fucks|fucked) (you|off|u|this|yourself|your|me|her|him|them|yah|yeah|it|with you|all)
    (want to|wanna|going to|can i|could i|let me|will you|would you|may i|like to|love to) [please] (fuck|screw|kiss|lick|bang|spank|rape|touch you|touch your|suck|date you|marry you|sex) [you|u|me|your|it|with]
    (big|fat|hairy|my|your|huge|hard|sexy|tight) (ass|cock|cocks|dick|dicks|balls|tits|butt)
    (cyber|phone|virtual|oral|anal|have|had|having|like|love|want|do|about|good|hot) sex
    (sex|sexy) (with|chat|bot|robot|time|you|please|doll|slave)
    (your|ur|yo) (mom|mama|momma|mother|mum|sister) [is] (a|so|fat|ass|sucks|good|ugly|whore|naked|bitch)
    (kick|kill|punch|hit|beat|slap|shoot|stab|hurt|burn|smash) (you|u|your|her|yourself) [in|up|to|on]
    (you|u) (are|r) [a|an|such a|so|just|just a|really|really a|nothing but|all|very|pretty|being|being a|being really|a complete|a total|one] [bit|complete|total|little|big|very|fat|fucking|real|dirty] (stupid|dumb|idiot|shit|pig|hoe|slut|whore|tease|dick|racist|retarded|garbage|trash|crap|loser|moron|fool|bitch|useless|worthless|pathetic|ugly|fat|lame|psycho|creepy|disgusting|rubbish|horrible|annoying|ridiculous)
    (stupid|dumb|idiotic|fucking|shitty|crappy) (you|program|woman|girl|man|fool|cow|pig|fake)
    (pig|idiot|moron|stupid|dumb|bitch|fool) (you are|are you)
    (go|just) (fuck|screw|kill|die|jump off|hang)
    (what a|such a) (bitch|idiot|moron|loser|whore|slut|jerk|dick|prick)
    (sucks|suck|kiss|lick|smell|eat) [my|your|his|a] (ass|butt|dick|balls|cock|toes|feet|shit|poop)
    shit (head|face|bag)
    (have sex|sex with|sleep with me|fuck me|make love|wanna fuck|want sex|horny|blowjob|blow job|your tits|your pussy|my dick|my cock|your boobs|your ass|strip for me|are you naked|take off your clothes|get naked|sexy)
  `,
  wrong_number: `
    wrong (number|person|chat|contact|recipient|account)
    (you have|you got|got|have) [the] wrong (number|person|guy|one)
    (i am|this is) not (him|her|that person|the person|who you think)
    (do not know you|do not know who you are|who is this|who are you|how did you get my number|new phone who)
    (not|sorry not|was not) [meant|intended] for (you|this chat|this number)
  `,
  information_request: `
    (tell|give|send|share|show) (me|us) [some|more|the|all|your|a bit|any] [more] (about|info|information|details|detail)
    (more|some|any|need|want|further|additional) (info|information|details)
    (would like|want|need|like|love|wanted|wish) to (know|learn|ask|find out|inquire|check|see)
    (could|can|may) (i|you) [please] (ask|know|tell me|explain|let me know|inform|confirm|check|show me|advise|find|give me|search|look)
    (do|does|did) (you|it|they|this|that|the) ~ (have|offer|include|sell|accept|deliver|ship|open|close|come|take|provide|serve|carry|support|allow|do)
    (what|when|where|who|which|why|how) (is|are|do|does|can|time|kind|type|sort|about|long|many|far|will|would|did|should|was)
    ^ (is|are) (there|it|this|that|you|they|the|these) 
    (i am|we are|am) [just] (wondering|curious|inquiring|enquiring|looking for|interested in|asking|interested)
    (interested in|inquiry|enquiry|question|questions|inquire|query) [about|regarding|on|for|about]
    (looking for|search for|searching for|find me|help me find|need to find|want to find|find) (a|an|some|the|something|any|good)
    (available|availability|vacancy|vacancies)
    (do|would|have) you ~ (availability|available|free slot|slots|openings|opening|free table|vacancy|vacancies|free room)
    (is|are) there ~ (slot|slots|availability|openings|opening|vacancy|vacancies|table free|rooms available|appointments available)
    (have|got) (anything|something|any time|any slot|a slot|a gap|space|room) [at all] (free|available|open|left) [for|on|at|today|tomorrow|tonight|this|next|monday|tuesday|wednesday|thursday|friday|saturday|sunday]
    (have|has) you got ~ <booking>
    (how|what) (to|is|are)
    (opening|business|store|office|working) hours
    (where|when|what time|how|who) (exactly|precisely|are|is) [exactly] (you|it|your|the|are|is|this|that)
    (where|how) ~ (located|based|get there|find you|get to)
    (any|are there|do you have) ~ (in stock|left|available|in (size|blue|black|green|red|white))
  `,
  "not:opt_out": `
    (do not|never|do not ever|must not|please not) [ever|please|want to|wish to|mean to|plan to|intend to|like to] (unsubscribe|unsubscribing|unsuscribe|optout|opt out|opt me out|stop|quit|cease|remove|take|delete|drop|cancel|end|discontinue)
    (not|no) (want|wish|mean|plan|intend|like|planning|going|trying) [me|us] [to] (unsubscribe|unsuscribe|optout|opt out|be unsubscribed|stop|be removed)
    (did not|never|have not|has not|am not|was not|not) [ever|yet] (unsubscribe|unsubscribed|unsubscribing|opt out|opted out|optout)
    (did i|was i|am i|i was|i got|have been|been|accidentally|mistakenly) [ever|just|accidentally|mistakenly] (unsubscribe|unsubscribed|opt out)
    (did|have|has|do) (you|they|u) [guys|all|ever|already] (stop|stopped|quit) ~ ~ ~
    (reply|text|send|press|type|write|respond|txt|sms|say|enter|answer) [with|back|us] (stop|stopall|end|quit|cancel|unsubscribe|arret|unsub|out) [to|2] [#number] [to] [unsubscribe|stop|end|quit|opt out|optout|cancel|be removed]
    (unsubscribe|opt out|optout|unsubscribing|stop ~ ~ ~|end ~ ~) (reply|text|send|press|type|click|tap|visit|write|respond|go to|use the|follow the|txt)
    (click|tap|press|link|button|here|below|visit|go) [here|below|link|button] (to|and) (unsubscribe|opt out|optout)
    (click|tap|press|hit|use|with) [on] [the] (unsubscribe|opt out)
    (unsubscribe) (link|button|page|option|here|below|at any time|any time|anytime)
    if you [no longer|do not] [wish|want|would like] to ~ ~ ~ ~ ~
    if you (no longer|do not) (wish|want) ~ ~ ~ ~ ~
    (sending|send|emailing|texting|giving) [me|us] [~] (wrong|incorrect|same|duplicate|duplicates|duplicated|double|damaged|broken|expired|defective|spoiled|cold)
    (sending|send|emailing) [me|us] [~] (invoice|invoices|bill|bills|receipt|receipts|size|sizes|order|orders|item|items|package|packages|parcel|parcels|product|products|charges|code|codes|refund|links|link|late)
  `,
  "not:not_interested": `
    not interested in (the|that|this) ~ (one|ones|color|size|model)
    no (thanks|thank you) to
    no need to (rush|hurry|apologize|worry|reply|call|come)
  `,
};
