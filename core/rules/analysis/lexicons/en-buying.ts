/** What customers say in English on the way to buying, by intent. See core/rules/analysis/README.md for the language of patterns. */
export const englishBuying: Readonly<Record<string, string>> = {
  pricing_question: `
    how much
    (what|what is|what are) [is|are] [the|your] [total|full|current|exact|final|starting|monthly|average] (price|prices|cost|costs|rate|rates|fee|fees|fare|pricing|charge|charges)
    (price|pricing|cost|rate|rates|fare) (of|for|list|range|per|please|quote)
    (what|how) ~ (cost|costs|charge|charges|price|prices)
    (tell|give|send|know|get|have|see|provide|share|check|confirm|ask) ~ (price|prices|cost|rates|rate|pricing|fare|fees)
    (is|are|was) there ~ (fee|fees|charge|cost|discount|extra charge)
    (does|do|will|would) ~ cost
    (get|give|send|need|want|request|have) ~ (quote|quotation|estimate)
    ^ (price|prices|pricing|cost|costs|rates|rate|quote|hm) $
    (how expensive|how pricey|price check|any promo|any discount|any discounts)
    (price|cost|fee|rate|fare) $
    (is it free|are they free|free of charge)
    (cheapest|cheaper|most affordable|least expensive)
  `,
  comparison: `
    (compare|comparing|comparison|versus|vs)
    (difference|differences) between
    (what is|what are) the difference
    (which|what) ~ (better|best|cheaper|faster|recommend|suits|bigger|cheapest|prefer)
    (cheaper|faster|bigger|nicer|closer) than
    (is|are|any|it|that|which|something|anything) ~ [any|much] better than
    (any|other|another|different|more|some|alternative|else) (options|option|choices|alternatives|models|brands|packages|places|restaurants|hotels)
    (any|other|different|more|some|alternative|else) (one|ones|suggestions) (for|please|available|like|that|with|in|than|$)
    (find|show|see|have|there|recommend|suggest|need|want|is|about|get|like|try|prefer) [me|us|to] another one
    (find|show|see|have|recommend|suggest|look|looking|search|searching|searching for|like|prefer|try) [me|us|for|to] (anything|something|anywhere|somewhere) else
    what else (is|are|do you|have you|did you|can you|you)
    (anything|something|anywhere|somewhere) else (around|nearby|available|there|in|like|with|please|for)
    (is there|are there|any|have|find|show|search for|see) [me|us] [a|some|any|one] (another|other|different) (time|times|date|dates|day|days|flight|flights|apartment|apartments|house|movie|movies|song|songs|event|events|show|shows|bus|car|cars|doctor|dentist|salon|table|room|rooms|color|colors|size|sizes|design|designs)
    (i|we) would (rather|prefer) (have|see|go|take|try|something|the|a|one)
    (anything|something|anywhere|somewhere|what) else $
    (show|see|find|are there|do you have|have you) ~ (others|another|another one|other ones|alternatives|other)
    (deciding|decide|choosing|choose|torn) between
    (as opposed to|compared to|compared with)
    (want|like|prefer|take|get|have|choose|go with|go for|buy|book) ~ ~ instead of
    (i saw|i found) ~ ~ (cheaper|better|for less|elsewhere|online|at another|somewhere)
    (others have|your competitor|competitors|another shop|another store|other shops)
    [or|is] which one
    (pros and cons|side by side)
    (worth the (extra|difference|upgrade)|which do you (recommend|suggest)|better value|pros and cons)
    (how|what) ~ (compare|compares|stack up|differ|differs|different from)
  `,
  negotiation: `
    (can|could|would|will) (you|we|i) ~ (discount|better price|lower price|lower the price|better deal|deal|cheaper|price match)
    (lower|reduce|match|drop|beat|negotiate|bring down) [down] [the|your|that|this|a|on the] (price|cost|rate|offer|quote)
    (best price|last price|final price|best offer|best you can do|room for negotiation|wiggle room|price negotiable|negotiable)
    (give|get|offer|have|make) [me|us] [a|some|any|the] [bigger|better|good|small|little|special|bulk|student|senior] discount
    (any|is there|are there) [a|any] [chance of] [a|for] [possible] (discount|discounts|deal|promo|promo code|coupon|coupons)
    (too expensive|too pricey|too much for me|over my budget|above my budget|out of my budget|my budget is)
    (how about|what about|would you take|will you take|can you do|could you do|do it for|i can pay|i will pay|i will give you|i can offer|i offer) [for] [it] [at] (#money|#number)
    (throw in|knock off|meet me halfway|meet me in the middle|cut me a deal|sharpen your price)
    if i (buy|order|take|get|book|pay) (two|three|more|several|both|#number|in bulk|cash) ~ (discount|price|cheaper|off|free)
    (come down|go lower|go any lower|go down|budge) [a bit|a little] [on|on the price|$]
    (meet|do) me [at|for] (#money|#number)
    (above|over|beyond|outside|out of|more than) (my|our) (budget|price range)
    (i|we) [only] have (#money|#number) (to spend|max|tops|budget)
  `,
  purchase_intent: `
    (i|we|id) (will|shall) [just|definitely|gladly|happily|probably|then|also|certainly] (take|buy|get|have|order|purchase|go with|go for|do|grab) [the|a|an|one|it|that|this|them|these|those|two|both|some|another|#number]
    (i|we) <want> [to] [just|also|maybe|actually|really] [now|please] to [now|also|actually] (buy|purchase|order|place an order|make a purchase|make an order|rent|subscribe|sign up|check out|proceed|pay for|pre order)
    (i|we) (want|need|wanna|would like|would love) to [go ahead and] get <a>
    (want|need|would like|like|love|going|looking|ready|able|wish|planning|trying|hoping|decided|how|where|try|help [me] [to]|assistance|assist me|help me|go ahead|in order|thinking [of|about]|interested in|interested in|thinking) to [now|also|actually|just|maybe|make] (buy|purchase|order|rent|subscribe|pre order)
    (looking into|thinking of|thinking about|interested in|help|help with|assistance|keen on|considering|plan on|planning on|look forward to) (buying|purchasing|ordering|getting|renting|upgrading)
    (can|could|may|let) (i|we|me|us) [please|also|just] (buy|order|purchase|rent|have|get) <a>
    (can|could|may) (i|we) [please|also|just] (buy|order|purchase|rent) 
    (can|could|will|would) you [please|also|just] [help me] [to|go ahead and|go ahead] (buy|order|purchase|rent|get me|place [an|the|my] order|ring me up|ring up|charge)
    let (me|us) [please|just|also] (buy|order|purchase|rent|get|have|grab) <a>
    (make|place|placing|making|complete|submit|put in|finish|set up) (an|the|my|another|one more|a new|new|a) [new|first|big|bulk|online] (order|purchase)
    (buy|purchase|order|rent) (me|us) (a|an|the|some|#number|two)
    ^ [please|yes|yes please|ok|sure|great] (buy|purchase|order|rent) [me|it|us] <a>
    (add|put) [it|that|this|them|one|two|#number|another] [more] [one] (to|in) (my|the) (cart|basket|order|bag)
    (ready to|proceed to|go to|proceed with|go ahead with) [the|my] (checkout|check out|payment|order|purchase|pay|buy)
    (how|where) (do|can|should|will|would) (i|we) (buy|order|purchase|pay|get one|subscribe|sign up|check out|place an order)
    (count me in|sign me up|shut up and take my money|sold $|deal $|i am sold|you have a deal)
    (send me|give me|share) [the|a|your] (payment link|invoice|payment details|bank details|account number|checkout link)
    (where can|how can|how do|where do) i (send|make) [the|my] payment
    (i|we) (am|are) [definitely|so|totally|really|still|now] (buying|getting|ordering|purchasing|going to buy|going to get|going to order|going to purchase)
    (i|we) (must|have to|gotta|got to|really want|really need|totally need|definitely need|need to) (have|get|buy|order) [me] <a>
    (reserve|hold|set aside|keep) [one|it|that|this|two|some] for me
    mine $
    (take|buy) my money
    (i|we) (will|would like to|want to|am going to|am willing to|am happy to|would be willing to|would be happy to|would love to|am glad to|think i will|have decided to|can) [definitely|gladly|certainly|also|just|happily|probably] (donate|contribute|pledge|chip in|give (#money|#number|all|half|some|the full|it all|my whole))
    (willing|happy|ready|going|decided|glad|like) to (donate|contribute|give (#money|#number|all|half|some))
    (count me in|put me down) for (#money|#number|a)
    (let us|let me) (donate|make a donation|contribute)
    (i|we) [also|really] (want|need|will take|would like) (this one|that one|these ones|both of them|all of them|these two|those two|the (blue|red|black|white|small|medium|large|big|green) one)
    (i|we) (wanna get|am getting|must have|so want|really want|really need|badly need|desperately need|might get|might buy|will get|finally ordered|just ordered|want to get|need to get|would kill for|am tempted to (get|buy)|am thinking of getting|am about to (get|buy|order)) [me] (a|an|the|this|that|one|#number) [new] 
    (going to|have to|need to|got to|want to|trying to|should|planning to|decided to|ready to|time to|have decided to|really want to|might|may|think i will|will definitely|will probably|can finally|about to|tempted to|hoping to|hope to|saving to|am to|ought to|let us|let me|help me) [go|just|finally|probably|definitely|actually|also|go ahead and|go and] (get|buy|cop|order|grab|purchase|upgrade to|switch to|pre order|preorder|acquire|invest in|trade in for) (a|an|the|me a|me the|me one|one|this|that|it|myself a|some|several|two|another|them|mine)
    (want|need|wants|wanna have) (a|an|the|one|this|that|it|them|some) ~ ~ (so bad|badly|so badly|right now|asap|in my life|immediately|desperately)
    (where|how) (do|can|could|should|would|to|may) [i|we] (get|find|buy|acquire|purchase|order|shop for|shop) (one|it|this|that|some|these|those|several|a|an|your)
    (how to|like to|want to|wanna|try to|need to|help to|help me|assistance to|assistance|help|possible to|know how to|can i|could i|may i|have to) (purchase|buy|acquire|order|shop|purchasing|buying|acquiring|ordering|shopping) [for] (some|several|a few|an|a|your|ur|one|more|something|two|#number|this|these|the) [of|#number|your] [your|ur|of]
    (time to|should i|about to|trying to|decide if i should|decided to|gotta|got to|cannot wait to|can not wait to|excited to|saving up to|saving for|go) [go] [and] (get|buy|order|upgrade to|grab|purchase) (a|an|the|this|one|mine|my|it|that|me a)
    (all i want) [for] ~ is
    just (ordered|pre ordered|preordered) (my|the|a|an|one)
    (put|sign) (me|us) (down|up) for (#number|one|two|three|four|a|an|the|it|that)
    (how|where) (can|do|should) (i|we) [go about|send the|make the] (pay|paying|payment|buy|buying|order|ordering)
    (i|we) will (have|take|order|get) (#number|two|three|four|five|six|half)
    (can|could|may) (i|we) (get|order|grab) [me] (#number|two|three|four|five|six|half|another)
  `,
  "not:purchase_intent": `
    (have|get|give|know|send|buy) [me] [to] (a|an|the|your|their|its|his|her|some|more|that|this|my|any) [contact|phone|mobile|full|exact|more|order|email|home|street|price|tracking|free] (number|numbers|phone|address|addresses|name|names|menu|details|detail|info|information|contact|email|location|price|prices|receipt|invoice|refund|discount|quote|copy|help|moment|minute|status|update|answer|reply|response|link|list|rating|website|directions|catalog|time|times|idea|picture|pictures|photo|photos|job|life|sample|look|word|representative|agent|human|person|manager|supervisor|call|callback|hold|money|break|clue|feeling|problem|question|drink of|ride|cab|table|room|appointment|reservation|ticket|tickets|seat)
    (rent|order|purchase) (is|was|number|status|history|has|id|that i|i made|i placed|for the apartment|per month)
    (not|never|no longer|would not|will not|can not|could not|did not|do not) [really|even|ever|have to|want to|need to|going to|plan to|be] (buy|buying|purchase|order|get|take)
    (should|why|who|when|how) [would|do|did|i|you|anyone|people|someone] [i|you|would|ever] (buy|have bought|not buy)
    order #number (not|is|has|was|did|does|still|never|came|says|yet|please|status)
  `,
  "not:booking_request": `
    (do|does|would|did) you [guys|all|still|also|happen to] have ~ <booking> [for (#number|one|two|three|four|five|six|seven|eight|nine|ten)]
    (have|has) you [still|by any chance] got ~ <booking> [for (#number|one|two|three|four|five|six|seven|eight|nine|ten)]
    (is|are) there [still] ~ <booking> [for (#number|one|two|three|four|five|six|seven|eight|nine|ten)]
    (if|whether) (you have|there is|there are) ~ <booking> [for (#number|one|two|three|four|five|six|seven|eight|nine|ten)]
    (is|are) (the|your|a|any|that) ~ <booking> [still] (available|free|open|vacant)
    (why|who) (would|should|did|do) (i|we|you|anyone) ~ (book|reserve|schedule)
    (book|booking|reservation|appointment|schedule) (is|was|number|status|id|history|that i|i made|has been|confirmation)
    (change|cancel|modify|canceling|confirm|check|about|lost|extend|of|forgot|missed|in|with) [my|the|our] (booking|reservation|appointment)
    (not|never|no longer) [really|want to|need to|going to] (book|reserve|schedule)
    (how much|price of|price for|cost of|rate for|rates for|magkano) ~ ~ (room|table|mesa|kwarto) (for|good for|para sa)
    (big|large|small|enough|room) enough for
  `,
  booking_request: `
    (i|we) <want> [to] [just|also|maybe|actually|really] to [now|also|actually|go ahead and|please] (book|reserve|schedule|set up|arrange|rebook) 
    (want|need|would like|like|love|going|looking|ready|able|wish|planning|trying|hoping|try|help [me] [to]|assist me|help me|interested in|thinking) to [now|also|actually|just|maybe|please|go ahead and] (book|reserve|schedule|make [a|an|the|my|some] [dinner|lunch|restaurant|hotel|table|room|new|dentist|doctor] (reservation|reservations|booking|appointment)|set an appointment|set up [a|an|the] (appointment|visit|meeting|viewing|call|consultation)|see the doctor|get an appointment)
    (can|could|will|would) you [please|also|just|kindly] [help me] [to|go ahead and|go ahead] (book|reserve|schedule|make [a|an|the|me a|us a] [dinner|lunch|new|restaurant|table|hotel] (reservation|booking|appointment)|set up [a|an|the|my] (appointment|visit|meeting|viewing|ride)|get [me|us] [a|an|the|some] [#number] (table|room|appointment|ticket|tickets|cab|taxi|ride|seat|seats)|squeeze me in|fit me in|put me down|pencil me in|call me a (cab|taxi))
    (can|could|may) (i|we) [please|also|just] (book|reserve|schedule|make [a|an|the] [dinner|lunch|new] (reservation|booking|appointment)|get [a|an] (appointment|table|room|slot|reservation)|have a table|come in)
    let (me|us) [please|just|also|go ahead and] (book|reserve|schedule|make [a|an|the] (reservation|booking|appointment))
    ^ [please|yes|yes please|ok|sure|great|and|also|then|now] (book|reserve|schedule) (me|us|it|that|this|them|the|a|an|my|our|one|two|#number|in|for) 
    (please|kindly|go ahead and|and|then) (book|reserve|schedule) (me|us|it|that|this|them|the|a|an|my|our|one|two|#number)
    (book|reserve|schedule) [me|us|a|an|the|my] [#number|one|two|three|four] ~ <booking>
    (make|making|place|placing|get|need|want|have|like|request|arrange|set up|setting up|schedule|set) [for me|me] (a|an|some|another) [new|bus|salon|house|dinner|lunch|restaurant|table|hotel|room|doctor|dentist|dental|medical] (reservation|reservations|booking|appointment|appointments|consultation)
    (looking into|thinking of|thinking about|interested in|help|help with|assistance|assistance with|considering|planning on) (booking|reserving|scheduling)
    (i|we) [would|will|am going to|also|really|just] (need|want|like|require|would like) [to get|to have] (a|an|one|some) [#number|bus|train|movie|plane|concert|event|regular|dental|doctor] (table|room|appointment|reservation|ticket|tickets|seat|seats|cab|taxi|ride|slot|spot|hotel|consultation)
    (i|we) [would|will|also] (need|want|like|would like) [to get|to buy|to find] [bus|train|movie|plane|concert|event|airline] (tickets|reservations) [to|for|on|from]
    (i|we) (need|want|would like|am going|have) to (see|visit|consult) (a|the|this|that|my|dr) [good|new] (doctor|dentist|dermatologist|gynecologist|therapist|specialist|stylist|property|apartment|house|place|dr|barber|psychologist|psychiatrist|clinic|salon)
    (get|find|book|call|order|grab|send) [me|us] (a|the|that|this|some|an|my|our) [regular|shared|luxury|pool|plane|bus|train|nice|#number] [~] (cab|taxi|ride|ticket|tickets|table|seat|seats|appointment|reservation|car there)
    (get|getting|buy|buying|booking|purchasing|find) [me|us|some] [bus|train|movie|plane|concert|event|airline] (tickets|reservations) (to|for|on|from|there)
    (try|attempt) [to] (booking|book|reserving|reserve|scheduling|schedule) [it|the|a] [~] (again|instead|$|at|for|on)
    (let us) [go ahead and|now|also] (book|reserve|schedule|set up|get [a|the|some] (tickets|table|room|cab)|make [a|an|that|the] (reservation|appointment|booking))
    (back to|look at|continue|finish|complete|completing|finish completing|switch to) (booking|reserving|scheduling|buying|purchasing|making|my booking|my reservation|the booking|the reservation)
    (i|we) (need|want|would like) a (ride|cab|taxi|lift) (to|from)
    table for (#number|one|two|three|four|five|six|seven|eight|nine|ten|a)
    (how|where) (do|can|should|will|would) (i|we) (book|reserve|schedule|make [a|an] (reservation|appointment|booking))
    (reschedule|move) (my|the|our) (appointment|booking|reservation|visit)
    (come in|drop by|visit) (on|tomorrow|today|this|next) ~ (available|ok|possible|free)
    (confirm|complete|finalize) [the|my|this|that] (booking|reservation|appointment)
    (buy|purchase|find) [me|us] (a|the|some|#number|two|three|four) [#number|bus|train|movie|plane|flight|concert|event] (ticket|tickets)
    (can|could|would) you (fit|squeeze|slot|pencil|book) (me|us|him|her) in
    (would like|want|would love) to come [in|over|by] (for|on|at|tomorrow|today|this|next)
    (can|could) (the|a|your|dr) [~] (doctor|nurse|vet|dentist|technician|plumber|hygienist|stylist|physio|therapist|mechanic) (see|come|visit|look at|check|take)
  `,
  "not:pricing_question": `
    (do not|does not|did not|not|no matter) (care|matter|mind) how much
    no matter how much
    free (cancelation|cancellation|time|slot|table|room|spot|seat)
    (pay|paid|paying) the (price|fee)
  `,
  "not:negotiation": `
    (discount|promo|promotion|voucher|coupon|gift|referral) (code|codes|card|cards)
  `,
  "not:comparison": `
    (best|last|better|lower|lowest|cheaper|final) (price|offer|deal|rate|you can do)
    (#number|#money) instead of [#number|#money]
    instead of (#number|#money)
    (best|better) (time|day|way|number|address|place) to
    (no|not any|never) better than
  `,
};
