/** Spanish turns of phrase by tone; a phrase stands for all its words. */
export const spanishTonePhrases: Readonly<Record<string, string>> = {
  "tone:3": `
    (me|nos) (encanta|encanto|encantan|encantaron|fascina|fascino)
    (lo|la|los|las|el|de lo) [mas|muy] mejor [de|del|que]
    (super|muy|totalmente|altamente|100%) (recomendado|recomendable|recomendada|recomendados|satisfecho|satisfecha|contento|contenta|feliz)
    (obra maestra|de lujo|de maravilla|de diez|de 10|por encima de lo esperado|mejor imposible|no puede ser mejor|no podria estar mas)
    (te|os|los|las|le) (amo|amamos|adoro|quiero mucho|quiero|queremos)
  `,
  "tone:2": `
    (gran|buen|lindo|bonito|hermoso|mejor) (dia|noche|noticia|momento|equipo|amigo|finde)
    (que) (ganas|bonito|bonita|maravilla|chulo|lindo|guapo|guapa|grande|crack|risa)
    (por fin|al fin) 
    (muchas|muchisimas|mil|miles de) gracias (por|a|de) (todo|la|el|su|tu|vuestra|responder|ayudarme|resolver)
    (me|nos) (gusta|gusto|gustan|gustaron) (mucho|muchisimo|bastante|un monton)
    (vale|valio|merece|valen) la pena
    (todo|muy|super|bastante|re) (bien|bueno|buena|bonito|rico|rapido|amable|amables|lindo|atento|atentos|facil)
    (sin|ningun|no hubo|no tuve) [ningun|ningun tipo de] (problema|problemas|inconveniente|queja|quejas|contratiempo)
    (no esta|no estuvo|nada) mal
    (buen|excelente|gran) (servicio|trabajo|producto|precio|trato|atencion|calidad)
    (que|muy) (bueno|buena|bien|lindo|alegria|rico|chulo|chula|guay|emocion|ilusion)
    (se lo|lo|la|los) (recomiendo|super recomiendo)
    (tal|justo) [y] como (lo|se|en la) (esperaba|describe|foto|descripcion|pedi)
    (volveria|volvere|volveremos) a (comprar|pedir|ir|reservar)
    (de acuerdo|buen provecho) $
    (buena onda|buena gente|buenas vibras)
    (la|lo) (pasamos|pase|pasaron) (bomba|genial|increible|bien|lindo|espectacular|super|barbaro)
    (me|nos) (salvaste|salvaron|salvo)
    (volvemos|vuelvo|volvere|volveremos) (seguro|sin duda|siempre|encantado|encantada)
    (quedo|quedaron|me quedo) (chido|chida|increible|hermoso|hermosa|perfecto|perfecta|de lujo|brutal|divino|divina)
    como (nuevo|nueva|nuevos|nuevas)
    (que) (lindura|preciosura|belleza|hermosura)
    ya no [le|les|me] (tiene|tengo|tienen|da|dan) miedo
  `,
  "tone:0": `
    (buenos|buenas|buen|feliz) (dias|dia|tardes|noches|fin|finde|cumpleanos|ano|navidad)
    (muchas|muchisimas|mil|) gracias
    (mejor|buena|buen) (forma|manera|precio|opcion|momento|hora|dia)
    (por|porfa) favor
    (mucho|un|con|tanto|el) gusto
    (me|nos|te|le) (gustaria|interesa|interesaria)
    (estoy|esta|estamos|estan) bien
    (mas o menos|a lo mejor|o sea|es decir|tal vez|si bien|mas bien|por cierto|no importa|no hay problema|sin problema|de nada|no pasa nada|no te preocupes)
    (quiero|quisiera|puedo|desea|quieren) [que] [me] (saber|comprar|pedir|hacer|reservar|una|un|el|la|ver|cancelar)
  `,
  "tone:-1": `
    (echo|echamos|echar|echando) [mucho] de menos
    (te|los|las|lo|la) (extrano|extranamos|echo de menos)
    (no puedo) (mas|dormir|creer|con)
    (mala|que mala) suerte
    (se|me|nos) [me|nos] (ha|han) (roto|estropeado|perdido|caido|fastidiado)
    (no hay|no es) (derecho|justo|normal)
    (deja|dejan) (mucho|bastante) que desear
    (podria|podrian|deberia|deberian) (ser|estar|mejorar|haber|tener|hacer) [mas|mejor]
    (no es|no fue|no era) lo que (pedi|esperaba|compre)
    (ni|no|nada) [es|esta] (fu ni fa|del otro mundo|especial|claro)
    (demasiado|muy) (caro|lento|pequeno|grande|tarde|largo|corto|justo|frio)
    (que|una) (lastima|pena|pereza|fastidio|flojera)
    (por que|porque|cuando|donde) (no|sigue|siguen|tarda|tardan|esta mi|estan mis)
    (me|nos|le) (falta|faltan|falto|duele|preocupa|cansa|da pena|da miedo)
    (tuve|tengo|hay|tuvimos) [un|varios|muchos] (problema|problemas|inconvenientes|lio)
    (no|ni) [me|se|lo|la|le|nos|les|te] [me|se|lo|la] (funciona|sirve|gusta|gusto|gustan|llega|responde|ayuda|recomiendo|vale)
  `,
  "tone:-2": `
    (no|nunca|jamas|nadie|todavia no|aun no|sigue sin|siguen sin) [me|se|lo|la|le|nos|les|han|ha|he|hemos|mi|te] [ha|han|lo|la] (llego|llega|llegado|llegaron|funciona|funciono|sirve|sirvio|contestan|contesta|contestaron|responden|responde|respondieron|atienden|atiende|atendieron|ayudan|ayudaron|resuelven|resolvieron|solucionan|solucionaron|cumplen|cumplieron|devuelven|devolvieron|recibi|recibido|entregaron|entregado|vuelvo|volvere|recomiendo|recomendable|compren|pude|arreglan|llegar|responder|contestar)
    (sigo|seguimos|llevo|llevamos|estoy|estamos|estuve) [aun|todavia|mas de|desde|hace] [#number|dos|tres|una|un|varios|varias|dias|horas] [dias|horas|semanas|hora|meses|semana] (esperando|sin|aguardando)
    (hace|llevo|desde hace|van|mas de|llevamos) (#number|dos|tres|cuatro|varias|varios|muchos|muchas|una|un) (dias|horas|semanas|meses|semana|mes|hora|dia) [que] [no|sin|esperando|y]
    (perdida|perder|perdi|tirar|tirado) [de|el|mi|la|al] (tiempo|dinero|plata|tiempo y dinero)
    (mal|pesimo|mala|pesima|terrible|horrible) (servicio|atencion|calidad|trato|experiencia|producto|olor|estado|comunicacion)
    (muy|bastante|super|tan|que) (mal|malo|mala|malos|malas|feo|triste|decepcionado|decepcionada|molesto|molesta|enojado|enojada|lento)
    (me|nos) (cancelaron|cobraron|robaron|estafaron|enganaron|dejaron|perdieron|mintieron|colgaron|ignoran|trataron mal)
    (cobraron|cobrado|cobro) (de mas|dos veces|doble|dos|sin)
    (no compren|no lo compren|no la compren|no pierdan|no confien|nunca mas|que asco|que verguenza|una verguenza|un desastre|un asco|una mierda|una basura|una porqueria|una estafa|una burla|falta de respeto|harto de|harta de|estoy harto|estoy harta|es un robo|que mal|que rabia)
    (quiero|exijo|devuelvan|devuelvanme|regresen|necesito) [que] [me] [devuelvan] (mi|el) (dinero|plata|reembolso)
    (vino|llego|llegaron|esta|estaba|venia) [todo|muy] (roto|rota|danado|danada|mal|incompleto|equivocado|defectuoso|sucio|tarde|frio|abierto|usado|rotos)
    (no|nada) [es|fue|me|muy|son] (bueno|buena|bien|recomendable|justo|contento|feliz|satisfecho|util|vale la pena|profesional|serio|normal|posible)
    (nunca|jamas) (vino|vinieron|llego|llegaron|aparecio|aparecieron|contestan|contestaron|responden|llamaron|cumplen)
    nadie (contesta|responde|atiende|vino|me responde|me contesta|da la cara|sabe nada)
    (ya van|van ya|llevo|llevamos) (dos|tres|cuatro|cinco|varias|#number) (veces|horas|dias|semanas|meses)
    (perdi|perdimos) (toda|todo|mi|el|la|un|una|tiempo)
    (me|nos) (dejan|dejo|dejaron|dejas) (en visto|plantado|plantada|plantados|esperando|tirado|tirada|tirados)
    no (vuelvo|volvemos|vuelvo mas|pienso volver)
    (llevo|llevamos|sigo|seguimos) [#number|dos|tres|ya|aca] [horas|dias] esperando
    (tomadura de pelo|perdida de tiempo|perdida de plata)
    (otra vez|de nuevo) (sin (luz|agua|internet|servicio|respuesta|senal|gas|sistema|avisar|stock)|lo mismo|mal|tarde)
    (no|ni) (sirve|funciona|prende|enciende|arranca)
    (muy|demasiado) caro para
    para (eso|esto) [les|te|le|los] (pague|pagamos|pago|contrate)
    (puras|solo|puros) (excusas|pretextos|mentiras|cuentos)
    (otra vez|de nuevo) (goteando|roto|rota|sucio|sin funcionar)
    ni siquiera (vino|llego|contesta|contesto|responde|llamo|avisaron|aviso)
  `,
  "tone:-3": `
    (lo|la|el|los|de lo) peor
    (hijo|hijos) de (puta|perra|la chingada)
    (vayanse|vete|vayase) (a la|al) (mierda|carajo|infierno|chingada)
  `,
};
