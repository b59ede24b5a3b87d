const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** People, animals and things whose name, number or address is not the customer's own. */
export const others = words(
  `husband wife spouse partner boyfriend girlfriend fiance fiancee mom mum mother mommy dad father daddy parents sister brother sibling son daughter
  kid kids child children baby grandma grandmother grandpa grandfather aunt uncle cousin niece nephew friend friends roommate neighbor neighbour
  boss colleague coworker manager secretary assistant driver lawyer doctor dentist teacher tenant landlord agent dog cat pet puppy kitten horse bird
  parrot hotel room resort hostel villa suite airbnb restaurant school hospital bank car boat
  esposo esposa marido mujer pareja novio novia mama madre papa padre padres hermano hermana hijo hija hijos abuelo abuela tio tia primo prima sobrino
  sobrina amigo amiga amigos vecino vecina jefe jefa colega companero companera secretaria asistente chofer abogado abogada perro perra perrito gato
  gata mascota habitacion cuarto hostal restaurante escuela hospital banco coche carro
  asawa mister misis nanay tatay inay itay nobyo nobya jowa anak kapatid ate kuya lolo lola tito tita pinsan pamangkin kaibigan kaibigang tropa
  kapitbahay amo katrabaho aso pusa alaga kwarto otel
  accountant landlady fiancee contador contadora
  frau ehefrau ehemann mutter vater bruder schwester sohn tochter freund freundin chef chefin kollege kollegin hund katze nachbar nachbarin
  femme mari epouse epoux frere soeur fils fille copain copine collegue chien voisin voisine patron patronne
  marido mae pai irmao irma filho filha namorado namorada colega cachorro cachorra vizinho vizinha chefe
  mari pere mere tante oncle neveu niece cousine grand-mere grand-pere belle-mere associe directeur avocat chat chienne enfant enfants
  mann mannes vaters bruders sohnes freundes hundes chefs kindes kind kinder oma opa onkel cousin partnerin kumpel anwalt assistentin
  esposo esposa patrao patroa cao gato avo sogra sogro cunhado cunhada vizinha socio secretaria advogado crianca bebe
  bos atasan ayah mertua sepupu tetangga pacar nenek kakek paman bibi keponakan rekan asisten majikan
  coworker coworkers worker workers stepmom stepdad stepson fiances mother-in-law inlaws nanny maid helper caretaker broker
  suegra suegro cunado cunada cuñada jefes yerno nuera nieto nieta biyenan hipag bayaw manugang apo yaya ninong ninang bilas boss
  moglie marito fratello sorella figlio figlia amico amica fidanzato fidanzata collega gatto vicino
  vrouw moeder vader broer zus zoon dochter vriend vriendin baas hond
  suami istri teman kakak adik anjing kucing chồng vợ esimin kocamin karimin annemin babamin
  муж мужа мужу жена жены жене мама мамы маме папа папы папе брат брата брату сестра сестры сестре сын сына сыну дочь дочери друг друга другу подруга
  подруги подруге`,
);

/**
 * The same in scripts whose words are not parted, or carry "my" and "his" as an ending: a word that holds one of them. In Arabic the ending
 * is needed, since without it several of these are other words.
 */
export const otherWithin =
  /老婆|老公|妻子|丈夫|太太|爸爸|妈妈|媽媽|父亲|母亲|父親|母親|儿子|女儿|兒子|女兒|孩子|老板|老闆|经理|經理|同事|朋友|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|秘书|司机|邻居|小狗|小猫|妻の|夫の|主人の|父の|母の|息子|娘の|上司|友達|友人|同僚|아내|남편|와이프|엄마|아빠|아들|딸의|상사|친구|동료|강아지|고양이|ภรรยา|สามี|แฟน|พ่อ|แม่|ลูก|เจ้านาย|เพื่อน|^(?:[ولب]|ال|لل)?(?:زوج|زوجت|مدير|مديرت|صديق|صديقت|اخ|اخت|اخو|اب|ابو|ام|ابن|ابنت|والد|والدت|ولد|بنت|رئيس|رئيست|زميل|زميلت|كلب|قطت|خال|خالت|عم|عمت|جار|جارت|سكرتيرت|سائق)(?:ي|ك|ه|ها|نا|كم|هم)$/u;

/** How somebody came by a number that is not theirs: "I got this number from …". */
export const cameBy = words(
  `got get found find saw received nakuha nahanap nakita consegui obtuve encontre vi recibi peguei achei recebi trouve recu gefunden bekommen dapat
  menemukan trovato ricevuto`,
);
/** Before the number that somebody came by. */
export const pointing = words(
  "this that these those your ur ese este esa esta su itong yung ang esse essa este ce cet votre diese die ini itu questo",
);

/** They, in the cases in which something is said to be theirs, or is to be sent to them. */
export const theirs = words("his her hers him their theirs them he she they suyo suya ella ellos ellas niya nya nila siya sila kaniya kanya kanila");

/** Before what somebody has: of whom the message is written to. */
export const yours = words("your tu tus su vuestro votre vos ton ta ihre deine dein seu sua teu tua jouw uw iyong inyong");

/** Before what somebody has: it was theirs once, or never. "not my number", "my old email". */
export const disowning = words(
  "not isnt isn't wasnt wasn't old former previous wrong ex antiguo antigua viejo vieja anterior equivocado dating lumang",
);

/** What somebody has: "my number", "number ko". */
export const contactWords = words(
  `name nickname number phone mobile cell cellphone telephone email mail e-mail gmail address contact whatsapp viber telegram company nombre apellido
  numero telefono celular movil cel correo direccion contacto empresa pangalan ngalan selpon kontak no num`,
);
