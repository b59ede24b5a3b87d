/** Words that lead to a name or a company; "said:" is sure of it, "maybe:" needs a capital letter. In the language of patterns.ts. */
export const detailRules: Readonly<Record<string, string>> = {
  "said:name": `
    [my|the] [full|first|complete|real] name [is|would be]
    (name|full name|nombre|pangalan|nombre completo|buong pangalan) (is|s|es|ko|ko po|ko ay|ay|po|ko po ay|ko is|of)
    (my|full|first|complete) name
    (me llamo|mi nombre es|mi nombre completo es|me dicen|mi nombre|llamame|a nombre de|nombre de)
    (ako si|ako po si|ako ay si|ako po ay si|ako nga po si|ako nga pala si|si) 
    (pangalan ko|ngalan ko|pangalan ko po|pangalan ko ay|pangalan ko po ay|ang pangalan ko ay si|name ko po ay|name ko) [si]
    (under the name|under the name of|in the name of|under name)
    (you can call me|just call me|people call me|i am called)
    (je m appelle|je me nomme|mon nom est|ich heisse|mein name ist|mi chiamo|il mio nome e|meu nome e|me chamo|nama saya|nama saya adalah|mijn naam is|ik heet|jag heter|mitt namn ar|benim adim|adim|mam na imie|nazywam sie|ma numesc|jmenuji se|меня зовут|мое имя|اسمي|שמי|mera naam|mera naam hai)
  `,
  "maybe:name": `
    (i am|soy|this is|it is|here is|yo soy|aqui|le habla|te habla|les habla|habla|le escribe|te escribe|je suis|ich bin|sono|eu sou|saya|si|it is me|this is me|signed|regards|sincerely|best regards|kind regards|saludos|atentamente|cheers|respectfully)
  `,
  "said:company": `
    (my|our|the) (company|business|firm|organization|shop|store|restaurant|agency|clinic|salon) [name] (is|is called|is named)
    (company|company name|business name|name of [the|my|our] (company|business)) [is]
    (i|we) (work|works|am working|are working|represent|am representing|run|own) (at|for|with|represent)
    (i|we) (represent|own|run)
    (i am|we are|calling|writing|here|reaching out) [calling|writing|reaching out] (on behalf of|on behalf|with the company)
    (trabajo|trabajamos) (en|para|con)
    (mi empresa|nuestra empresa|mi negocio|la empresa|mi compania) (es|se llama)
    (de la empresa|de parte de|represento a|en nombre de)
    (nagtatrabaho|nagwowork|nag wowork|nagttrabaho) [po] [ako|kami] [po] (sa|for|at)
    (company|kumpanya|negosyo) (ko|namin|po namin) [po] (ay|is|po ay)
  `,
};

/** Short words inside names, in lower case. */
export const nameParticles: ReadonlySet<string> = new Set(
  "de la las los del dela delos delas da das do dos di der den van von ten ter el al bin bint ibn abu abd san santa santo st saint mac mc le du y e zu af av op het lo ben bar".split(
    " ",
  ),
);

export const titles: ReadonlySet<string> = new Set(
  "mr mrs ms miss dr doctor doctora prof professor sir engr atty sr sra srta senor senora senorita don dona mister madam maam ma'am lic ing herr frau monsieur madame mme".split(
    " ",
  ),
);

/** Given names that are common words as well. */
export const wordNames: ReadonlySet<string> = new Set(
  "joy grace hope faith mark will bill rose angel precious blessing love art frank rich sunny may april june august angelica charity mercy happy princess king queen dawn summer autumn winter ruby pearl crystal amber jade ivy daisy lily violet iris hazel heather holly chase drew grant jack john pat rob rusty gene guy miles dean reed wade cliff dale glen lane max ray sandy stormy sky star melody harmony lyric dusty gay bo art don marco marca paz luz mercedes dolores consuelo esperanza soledad rosario pilar alegria felicidad victoria gloria feliz bella linda clara leal bueno bravo guerra reyes cruz santos ramos flores rosa flor estrella luna sol marina dulce blanca celeste salvador jesus angeles socorro remedios milagros ligaya bituin dalisay bayani luwalhati maria tala amihan dakila mayumi marikit diwa ginto hiraya hermosa precioso delgado rubio moreno castro young long small short price brown black white green grey gray stone wood woods field banks rivers park hill church cook baker butler carter cooper fisher gardener hunter mason miller page parker porter potter smith taylor turner walker ward weaver wells west north day knight moon snow frost rain storm brook ford fox wolf bird lamb".split(
    " ",
  ),
);

/** Capitalized words that are no names after "I am": peoples, states of mind and work. */
export const notNames: ReadonlySet<string> = new Set(
  "filipino filipina pinoy pinay american mexican mexicano mexicana espanol espanola spanish english british indian chinese japanese korean canadian australian german french italian colombiano colombiana argentino argentina peruano peruana chileno chilena venezolano venezolana cliente customer client new nueva nuevo seller buyer owner manager student estudiante nurse doctor teacher engineer interested interesado interesada sorry happy sad sure not just also still currently going looking trying waiting calling writing here there ready back available unable having wondering afraid confused located from in at on the a an so very really already now glad pleased over done good fine ok okay well great all only your our my their his her about why what how urgent god ofw mom mother father dad busy married single pregnant sick hungry late early monday tuesday wednesday thursday friday saturday sunday january february march july september october november december google facebook messenger instagram whatsapp telegram viber online follow regarding concerning because if when and or but to too for with by as it is was be been amazing awesome terrible ridiculous unacceptable insane crazy bullshit nice bad poor perfect great excellent spam scam important correct wrong right true false possible impossible free closed open broken sir booking confirmation account address password phone email number please thanks thank tag change brand".split(
    " ",
  ),
);
