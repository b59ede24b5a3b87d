/** What businesses say in Tagalog and Taglish. Labels as in English. */
export const tagalogBusiness: Readonly<Record<string, string>> = {
  "conversion:booking": `
    (na|naka|nai|napa) (book|reserve|schedule|sched|confirm|booked|reserved|confirmed) (na|ko|po|ko na|na po|namin|na namin|ka|kayo|ka na|kayo na) [po|na|ang|yung|kayo|ka|namin]
    (nabook|nareserve|naschedule|nakabook|nakareserve|nakaschedule|nakasched|naibook|naireserve|naconfirm|nakalista|naka schedule|naka reserve|naka book|booked na|reserved na|confirmed na|scheduled na|kumpirmado na|na confirm na) [na|po|ko|namin|ka|kayo]
    (confirmed|booked|reserved|scheduled|kumpirmado) (na|po|na po) [ang|yung|kayo|na|ka] [inyong|iyong|appointment|reservation|booking|table|room]
    (appointment|reservation|booking|table|room|slot|schedule) (nyo|niyo|mo|ninyo|po|po ninyo|ko) [po|ay|is] [ay|na|is] [na] (confirmed|booked|reserved|kumpirmado|nakareserve|naka reserve|naka book|set na|scheduled)
    (see you|kita kits|hintayin|aasahan|inaasahan) [po|ka|kayo|namin|ko] [po|namin|kayo|ka] (bukas|sa|mamaya|on)
    (naka lista|nakalista|nailista|nailista ko) na [po] [kayo|ka|namin]
  `,
  "conversion:purchase": `
    (natanggap|nareceive|na receive|received|narecieve) [na|po|ko|namin|na po] [na|po|namin|ang|yung] [namin|po|ang|yung] (bayad|payment|order|inyong bayad|inyong order|bayad nyo|bayad niyo|payment nyo|payment niyo|downpayment)
    (confirmed|placed|processed|na process|naprocess|kumpirmado|na confirm|naconfirm|na place|naplace|pasok na|pumasok na) [na] [po] [ang|yung] (order|payment|bayad|inyong order|purchase|iyong order)
    (order|bayad|payment) (nyo|niyo|mo|po|po ninyo|ninyo|no|number) [po|ay|is] [ay|na|is|na po] (confirmed|processed|processing|received|naprocess|kumpirmado|on the way|papunta|ginagawa|inihahanda|ready|ipapadala|idedeliver|pinadala|na confirm|nareceive|natanggap)
    (naorder|na order|inorder|nai order|nabili|binili) (na|ko na|na po|namin na|ko na po)
    (salamat|thank you|thanks) [po] (sa|for) [inyong|iyong|pag] [your|order|bili|purchase|pagbili|pag order]  (order|pagbili|pag order|purchase|pagorder)
    (ipapadala|ide deliver|idedeliver|i deliver|ishi ship|isi ship|i ship|dadating|darating|papadala) [na|po|namin|ko] [po|na|ang|yung|namin] [ang|yung|inyong|iyong] (order|parcel|item)
    (inihahanda|ginagawa|niluluto|pinapack|pini prepare) [na|po|na po] [namin] [ang|yung] [inyong|iyong] (order|pagkain)
  `,
  "revocation:booking": `
    (na cancel|nacancel|naicancel|nai cancel|na i cancel|kinansel|canceled|nakansela|na kansela) [na|po|ko|namin|na po|ko na|na namin] [na|po|ang|yung|namin] [ang|yung|inyong] (appointment|booking|reservation|schedule|table|room)
    (appointment|booking|reservation) (nyo|niyo|mo|po) [ay|is|po] (canceled|na cancel|nacancel|kinansel)
    (inalis|tinanggal|binura|naalis|natanggal) (ko|namin|po namin) [na] [po] (kayo|ka|ang|yung) [booking|reservation|appointment|sched|schedule|slot|sa]
  `,
  "revocation:purchase": `
    (na cancel|nacancel|naicancel|nai cancel|na i cancel|kinansel|na refund|narefund|nairefund|nai refund|na i refund|nirefund|ibinalik|naisauli|isinauli|canceled|refunded|naibalik|nabalik|na refund na) [na|po|ko|namin|na po|ko na|na namin] [na|po|ang|yung|namin] [ang|yung|inyong] (order|bayad|pera|payment|purchase)
    (order|bayad|pera|payment) (nyo|niyo|mo|po) [ay|is|po|na] (canceled|na cancel|nacancel|narefund|na refund|refunded|naibalik)
    (naibalik|ibinalik|nabalik|na refund|narefund|nairefund|nai refund) na [po] [namin] [sa inyo|sa gcash|sa account] [niyo] [po] [ang|yung] [inyong] (#number|#money|bayad|pera|downpayment|deposit|dp)
  `,
  fulfilment: `
    (na deliver|nadeliver|naideliver|nai deliver|naihatid|natanggap na|nareceive nyo|delivered|nakuha na) [na|po|na po|namin] [po|na|ang|yung|namin] [ang|yung|inyong|nyo|niyo] [order|parcel|item|package]
    (sana|hope) (nagustuhan|na enjoy|naenjoy|nag enjoy|nasarapan) (nyo|niyo|mo|po|kayo|ninyo)
    (kumusta|kamusta|musta) [po] [ang|yung] [inyong|order|naging] (experience|order|karanasan|service|item|product)
    (tapos|ayos|gawa|okay) na [po] (ang|yung) (repair|unit|gawa|serbisyo|service|sasakyan|phone)
    (salamat|thank you) [po] sa (pagbisita|pagpunta|pagdaan|pag stay|pagdalo)
    (ready|pwede|puwede) [na] [po] [na] [for|nang] (pick up|pickup|pick-up|kunin|makuha|claim) [na] (na|po)
    ready for (pick up|pickup|claim|claiming|release) na
    (luto|tapos|gawa|ayos|gumagana|ready) na (po) [ang|yung] (inyong|order|cake|unit|cellphone|laptop|damit|laba|sasakyan|aircon|niyo)
    (iniwan|naiwan|inabot|binigay) [na|po|namin|na po] [po|namin|ang|yung] [ang|yung] (parcel|order|package|item|sa (guard|kapitbahay|reception|gate))
  `,
  "offer:booking": `
    (gusto|nais|want) [nyo|niyo|mo|po|ninyo|nyo po|mo ba|nyo po ba|niyo po ba|po ba ninyo|po ninyo|mo bang|nyo bang] [po|ba|bang|na] [po|bang|ba] [mag|magpa|pa|i|na i] (book|reserve|schedule|appointment|magpabook|magpareserve|magpaschedule|ibook|magbook|pareserve|pabook|mareserve)
    (ibook|i book|reserve|i reserve|ireserve|i schedule|ischedule|book|sched|iset|i set|i confirm|confirm) (ko|na|namin|ko na|na namin|po|na po|ko na po|natin|na natin) [na|po|ba|kayo|ka|ang] [ba|po]
    (pwede|puwede) [ko|po|namin|kong|naming] [na|po|ba] [po|kayong|kang|bang] (ibook|i book|i reserve|ireserve|ischedule)
    (may|meron|mayroon) [pa|po|pa po|po kaming|kaming|tayong] [po|pa|pang] [available|bakanteng|bakante] [na|pang|pa] (slot|slots|bakante|sched|schedule|vacant|appointment)
    (ibook|i book|ireserve|i reserve|isched|i sched|ischedule|ilista|i lista) (na|ko|natin|namin) [ko|na|po|natin] [na|po] (ba|kayo|ka)
  `,
  "offer:purchase": `
    (gusto|nais|want) [nyo|niyo|mo|po|ninyo|nyo po|mo ba|nyo po ba|niyo po ba|po ba ninyo|mo bang|nyo bang|mo na bang|nyo na po bang] [po|ba|bang|na] [po|bang|ba] [mag|i|na] (order|umorder|bumili|bilhin|kunin|avail|orderin|i order|mag avail|checkout|mag order|magbayad|ituloy)
    (iorder|i order|orderin|proceed|itutuloy|ituloy|process|i process|iprocess|kunin|pack|i pack|ship|i ship) (ko|na|namin|ko na|na namin|nyo na|niyo na|po|na po|natin|nyo|niyo|mo|mo na) [na|po|ba|natin|ang] [ba|po|order]
    (kukunin|bibilhin|oorderin|avail|order na) (nyo|niyo|mo|na|po|nyo na|niyo na|mo na) [na|po|ba] [ba|po]
    may (iba|idadagdag|gusto|dagdag) (pa|pa po|pa po ba)
    (gusto|nais) [niyo|mo|po|ninyo|niyo po|niyo po ba] [po|ba|bang] [bang|ba] (dagdagan|magdagdag|mag dagdag|mag add|magpa add|isama|samahan|i upgrade)
    (dagdagan|idagdag|isama|i add|iadd) (ko|natin|na|namin) [na|po|natin] [po] (ba|ng|kayo)
    (go|g|push|deal) na [po] [ba] (natin|ba|ba natin|po ba|po natin)
  `,
  request: `
    (pasend|pa send|pakisend|paki send|pakibigay|paki bigay|pabigay|pakisabi|paki sabi|pakiconfirm|paki confirm|pakipili|paki pili|pahingi|pa hingi|penge|pakilagay|paki lagay|pa confirm|paconfirm) [na lang|po|na|kami|ako|lang] [po|ng|ang|yung|kami|ako|muna]
    (send|bigay|provide|confirm|sabihin|ibigay|isend|piliin) (nyo|niyo|mo|ninyo) [na lang|po|lang|na] [po] (ang|yung|ng|sa amin|kung|name|number|address)
  `,
  "offer:other": `
    (may|meron|mayroon|available) [po] [kaming|kami|tayong|pa|pa po|kami pong] [available|ibang|mga|promo|pa|ng] [na] (available|promo|options|package|design|sale|discount|stocks|stock)
    (alin|ano|anong) [po|ba|po ba|pong|ang|dito] [ang|po|sa|dito] (gusto|prefer|mas gusto|trip|kulay|size|oras|napili) [nyo|niyo|mo|po]
    (recommend|suggest|mairerecommend|marerecommend) (ko|namin|po|ko po)
    (okay|ok|pwede) [lang|na] [po|lang] (ba|sa inyo|sa iyo|sayo|kayo)
  `,
  cannot_resolve: `
    (wala|walang|wla) [na|po|na po|na talaga|talaga|talagang] [po|na|kaming|kami|akong|ako|tayong] [kaming|kami|akong|na|po|talaga|talagang] (magagawa|magawa|maitutulong|maitulong|mabibigay|maibibigay|maioffer)
    (hindi|di|dili|hnd) [na|po|na po|rin|talaga|po talaga|na talaga] [po|na|namin|ko|kami|talaga|talagang|raw|daw] [po|namin|ko|na] (kaya|kakayanin|makakaya|mahabol|pwede|puwede|allowed|possible|posible|pinapayagan|mapapagbigyan|mapagbigyan|magagawan|maaayos|masisiguro|maipapangako|ma refund|marerefund|marefund|mababago|mapapalitan) [na|po|ng|namin|talaga|yan|yun|dyan|sa amin|kasi|sis|mam|sir|$]
    (hindi|di|dili) [po|na|na po|talaga|po talaga|po kami|kami|namin|po namin|rin|na po kami] [talaga|kami|po|namin|na] (tumatanggap|gumagawa|nagre|nagrerepair|nagseservice|naghahandle|nag ooffer|nagooffer|sumasakop|humahawak) 
    (labas|wala) [na|po|na po] (na|sa|po) [sa] (kontrol|control|kakayahan|sakop|hawak|amin|saklaw|scope) [namin|na]
    (policy|patakaran) [po|na] (namin|ng|po|kasi)
    (hindi|di|dili) [po|ko|namin|ko po|po namin] [po|ko|namin] (alam|sure|sigurado|sakop|hawak|kontrolado)
    (sa|kay) ~ [po] (kayo|ka) (po|na lang|na lang po|dapat|muna) (magtanong|lumapit|tumawag|makipag ugnayan|mag inquire|magreport|mag report)
    (dili|di) [na] [namo|nako] (kaya|mahimo|madawat|mabuhat)
    (hindi|di|hnd) [po|ko|namin|ko po|po namin|ako|kami] [po|ko|namin|kayo] [kayang|kaya|po] (sagutin|tulungan|gawin|ibigay|iproseso|asikasuhin|masagot|matulungan|magawa|maintindihan|naintindihan|maibigay|maproseso|masasagot|matutulungan|mahanap|mahanapan|alam|kaya|makita|makakatulong|makatulong|ma access|ma process)
    (wala|walang) [po|akong|kaming|pong] (akong|kaming|access|impormasyon|information|kakayahan) [access|impormasyon|information|sagot]
    (bot|chatbot|virtual assistant) (lang|po lang|lang po) (ako|po ako|ito)
    (sorry|pasensya|paumanhin) [na|po|na po] [po|pero|hindi|di] (hindi|di) [ko|namin|po|kaya|namin kaya|ko po]
    (di|hindi) [ko|po|ako] [po|ko|ako] (sure|sigurado) [dyan|po|yan|ako]
  `,
  "failure:tl": `
    (hindi|di|hnd|wala|walang|ubos|sold out|fully booked|puno|full|failed|declined|pending|error|cancelled|naubusan|bawal)
    (ba|gusto|nais)
  `,
  condition: `
    (kapag|pag|kung|once|bago|pagka|upang) ~ (confirm|confirmed|bayad|nabayaran|naka|natanggap|payment|book|reserve|nareceive|na)
  `,
  "not:failure": `
    (walang|wala pong|wala naman pong) (problema|anuman|issue)
  `,
};
