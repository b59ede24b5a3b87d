/** What businesses say in English. Labels: what is confirmed, offered, withdrawn, done, refused. */
export const englishBusiness: Readonly<Record<string, string>> = {
  "conversion:booking": `
    (booking|reservation|reservations|appointment|table|seat|seats|spot|slot|room|rooms|ticket|tickets|visit|session|consultation|ride|cab|taxi|stay|viewing|tour|class|haircut|massage|car|vehicle|house|hotel|apartment|cottage|villa|procedure|schedule|scheduling) [requests|request|for ~] <been> (booked|reserved|scheduled|confirmed|made|set|secured|all set|complete|completed|arranged|placed|locked in|finalized|done|successful|approved|in place|taken care of|set up|fixed|ordered|planned|registered|success|succesful|successfull|succesfull|bought|purchased|paid for|ready for you|waiting for you|yours|all yours|held for you|a go|good to go|a success|a complete success|complete success|a done deal)
    (booking|reservation|appointment|visit|ticket|tickets|table|room|rooms|ride|cab|car|seat|seats|stay|session) (to|for|at|with|in|on|of) ~ ~ <been> (booked|reserved|scheduled|confirmed|made|set|done|successful|complete|completed|secured|arranged|planned|all set)
    ^ [your|the] (ticket|tickets|room|table|visit|ride|booking|reservation|appointment|seat|seats|cab) (confirmed|booked|reserved|done|scheduled|secured)
    (it|that|everything) <been> (confirmed|all set|scheduled|arranged|done) (and|$)
    (i|we) have book (the|your|a|it)
    (i|we) have you (reserved|booked|confirmed|scheduled)
    (ride|cab|taxi|driver) ~ (en route|in route|will arrive|should arrive|arriving|is coming|will be there|will pick you up)
    ^ [alright|great|done|ok|perfect] you have (tickets|your tickets|a room|a table|a seat|a car|a ride|an appointment|a reservation) $
    ^ [ok|great|alright|congratulations] confirmed (and|$)
    (flight|trip|bus|train|event|show|it|that|everything|this|they|all) <been> (booked|reserved|all booked|all reserved|locked in|all arranged|booked in)
    (i|we) [have|just] [have|just|now|already|also|successfully|gone ahead and] (booked|reserved|scheduled|secured|arranged|rescheduled|rebooked) (you|it|that|this|your|the|a|an|for|them|one|two|#number|these|everything)
    (i|we) [have|just] [have|just|now|already|also|successfully] confirmed (you|your|the) ~ <booking>
    (i|we) [have|just] [just|now|already] (booked|reserved|registered) (those|your) [#number] (tickets|seats|rooms|reservation|booking|appointment|places|spots)
    (was|were) successful in (booking|reserving|scheduling|getting) (you|your|the|a)
    (i|we) [have] made you (the|a|your) (reservation|booking|appointment)
    (i|we) (was|were|have been|managed) [successfully] [able] to (book|reserve|schedule|make|get|secure|confirm|complete|arrange|set up|rebook) (you|your|the|that|it|this|a|an|one|all|those|everything|them|for|#number)
    (i|we) [have|just] [just|now|successfully|gone ahead and|already] (made|placed|set up|completed|finalized|got) [you|your|the|a|an|this|that] [#number|dinner|table|hotel|restaurant|doctor|dentist|new] (booking|reservation|appointment|reservations|bookings|arrangements|visit|ticket|tickets|table|room|ride)
    (i|we) (am|are) (done|finished|all done) with (your|the) (booking|reservation|appointment|order|tickets)
    (booked|reserved|scheduled|rebooked|secured) [you|your|a|an|the|it|that] ~ (successfully|for you)
    (booked|reserved|scheduled) (you|your) (a|an|in|the|for|at|on|with|#number|table|room|appointment|reservation|ride|visit|cab|ticket|tickets|stay)
    (successfully|^ booked|^ reserved) (booked|reserved|scheduled|made|completed) [you|your|a|an|the|it|that] [~] (booking|reservation|appointment|table|room|ticket|tickets|ride|visit|cab|seat|seats|successfully)
    (made|completed|placed) (your|the|a|an) [#number|dinner|table|hotel|restaurant] (booking|reservation|appointment) (for|at|in|with|on|under|successfully|as requested)
    you [have|just|now|already] [just|now|already] (made|got) (a|an|the|your|yourself a|#number) [#number] (reservation|booking|appointment|ticket|tickets|car|table|room|ride|visit)
    you have (your tickets|your ticket|a car waiting|a table waiting|a room waiting|tickets $)
    you (are|have been|should be) [now|all|already|officially|successfully] [now|all|already|officially] (booked|all set for|set for|confirmed|reserved|registered|enrolled|down for|booked in|good to go for) 
    you (are|have been) [now|all|already|officially] scheduled (for|to|on|at|with|in)
    (booking|reservation|appointment|visit|ride) (confirmed|successful|completed|made|booked|went through|goes through|has gone through|succeeded|has succeeded)
    ^ [your] (booking|reservation|appointment) [is] (confirmation|complete) 
    (booking|reservation|confirmation) (number|code|reference|id|no) [is|will be] [#number]
    (your|the) [regular|luxury|pool|shared|uber|private] (ride|cab|taxi|driver|car) [is|will be|should be|has been] [now|already] (on its way|on the way|on his way|on her way|here|headed|heading|arriving|booked|coming|dispatched|outside|there in|with you)
    ^ (it is|they are|the ride is|your ride is|he is|she is) [now|all|already] (on its way|on the way|on his way|on her way) [now|to|and|with|$]
    (got|have) you (booked|down|scheduled|in) (for|at|on|in) (#number|a|an|the|your|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|today|next|this)
    (see|expect|expecting) you (on|at|tomorrow|tonight|then|there|this|next) [at] (#number|monday|tuesday|wednesday|thursday|friday|saturday|sunday)
    (tickets|seats|ticket|seat) <been> (purchased|bought|booked|reserved|secured|confirmed|paid for|issued)
    ^ [ok|done|great|perfect|alright|and|success] (booked|reserved|scheduled|all booked|all set) $
    ^ (booked|reserved|scheduled) (it|for|and|that|your)
    (glad|happy) i (was able to|could) (book|reserve|schedule|arrange) (it|that|this|you)
    confirming your ~ (reservation|booking|appointment) $
    (look forward|looking forward) to (seeing|welcoming|hosting) you (on|at|tomorrow|tonight|this|next)
    (your|the) (tickets|ticket|room|table|seats|car|ride) (is|are) [all|now|officially] (yours|booked|waiting|ready)
    ^ it (was|is) [now] (successful|a success) $
    you [have] got (a|your|the|#number|your self a) (table|room|ticket|tickets|car|seat|seats|appointment|reservation|ride) [for|at|waiting|booked|$]
    (everything|it|all) is [now|all] (set|booked|arranged) (for|on|at) (your|you|#number|the|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)
    (i|we) [have|just] [just|now] (put|penciled|pencilled|signed|squeezed|slotted|fitted) you (down|in|up) (for|at|on|with|tomorrow|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday)
    (is|are) [now|all] (in the (diary|book|books|calendar|schedule)|on the (books|schedule|calendar|list)|locked in) [for|on|at]
    (is|are) yours (for|on|from|until)
  `,
  "conversion:purchase": `
    (order|purchase|transaction|rental|subscription|checkout|preorder|preorders|orders) [#number] <been> (confirmed|placed|complete|completed|successful|successfully|processed|received|submitted|accepted|finalized|approved|paid|done|in|sent|sent in|sent off|sent over|gone through|through|a success|on its way|on the way|being prepared|being made|made|ready|in progress|underway|being processed|being packed|started|prepared|good to go|all set|coming up|coming right up|coming)
    payment [of] [#money] [#number] <been> (confirmed|processed|received|accepted|approved|successful|cleared|complete)
    (order|purchase|payment|transaction) (went through|confirmed|received|placed|complete|successful|accepted|coming up|coming right up|coming soon|goes through|succeeded)
    (your|the|that|those|this|it|these|our) ~ ~ (will|should|would) [soon|all|shortly] [be] [soon|all|shortly] (ready|out shortly|up shortly|good to go|done shortly|made shortly|waiting for you|out in|up in|right out|right up)
    [be] ready (soon|shortly|momentarily|in (a|#number|about|just) ~ (minutes|moment|minute|while|bit|few))
    (will|going to) [go|just] (make|prepare|bring|get|send|place|process|put through|put in|submit) (it|that|this|those|them|your) ~ (right now|right away|shortly|now|done|around|order)
    (have|get|got) [your|that|it|those] ~ (out|up|over|ready) [to you|for you|at] (shortly|soon|momentarily|right away|in a (moment|bit|few|minute)|in just|asap|as soon as possible)
    (pick|get|find|collect|grab|expect|have) (it|that|this|them|those|your) ~ (up|at|by|over|from|right) [there|over there] [shortly|soon|at|by|from|in] [the] [coffee] (bar|counter|window|desk)
    (your|the) (order|coffee|drink|drinks|food|meal|pizza|items|item|pickup|latte|tea|cappuccino|espresso|sandwich|salad) [and #number|for #number|#number] ~ (will|should|would|is going to|ought to) [all] be [all] [right|over|out] (ready|waiting|delivered|available|shipped|with you|there|out|up|prepared|made|over|done|along|at the|coming|started|served|on|sent|right out|right up|here|completed)
    (it|that|they|this|those|everything) (will|should) [all] be [all|right] [right|over|out] (ready|out|up|over|along|with you|delivered|waiting|coming|served|made|brewed|prepared|right out|right up) [for|at|in|over|shortly|soon|momentarily|very|to|by|quickly|$]
    (it|that|they|order|drink|drinks) (will|should) be (at|by|on) the ~ (bar|counter|window|table|desk) 
    (will|going to|let me|let us) [go ahead and] (get|have|make|start|prepare|begin) (it|that|this|them|your|those|the) [order|drink|drinks|coffee|food|latte] [order|right|all] (ready|out|up|made|over|started|prepared|through|right up|right out|going|to the|in right|brewing|right away|for you right)
    (will|going to|let me|let us) [go ahead and] (send|put|bring) (it|that|this|them|your|those|the) [order|drink|drinks|coffee|food|latte] [order|right|all] (through|to the|in right|right out|out to|out for|over to the|off to the)
    (order|drink|drinks|coffee|latte|food|it) (will|should) [be|come] [right|up] (up|out|over) (shortly|soon|momentarily|asap|as soon as possible)
    you (can|may|will be able to|should be able to) [now|then] (pick up|collect|receive|get|grab) your (order|drink|drinks|coffee|food|latte|parcel|package)
    (will|going to) (have|get|bring) your (order|drink|drinks|coffee|food|latte) [right|out|over] to you
    (that|it|they|those) (will|should) be available (at|for you|shortly|soon)
    (order|drink|drinks|coffee|food) is being sent to the
    you (will|can expect to) (have|receive|get) your (order|drink|drinks|coffee|food) (shortly|soon|at|in)
    (will|going to) (get|put|make|place) (the|your|that|this) order (done|in|shortly|soon|now|right)
    (order|drink|drinks|coffee|food) will be (sent to the|fulfilled (soon|shortly|right away)|up on|up at|with you (soon|shortly|in))
    (will|going to|let me|let us) [go ahead and] (send|put|bring|get) (your|the) (order|drink|drinks|coffee|food|latte) [right|all] (ready|out|up|made|over|started|prepared|through|going|to you|right away)
    (will|going to|let us|let me|am|are) [right|now|get|start] [get|start|be] [right|to] (working|work|started|right) on (your|the|that|this) (order|orders|drink|drinks|coffee|food|latte|purchase)
    (will|going to|let us|let me) get [right|to|started|working] (on|started on) (it|that|this) [right|now|$]
    (get|getting|got|start|starting|started|begin) (working|started|to work|right) on (it|that|your|this) (order|orders|drink|drinks|coffee|food|latte)
    (get|getting|start|starting) (started|right) on (it|that|this)
    coming [right|up|out] (up|out|over|shortly|soon|right)
    (your|the) (order|coffee|drink|drinks|food|meal|pizza) (is|are) [now|currently] (being|getting) (made|prepared|processed|packed|brewed|cooked)
    (i|we) [have|just] [have|just|now|already|also|successfully] (placed|submitted|processed|put in|put through|sent in|sent off|sent over|completed|confirmed|finished|received|rung up|sent|entered|accepted) [your|the|that|this|it|an] (order|orders|purchase|transaction|rental|payment)
    (i|we) [have|just] [have|just|now|already|successfully] (bought|purchased|ordered|rented|sent off|sent over) (you|your|the (tickets|ticket|movie|item)|it for you|them for you|that for you)
    (thank you|thanks|congrats|congratulations) [so much|very much] (for|on) (your|the) [recent|new|first] (order|purchase|payment|preorder)
    (movie|film|album|book|title|item|items|car) <been> (rented|purchased|bought|ordered|paid for)
    ^ (rented|purchased|ordered|bought) successfully
    (successfully) (rented|purchased|ordered|bought|placed|paid)
    you [have|can now|may now] (now|successfully|just|have) (rented|purchased|bought|ordered)
    ^ [great|ok|done|congratulations|perfect] you [have] (rented|purchased|bought|ordered)
    (you can|please|come|ready to|you may|can be|be|able to|go ahead and|head over and) (pick up|pick it up|pick them up|pick your order up|collect|grab|picked up|pick that up|expect|get|find|wait for) [your|the|it|to] ~ (counter|bar|minutes|moment|shortly|soon|front|window)
    (check|wait at|go to|head to|proceed to|step over to|at) the ~ (bar|counter|window) (in|for|and|shortly|where|to|soon)
    (sent|sending) [it|your order|the order|that|this|them] [off|over|right|in|on|this] [order] [off|over] [to] (be made|to the barista|to the kitchen|to the store|to the bar|to be made|the baristas|the kitchen|the barista|the coffee bar|the bar|to the coffee bar|to get made|for processing)
    (order|tracking|invoice) (number|id) is [#number]
    your [#number|large|small] ~ (is|are) on (the|its|their) way
    enjoy your (purchase|order|coffee|drink|drinks|meal|food|latte|tea|cappuccino)
    (will have|have) (your|that|it|the|this|those|them) [order|drink|drinks|coffee|food|one] [all] (ready|out|up|done|made|waiting|available|prepared|right|over) [up|out] [for you|to you|in|shortly|soon|momentarily|very|at|by|over|right|as|$]
    (bar|barista|baristas|kitchen|team) (will|is|are) [have|now|going to] [get|have|making|preparing|working|make] (it|your|that|this|on|the)
    ^ (got|received) your (transfer|payment|deposit|money|wire)
  `,
  "revocation:booking": `
    (booking|reservation|appointment|visit|flight|trip|table|room|stay|class|session) [has been|was|is|have been] [now|been|successfully] (canceled|called off|refunded|voided)
    (canceled|voided|called off) (your|the) ~ (booking|reservation|appointment|visit|flight|trip|table|room|stay|class|session|tickets)
    (booking|reservation|appointment|visit|flight|trip|table|room|stay|class|session|lesson|ride|tour|viewing|slot|pickup) ~ (has been|have been|was|were|is|are) [now|all|successfully] [been] (canceled|called off|voided|taken off)
    (canceled|canceling|voided|called off|released|freed up) [your|the|that] ~ (booking|reservation|appointment|visit|flight|trip|table|room|stay|class|session|lesson|ride|tour|viewing|slot|tickets)
    (had to be|had to|have had to) (canceled|cancel|called off|call off) [on|by|due|because|your|the|it|$]
    (taken|took|removed) you off (the|our|saturday|sunday|monday|tuesday|wednesday|thursday|friday|tomorrow) ~ (as requested|list|class|hike|tour|booking|schedule|waitlist)
  `,
  "revocation:purchase": `
    (order|purchase|payment|transaction|subscription|rental) [#number] [has been|was|is|have been] [now|been|successfully|fully] (canceled|refunded|voided|reversed|returned)
    (canceled|refunded|voided|reversed) (your|the) ~ (order|purchase|payment|transaction|subscription|money|item)
    (refund|reimbursement) [of] [#money] [#number] [has been|was|is|have been] [now|been|successfully|fully] (processed|issued|sent|made|completed|approved|credited|on its way|done)
    (issued|processed|sent|made|completed|approved) [you] (a|your|the) [full|partial] refund
    you have been [fully] refunded
    (i|we) [have] [just|fully|now] refunded
    (order|purchase|payment|transaction|subscription|rental|deposit|money|amount|#money) ~ (has been|have been|was|were|is|are) [now|successfully|fully] [been] (canceled|refunded|voided|reversed|returned to (your|you)|sent back|credited [back] to)
    (refunded|returned|credited|sent back|given back) [you] [the] (#money|#number) [to|back|on]
    (returned|sent back|given back) (your|the) ~ (money|deposit|payment)
    (credited|refunded) [it|back|this] [back] to (your|the|you)
  `,
  fulfilment: `
    (order|package|parcel|item|items|delivery|shipment|product) [#number] [has been|was|is|have been|has|have|were] [now|been|successfully|just] (delivered|dropped off|fulfilled|arrived|handed over|picked up|collected|completed and delivered)
    (delivered|handed over) (your|the) (order|package|parcel|item|items|food)
    (hope you (enjoyed|are enjoying|loved|liked)|how was your|how did you like|how do you like|how are you liking|how did you find) [your|the|our]
    (thank|thanks|thank you) [you] for (visiting|staying|dining|coming in|shopping|joining|coming|stopping by) [with] [us|today|yesterday]
    (repair|service|job|work|installation|cleaning|treatment|project) [is|has been|was] [now|been|all|successfully] (finished|completed|done|complete)
    (we|i) [have] [now|just] (finished|completed|fixed|repaired|installed|delivered) (your|the|it)
    your ~ (is|are) ready (for pick up|for pickup|for collection|to be picked up|to be collected)
    (parcel|package|order|box|item|delivery|letter|flowers|food) ~ (was|has been|is|were) [just] (left|handed|placed|signed) (with|at|in|to|by|on|outside|for)
    your ~ (is|are) [now|all] ready [and] (you can|you may|come|please|at the|whenever|to (pick|collect)|$)
    ^ delivered $
    (is|are) [now|all] (fixed|repaired|installed|up and running|good as new)
    (dropped|left|delivered|placed|put) [off] [your|the|it] ~ ~ (at|by|outside|on|in) your (door|doorstep|porch|gate|house|desk|mailbox|place|office)
    (has|have) [just|now] finished [the|your|and|with|$]
  `,
  "offer:booking": `
    (should|shall|can|could|may) (i|we) [now|go ahead and|proceed to|also|please|just|proceed and|help you] (book|reserve|schedule|make [a|an|the|your|this|that] (booking|reservation|appointment)|set up|arrange|hold|call [you] [a|the|your] (cab|taxi)|get you [a|the|some|your] (cab|taxi|ride|table|room|ticket|tickets|seats|seat)|put you down|sign you up|fix [an|the|your] (appointment|seat|visit))
    (would you|do you|will you|would you guys|if you would|you wanna|^ wanna|^ want|^ like|^ care|did you|are you wanting|do you guys) [like|want|care|wish|prefer|need] [me|us] [to] [to] [now|go ahead and|also|continue|proceed|go ahead with|go ahead to] [to|and|with] (book|reserve|schedule|make [a|an|the|your|any|some] [hotel|table|dinner|restaurant|doctor] (booking|reservation|appointment|reservations|schedule)|set up [a|an|the] (appointment|visit|viewing|meeting)|visit|arrange|rebook|proceed with [the|this|your] (booking|reservation|appointment)|get [a|the|some|your] (tickets|ticket|table|room|cab|ride|seats))
    (would you|do you|will you|did you|^ wanna|^ want|^ need|^ like|are you) [like|want|need|interested in] [to have|to get|to make|making|having|getting|in] [a|an|the|any|some|your] (reservation|reservations|appointment|table|booking|ride|cab|tickets|seats)
    (interested in|time to) (booking|book|reserving|reserve|scheduling|schedule|making a (reservation|booking|appointment)|making an appointment)
    (do you|would you like to|want to|shall we|wish to) proceed [with] [the|this|your] (booking|reservation|appointment)
    (i|we) (can|could) (book|reserve|schedule|arrange) [it|that|one|this|you|a|an|the] ~ (if you|for you|would you|shall)
    (happy|glad|able|love|can help you) to (book|reserve|schedule) [it|that|one|this|you|a|an|the]
    (how|what) about (i (get|book|reserve|buy)|booking|reserving|getting you|getting|a reservation|tickets|an appointment)
    ^ [so|then] (book|reserve|schedule) [it|a|the|an|tickets|that|you] [table|room|appointment|ticket|tickets|now|one] $
    then you (should|could) (book|reserve)
    (i|we) (can|could) (fit|squeeze|slot|pencil|get) you (in|down)
    (i|we) [still] have ~ (am|pm) ~ (free|available|open|left)
    (i|we) have (a slot|an opening|a spot|a gap|space|room|slots|openings) (for|at|on|tomorrow|today|free|left|available|monday|tuesday|wednesday|thursday|friday|saturday|sunday)
    would ~ ~ ~ suit you
  `,
  "offer:purchase": `
    (should|shall|can|could|may) (i|we) [now|go ahead and|proceed to|also|please|just|proceed and|help you] (buy|purchase|order|place|rent|process|send it off|submit|charge|ring|complete|check you out|finish|send (it|that|this) [off|over|in]|get you started|add (it|that|this|one|a|an|the|some|two|#number|any)|get you (the|one|some|it|that|started))
    (would you|do you|will you|^ wanna|^ want|^ like|did you|are you willing|are you interested|would you be) [like|want|care|wish|prefer|need|interested|willing|able] [me|us] [to|in] [to] [now|go ahead and|also|continue|proceed|go ahead with] [to|and] (buy|purchase|order|rent|place [an|the|your] order|check out|checkout|pay|complete|subscribe|upgrade|add|proceed to (pay|payment|checkout)|donate|donating|give|contribute|make a (donation|purchase|payment|contribution)|buying|purchasing|ordering|renting|proceed with the (purchase|payment|order))
    (would you|do you) (like|want|care for) (one|some|anything) [of|to order|to drink|else|$]
    (ready to|interested in|like to proceed with|proceed with) (order|ordering|buying|buy|purchase|purchasing|check out|pay|the payment|the order|the purchase|your order|this purchase|donating|making a (donation|purchase))
    (before|can|shall) i (send|submit|place|finish|finalize) (it|this|that|your order|the order) [off]
    (how much|what amount) (would you|do you|are you) [like|want|willing|wish] [to] (donate|give|contribute)
    (should|shall|can|may|want me to|like me to|do i) [i|we] (send|give|text|email) [you|over] (the|a|our) [secure] (payment link|checkout link|link to pay|invoice|payment details|bank details)
    (would you|do you) [like|want] to (sign up|join|enroll|enrol|register|upgrade|get started|take it|go ahead with it)
  `,
  request: `
    [please|kindly|just] let (us|me) know (which|what|when|where|who|your|the|whether|how many|how much|how long|if you (would|want|are|can|prefer|like)|if (that|this|it) (works|suits|is (ok|fine|good)))
    (please|kindly) [also|just] (send|share|provide|confirm|specify|indicate|choose|forward|attach|reply with|give (us|me)|tell (us|me)|dm me|message me) [us|me|over|along|to us|to me] [with] (your|the|a|an|some|more|which|what|when|where|how|any|that|this|these|it|both|us|me|if|details|following|#number)
    (please|kindly) [also|just] pick (a|an|one|your|the|which|any)
    (send|share|give|tell) (us|me) (your|the|a photo|a picture|a screenshot|some|more|which|what|when|where) 
    (i|we) [will|just|only|also|still] (need|require) (your|to know|the (name|number|date|address|details)|a (photo|picture|screenshot|deposit)|some (more info|more information|info|information|details))
  `,
  "not:request": `
    let (us|me) know what (else|we can)
    (send|drop|write|shoot) [us|me|them|our team] (an|a) [quick|private|direct] (email|mail|message|dm|note|line|ticket)
    (create|open|submit|file|raise|fill) [out|in] (a|an|the|this|our|your) [support|help] (ticket|request|case|form)
    (email|call|dm|visit|contact) (us|our|the|them) ~ (at|on|via|through|using|here)
    (give|share) (us|your) [some] (feedback|rating|review|a call|a shout|a ring)
    (send|share|give|tell) (us|me) (the|some|your) (love|feedback|review)
  `,
  "offer:other": `
    there is also [a|an|the] ~
    (there are|i have|we have|i found|we found) [also] (#number|two|three|several|a few) [good|nice|other|more|available] (flights|options|rooms|tables|slots|hotels|apartments|houses|restaurants|shows|movies|events|models|sizes|colors|colours|packages|places|trains|buses|cars|units|spots|openings)
    (how about|what about|i recommend|we recommend|i suggest|i would suggest|i would recommend|you may like|you might like|you could try|may i suggest|can i suggest|might i suggest)
    (there is|there are|i found|i have found|we found|i see|i have|we have|i was able to find|you have) [a|an|one|two|three|#number|several|also|some|many|about|around|over] [#number|good|nice|great|other] ~ (called|named|options|available|matches|results|choices|that match|that matches|which|nearby|near you|in stock|from|at|for you|starting)
    would you (consider|choose|go with)
    (would you|do you) (like|want|prefer|care) [to] [me] [to] (see|hear|know|check|look at|have a look|search|look|watch|listen|try|more|find|choose|go with|consider|view|visit|play)
    (which|what) (one|option|of these|of those|would you|do you) [would|do|you] [you] [like|prefer|want]
    (does|will|would|how does|is) (that|this|it|one of these|any of these|either|they) (work|works|sound|sounds|interest|suit|ok|good|be] [for] [you|good|ok|fine|alright]
    (we|i) can (offer|give|provide) [you]
    (we|i) can do (is|it|that|this|a|an|#money|#number|you|both|for)
    (special|limited|exclusive) (offer|deal|price|discount)
    (is it|are you) (ok|good|fine|interested)
  `,
  cannot_resolve: `
    (that is|it is|this is|thats|its) not (something|anything|possible|a thing|our|in our|within our|under our|up to us|for us) [we|i|that we|for us|department|area|control|hands|on our (end|side)]
    (not|is not|are not|was not) (possible|doable|feasible|allowed|permitted) (for us|on our (end|side)|here|at this (time|point|office|branch|location)|with us|from our side|from our end|sir|ma'am|maam|madam|unfortunately|$)
    (not|is not|are not) (in|within|under) (our|my) (hands|control|power|scope|authority)
    (beyond|outside|out of|past|pass) (us|our (control|hands|scope|power|reach|area|authority|remit|capacity|expertise|coverage)|my (control|pay grade|authority))
    (nothing|not much|little) [else|more] [that] (we|i) can do
    (there is|theres) nothing [else|more] (we|i|to be) 
    (can not|cannot|could not|will not be able to|not able to|unable to) be (refunded|changed|exchanged|done|cancelled|canceled|moved|transferred|reversed|fixed|repaired|waived|returned|extended|arranged|modified|guaranteed|accommodated)
    (we|i|i am afraid we) (can not|cannot|will not be able to|are not able to|would not be able to|are unable to) [really|unfortunately|actually|do] (accommodate|help|assist|do (it|that|this|them|those)|offer|refund|change|waive|take (that|it|this|on)|fix|guarantee|give|extend|match|provide|promise|move|squeeze|fit|arrange|go|handle|service|cover|process|make that|release|advise|diagnose)
    (we|i) (are|am) not (licensed|authorised|authorized|allowed|permitted|certified|qualified|insured|equipped|able|trained|in charge|the right) 
    ^ not (licensed|authorised|authorized|allowed|permitted|certified|qualified|insured|equipped|trained) (for|to)
    (against|per|as per|due to|because of) (our|company|airline|store|shop|clinic|the) [company|store|strict] (policy|policies|rules|protocol)
    (you would|you will|you|you have|you should|best to|please|better) [have|need|got|gotta|want] [to|got to|gotta] (raise|take|bring|report|address|file|escalate) (it|that|this) [up] (with|to)
    you (gotta|have to|need to|got to|must|will need to|will have to|would have to|would need to|should) (call|contact|ask|speak to|speak with|talk to|reach out to|go to|see) (the|your) ~ (utility|admin|bank|manufacturer|airline|provider|insurance|insurer|landlord|council|authority|police|embassy|hospital|doctor|agency|supplier|courier|carrier|office)
    (we|i) (do not|dont) (touch|service|work on|deal with|handle|cater to|cover) [that|those|them|any|these|it|gas|electrical]
    (not|is not) (our|my) (department|area|job|field|specialty|speciality|responsibility|call|decision)
    (do not|dont) know (about|how|that one|this one|the answer|what to (do|say))
    (not|am not|are not) [too|so|really|quite|100|entirely] sure (about (that|this|it)|on that|how to|what to|if (we|i|they) can|of that)
    (will|have to|need to|let me) [just|also] (forward|pass|escalate|raise|refer|transfer|hand) (it|this|that|you|your (case|concern|question|request|message)) [on|over|along|up] to [the|our|my|a|another] ~ (team|manager|department|supervisor|owner|office|colleague|agent|management|specialist|boss|person)
    (i|we) [am|are|was|were] [really|very|so|truly|do|afraid] [sorry|afraid|unfortunately|unable] [but] [i|we|that i] (can not|could not|am not able to|are not able to|am unable to|are unable to|do not know how to|was unable to|were unable to|was not able to|were not able to|am not sure how to|do not have access|do not have the (information|answer|ability|permission)|do not understand|did not understand|did not get that|did not catch that|do not know) [help|assist|do|answer|find|process|complete|understand|with|that|access]
    (unable|not able) to (help|assist|do|answer|process|complete|resolve|access|find|understand|locate|book|reserve|make|place|perform)
    (beyond|outside|out of) my (ability|abilities|scope|control|capabilities|hands|knowledge)
    (can not|can only) (help|assist) [you] with [that|this]
    (did not|do not|not sure i|could not) [quite] (understand|get|follow|catch) [that|what|you|your]
    (only|just) a (bot|virtual assistant|chatbot|machine)
    (could not|can not) (help|answer|do that|resolve|complete|process|make|book|find|perform|place)
    (not|nothing|is not|isn not) [really] [something|anything|a thing] (i|we) (can|could|am able to|are able to|am allowed to) (help|assist|do|answer|share|offer)
    (not|am not) [quite|really] sure [that] [i|we] [quite] (understood|understand|follow|followed|got|get) [that|you|what|your]
    (could|can|would) you [please|maybe] (rephrase|say that (again|another way)|put it (differently|another way))
    (i|we) do not [currently|really] have (access|any information|information|the information|permission) [to|about|on|for]
  `,
  failure: `
    (unable|unavailable|failed|fail|failure|unsuccessful|unsuccessfully|error|declined|rejected|impossible|unfortunately|sadly|regrettably)
    (not|never) (able|yet|been|be|made|booked|reserved|confirmed|done|a success|successful|get|find|find any)
    nothing
    ^ [ok|great|confirmed|done] (the|your|an|this) event (is|has been|was) [now|successfully] (added|on your|scheduled|created|set)
    (could|can|did|has|have|was|were|is|are|do|does|will|would) not
    (problem|issue|trouble|hitch|difficulty) (with|in|while|booking|making|processing|placing)
    (not|no longer) (available|possible|booked|reserved|confirmed|complete|completed|successful|go through|able)
    (fully booked|sold out|no availability|no tables|no rooms|no openings|no seats|out of stock)
    (did not|does not|not) (go|work|went|gone) [through|out]
  `,
  condition: `
    (once|if|when|after|until|unless|before|as soon as|in case|whether|make sure|ensure) ~ (confirmed|booked|placed|reserved|confirm|paid|complete|completed|scheduled|booking|order|processed|made|received)
    (want|wanted|wish|like|shall|should|trying|need|proceed|willing|before|please|can|could|may|happy|ready|help|requested|wanting) [me|i|us|we|you|that] [to] [now] [go ahead and] (book|reserve|schedule|order|buy|purchase|confirm|place|make|rent|verify)
    (to|will) be (confirmed|booked|reserved|scheduled)
    (before|until|once|if|after) (i|we|you|it|that|this|they) ~ (send|sent|place|made|order|confirm|submit|finalize|book|pay|check|get|give|look|is)
    (is|does|do|are) [that|this|it|these|everything] [all] (correct|right|ok|look|sound)
    (please|kindly|^ to|just|just to|need to|like to|want to|could you|can you) (confirm|verify|double check|review|check) [that|the|if|your|these|following|this|it|details|all]
    ^ [so|ok] (you want|you would like|you wish|you need|you are looking|so you)
  `,
  confirming: `
    (confirm|confirming|confirmation|verify|verifying|double check|make sure|ensure|clarify)
    ^ [so|ok|alright] (you want|you would like|you wish|you need|you wanted) (me|to|a|an|#number|the)
    (correct|is that correct|is this correct|that right|this right) $
  `,
  unrelated: `
    (play|plays|playing|played|stream|streaming|streamed|pause|paused|rewind)
    (to|on|in|from|check|checked) [your|the] (calendar|playlist)
    (calendar|recipient|recipients|alarm|alarms|reminder|timer|volume|lights|thermostat|playlist)
    (scheduled|empty|available|free) (events|event|slots|slot)
    (events) (scheduled|on|at)
    (transfer|transferred|wire|wired|sent|send|sending|request|requested) [of|for|the] [#money] [#number|money|payment|the money]  (to|from) (your|his|her|my|the|their)
    (payment|transfer|transaction|money) [request] <been> [made] [successfully|publicly|privately] (made|sent|transferred|requested|public|private)
    (payment request|money transfer|balance is|account balance|shared your location|location <been> shared)
    (message|text|email|location) <been> [successfully] (sent|shared)
    (song|track|movie|video|film|music) ~ (starting|started|begun|begin)
  `,
  "not:conversion": `
    (quote|quotation|estimate|proposal|report|answer|reply|response|result|results|invoice|contract|menu|list|update|information|info|details|photos|pictures|draft|refund|feedback|news|catalog|catalogue|feature|version|link|form)
  `,
  "not:failure": `
    (no|not a) (problem|worries|issue|trouble|bother)
    (no problem at all|no trouble at all)
  `,
};
