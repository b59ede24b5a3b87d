/** Spanish words by tone, from -3 to 3, without accents. */
export const spanishTone: Readonly<Record<string, string>> = {
  "3": `
    excelente/s excelentemente increible/s maravilloso/o maravilla/s fantastico/o estupendo/o perfecto/o perfectamente perfeccion espectacular/es impecable/s inmejorable/s genial/es buenisimo/o
    excepcional/es extraordinario/o magnifico/o sensacional encanto encanta encantan encanto encantado/o encantador/a encantadora amo amamos adoro adora fenomenal fabuloso/o espectacularmente
    riquisimo/o lindisimo/o hermosisimo/o rapidisimo/o amabilisimo/o contentisimo/o felicisimo/o insuperable sublime brillante/s delicioso/o chingon chingona bacanisimo
    exquisito/o delicia alucinante/s flipante fascina recomendadisimo/o barbaro/o
  `,
  "2": `
    bueno/o buenos buena buen mejor mejores feliz felices felicidad contento/o alegre/s alegria alegra alegro satisfecho/o satisfactorio/o gusta gustan gusto gustaron gustado agrada agrado agradable/s lindo/o bonito/o hermoso/o bello/o
    precioso/o rico/o sabroso/o amable/s amabilidad simpatico/o atento/o cordial/es servicial/es profesional/es eficiente/s eficaz rapido/o rapidamente rapidez facil faciles comodo/o comodidad recomiendo recomendable/s recomendado/o recomendamos
    agradezco agradecido/o agradecida acertado/o util/es limpio/o fresco/o calidad puntual/es puntualidad confiable/s confianza honesto/o divertido/o interesante/s emocionante/s emocionado/o ilusion impresionante/s
    exito/s exitoso/o logro lograron gane ganamos ganar ganador felicidades felicitaciones enhorabuena bendicion/es bendiciones suerte amor amores querido/o carino cariñoso carinoso guapo/o genio crack capo maestro
    bien bonisimo chevere bacan padrisimo padrisima chido/o copado/o joya joyita optimo/o valio disfrute disfrutar disfruta disfrutamos disfruto sonrisa rie risa risas divertidisimo
    maravillado sorprendente/s admirable/s admiro orgullo orgulloso/o paz tranquilo/o tranquilidad fantasia triunfo campeon campeones viva bravo ole ovacion mola molan molo guay
    chulada chulo/o golazo divino/o idolo genia cumplidor cumplidora prolijo/o esponjoso/o duradero/o acerto aplausos fascinado/o alivio sabrosisimo/o
  `,
  "1": `
    gran vacaciones fiesta fiestas enamorado/o enamora amigos ganas sonreir sonrie celebrar celebrando celebramos disfrutando aprobado aprobe
    correcto/o adecuado/o aceptable/s funciona funcionan funciono resuelto/o solucionado/o solucion solucionaron resolvieron ayudaron ayudo barato/o economico/o accesible/s gratis regalo/s
    seguro/o sencillo/o practico/o ligero/o suave/s interesa esperanza apoyo respeto abrazo/s beso/s besos animo bienvenido/o cumplio cumplieron cumplen mejora mejoro mejorado
    jaja jajaja jajajaja jeje xd calido/o acogedor/a tierno/o
    educado/o resistente/s guau repetiremos repetimos volveremos
  `,
  "-1": `
    soledad ansiedad resaca gripe sufrir sufro sufre sufriendo extrano extranar llorando cansancio atasco suspendido suspendi despedido paro deuda deudas pobreza enfermedad hospital nostalgia agobio agobiado/o
    lento/o lentitud tardan tardo tardaron tarda demora/s demorado/o demoran demoro retraso/s retrasado/o atraso/s atrasado/o esperando caro/o carisimo/o costoso/o dificil/es complicado/o problema/s inconveniente/s error/es
    falla/s fallo/s fallan faltan falto faltaba incompleto/o danado/o dano/s roto/o rota rompio rompe manchado/o sucio/o suciedad viejo/o ruido ruidoso/o triste/s tristeza pena lastima lamento lamentablemente
    desafortunadamente duda/s dudoso/o confuso/o confusion preocupado/o preocupa preocupacion cansado/o cansada cansa aburrido/o aburre aburrimiento mediocre/s mediocridad incomodo/o queja/s reclamo/s reclamacion quejarme
    cancelado/o cancelaron cancelacion perdido/o perdieron perdi perder pierde equivocado/o equivocaron incorrecto/o insuficiente/s escaso/o debil/es vencido/o caducado/o molestia/s molesto/o molesta dolor duele miedo llorar lloro
    extrano/o raro/o nervioso/o estres estresado/o imposible/s agotado/o saturado/o enfermo/o muerte muere morir murio crisis guerra culpa lagrimas
    quemado/o peligroso/o crudo/o rayado/o
  `,
  "-2": `
    corrupcion corrupto/o corruptos asesinato/s asesino/s asesinos violencia violacion dictadura depresion deprimido/o criminal/es terrorista/s sinverguenza/s caradura/s machista/s fascista/s racista/s
    malo/o mala malas mal peor/es pesimo/o decepcion decepcionado/o decepcionante/s decepciona decepciono frustrado/o frustrante/s frustracion enojado/o enojo enfadado/o enfado indignado/o indignante/s indignacion furioso/o rabia
    inutil/es inservible/s estafa/s estafador/es estafadores estafaron fraude/s engano/s enganoso/o enganado/o enganaron mentira/s mentiroso/o mienten miente mintieron robo/s robaron roban ladron/es ladrones grosero/o maleducado/o irrespetuoso/o
    incompetente/s incompetencia ineptos inepto/o negligente/s negligencia vergonzoso/o verguenza ridiculo/o absurdo/o estupido/o estupidez idiota/s tonto/o basura porqueria fatal/es desastroso/o desastre/s feo/o fea asqueroso/o asco asqueo
    harto/o harta hartazgo desagradable/s inaceptable/s insoportable/s insatisfecho/o inconforme/s descontento/o disgusto disgustado/o abuso/s abusivo/o burla/s tomadura injusto/o injusticia dañado defectuoso/o fracaso/s fracasado/o
    nefasto/o deplorable/s penoso/o patetico/o cabron/es imbecil/es pendejo/o mamada jodido/o jode joder carajo maldito/o infierno podrido/o apesta apestan vomitivo mierdero gacho culero chafa cutre bodrio tedioso/o
    chapuza/s chapucero/o timo desilusion averiado/o descompuesto/o malogrado/o prepotente/s tardado incumplido incumplieron insipido/o soso/o fastidio trucho/o berreta cochino/o
  `,
  "-3": `
    horrible/s horroroso/o terrible/s terriblemente espantoso/o odio odia odian detesto detesta repugnante/s mierda puta puto hijueputa hdp malparido/o gonorrea asquerosidad lamentable/s vergonzosamente malisimo/o pesimamente
    caca nauseabundo/o atroz atroces pesadilla/s aborrezco
    lentisimo/o aburridisimo/o bodrio rateros
  `,
};
