/** What customers say in Tagalog and Taglish, by intent. */
export const tagalogIntents: Readonly<Record<string, string>> = {
  greeting: `
    (magandang|mgandang) (umaga|hapon|gabi|araw|tanghali)
    ^ (hi|hello|helo|hellow|kumusta|kamusta|musta|uy|hoy) [po]
    good (am|pm|eve|morning|day) po
  `,
  thanks: `
    (salamat|salamuch|maraming salamat|thank you po|thanks po|pasalamat|nagpapasalamat)
  `,
  goodbye: `
    (paalam|babay|ingat [po|kayo|ka]|hanggang sa muli|sige po bye|bye po|hanggang bukas)
  `,
  pricing_question: `
    (magkano|magkanu|mgkano|hm po|how much po|tag magkano|tagmagkano|presyo|presyuhan|hm $)
    (anong|ano|ano po|ano pong) [ang|yung|po|ba] [presyo|price|rate|rates]  (presyo|price|rate|rates|halaga|bayad)
    (price|rate|rates) (po|nyo|niyo|list po|ng|nito|ba)
    (ilang|ilan) (piso|pesos|bayad)
    (may|meron) [po] [ba|bang|pong] [kayong] (bayad|charge|fee|delivery fee|shipping fee|dp|downpayment)
    (libre|free) (po|ba|bang|po ba|lang po) [ba] [ang|yung|ba]
    (libre|free) (ang|yung)
    (pinakamura|pinaka mura|mas mura|murang) 
    (sf|shipping fee|delivery fee) (po|ba|magkano|how much)
    (pahingi|penge|hingi|pa send|pasend|patingin|makahingi) [po|ng|nang|ako|sana] [ng|po] [ng] (quotation|quote|price list|pricelist|presyo|rates|price)
    (how much|hm|magkano) [po|na] (ito|yan|yun|yung|ang|lahat|isa|per|kada|pag|sa|for)
    (ano|anong) (range|presyuhan|rates|singil|singilan)
    (magkano|how much) (aabutin|singil|singilan|babayaran|bayad|charge)
  `,
  comparison: `
    (alin|ano|anu|anong|alin po|ano po) [po|ba|ang|sa|pong|mas] [dalawa|ba|po|ang|dito] [ang] (mas|pinaka|maganda|mas maganda|mas okay|mas ok|mura|sulit|recommend|marerecommend)
    (mas) (maganda|mura|okay|ok|matibay|mabilis|malaki|sulit|mahal) [po|ba|ba yung|pa|yung|ang] (kaysa|kesa|keysa|yan|yun|ba)
    (pinagkaiba|pagkakaiba|difference|kaibahan|ipagkumpara|kumpara|ikumpara|icompare) 
    (iba|ibang|other) (pa|pang|pa po|pa bang|design|kulay|color|option|options|size|model|variant) 
    (may|meron) [po] [ba|bang|pa|pa po|pong|kayong|pa bang|pa po bang|pa kayong] [po] (iba|ibang|other|mas mura)
    (sa iba|sa kabila|sa ibang shop|sa ibang seller|sa lazada|nakita ko sa iba)
    (ano|alin|sino) [po] [sa dalawa] [po] [ang] mas (matibay|ok|okay|maganda|mura|sulit|tipid|mabilis|malakas|tumatagal|recommended|bagay|malaki|masarap)
    (anong|ano po|ano) [po] [ang|yung|bang] (kaibahan|pinagkaiba|pagkakaiba|difference)
  `,
  negotiation: `
    (may|meron|baka may|baka|wala|walang|pwede|pwedeng|puwede|puwedeng) [po|bang|ba|pong|pa|na|kayong|kayo|kaya|naman] [po|pong|bang|ba|na|kayong|kayo] [po|ng|bang] (discount|tawad|bawas|promo|less|tumawad|diskwento|last price|sale|voucher|makatawad|mabawasan|makadiscount|bawasan)
    (tawad|tumawad|makatawad|patawad po sa presyo|pa discount|padiscount|discount po|last price|lp po|bawas po|mababawasan|less po)
    (hanggang|pwede na|pwede po|kung|kahit) (magkano|na #number|ba #number|po ba #number|#number) (nalang|na lang|lang|last|po ba)
    (ang|sobrang|masyadong|medyo) mahal [po|naman|pala]
    (kaya|pwede) [na|po] [ba|po] [ba] [ng] #number
    (budget) (ko|namin|po) [ay|is|lang] 
    (kapag|kung|pag) (dalawa|tatlo|marami|bulk|maramihan|cash) [po] [ang|kukunin|bibilhin|order|bayad|ba]
    (baka|pwede|pwedeng|pede|kaya) [ba|bang|po|pong|naman] [po|pong|bang] (#number|#money) [na lang|lang|nalang|po|ba]
    (#number|#money) (na lang|nalang) (po|pwede|please|sana|kuya|ate|boss|sis)
    (tawad|bawas|less|discount) (pa|na|naman|po|sana|ba)
    (baka|pwede|pwedeng) [po|naman|pa] [pong|po] (babaan|mababaan|bawasan|tawaran|makahingi ng discount)
  `,
  purchase_intent: `
    (bibilhin|bilhin|kukunin|kunin|oorderin|orderin|bibili|oorder|o order|kukuha|aavail|mag aavail|magpapareserve) [ko|na|ako|po|kami|namin|sana|na po] [po|ko|na|ito|yan|yung|sana|ng|nalang|na]
    (gusto|nais|want|gustong|balak|plano|plan|interesado|interested) [ko|kong|po|namin|naming|ako|akong|sana] [po|sana|sanang|pong|na|kong|akong|ng] (bumili|umorder|mag order|mag avail|magorder|bilhin|kumuha|orderin|magpa order|i avail|bilhin|kunin|maka order|makabili|ng isa)
    (paano|pano|saan|san|papaano) [po|ba|po ba] [ako|ba|po] [pwede|pwedeng|makaka|maka] (umorder|mag order|magorder|mag avail|bumili|makabili|makaka order|makakabili|maka order|makaorder|magbayad|mag bayad|mag pay|mag checkout|makapag order|order|bayad|mag down)
    (order|oorder|pa order|paorder|avail|pa reserve|pabili|pabile|pa add|pareserve) (po|ako|na|ng|sana|nga|kami|na po|po ako|po ng|ako ng) [po|ng|ako|sana]
    (mine|minee|mine po|grab|grabe ko na|go na|go na po|sige kunin|kunin ko na|akin na|ako na po|deal na|deal po|g po|g na)
    (pwede|puwede|puede|pwd|pwedeng|puwedeng) [po|ba|bang|na|po ba|po bang] (umorder|mag order|magorder|bumili|kumuha|mag avail|maka order|bilhin|i order|mag downpayment|makabili|magpa deliver)
    (isa|dalawa|tatlo|apat|lima|#number|isang|dalawang|tatlong) (nga po|po nito|po sana|nga|order|order po|pcs po|na po|nito|pa po ng)
    (i|i'll) (order|avail|get|take) (na|po|ko|ko na)
    (bigyan|bigyan nyo|padalhan|pa send|send|pasend|ano|pahingi) [mo|niyo|nyo|po|na|ko|ako] [po|ng|ako|ang] [ng] (gcash|account number|bank details|payment details|gcash number|invoice|qr) [number|nyo|niyo|po]
    (checkout|check out|mag checkout|icheckout|ichechek out) (na|ko na|ko|po)
    (ready|willing) [na|po|na po|to] [ako|kami] (magbayad|mag bayad|bumili|umorder|mag order|pay)
    bayad na (po|ako|ko)
    (kunin|kukunin|bilhin|bibilhin) (ko|namin) na
    (sige|go|ok|okay) [po|na] (kunin|order|oorder|kukunin) (ko|na|po|ako)
    (saan|san|paano|pano) [po|ba] (magbabayad|magbayad|mag bayad|ako magbabayad|ako magbayad)
    (pabili|pa bili|pa order|paorder|order po|order ako|order sana) [po|ako|nga|na|sana] [ng] (isa|isang|dalawa|dalawang|tatlo|tatlong|#number|apat na|limang)
  `,
  "not:opt_out": `
    (wag|huwag|hindi ko gustong|ayaw kong|ayokong|jangan|ne|nao|nicht|non|niet) [na|po|nyo|niyo|mo|mong|ninyo|muna|nyong|kayong|me|mich|saya] [po|ako|akong|kong|muna] [mag|i|ako|ma] (unsubscribe|unsub|iunsubscribe)
    (wag|huwag) [na|po|nyo|niyo|mo|mong|ninyo|muna|nyong] [po|ako|akong|kong|muna] [na] (tanggalin|alisin|burahin|idelete|tigilan|itigil)
    (magsend|isend|mag send|padalhan|pinapadala|pagpapadala|magpadala|send) [~] (mali|maling|sira|sirang|doble|dobleng|resibo|invoice|bill|singil|item|items|order|orders|size)
  `,
  "not:booking_request": `
    (may|meron|mayroon|available) [pa|po|ba|bang|pang|pong|na] [po|ba|bang|pang|pong] [available|bakanteng|bakante|free|vacant|kayong|kayo] [pa|po|ba|na] (slot|slots|room|rooms|table|mesa|kwarto|upuan|schedule|sched|appointment|cottage|villa) [para sa|pang|good for|for|para|po|pa] [#number|dalawa|tatlo|apat|lima|anim|bukas|sa|mamaya]
    (slot|room|table|mesa|kwarto|upuan|sched|schedule) [pa|po] [pa|po] ba
  `,
  booking_request: `
    (pa|magpa|mag pa|magpapa|mag|magpapa|pwede|pwede po|gusto|nais|gusto ko|gusto ko po|gusto kong|gusto po namin|gusto naming|gusto sana|paano|pano|pwede ba|pwede bang|pwedeng|pwede po bang|pwede po ba|puwede pong|pwede pong) [sana|po|akong|akong mag|ako|kami|kaming|ba|bang|ng|kong|naming|mag|magpa|pa|mag pa] [mag|magpa|pa|po|na mag|sana] (book|booking|reserve|reservation|schedule|appointment|sched|pabook|pareserve|paschedule|magpabook|magpareserve|magpaschedule|magpasched|paappointment|magbook|magreserve|magpa appointment|magpabooking|mareserve|mabook|papareserve|magpapareserve|makapag book)
    (pabook|pareserve|paschedule|pasched|magpapabook|magpapareserve|magpapasched|magpapaschedule|pa book|pa reserve|pa schedule|pa sched|pa appointment|ipareserve|ibook|i book|i reserve|paki book|pakibook|paki reserve)
    (reservation|appointment|booking|table|room|slot) (po|sana|para|for|ako|po sana|para sa) [sa|bukas|#number|sana]
    (mesa|table|upuan|kwarto|room) (para sa|pang|good for|for) (#number|dalawa|tatlo|apat|lima|anim)
    (lipat|ilipat|move|re sched|reschedule|resched|i resched|magpa resched) [po|ko|sana|ang|yung|na] [ang|yung|po] (appointment|schedule|booking|sched|reservation)
    (punta|pupunta|dadaan|daan) (po|ako|kami|sana|ako dyan) ~ (bukas|mamaya|sa|this) ~ (pwede|available|ok|open|bakante)
    (papareserve|papabook|papaschedule|papasched|papa book|papa reserve|papa sched|papa schedule|pareserba|papareserba|pa reserba) [po|ako|na|sana|kami|ng|po sana]
    (pa check up|pacheckup|pa checkup|papacheck up|papacheckup|papatingin|pakonsulta|papakonsulta|papalinis|papagupit|pa gupit|papaayos|pa ayos|pa linis|magpapalinis|magpapagupit|magpapacheck up|magpapaayos) [po] [ako|sana|ng|ko|kami|si|yung]
    (pwede|puwede) [po|ba|po ba|bang] (patingin|pa tingin|patignan|ipatingin|ipacheck) [ng|ang|yung|po|ko] [ng|ko] (aso|pusa|anak|ngipin|mata|sasakyan|kotse|aircon)
  `,
  complaint: `
    (reklamo|irereklamo|nagrereklamo|magrereklamo|mag complain|magreklamo|ireport|irereport|isusumbong|complain|dti)
    (hindi|di|wala|hnd|ayaw|ndi|hindi pa|wala pa|di pa|hindi pa rin|wala pa rin|hanggang ngayon wala|hanggang ngayon hindi) [po|pa|rin|pa rin|naman|na|ko|namin|man lang|pong|pa po|rin po|akong] [po|ko|rin|pa|namin|yung|ang] (dumating|dumadating|dumarating|natanggap|natatanggap|nareceive|gumagana|gumana|nadeliver|nagrereply|sumasagot|nagreply|nag reply|nagrespond|pinapansin|nakukuha|nakuha|naibalik|nirefund|naaayos|maayos|inaayos|umiilaw|nag on|magamit|na receive|na deliver|reply|update|response|balita|order ko|delivery|parcel)
    (sira|basag|punit|mali|maling|kulang|wrong|damaged|defective|peke|iba|bulok|butas|expired|may sira|may damage|may basag|sirang|ibang) [po] [yung|ang|ung|na|item|product|order|pa] [item|na|order|produkto|natanggap|dumating|binigay|pinadala|nareceive|na receive|dineliver|parcel] (dumating|natanggap|binigay|pinadala|nareceive|dineliver|item|order|ko|product|na item|naibigay|color|size|kulay)
    (sira|basag|punit|mali|kulang|peke|bulok) (po|na|agad|ang|yung|ung|naman|pala|sya|siya|lahat)
    (kelan|kailan) (pa|pa ba|pa po ba|pa po|niyo|nyo|po ba|po ninyo) [ba|po|kaya|talaga] [darating|dadating|ba|ide deliver|idedeliver|aayusin|ibibigay|ipapadala|makukuha|mare|babalik|i]
    (nasaan|asan|nasan|saan) (na|na po|na ba|napunta) [po|ba|yung|ang] [yung|ang|po] (order|parcel|item|refund|pera|package|inorder|bayad|delivery)
    (ang|sobrang|napaka|grabe ang|grabe|antagal|ang tagal) (tagal|bagal|pangit ng (serbisyo|service)|panget ng (serbisyo|service)|tagal nyo|tagal niyo)
    (naghihintay|nag aantay|naghihintay pa rin|nakapila|nag hihintay|kanina pa|kahapon pa|matagal na) (pa rin|parin|ako|kami|po|na|akong|kaming) [ako|kami|po|akong] [naghihintay|nag|nakapila|wala]
    (niloko|niloloko|scam|scammer|nascam|na scam|na scam ako|budol|nabudol|pinaasa|nagsinungaling|nanloloko|manloloko)
    (walang|wala kayong) (kwenta|silbi|respeto|modo|pakialam|customer service|maayos na)
    (pangit|panget|bastos|masungit|ang sungit|bulok) [po] [ng|ang|na|yung|ang] [service|serbisyo|staff|rider|customer service|customer|experience|quality|inyong|nyo]
    (disappointed|dismayado|nadismaya|nakakadismaya|nakakainis|nakaka inis|nakaka disappoint|badtrip|nakakagalit|nakakabwisit|bwisit|kainis|nagagalit|naiinis|galit na)
    (double|doble|sobra|mali) [po] [ang|yung|na] (charge|bayad|singil|kaltas|nakaltas)
    bakit (hindi|wala|ang tagal|ganito|ganun|ganyan|kulang|mali|iba|di|antagal|sira) 
    (may|meron|nagka|nagkaroon) [po] [ng] (problema|issue|sira|damage|kulang)
    (may|meron) [po] [na|pong] (butas|gasgas|basag|mantsa|amag|crack|tagas|lamat|buhok|ipis|depekto|punit|bitak|uod|langaw) [po|na|yung|ang]
    (hindi|di|wala|hnd) [pa|na|po|pa rin|man lang|na naman] [naman|po|rin] (sumipot|nagpakita|pumunta|dumaan|tinupad|natuloy|nasunod|bumalik|dumating|sumagot|tumawag)
    (maling|mali|mali po|ibang|iba|iba po|kulang|kulang po|wrong) [po] (yung|ang|na) [flavor|size|kulay|color|item|order|produkto] [na] (napunta|pinadala|dumating|nadeliver|naibigay|binigay|sinend|natanggap)
    (bakit) [po] (hanggang ngayon|wala pa|hindi pa|di pa|ang bagal|laging|lagi|palagi)
    (ang|sobrang|grabe) (bagal|tagal|sungit|bastos|dumi|lamig na|alat|tabang|tigas)
    (nawawala|nawawalan|putol putol|pawala wala|nawawala wala|naputol|mahina) [po|kami] [ang|yung|ng] (internet|signal|kuryente|tubig|connection|wifi)
  `,
  cancellation: `
    (cancel|i cancel|icancel|ikansel|ikakansel|ipacancel|ipa cancel|pa cancel|pacancel|magpa cancel|magcancel|mag cancel|kinansel|pakicancel|paki cancel|icacancel|ica cancel|magpapacancel) (po|ko|na|nalang|na lang|ang|yung|namin|sana|order|booking|na po|ko na|ko po|ko na lang|natin|reservation|appointment) 
    (gusto|nais|pwede|puwede|pwedeng|paano|pano|pwede bang|pwede po bang|pwede po) [ko|kong|po|ba|bang|sana|naming|ko po|ko sana] [po|sanang|bang|ko|i|na|ba] [i] (cancel|icancel|i cancel|ipacancel|ipa cancel|mag cancel|magcancel|magpa cancel|kanselahin)
    (hindi|di) [na|na po|na ako|po ako|ako|kami|na kami] [po|ako] [na] (tuloy|matutuloy|itutuloy|makakapunta|makakarating|makakadating|makakaattend|pupunta|kukunin|bibilhin)
    (wag|huwag) (na|na lang|na po|nalang) [po|ituloy|muna] [ituloy|i deliver|ideliver]
    (ibang|next) (araw|time) (na lang|nalang)
    (close|isara|i close|delete|burahin) [po|ko|na|nyo|niyo] [ang|yung] [account|subscription|membership] ko
    (pa|paki|ipa|pa i|ipapa|papa) (cancel|kansel) [po|na|ng|yung|ang|na lang]
    (hindi|di) [na|na po|na kami|na ako|po] [po|kami|ako] (tutuloy|matutuloy|makakatuloy|makakarating|makakapunta|sisipot)
    (pakitanggal|paki tanggal|tanggalin|pakialis|paki alis|alisin) [na lang|po|na|niyo|na po] [na lang] [ang|yung|ng] (sched|schedule|appointment|booking|reservation|order)
  `,
  refund_request: `
    (refund|irefund|i refund|ipa refund|pa refund|parefund|marefund|ma refund|magrefund|narefund|nirefund|pakirefund)
    (ibalik|isauli|balik|ibabalik|mabalik|maibalik|pakibalik|paki balik|bawiin|mabawi) [nyo|niyo|po|na|ko|sana] [po|na|ang|yung|nyo] [ang|yung|na] (pera|bayad|binayad|downpayment|dp)
    (palitan|papalitan|mapalitan|palit|pwede bang palitan|ireturn|i return|pa replace|ipa replace|replacement) [po|nyo|niyo|ba|sana|na|ko|naman] [po|ito|yung|ang|item]
    (ma|maka|mai|ipa|pa|paki) (refund|balik) [po|ko|yung|ang|ba|na]
    (mabalik|maibalik|mabawi|makuha ulit) [po|ko|yung|ang|na] [ang|yung|ko] (pera|bayad|binayad|down)
  `,
  not_interested: `
    (hindi|di|not|no longer|hindi na|di na|hnd) [po|na|pa|ako|na po|na ako] [po|ako|na] (interesado|interested|kailangan|bibili|kukuha|oorder|kukunin)
    (ayaw ko|ayoko|ayoko na|ayaw ko na|ayaw na|wag na|wag na po|wag na lang|huwag na|huwag na po|huwag na lang|hindi na po|hindi na|di na po|next time na|next time na lang|saka na|saka na lang|saka na po|sa susunod na lang|sa susunod na|pass muna|pass po|no thank you po|no thanks po|hindi muna|di muna|wag muna|ibang araw na lang) 
    (pag iisipan|pagiisipan|iisipin|pag isipan|pagisipan) (ko|namin|muna|ko muna|po) 
    (nagtatanong|nag tatanong|nagtanong|tumitingin|nag inquire|nag iinquire|nagcacanvass|canvass|tingin tingin) (lang|lang po|lang ako|po lang|muna)
    (nakabili|nakakuha|nakahanap|naka order|nakaorder|kumuha|bumili) na (po|ako|kami|po ako|po kami) (sa iba|ng iba|iba|somewhere|elsewhere|sa kabila|sa kakilala)
    (wala|walang) [pa|pa po|po|akong|kaming|na] (budget|pera|pambili)
    (mahal|ang mahal) (masyado|pala|sakin)
    (may|meron) [na] (nakuha|nahanap|nakita|napili|nakausap) na [po] (kami|ako|kaming|akong)
  `,
  opt_out: `
    (wag|huwag|stop|itigil|tigilan|paki stop|pakistop|tama na) [na|nyo|niyo|na po|mo|po|na kayo|na kayong|nyo na|niyo na|na nga|kayo|na ninyo] [po|ako|akong|akong|na|nyo|niyo|kayo|kayong|ang|nyong|niyong|na] [akong|ako|ang|po|na|nang|mag|ng] (mag text|magtext|itext|i text|text|mag message|magmessage|imessage|i message|mag chat|magchat|ichat|i chat|mag send|magsend|mag email|tumawag|tawagan|guluhin|kontakin|icontact|padalhan|pagpapadala|pagtext|pagchat|istorbohin|spam|mag spam|pag send|pagsend|pagmessage|pagpapadala ng|isend|pinapadala)
    (ayaw|ayoko|ayaw ko|ayoko na|ayaw ko na|ayaw ko nang|ayoko nang|ayokong|hindi ko na gusto|di ko na gusto) [na|po|nang|ko|ko na|kong|pong|na po] [po|nang|na|ng|kong] (makatanggap|tumanggap|makareceive|maka receive|makakuha|matanggap|ng text|ng message|ng messages|ng promo|ng promos|itext|i text|ichat|magreceive)
    (tanggalin|alisin|burahin|idelete|i delete|paki tanggal|pakitanggal|paki alis|pakialis|paki remove|remove|i remove|iremove) [nyo|niyo|mo|po|na|nyo na|niyo na|na po] [po|na|nyo|niyo] [ako|ang|yung|na] (ako|number ko|numero ko|sa list|sa listahan|sa mailing list|pangalan ko|ako sa) 
    (unsubscribe|unsub|mag unsubscribe|pa unsubscribe|paunsubscribe|i unsubscribe) [po|ako|na|nyo]
    (tantanan|lubayan|layuan) (nyo|niyo|mo) [na] [po] [ako]
    (saan|paano|san|pano) (nyo|niyo|mo) [po] (nakuha|kinuha) [po] [ang|yung] number
    (tigilan|lubayan|tantanan) (nyo|niyo|mo) (na|ako)
  `,
  opt_in: `
    (mag subscribe|magsubscribe|pa subscribe|isali|sali) [po|ako|nyo|niyo] [ako|sa|po] [sa] (newsletter|updates|promo|list|promos)
    (gusto|pwede) [ko|po|kong|niyo|na|ba|mo] [po|ulit|kong|na|akong|ko] [ulit|pong|po] (makatanggap|makareceive|maka receive|sendan|padalhan) [ulit|po|ng|ako]
  `,
  abuse: `
    (gago|gaga|gagu|ggo|tanga|tangina|tang ina|putangina|putang ina|puta|pota|potangina|bobo|ulol|olol|tarantado|tarantada|inutil|kupal|lintik|leche ka|leche kayo|lecheng|punyeta|pakyu|pakyo|bwakanangina|kingina|kinginamo|tanginamo|putanginamo|tanga ka|bobo ka|ungas|gunggong|engot|siraulo|sira ulo|demonyo|pokpok|malandi|hindot|kantot|burat|ulul|bobong|tangang|gagong)
    (mamatay|mamatay na|patayin|papatayin|sasapakin|sapakin|bubugbugin) (ka|kayo|na|kita|ko kayo|ko)
    (mukha|muka) (mo|kang|nyo) 
    walang hiya
    (boba|hayop|hayup) (ka|kayo|mo|talaga|nyo|niyo|kang|kayong)
    p i
  `,
  wrong_number: `
    (maling|mali|wrong) (number|numero|tao|chat|ka ng) 
    (hindi|di) (po ako|ako|ko po kayo|ko kayo|kita|po kita) (si|yan|kilala|siya|yun|yung hinahanap)
    (sino|cno) (po|ka|ba|to|ito|kayo|po to|po ito|po sila|ba to|po kayo)
    (na wrong send|wrong send|nagkamali po ng)
  `,
  information_request: `
    (may|meron|mayroon|available) [po|ba|pa|pa po|pa ba|bang|pong|pa bang|pa po bang|pa pong|na|kayong|kayo] [bang|ba|kayong|po|pang] [available|bakanteng|bakante|free|open] (slot|slots|available|bakante|bakanteng|vacant|room|table|schedule|sched|appointment|upuan|kwarto|date)
    (available|bakante|vacant|open) (po|ba|pa|pa po|pa ba|po ba) [ba|ba kayo|kayo|po] [bukas|ngayon|sa|mamaya|this|next|on|yung|ang|ng|bang]
    (may|meron) [pa|po|pa po|pa ba] [po|ba|bang] [kayong|kayo] (slot|slots|bakante|vacant|sched|schedule|available) [pa|po|kayo|ba]
    (ano|anong|anu|saan|san|kailan|kelan|paano|pano|sino|alin|ilan|ilang|gaano|bakit|nasaan|asan) [po|ba|po ba|pong|yung|ang|na|mga]
    (may|meron|mayroon) [po] [ba|bang|kayo|kayong|pong]
    (pwede|puwede|pwd|maaari) [po] [ba|bang|pong] [magtanong|malaman|mag ask|mag inquire|ask|mag tanong|humingi]
    (magtatanong|magtanong|mag tanong|itatanong|tanong|mag inquire|mag iinquire|inquire|inquiry|pa inquire|mag ask|interesado|interested|pm sent) [lang|po|ko|sana|ako|kung|about|lang po|sa]
    (available|open|bukas) [pa|po|ba|pa po] [ba|po|kayo|ba kayo|ito|to]
    (location|address|details|info|saan banda|requirements|oras|schedule) (po|nyo|niyo|ng|ba|please)
    (nagdedeliver|nag dedeliver|nagbebenta|nag shiship|nagtitinda|nag aaccept|tumatanggap|cod) (po|ba|kayo|po ba)
    (gusto|nais) [ko|kong|po|sana|ko po|ko sana] [pong|sanang|lang|sana|po] (malaman|magtanong|itanong|mag inquire)
  `,
  "not:pricing_question": `
    (magkano man|kahit magkano|kahit na magkano)
  `,
  "not:negotiation": `
    (discount|promo|voucher) (code|codes)
  `,
  "not:comparison": `
    (nakabili|nakakuha|nakahanap|kumuha|bumili) na [po] [ako|kami] [po] sa iba
  `,
  "not:purchase_intent": `
    (naka|nag|na|nakapag) (order|avail|bili|checkout) na
    (naka order|nag order|nakaorder|nagorder|inorder|nakapag order|na order|naorder)
    (nabili|nakabili|binili) [ko|na|ako|kami]
    (order|inorder) (ko|namin) [na|po] [na] (kahapon|nung|noong|last|kanina)
    (kung|kapag|pag) ~ (kukunin|bibilhin|oorderin|kukuha)
  `,
  "not:cancellation": `
    (cancel|icancel|i cancel|magcancel|mag cancel) [po] (kung sakali|anytime|if ever|kung may)
    (wag|huwag) [niyo|mo|po|na|niyo po] [po|na|muna] [i] (cancel|icancel|ikansel)
    (wag|huwag) na [po] (kayo|ako|niyo|kayong|akong|ninyo)
  `,
  "not:not_interested": `
    (hindi|di|hnd) na naman
    (hindi|di|wag|huwag) na (po|ako|kami|niya|niyo|ko) (gumagana|makapasok|makalogin|mabuksan|makontak|sumasagot|ma open|magamit|bumalik)
    (di|hindi) na [po] [ako|kami] (pupunta|tutuloy|matutuloy|makakapunta|makakarating|makakaabot)
  `,
};
