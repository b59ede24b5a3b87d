/** English turns of phrase by tone; a phrase stands for all its words. */
export const englishTonePhrases: Readonly<Record<string, string>> = {
  "tone:3": `
    (highly|strongly|definitely|totally|really|absolutely|truly) recommend
    (well worth|worth every|worth the wait|must see|must have|must buy|two thumbs up|second to none|one of a kind|blown away|blew me away|knocked it out of the park|a breath of fresh air)
    (can not|could not) (be happier|ask for more|ask for better|be better|recommend ~ enough|thank you enough|get enough)
    (exceeded|exceeds|beyond|above) [all|my|our] expectations
    (five|5) stars
    tour de force
    (made my day|life saver|lifesaver|love it|love this|love you|love them|love your|loved it)
    (thank you|thanks) [you] (so|very|sooo) much for (the|your) (great|amazing|excellent|wonderful|awesome|quick|help)
    (on point|spot on|top notch|first class|first rate|top tier|out of this world|a1|game changer)
  `,
  "tone:2": `
    (can not|could not) stop (smiling|laughing|loving|watching|listening|dancing|reading|playing)
    (happy|merry) (birthday|christmas|new year|holidays|anniversary|easter|valentines|friday)
    (can not|could not) (wait to|wait for|wait till|wait until|go wrong|complain)
    (not|is not|was not) [that|so|too|at all|half|really] bad [at all]
    (no|zero|without|never|not had|never had) [any|a|a single] (problem|problems|issue|issues|complaint|complaints|trouble|troubles|hassle|fuss|regrets|doubt)
    (not|nothing) [to] (regret|complain about|disappointed|disappoint)
    (never|does not|do not|did not|will not|not) (disappoint|disappoints|disappointed|fail|fails|let me down|lets me down)
    (thank you|thanks) [you] (so|very|sooo|soo) much
    (thanks|thank you) a (lot|million|bunch|ton)
    (well|nicely|great|beautifully) (done|made|acted|written|crafted|packed|packaged|executed|directed|shot|played|told|worth)
    (good|great|nice|awesome|amazing|excellent) (job|work|service|quality|stuff|product|customer service|flight|crew|seller)
    (as described|as expected|as advertised|works (well|great|perfectly|fine)|works like a charm|in good condition|good condition|on time|ahead of time|right on time)
    (kept|keep) (up the good work|me (laughing|entertained|interested|engaged))
    (looking|look) forward to
    (will|would|going to) [definitely|surely|certainly] (buy|order|come|book|fly|be|use) (back|again|from you again|with you again|here again|it again|them again|you again)
    (keep it up|hats off|shout out|shoutout to|so far so good|you guys rock|you rock|rocks $|you are the best|the bomb)
    (funny|enjoyable|entertaining|fun) [and] [yet] (funny|enjoyable|entertaining|fun|moving)
    (better|more) than [i|we|what i|you] (expected|thought|imagined|hoped|expect|might)
    (really|very) (appreciate|appreciated)
    worth (seeing|watching|it|a look|your time|the price|the money|buying|the effort|checking out|a try)
    (big|huge) (fan|help)
    (very|really|super|so) (easy|fast|quick)
    (thank you|thanks) [you] for (the|your|a) [very|super|really|so] (quick|fast|prompt|great|good|kind|excellent|amazing|awesome)
    (my|a|your) (pleasure|hero)
    problem solved
    feel good
    exactly what (i|we) (needed|wanted|was looking for|were looking for|hoped for)
    (hit|hits) different
    (straight|absolute|pure) fire
    (my|our) compliments
    (you|it|they|this) saved (me|us|my|our|the day)
    (can not|could not) believe how (good|great|amazing|fast|easy|beautiful|delicious|nice|well|cheap|quick|friendly|lovely)
    (nobody|no one|nothing) (does it better|beats (this|that|it|you|them)|comes close|compares)
    (over the moon|good as new|like new|brand new again|looks brand new)
    (no longer|not) (scared|afraid|nervous|worried) [anymore|of]
  `,
  "tone:1": `
    no (problem|worries|issue)
    (all|everything) [is|was] [now] (good|set|fine|ok|well|sorted|resolved|working)
    (sounds|looks|that works|is) (good|great|perfect|fine|lovely|nice)
    (not|nothing) wrong with
    (i|we) (like|liked) (it|this|that|the|your|them)
    (got|received|arrived) [it|my|the] [order|package] [today|early|already|safely] (safely|in good|early)
  `,
  "tone:0.4": `
    (thank you|thanks)
  `,
  "tone:0": `
    (please|hello|dear|best regards|kind regards|good morning|good afternoon|good evening|good day|good night|no thanks|no thank you|excuse me|pardon)
    (pretty|fairly|quite|kind of|sort of) (much|sure)
    (how|what) [a] [about|are|is] (better|best) (way|time|place|option|number|price|deal|rate)
    (the|what is|which is|at|your) best (way|time|place|option|number|price|deal|rate|one|western|buy|price for|you can do)
    (would|i would|i|we|do you|if you) (like|love) to
    (any|know a|knows a|recommend a|is there a|find a|need a|find me a|suggest a|looking for a|want a) (good|nice|great|decent|cheap|better)
    (do not|no|never) (worry|mind|hesitate|problem)
    (in|of|out of|for) (order|love|free|sure)
    (free|feel free) (to|of|time|shipping)
    (well|at|a) (as|least|little)
    (is|are|was) (good|fine|ok|best|great) for (me|you|us)
    (happy) (hour|to help|to hear)
    (science fiction|pulp fiction|horror film|horror movie|war|black comedy|dark comedy|crime drama|murder mystery|serial killer|romantic comedy|love story|love triangle)
    i hope [that|you|the|it]
    (lost and found|hard drive|hard copy|hard case|in case|late night|late show|late checkout|late check out|late fee|low cost|cold brew|cold drink|iced|long term|free wifi|small talk|hot dog)
    (sorry|excuse me) (for (bothering|the (late|trouble))|to bother|i meant|what|can you|could you|i)
    (good|ok|fine) (for|to) (go|you|me)
    any (problem|problems|issue|issues|trouble)
    (customer|credit) (care|card|service|support)
    (what|how) (good|long|much|hard|late)
    what is (wrong|the matter)
    (i|we) (will be|am|are) [running] [about|a bit|a little] [#number|five|ten|fifteen|twenty|few] [min|minutes|mins] late
    running [a bit|a little|about] ~ late
    (need to|needs to|have to|has to|should|must) fast
  `,
  "tone:-1": `
    (can not|could not|unable to) (sleep|eat|breathe|focus|move|afford)
    (i|we) (miss|missed) (you|him|her|them|my|home|it|this|the)
    (nothing|not) [all that|that|so|very|really|too|at all] (special|great|impressive|impressed|good|happy|much|happy with|satisfied|worth|helpful|recommended|pleased|exciting|interesting|funny|enough|the best|new)
    (could|should|would|can|might|must|needs to|need to) (be|have been|do|have) [so|a lot|much|way|a bit|done] (better|more|improved|nicer|best)
    (so so|not what i|than expected|wish (i|it|they|you|there)|would have been|if only|at best|just ok|only ok|hit or miss|mixed bag|nothing more)
    (too|way too|bit too|little too) (small|big|long|short|late|much|many|thin|tight|far|slow|loud|soft|expensive|heavy|dark|large|salty|sweet|bad|hard|often)
    (so|very) (late|slow|expensive|loud|thin|tight|flimsy|small|hard to)
    (not|no) (working|available|help|clear|refund|luck|response|reply|sound|idea|information|way|sense|point|surprise|use|more|longer|one|answer|update|updates|communication|explanation|apology)
    why (will|is|are|do|does|did|can|has|have|would|was|were)
    (what is|what) (the problem|going on|happening|the hell|the heck|the point|happened|gives)
    (how|where) [come|is|are] (my (refund|bag|bags|luggage|money|order|package))
    (any|is there any) (update|updates|news) on
    (supposed|should have|promised) [to] (be|have|arrive|come|get|been)
    (another|again|more|for the) (delay|hour|time|day|cancelation)
    (trying|tried|try) to (reach|contact|call|get|rebook|change|talk|speak|log|fix|resolve|cancel|use)
    (do|does|did|will|would|can|could) not (work|like|fit|know|understand|see|help|care|have|get|want|even|make|do|find|let|feel|add|come)
    [i|we] (had|have|need) to (wait|call|pay again|return|rebook|ask|replace|sit)
    (lack|lacks|lacking|loses|lost|short|devoid|bereft) [of|in] (interest|focus|the|a|any|its|momentum|depth|substance|way)
    (little|no|not much|without) (more than|substance|depth|fun|sense|plot|charm|humor|interest|wit|suspense)
    (fall|falls|fell|falling) [a little|somewhat|a bit] (short|apart|flat)
    (run|runs|running|ran) (out of|on too)
    (instead of|rather than) (the|a|my|what)
    (not|never) [ever|even] (received|receive|arrived|get|got|delivered|resolved|replied|answered)
    only (got|received)
    for #number days now
    (again|another) delay
  `,
  "tone:-1.2": `
    (#number|two|three|four|five|several|many|over|couple of) [an|a|#number|plus] (hours|hrs)
    over an hour
    (on|for|in) hold
  `,
  "tone:-2": `
    (still|been|am|have been|keep|kept) [been|just|here|sitting] (waiting|on hold|stuck|holding|sitting)
    (on hold|hung up|hang up|hung up on|cut off|disconnected|put on hold|no show|shut down|given up|gave up|give up|let down|lets down|let me down|left me|stood up)
    (#number|one|two|three|four|five|several|many|few|over|last|couple of|half) [an|a|#number|more] (hour|hours|minutes|days|weeks|months|times) (late|now|of|waiting|wait|delay|delayed|later|on hold|and (still|no|counting|nothing|waiting)|still|without|ago and|on the phone|on the tarmac)
    (hours|days|weeks|hour|minutes) (late|delay|delayed|waiting|on hold|wait|sitting|trying)
    (flight|flights|order|train|delivery|package|luggage|bag|bags|baggage|trip|appointment|reservation|booking|item) [#number] [was|is|has been|were|got|has|been|just|gets|keeps] [been|just|getting] (canceled|late|delayed|lost|missing|damaged|stolen|wrong|broken|overbooked|cancelled flighted|wrong)
    (canceled|lost|missed|delayed|ruined|damaged|broke|forgot|changed) [my|our|the|all] (flight|flights|order|bag|bags|luggage|reservation|connection|connecting|trip|vacation|booking|suitcase|baggage|plans|seat|seats)
    (never|no one|nobody|not one|none of) [ever|has|is|will|can|even|there] (again|answers|answer|answering|replied|replies|responds|responded|response|called|helps|help|helped|arrived|received|came|got|picks|knows|cares|care|worked|works|seen|been|using|flying|buying|returning|ordering|booking|coming)
    (can not|could not|unable to|not able to|will not) [even|seem to|get] (log|login|get through|reach|check in|access|connect|get|book|use|contact|speak|talk|find|believe|check|load|open|let|change|help|answer|fix)
    (waste|wasting|wasted|loss) [of] [my|our|your|precious] (time|money|life|effort|hours|talent|potential|space|energy)
    (no|zero|poor|bad|lack of|horrible|terrible) (customer service|communication|support|response|help|apology|explanation|quality|reason|excuse|compensation|care|notice|warning|accountability)
    (not|never) [ever|even] [be] (happy|ok|cool|acceptable|good|right|worth|recommend|recommended|fair|pleased|satisfied|helpful|funny|fun|engaging|interesting|entertaining|impressed|buying|working|professional|true|nice|worth it|buy|fly|fly with|order|use|original) [again] [at all]
    (do not|would not|will not|can not|never) [ever|even] (recommend|buy|waste|bother|trust|order|use|fly|deserve|care|respond|answer|listen|come back|go back)
    (how|what) (rude|dare you|ridiculous|disappointing|a joke|a shame|a mess|a waste|a disaster|the fuck|kind of (service|company|business|airline))
    (get|got) (it together|your act together|worse|screwed|scammed|nothing|no help)
    (want|need|give|like|get|where is|i demand) [me|to get] [my|a|our] (money|refund|full refund|money back) [back]
    (my money back|wrong (item|order|size|color|product|one)|different from|different color|not the same|not as described|poor quality|low quality|bad quality|cheap quality|did not (work|fit|arrive|receive|get|come))
    (leave|leaves|left) (much|a lot|something) to be desired
    (fails|failed|failing|fail) to (deliver|engage|provide|convince|make|be|capture|live|generate|respond|find|keep|give)
    (falls|fell|fall) (flat|apart)
    (worst|bad|terrible|horrible) (experience|service|customer service|airline|company|movie|film|product|ever|seller)
    (nothing but|anything but|far from|hardly|barely|neither|scarcely) [a|an|the] (funny|good|great|trouble|excuses|lies|perfect|entertaining|impressive|work|works|interesting|original|amusing|pleasant|helpful)
    (out of order|out of stock|goes nowhere|going nowhere|sick of|tired of|fed up|had enough|last time|never again|do better|thanks for nothing|no thanks to|get a clue|not cool|shame on|so much for|what a joke|a joke|lost in)
    (too bad|so bad|really bad|very bad|not good|no good|not ok|not acceptable|not fair|not funny)
    (stuck|stranded|sitting|sat|waiting) (in|at|on|here|for) (the|a|my|this|over|an|#number|tarmac)
    (doesn't|does not|do not|did not) (make sense|add up|make any sense|help|hold up|live up|measure up|work out|quite work|care|do anything)
    (if you|unless you) (have to|are a fan|enjoy being)
    (i|we) expected (better|more)
    (is|was) this [some] [kind of|sort of] [a] joke
    (some|any) (kind|sort) of joke
    (wow|ok|oh|well|ha) (thanks|thank you) for nothing
    (can not|could not) believe (they|you|he|she|it) [have|has|just] (canceled|charged|lost|sold|broke|did|let|closed|ended)
    on hold for (#number|an|over|almost|more|hours|ages|two|three)
    same (problem|issue|error|thing|mistake) (again|as|you|every|over)
    (nothing like|not like) (the|in the) (photo|photos|picture|pictures|description|ad)
    does not even (turn|work|open|fit|start|close|charge)
    (nobody|no one) (picks up|answers|replies|came|showed|cares|responds)
    (third|second|fourth|fifth|#number th) time (i|we) (ask|asked|call|called|write|wrote)
    so much for (your|the|that|quality|customer|service)
    (weeks|days|months|full|nothing but|tired) [of] excuses
    (fell|falls) asleep (during|in|on|at)
  `,
  "tone:-2.5": `
    (great|awesome|nice|perfect|wonderful|fantastic|lovely|brilliant|good) (another|one more|now i|now we|so now|yet another)
    just what (i|we) (needed|wanted)
    (oh|well) (great|joy|perfect|wonderful|fantastic)
    (thanks|thank you) [so much|a lot] for (nothing|losing|ruining|canceling|wasting|ignoring|making me|the delay|the wait|leaving|breaking|hanging up|not|lying|the terrible|the awful|the bad|screwing|stranding|keeping me)
    (thanks|thank you) for ~ (delay|delayed|late|lost|losing|ruined|ruining|nothing)
    (way to go|good job|nice job|great job) [on|with] (losing|ruining|canceling|breaking|delaying|not)
  `,
  "tone:-3": `
    (worst|horrible|terrible|awful) ~ (ever|of all time|of my life|in years)
    (go to hell|piece of (crap|shit|junk|garbage)|full of shit|total (crap|garbage|disaster|waste|joke)|complete (waste|disaster|joke|garbage|mess)|absolute (worst|disaster|garbage|joke))
    (never|will never|not ever) [be] (fly|flying|buy|buying|use|using|shop|order|ordering|return|come back|book|recommend) ~ again
    (worst|terrible|horrible|awful) customer service
  `,
};
