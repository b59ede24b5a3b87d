import type { Wordings } from "./situation.ts";

/** Every variable that may be unknown has a fallback: a text always reads right, also when nobody completes it. */
export const english: Wordings = {
  promise: [
    "Hi {{first_name|there}}, I told you “{{promise|I'll get back to you}}”, and I haven't forgotten. Thank you for your patience!",
    "Hi {{first_name|there}}, I still owe you an answer: I wrote “{{promise|I'll get back to you}}”. Sorry for the wait, and thank you for bearing with me.",
  ],
  ghosting: [
    "Hi {{first_name|there}}, I just wanted to see whether my last message reached you. Is there anything I can help you with?",
    "Hi {{first_name|there}}, no rush at all. If you still have a question, just reply here and I'll gladly pick it up.",
  ],
  undecided: [
    "Hi {{first_name|there}}, choosing isn't always easy. Would it help if I went through the options with you?",
    "Hi {{first_name|there}}, are you still weighing your options? Tell me what matters most to you and I'll suggest what fits best.",
  ],
  disengaged: [
    "Hi {{first_name|there}}, I hope I haven't sent you too much. What would be most useful for you to know right now?",
    "Hi {{first_name|there}}, if this isn't a good moment, just tell me when suits you better. I'm happy to help then.",
  ],
  reminder: [
    "Hi {{first_name|there}}, I wanted to get back in touch with you. How are things on your side?",
    "Hi {{first_name|there}}, just checking in with you once more. Is there anything you need from us?",
  ],
  custom: [
    "Hi {{first_name|there}}, I wanted to check in with you. Is there anything I can help you with?",
    "Hi {{first_name|there}}, just one more quick note from us. If you need anything, we're here.",
  ],
  abandoned_booking: [
    "Hi {{first_name|there}}, it looks like your booking isn't finished yet. Shall I complete it for you?",
    "Hi {{first_name|there}}, your booking is still open. If something was unclear or didn't work, tell me and I'll sort it out.",
  ],
  quote_sent: [
    "Hi {{first_name|there}}, have you had a chance to look at the quote we sent? I'm happy to answer any question about it.",
    "Hi {{first_name|there}}, would you like anything changed in our quote? Just tell me and I'll see what we can do.",
  ],
  no_show: [
    "Hi {{first_name|there}}, we missed you! I hope everything is all right. Would you like to find another time?",
    "Hi {{first_name|there}}, you're still welcome. Tell me which day suits you and I'll find you a new time.",
  ],
  post_purchase_check_in: [
    "Hi {{first_name|there}}, thank you again for choosing us! Was everything as you expected?",
    "Hi {{first_name|there}}, we'd love to hear how it went. Is there anything we can do better?",
  ],
  win_back: [
    "Hi {{first_name|there}}, it's been a while and we've been thinking of you. How have you been?",
    "Hi {{first_name|there}}, you're always welcome with us. Is there anything we could do for you?",
  ],
};
