const small: Record<string, string> = {
  en: "the and is are was were you your i to of for it this that have has had not with on in my me we they but so what how when where which who do does did can could would will please thanks thank hello hi yes need want from be been just about if at there here good any more very get am or as by an out up all our their them then than because after before still since order now only also never ever again much many some today tomorrow waiting book table room price cost help time want wants thing something nothing really love great good bad too i'm like know make see one two can't let",
  es: "el la los las de que y en un una por con para no es esta estoy muy pero como cuando donde quiero puedo puede gracias hola buenas buenos dias tardes noches mi me se lo su al del tengo tienen hay cuanto cual favor si ya mas todo esto eso necesito precio porque nos les fue ser son tambien bien aqui hasta sin sobre usted ustedes quisiera cuesta dinero pedido cita mesa tu tus reserva manana soy nada nunca llevo estan servicio horas esperando tiene era nueva nuevo quiere numero gusta confirmada confirmado recibido aviso sido tan uno dos tres persona hablar cancelar comprar",
  tl: "ang ng sa na po ko mo ako ikaw kayo siya kami tayo nila niya namin natin ba naman lang din rin pa yung mga hindi wala may meron ito iyan yan dito doon kasi pero para kung kapag pag at ay si ni kay salamat opo oo sige kailan magkano pwede gusto sana talaga sobra sobrang ganda maganda pangit sakin inyo niyo bakit paano saan ano sino nasa ngayon bukas kahapon mamaya kanina daw raw nga eh dahil kahit kelan salamat ayaw ayoko bayad rin ganun ganyan tapos wag huwag oorder pabili hm avail mine kayang nito nyo maam",
  pt: "o os as um uma nao voce voces obrigado obrigada por para com que e do da dos das em no na nos nas eu meu minha muito mas quando onde quero posso ola bom boa tudo isso esta estou tem preco ser foi sim mais como seu sua ate ja so aqui",
  fr: "le la les des un une et est je tu vous nous il elle pas ne que qui pour avec dans sur mon ma mes votre bonjour merci oui non tres mais ou quand comment combien avez suis j c'est ce cette au aux du plus fait etre",
  de: "der die das und ist ich nicht ein eine zu den mit auf fur sie wir ihr mein haben hat danke bitte hallo ja nein wie was wann wo kann aber auch noch von dem des sich im es sind war wurde uber",
  it: "il lo gli di che e un una per con non sono ho mi ti ci grazie ciao buongiorno quanto come dove quando vorrei posso questo questa molto ma anche piu del della nel alla si perche",
  id: "yang dan di ini itu tidak saya kamu anda untuk dengan ada apa berapa bisa mau sudah belum terima kasih selamat tolong dari ke pada juga akan kami kita harga pesan",
  nl: "de het een en is ik niet van dat voor met op je wij hebben heeft dank u hallo ja nee hoe wat wanneer waar kan maar ook nog bij mijn",
  tr: "bir ve bu ne icin ben sen var yok evet hayir merhaba tesekkur nasil kadar mi cok ama daha olarak gibi",
};

/** Small word to the languages it belongs to; a word of several languages tells less. */
export const languageWords: ReadonlyMap<string, readonly (readonly [string, number])[]> = invert();

function invert(): Map<string, [string, number][]> {
  const found = new Map<string, [string, number][]>();
  for (const [language, words] of Object.entries(small)) {
    for (const word of words.split(" ")) found.set(word, [...(found.get(word) ?? []), [language, 0]]);
  }
  for (const languages of found.values()) for (const entry of languages) entry[1] = 1 / languages.length;
  return found;
}
