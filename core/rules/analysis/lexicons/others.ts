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
  moglie marito fratello sorella figlio figlia amico amica fidanzato fidanzata collega gatto vicino
  vrouw moeder vader broer zus zoon dochter vriend vriendin baas hond
  suami istri teman kakak adik anjing kucing chồng vợ esimin kocamin karimin annemin babamin
  муж мужа мужу жена жены жене мама мамы маме папа папы папе брат брата брату сестра сестры сестре сын сына сыну дочь дочери друг друга другу подруга
  подруги подруге`,
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
