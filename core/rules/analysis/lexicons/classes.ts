/** Groups of words that patterns name as <group>. */
export const classes: Readonly<Record<string, string>> = {
  we: "i|we",
  will: "will|shall|am going to|are going to|is going to|would|can",
  want: "want|need|wish|would like|would love|would want|like|am looking|are looking|was hoping|was wanting|intend|plan|am trying|have|prefer|am planning|are planning|am ready|are ready|would prefer|am interested in|have decided",
  book: "book|reserve|schedule|rebook|pre book",
  booking:
    "booking|reservation|appointment|table|seat|seats|spot|slot|room|rooms|ticket|tickets|visit|session|consultation|ride|cab|taxi|flight|hotel|trip|stay|house|apartment|viewing|tour|class|haircut|massage|facial|checkup|cleaning|bus|train|car|event|show|place|schedule",
  been: "is|are|has been|have been|was|were|has|have|is now|are now|is all|are all|has now been|have now been|has successfully been|have successfully been|been|has been successfully|have been successfully|was successfully|were successfully|is successfully|is already|has already been|are already|has just been|are officially|is officially|has been fully|is been|is has been|got|is officially now",
  buy: "buy|purchase|order|get|rent|acquire",
  goods: "order|purchase|product|item|package|parcel|delivery|ticket|tickets|subscription|plan",
  please: "please|kindly|po|pls",
  a: "a|an|the|my|our|your|this|that|these|some|any|one|two|three|#number|another|his|her|their",
  person:
    "human|person|agent|agents|representative|rep|reps|operator|someone|somebody|anyone|anybody|someone else|somebody else|staff|manager|supervisor|advisor|adviser|specialist|human being|real person|live agent|people|employee|assistant|assistants|attendant|live person|actual person|real human|actual human|live human|live rep|support agent|team member|sales person|salesperson|colleague|executive|person from|your team|one of your team|humans|worker|cleaner|cleaners|member of staff",
  kind: "real|live|actual|human|customer|free|sales|different|another|support|proper|more senior|genuine|care|service|customer service|customer support|normal|regular|bank|hotel|physical|living|available|senior|actual live|other|damn|bloody|fucking|goddamn|freaking|qualified|trained|local|",
  rude: "fucking|bloody|damn|goddamn|freaking|frigging|fuckin",
};
