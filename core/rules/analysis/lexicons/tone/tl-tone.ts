/** Tagalog words by tone, from -3 to 3, chat spellings among them. */
export const tagalogTone: Readonly<Record<string, string>> = {
  "3": `
    napakaganda napakagaling napakabait napakabilis napakasarap napakahusay pinakamaganda pinakamagaling pinakamasarap perpekto kamangha nakakatuwa nakakabilib bilib tuwang
    lodi petmalu panalo solid solido sulit sulitt superb ambait
 `,
  "2": `
    maganda ganda gaganda magaganda gandaa magandang gandang magaling galing galeng mahusay husay mabait bait babait mabilis bilis mabilisan masarap sarap sasarap masaya saya natutuwa natuwa tuwa
    nagustuhan nagustohan ayos maayos ayus matibay tibay malinaw linaw makapal kapal mabango bango bagay swak kasya saktong sakto kumpleto komplete kompleto legit orig original
      affordable solb goods nays nice maasikaso asikaso mapagkakatiwalaan maaasahan napasaya masayang gwapo pogi cute kyut astig angas lupet lupit bangis pak bongga winner
    maligaya ligaya biyaya pinagpala okayyy satisfied recommended recommend lambot malambot masinop komportable kumportable maalaga makinis kinis napakinabangan ikinatuwa napangiti ngiti
    uulit umulit makabili hanga humanga husto
    nakapasa yehey kilig nakakakilig swerte gumaling guminhawa nabusog sumaya
  `,
  "1": `
          keri bet tipid nakatipid gaan magaan malakas lakas malamig presko ligtas safe buo buong malinis linis nakatulong tulong makatulong tumulong
     nadeliver komportable banayad maunawain eksakto favorite libre freebie freebies bonus habol pakinabang balot
    nakabalot secured secure alaga unli lumalaban
 `,
  "0.7": `
    gumagana gumana mura murang tama tamang madali nagamit sakto saktong
  `,
  "-0.6": `
    matagal tagal natagalan maliit manipis nipis iba masikip lukot dumi
  `,
  "-1": `
       katagal kulang kulangan ninipis mahina hina malabo labo bitin sikip maluwag luwag ibaiba mali maling mahal mamahalin
    maingay ingay mabagal bagal pagod nakakapagod malungkot lungkot nalungkot sayang nanghihinayang hinayang hinihintay naghihintay naghintay hintay antay inaantay problema reklamo
    butas tastas gasgas kupas luma lumang gusot gusgusin madumi marumi mantsa tagas tumatagas yupi tanggal natatanggal natanggal makati kati maalat matabang pait mapait mainit init madulas
    nakakalito nalito hirap mahirap pahirap nahirapan abala naabala takot kaba kinakabahan duda nagdududa sablay binawasan tabingi baluktot
    kalawang kinakalawang pumapalya lowbat nalobat namamatay nawawala nawala pumutok hugasan bitak lamog durog nadurog kumukupas magaspang gaspang naantala delayed delay
    paasa umasa asa nasayang nasasayang tinapon itinapon naluge lugi aligaga panghihinayang tamad
    brownout nabitin naubusan napagod nako
  `,
  "-2": `
    pangit panget pangeet papangit chaka sira sirang nasira nasisira sirasira basag nabasag basagbasag punit napunit putol naputol peke pekeng fake bulok nabulok sirain
    galit nagagalit nagalit inis nainis naiinis nakakainis nakakaasar asar naasar badtrip bwisit buwisit bwiset bwesit kabwisit nakakabwisit yamot nakakayamot nakakaloka nakakastress
    dismayado nadismaya nakakadismaya disappointed nakakadisappoint dissapointed dissappointed disapointed disappoint palpak mabaho baho masungit sungit bastos pabaya suplado suplada
    niloko nanloko manloloko nanloloko niloloko lokohan loko scam scammer budol nabudol nascam ninakaw nanakaw magnanakaw sinungaling nagsinungaling daya madaya nandaya dinaya pinaasa
    ayoko ayaw nagsisi nagsisisi pagsisisi nakakasuka kadiri nakakadiri kababawan malas kamalasan nakakalungkot nakakahiya masakit sakit nasaktan luge kawawa gago gaga tanga tangina bobo ulol ungas inutil
    hinayupak lintik leche punyeta
    kainis nakakatakot hilaw sunog natapon nayupi nganga nakakaabala buset kinulang naospital
  `,
  "-3": `
    napakapangit napakapanget napakatagal napakabagal napakasama napakasungit napakabastos pinakapangit putangina putang tanginang kupal hayop demonyo nakakagalit nakakapikon walanghiya
    panis pinagsisihan
  `,
};
