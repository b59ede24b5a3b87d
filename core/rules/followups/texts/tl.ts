import type { Wordings } from "./situation.ts";

/** Taglish as businesses write it in chat, with `po`. Without a name the greeting is "Hi po". */
export const tagalog: Wordings = {
  promise: [
    "Hi {{first_name|po}}, sabi ko po “{{promise|babalikan ko kayo}}”, at hindi ko po nakakalimutan. Salamat po sa paghihintay!",
    "Hi {{first_name|po}}, may utang pa po akong sagot sa inyo. Sabi ko po “{{promise|babalikan ko kayo}}”. Pasensya na po sa paghihintay, at maraming salamat!",
  ],
  ghosting: [
    "Hi {{first_name|po}}, gusto ko lang pong malaman kung natanggap ninyo ang last message ko. May maitutulong po ba ako?",
    "Hi {{first_name|po}}, wala pong pagmamadali. Kung may tanong pa po kayo, mag-reply lang po dito at tutulungan ko kayo agad.",
  ],
  undecided: [
    "Hi {{first_name|po}}, hindi po talaga madaling pumili. Gusto po ba ninyong tingnan natin ang options nang magkasama?",
    "Hi {{first_name|po}}, nag-iisip pa po ba kayo? Sabihin lang po ninyo kung ano ang pinakamahalaga sa inyo at magmumungkahi ako ng bagay sa inyo.",
  ],
  disengaged: [
    "Hi {{first_name|po}}, sana hindi po ako masyadong makulit. Ano po ang gusto ninyong malaman ngayon?",
    "Hi {{first_name|po}}, kung hindi po convenient ngayon, sabihin lang po ninyo kung kailan mas okay. Tutulungan ko po kayo.",
  ],
  reminder: [
    "Hi {{first_name|po}}, gusto ko lang po kayong kumustahin. Kumusta na po?",
    "Hi {{first_name|po}}, nangungumusta lang po ulit. May kailangan po ba kayo sa amin?",
  ],
  custom: [
    "Hi {{first_name|po}}, kumusta po? May maitutulong po ba ako sa inyo?",
    "Hi {{first_name|po}}, isang paalala lang po mula sa amin. Kung may kailangan kayo, nandito lang po kami.",
  ],
  abandoned_booking: [
    "Hi {{first_name|po}}, mukhang hindi pa po tapos ang booking ninyo. Gusto po ba ninyong ituloy ko na para sa inyo?",
    "Hi {{first_name|po}}, bukas pa po ang booking ninyo. Kung may hindi po malinaw o hindi gumana, sabihin lang po at aayusin ko.",
  ],
  quote_sent: [
    "Hi {{first_name|po}}, natingnan na po ba ninyo ang quote na pinadala namin? Sasagutin ko po ang kahit anong tanong ninyo.",
    "Hi {{first_name|po}}, may gusto po ba kayong baguhin sa quote? Sabihin lang po at titingnan natin kung ano ang magagawa.",
  ],
  no_show: [
    "Hi {{first_name|po}}, hinintay po namin kayo! Sana okay lang po ang lahat. Gusto po ba ninyong mag-set ng ibang schedule?",
    "Hi {{first_name|po}}, welcome pa rin po kayo sa amin. Sabihin lang po kung anong araw ang okay sa inyo at hahanapan ko kayo ng bagong oras.",
  ],
  post_purchase_check_in: [
    "Hi {{first_name|po}}, maraming salamat po ulit sa pagpili sa amin! Okay po ba ang lahat?",
    "Hi {{first_name|po}}, gusto po naming malaman kung kumusta ang experience ninyo. May mapapabuti pa po ba kami?",
  ],
  win_back: [
    "Hi {{first_name|po}}, matagal-tagal na rin po at naalala namin kayo. Kumusta na po?",
    "Hi {{first_name|po}}, lagi po kayong welcome sa amin. May magagawa po ba kami para sa inyo?",
  ],
};
