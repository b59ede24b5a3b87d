/** Tagalog and Taglish turns of phrase by tone; a phrase stands for all its words. */
export const tagalogTonePhrases: Readonly<Record<string, string>> = {
  "tone:3": `
    (sobrang|napaka|super|ang|grabe) (ganda|galing|bait|bilis|sarap|sulit|saya|nice|good|cute|worth it|solid|satisfied)
    (ang|sobrang|grabe) ganda (talaga|sobra|grabe|nya|niya)
    (worth|sulit) (it|na sulit|ang bayad|bayad|ang pera|talaga|sya|siya|naman|po|sa presyo)
    (highly|super) (recommended|recommend|satisfied)
    (walang|wala) (masabi|ako masabi|akong masabi|kapantay|reklamo|naging problema|problema)
  `,
  "tone:2": `
    (oorder|order|bibili|bili|uulit|orders|buy|balik) [na|po|pa|ako|ko] [po|ako|uli] (ulit|uli|again|pa ako|pa ko)
    (hindi|di|not) [po|naman|sya|siya|ako] (nagsisi|sayang|nakakapagsisi|masama|pangit|panget|disappointed|nadisappoint|mahal|nagkamali|napahiya|basta basta)
    (wala|walang) [po|naman|namang|pong|ni] (sira|damage|problema|gasgas|basag|reklamo|issue|kulang|defect|hassle)
    (maraming|madaming|many|daming) (salamat|thanks|thank you) 
    (good|ok|maganda|nice|maayos|great|goods|okay) [na] (quality|condition|packaging|naman|ang quality|yung quality|product|seller|item)
    (maayos|mabuti|mabilis|ayos) [ang|yung|ung] (pagkaka|packaging|pagkabalot|delivery|dumating|kausap|naman|ang|na dumating)
    (gumagana|working) (naman|po|sya|siya|ng maayos|lahat|na maayos)
    (nagustuhan|gustong gusto|gusto|love|bet) (ko|namin|ng|nila|na gusto|ko to|ko ito|ko sya|ko siya)
    (thank you|thanks|salamat) [po] (seller|shopee|sa seller|kuya rider|sa uulitin|ulit) 
    ang (bilis|bait|sarap|galing|saya|gaan|lambot|tibay|mura|linaw|cute)
    (keep it up|more power|god bless|ingat po|stay safe) 
    (legit|authentic) (na|seller|po|to|siya|sya)
    (sa uulitin|bilis dumating|mabait [ang|si|yung] (rider|seller|kuya|delivery))
    (nawala|wala na|gumaling) [na] [yung|ang] sakit
    ang (galing|husay|bait|linis|bango|lambot|ayos) (ng|nung|niyo|mo|nila|ni)
    (pumasa|nakapasa) [na] (ako|kami|sa)
    parang (bago|bagong bili|brand new)
    (di|hindi) na [po] [siya|kami|ako] (takot|natatakot|sumasakit|masakit)
    (hindi|di) [po] (kami|ako) nagkamali
  `,
  "tone:1": `
    (ok|okay|okey|pwede|goods|oks) [na] (naman|nman|na rin|narin|rin|din|sya|siya|for the price|para sa presyo|sa presyo)
    (pwede|puwede|okay|ok) na (rin|din|pwede|yan|to|sya)
    (hindi|di) (na|naman) (masama|lugi)
    (for|para) [the|sa] (price|presyo) 
    (ganda|maganda|ok|okay|goods|nice) (naman|nman|din|rin|sana)
    sana (all|tumagal|magtagal|tumibay)
    (nakuha|natanggap|nareceive|na receive|dumating) (ko na|na po|na|ko|ng maayos|in good condition)
  `,
  "tone:0.4": `
    (salamat|thank you|thanks) [po|sir|maam|boss]
    (sakto lang|so far so good|so far|ok lang|okay lang|pwede na)
  `,
  "tone:0": `
    (pag|kapag|kung) (maganda|ok|okay|sira|mali|kulang)
    (gusto|want|gusto kong|gusto ko|nais|gusto sana) (kong|ko po|ko sana|ko pong|namin|ko mag|po naming|malaman|mag|magpa|umorder|bumili|itanong)
    (magandang|good) (umaga|hapon|gabi|araw|tanghali|am|pm)
    (mahal|minamahal) (kong|na customer|naming)
    (pwede|puwede) [po|ba|bang|pong|pa|ko|ba akong|po ba|po bang]
    (iba|ibang) (pa|kulay|size|design|paraan)
    (magkano|magkanu) [po|ba|lang]
    (pinaka|mas) mura
    (late|male late|malelate|maleleyt) [po|lang] (ako|kami)
  `,
  "tone:-1": `
    (kaso|kaya lang|pero) [lang|nga|nga lang|lng] (matagal|maliit|manipis|malaki|may|medyo|wala|walang|hindi|kulang|mali|iba|ang)
    may [na] (amoy|punit|butas|sira|damage|bakas|mali|defect)
    sana (naman|ayusin|mapalitan|palitan|inayos|nilagyan|chineck|di|hindi|binalot)
    (ok|okay|maganda|ganda|nice|good|goods) [na] [po] sana
    (hindi|di|not) [po|naman|nmn|ko|sya|siya|man lang|pa|na|masyado|gaano|gaanong|masyadong|ganon|ganun|kasing] (maganda|ganda|malinaw|pantay|kasya|kumpleto|complete|naka|malakas|matibay|sakto|tugma|same|ganun|nakabalot|bagay|makapal|original|orig|legit|kagandahan|tumatagal|nagtagal|kita|ma|nasunod|ok|okay|maayos|nagamit|magamit|tulad|katulad|gaya|gusto|nagustuhan|yung|makita|binigay|kasama|satisfied|pwede|dumikit|tama|nabuksan)
    (kulang|kulangg) (ng|po|ang|sa|yung|ung|ang|isa|pa|ng isa|dumating|nareceive)
    (iba|ibang|mali|maling|wrong) [po] (yung|ang|ung|kulay|color|size|item|dumating|binigay|pinadala|pinadeliver|naman|na dumating|order|sa order|design|dineliver|naideliver|naibigay|sa picture|sa pic|sa inorder|inorder|pinili)
    (bakit|bat) (po|ganun|ganon|ganito|hindi|wala|walang|iba|kulang|isa|ang|ako|ba|naman)
    (asan|nasaan|saan) (na|na po|na ang|na yung) 
    (kailan|kelan) (pa|pa po|pa ba|po ba|ba) [po] [ba] 
    wala (pa|pa po|pa rin|paring|pa ring|pong|akong|po|akong natanggap|kasamang|ng|yung|syang|siyang) 
    (nasaan|ano) na
    (lang|only) ang (dumating|gumagana|okay|ok|maganda)
    (madaling|madali|mabilis|dali) [lang] [na] (masira|matanggal|malobat|maubos|mapunit|nasira|ma)
    di (gaano|ko gusto|siya gumagana|sya gumagana)
    (so so|pwede na pag tyagaan|pagtyagaan|pagtiyagaan|tiis)
  `,
  "tone:-0.5": `
    medyo (matagal|maliit|manipis|malaki|masikip|maluwag|mahina|malabo|kulang|mahal)
    may (konting|gasgas|yupi|dumi)
    sana (next time|sa susunod|po|nyo|niyo|check|mas|mag)
    (next time|sa susunod)
  `,
  "tone:-2": `
    (hindi|di|ayaw|hnd|not|ndi) [po|naman|nmn|ko|na|pa|rin|pa rin|sya|siya|man lang|lahat|sila|kayo|niyo|nyo] (gumagana|gumana|gumagana|umiilaw|magamit|nagana|mag on|magbukas|nag on|nagchacharge|nag charge|nagcharge|nagrereply|nagreply|nag rereply|nag reply|nagreresponse|sumasagot|sumagot|pinapansin|pinansin|dumating|dumarating|nakarating|nareceive|natanggap|tinatanggap|working|worth|recommended|recommend|maayos|nakakatuwa|tugma|sumusunod|binalik|nirefund|pumapasok|maka|makontak|makausap|ma contact|tumatawag)
    (ang|sobrang|napaka|grabe|super|grabeng) (tagal|pangit|panget|bagal|nipis|baho|mahal|laki|liit|dumi|hina|sungit|labo|sama|sikip|kati|disappointed|sakit|hassle)
    (sayang|nasayang|sinayang|tapon) [lang|po|naman|ang|yung|ung|lng] [ang|yung] (pera|bayad|oras|pagod|binayad|pinambili|pera ko|hintay|paghihintay|antay)
    (walang|wala) [po|man lang|na|naman|kayong|manlang] (kwenta|kuwenta|silbi|saysay|gamit|modo|respeto|laman|response|reply|sumasagot|sagot|nagrereply|pakialam|hiya|balot|tunog|ilaw|lasa|epekto|kasama|bubble wrap|consideration|action|aksyon|nangyari|nangyayari)
    (wag|huwag) (na|niyo|nyo|kayo|na kayo|na po|na po kayo|na lang) ~ (bumili|bili|umorder|order|bibili|mag order|magtiwala|oorder|kayo)
    (may|merong|my|maraming|andaming|daming|ang daming) [po] [mga|na|isang|isa] (sira|damage|basag|punit|butas|defect|reklamo|problema|amag|kalawang|uod|ipis|bitak|crack)
    (kelan|kailan|hanggang kailan) (pa|pa ba|pa po ba|niyo|nyo|ba) ~ (darating|ide|ibibigay|mag|ma|aayusin|babalik|maghihintay)
    (hanggang ngayon|ilang araw na|ilang buwan na|ilang linggo na|ilang oras na|isang linggo na|ilang beses) [wala|hindi|po|pa rin|na|ko]
    (kanina pa|kahapon pa|noong isang linggo pa|nung lunes pa|last week pa|matagal na) [po] (ako|kami|kong|akong|po|naghihintay|nag|hindi|wala)
    (naghihintay|nag aantay|nag hihintay|naghintay|nakapila|umaasa) (pa rin|parin|pa|ako|lang|na|kami)
    (hindi|di) (na|ko na|na ako|na po ako) [ako|po|ko] (uulit|bibili|oorder|babalik|mag|u order|irerecommend)
    (ibalik|balik|refund|i refund|isauli) [nyo|niyo|ang|na] [ang|na] (pera|bayad|pera ko|po ang)
    (ano ba yan|ano ba to|ano ba ito|ano ba naman|anyare|grabe kayo|kainis|kaasar|kaloka|hay naku|hay nako|nakaka stress|nakaka inis|nakaka disappoint|na disappoint|nakaka dismaya)
    (isang|1|one|zero|0) (star|stars|bituin)
    (puro|lagi|palaging|laging) (paasa|sira|delay|delayed|late|pangako|reklamo|sinungaling|hindi|wala|mali)
    (niloko|niloloko|nagsinungaling|pinaasa|iniscam) (ako|kami|nyo|niyo|lang|mo)
    (tagal|katagal) (dumating|ng|naman|bago|na|ipadala|i deliver|mag|ma|pa|sobra|po)
    (lamig|malamig) na [po] [ng|yung|ang] (pagkain|food|order|kape|ulam)
    (kanina|kahapon) pa (ako|kami|po) [ako|kami] (naghihintay|nag hihintay|nag aantay|nakapila|tumatawag)
    (wala|hindi|di) pa rin (yung|ang|dumarating|dumadating|po|naaayos|sumasagot|nagrereply)
    hanggang ngayon (wala|hindi|di)
    (hay|hays|haynaku|haist) (nako|naku)
    (kailan) pa ba
    (di|hindi) na (ako|kami) (uulit|babalik|bibili|oorder)
    (ang|sobrang) (konti|unti|liit|lamig|alat|tabang|dumi)
    (mali|kulang|sira|basag|iba) (po|yung|ang) [yung|ang] (pinadala|dumating|order|nadeliver|binigay|pinadalang)
    (puro|laging|lagi) [na lang] [kayo|sila|po] (palusot|dahilan|pangako|excuse|excuses)
    (mas|lalong|lalo) [pang|pa] (lumala|nasira|sumama)
    (tumutulo|nasira|sira|tumirik|namatay|nagloko) na naman
  `,
  "tone:-3": `
    (walang kwentang|napakawalang) (seller|kausap|produkto|serbisyo|tao)
    (putang|tang|king|punyetang|potang) (ina|ina nyo|ina mo|inang)
  `,
};
