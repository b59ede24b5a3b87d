/** What businesses say in English. Labels: what is confirmed, offered, withdrawn, done, refused. */
export const englishBusiness: Readonly<Record<string, string>> = {
  "conversion:booking": `
    <booked> [is|are|has been|have been|was|were] [now|all|already|been|also|just] [successfully|officially|fully] (booked|reserved|scheduled|confirmed|made|set|secured|all set|set up|complete|completed|arranged|placed|locked in)
    (booked|reserved|scheduled|confirmed|secured|arranged) <a> ~ <booking>
    (i|we) [have|just] [have|just|now|already|also] [successfully|just] (booked|reserved|scheduled|confirmed|secured|arranged|rescheduled|rebooked) (you|it|that|this|your|the|a|an|for|them|one|two|#number|these)
    (i|we) [have|just] [just|now|successfully|gone ahead and] [made|placed|set up|completed] (made|placed|set up|completed) [a|an|your|the|this|that] (booking|reservation|appointment|reservations|bookings)
    (made|placed|completed|set up) (a|an|your|the) [#number|dinner|table|hotel|restaurant] (booking|reservation|appointment) (for|at|in|with|on|under)
    you (are|have been) [now|all|already|officially] (booked|scheduled|confirmed|all set|set|reserved|registered|enrolled|in for|down for|good to go)
    (booking|reservation|appointment|visit) (confirmed|successful|complete|completed|confirmation|done|made|is done|is all set|was successful|is successful|was a success|is a success|has gone through|went through|goes through|succeeded|is final|is good to go|is in place|is taken care of|has succeeded|is on)
    (booking|reservation|confirmation) (number|code|reference|id|no) [is|:|#number]
    (your|the) ~ (ride|cab|taxi|driver) [is|will be] [on its way|on the way|on his way|on her way|booked|arriving|coming|confirmed|here|headed]
    (got|have) you (booked|down|scheduled|in) (for|at|on|in)
    (see|expect|expecting) you (on|at|tomorrow|tonight|then|there|this|next) [at] [#number|monday|tuesday|wednesday|thursday|friday|saturday|sunday]
    (tickets|seats) ~ (purchased|bought|booked|reserved|secured|confirmed)
    (success|done|great|ok|good news|perfect|alright|yes|good|sure) (it is|that is|you are) (booked|reserved|scheduled|confirmed)
    ^ (booked|reserved|scheduled) $
    (it|that|this|everything) [is|has|was] [all|now|been] (booked|reserved|scheduled)
    (table|room|appointment|seat|seats|tickets|visit|spot|ride|reservation|booking) [is|are] (waiting|ready) for you
  `,
  "conversion:purchase": `
    (order|purchase|payment|transaction|rental|subscription|checkout|preorder) [#number] [is|are|has been|have been|was|were] [now|all|already|been|also|just] [successfully|officially] (confirmed|placed|complete|completed|successful|successfully|processed|received|submitted|accepted|finalized|approved|paid|done|in|sent|sent in|went through|gone through|through|a success|on its way|being prepared|being made|made)
    (your|the) (order|coffee|drink|drinks|food|meal|pizza|items|item|pickup|latte) [and #number|for #number|#number] ~ will be (ready|waiting|delivered|available|shipped|with you|there|right out|up|prepared|made|right up|done|out)
    (your|the) (order|coffee|drink|drinks|food|meal|pizza) (is|are) (being|getting) (made|prepared|processed|packed|brewed)
    (i|we) [have|just|will] [have|just|now|already|also] [successfully] (placed|submitted|processed|put in|put through|sent in|sent off|sent over|completed|confirmed|finished|received|rung up) [your|the|that|this|it] (order|orders|purchase|payment|transaction|rental)
    (i|we) [have|just] [have|just|now|already|successfully] (bought|purchased|ordered|rented) (you|it|that|this|your|the|a|them|these|#number|two)
    (thank you|thanks|congrats|congratulations) [so much|very much] (for|on) your [recent|new|first] (order|purchase|payment|preorder)
    (movie|film|album|song|book|it|that|title|item|items|tickets|ticket) [is|are|has been|have been|was|were] [now|all|successfully|been] (rented|purchased|bought|ordered|paid for)
    you [have|can now|may now] [now|successfully] (rented|purchased|bought|ordered|own)
    (you can|please|come|ready to|you may|can be|be) (pick up|pick it up|pick them up|pick your order up|collect|grab|picked up) [your|the|it] ~ (counter|bar|minutes|moment|shortly|soon|store|front|window|order)
    (payment|deposit) [of] [#money] [#number] [has been|was|is] [been] (received|confirmed|processed|successful|cleared)
    (sent|send|sending) [it|your order|the order|that|this|them] [off|over|right|in] [to] (be made|to the barista|to the kitchen|to the store|to the bar|to be made|the baristas|the kitchen|the barista)
    (order|tracking|invoice|confirmation) (number|id) is [#number]
    (finished|placed|submitted|completed|sent|confirmed) your order
    your [#number|large|small] ~ (is|are) on (the|its|their) way
    (enjoy|hope you enjoy) your (movie|purchase|order|coffee|drink|meal|food|film|show|new)
    (pick up|pick it up|pick them up|pickup|ready|available|waiting|collect it) [for pick up] (at|in|from|over at|on|for you at) [the] [coffee|pickup|pick up|front] (bar|counter|shop|store|cafe|window|desk|branch)
    (will|should|to) [be|have it|have them] (ready|done|up|waiting) [for you|for pickup|for pick up] (in|within|shortly|soon|momentarily|very|at|in about|for|just)
  `,
  "revocation:booking": `
    (booking|reservation|appointment|visit|flight|trip|table|room|stay|class|session) [has been|was|is|have been] [now|been|successfully] (canceled|called off|refunded|voided)
    (canceled|voided|called off) (your|the) ~ (booking|reservation|appointment|visit|flight|trip|table|room|stay|class|session|tickets)
  `,
  "revocation:purchase": `
    (order|purchase|payment|transaction|subscription|rental) [#number] [has been|was|is|have been] [now|been|successfully|fully] (canceled|refunded|voided|reversed|returned)
    (canceled|refunded|voided|reversed) (your|the) ~ (order|purchase|payment|transaction|subscription|money|item)
    (refund|reimbursement) [of] [#money] [#number] [has been|was|is|have been] [now|been|successfully|fully] (processed|issued|sent|made|completed|approved|credited|on its way|done)
    (issued|processed|sent|made|completed|approved) [you] (a|your|the) [full|partial] refund
    you have been [fully] refunded
    (i|we) [have] [just|fully|now] refunded
  `,
  fulfilment: `
    (order|package|parcel|item|items|delivery|shipment|product) [#number] [has been|was|is|have been|has|have|were] [now|been|successfully|just] (delivered|dropped off|fulfilled|arrived|handed over|picked up|collected|completed and delivered)
    (delivered|handed over) (your|the) (order|package|parcel|item|items|food)
    (hope you (enjoyed|are enjoying|loved|liked)|how was your|how did you like|how do you like|how are you liking|how did you find) [your|the|our]
    (thank|thanks|thank you) [you] for (visiting|staying|dining|coming in|shopping|joining|coming|stopping by) [with] [us|today|yesterday]
    (repair|service|job|work|installation|cleaning|treatment|project) [is|has been|was] [now|been|all|successfully] (finished|completed|done|complete)
    (we|i) [have] [now|just] (finished|completed|fixed|repaired|installed|delivered) (your|the|it)
    your ~ (is|are) ready (for pick up|for pickup|for collection|to be picked up|to be collected)
  `,
  "offer:booking": `
    (should|shall|can|could|may) (i|we) [now|go ahead and|proceed to|also|please|just|proceed and|help you] (book|reserve|schedule|make [a|an|the|your|this|that] (booking|reservation|appointment)|confirm [the|your|this|that] (booking|reservation|appointment)|set up|arrange|hold|call [you] [a|the|your] (cab|taxi)|get you [a|the|some] (cab|taxi|ride|table|room|ticket|tickets)|put you down)
    (would you|do you|will you|would you guys) [like|want|care|wish|prefer|need] [me|us] [to] [to] [now|go ahead and|also|continue|proceed|go ahead with] [to|and|with] (book|reserve|schedule|make [a|an|the|your|any] (booking|reservation|appointment|reservations)|set up [a|an|the] (appointment|visit|viewing|meeting)|visit|arrange|rebook|confirm [the|your] (booking|reservation|appointment)|proceed with [the|this|your] (booking|reservation|appointment))
    (want|need|like|wish) [me|us|you] to (book|reserve|schedule|make [a|an|the|any] (booking|reservation|appointment)|set up [a|an] (appointment|visit|viewing|meeting)) 
    (like|want|need|interested in) [a|an|to have a|the|making a|making an|booking|in booking|to make a|to get a] (reservation|appointment|table|booking|visit|ride|room|rooms|tickets|ticket) [there|for|with|at|booked|then]
    (ready to|interested in|time to) (book|booking|reserve|reserving|schedule|scheduling)
    (do you|would you like to|want to|shall we) proceed [with] [the|this|your] (booking|reservation|appointment)
    (happy|glad|able|love) to (book|reserve|schedule) [it|that|one|this|you|a|an|the]
    (go ahead|proceed) (with|and) [the|your|this] (booking|book|reserve|reservation|schedule)
    (please|kindly) confirm ~ (booking|reservation|appointment|details|following|table|ride|room|visit|tickets)
    [is|does] [that|this] (correct|right|ok) 
  `,
  "offer:purchase": `
    (should|shall|can|could|may) (i|we) [now|go ahead and|proceed to|also|please|just|proceed and|help you] (buy|purchase|order|place|rent|process|send it off|submit|charge|ring|complete|check you out|finish|send (it|that|this) [off|over|in]|get you started|add (it|that|this|one))
    (would you|do you|will you) [like|want|care|wish|prefer|need] [me|us] [to] [to] [now|go ahead and|also|continue|proceed|go ahead with] [to|and] (buy|purchase|order|rent|place [an|the|your] order|check out|checkout|pay|complete|subscribe|upgrade|add|try|proceed to (pay|payment|checkout)|get [it|one|this|that]|donate|make a (donation|purchase|payment))
    (would you|do you) [like|want|care for] (one|it|that|this|some|a|to have|anything|the|those|any) 
    (want|need|like|wish) [me|us] to (buy|purchase|order|place|rent|process|add|send (it|this|that))
    (ready to|interested in|like to proceed with|proceed with) (order|ordering|buy|buying|purchase|purchasing|check out|pay|the payment|the order|the purchase|your order|this purchase)
    (anything|something) else (i|we|you) [can|could|want|need|would like] [to|get|add|for] [order|add|you] [to]
    (before|can|shall) i (send|submit|place|finish|finalize) (it|this|that|your order|the order) [off]
    (does|is|are) [this|that|the|your|it|everything] [order|all] [look|looks|sound|sounds] (right|correct|good|ok|complete) 
    (please|kindly) confirm ~ (order|purchase|payment|amount|address|movie|rental)
  `,
  "offer:other": `
    (how about|what about|i recommend|we recommend|i suggest|i would suggest|i would recommend|you may like|you might like|you could try|may i suggest|can i suggest|might i suggest)
    (there is|there are|i found|i have found|we found|i see|i have|we have|i was able to find|you have) [a|an|one|two|three|#number|several|also|some|many|about|around|over] [#number|good|nice|great|other] ~ (called|named|options|available|matches|results|choices|that match|that matches|which|nearby|near you|in stock|from|at|for you|starting)
    (would you|do you) [like|want|prefer|care] [to] [me] [to] (see|hear|know|check|look at|have a look|search|look|watch|listen|try|more|find|choose|go with|consider|view|visit|play)
    (which|what) (one|option|of these|of those|would you|do you) [would|do|you] [you] [like|prefer|want]
    (does|do|will|would|how does|is) (that|this|it|one of these|any of these|either|they) [work|works|sound|sounds|interest|suit|ok|good|be] [for] [you|good|ok|fine|alright]
    (we|i) can (offer|give|do|provide) [you]
    (special|limited|exclusive) (offer|deal|price|discount)
    (is it|are you) (ok|good|fine|interested)
  `,
  cannot_resolve: `
    (i|we) [am|are|was|were] [really|very|so|truly|do|afraid] [sorry|afraid|unfortunately|unable] [but] [i|we|that i] (can not|could not|am not able to|are not able to|am unable to|are unable to|do not know how to|was unable to|were unable to|was not able to|were not able to|am not sure how to|do not have access|do not have the (information|answer|ability|permission)|do not understand|did not understand|did not get that|did not catch that|do not know) [help|assist|do|answer|find|process|complete|understand|with|that|access]
    (unable|not able) to (help|assist|do|answer|process|complete|resolve|access|find|understand|locate|book|reserve|make|place|perform)
    (beyond|outside|out of) my (ability|abilities|scope|control|capabilities|hands|knowledge)
    (can not|can only) (help|assist) [you] with [that|this]
    (did not|do not|not sure i|could not) [quite] (understand|get|follow|catch) [that|what|you|your]
    (only|just) a (bot|virtual assistant|chatbot|machine)
    (could not|can not) (help|answer|do that|resolve|complete|process|make|book|find|perform|place)
  `,
  failure: `
    (unable|not able|unavailable|failed|fail|failure|unsuccessful|unsuccessfully|error|declined|rejected|impossible|unfortunately|sadly|regrettably|apologies|apologize|sorry)
    (could|can|did|has|have|was|were|is|are|do|does|will|would) not
    (problem|issue|trouble|hitch|difficulty) (with|in|while|booking|making|processing|placing)
    (not|no longer) (available|possible|booked|reserved|confirmed|complete|completed|successful|go through|able)
    (fully booked|sold out|no availability|no tables|no rooms|no openings|no seats|out of stock)
    (did not|does not|not) (go|work|went|gone) [through|out]
    (once|if|when|after|until|unless|before|as soon as|in case) ~ (confirmed|booked|placed|reserved|confirm|paid|complete|completed|scheduled|booking|order|processed|made|received)
    (want|like|shall|should|going|about|trying|need|able|ready|proceed|willing|before|please|let us|let me|can|could|may|happy) [me|i|us|we] [to] [now] [go ahead and] (book|reserve|schedule|order|buy|purchase|confirm|place|make|rent|check|have|get|send)
    (to|will) be (confirmed|booked|reserved|scheduled)
  `,
  unrelated: `
    (song|music|track|playlist|video|alarm|alarms|reminder|timer|transfer|transferred|wire|volume|lights|playing|played|weather|calendar|event has been added|added to your calendar|message has been sent|balance|shared your location|location has been shared|media|subtitles|tv|speaker|device|kitchen speaker|streaming|now playing)
  `,
};
