/** What customers say in Spanish, by intent, without accents. */
export const spanishIntents: Readonly<Record<string, string>> = {
  greeting: `
    ^ (hola|holaa|buenas|saludos|ola|que tal|alo|buen dia|hey)
    (buenos|buenas|buen) (dias|dia|tardes|noches)
  `,
  thanks: `
    (gracias|agradezco|agradecido|agradecida|se agradece|le agradezco|les agradezco)
  `,
  goodbye: `
    (adios|chao|chau|bye|hasta (luego|pronto|manana|la proxima)|nos vemos|que tenga|que tengas|que tengan|que este bien|cuidese|cuidate|saludos $)
  `,
  pricing_question: `
    (cuanto|cuantos|cuanta|cuantas) [me|les|te|nos] (cuesta|cuestan|vale|valen|costaria|costarian|sale|salen|saldria|sera|seria|es|cobran|cobra|cobrarian|costo|por|piden|pagaria|tengo que pagar|debo)
    [a] (que|cual|cuales) [es|son|seria] [el|los|la|las|tiene|tienen|sus] (precio|precios|costo|costos|coste|tarifa|tarifas|valor|valores)
    (precio|precios|costo|tarifa|tarifas|valor|cotizacion|presupuesto) [de|del|por|para|tiene|tienen|$] 
    (me|nos|le) (da|das|pasa|pasas|puede dar|puedes dar|envia|manda|puede pasar|podria dar|dice|dices|regalas|compartes|comparte) ~ (precio|precios|costo|tarifa|cotizacion|presupuesto|lista de precios)
    (a como|a cuanto|en cuanto|que vale|que precio|que cuesta|cuanto $)
    (cotizar|cotizarme|cotizacion|cotizame|presupuesto)
    (tiene|tienen|hay|cuanto es) [algun|el|un] (costo|cargo|recargo|envio gratis)
    (mas barato|mas economico|es gratis|envio gratis)
    (cuanto|cuantos|cuanta|cuantas) [me|les|te|nos|le] (cobras|cobraran|cobrarias|pides|pedis|esta|estan|estaria|vendria saliendo|seria|cuestan|quedaria|queda|piden)
    (que|cual) (costo|precio|valor|tarifa) (tiene|tienen|tendria|manejan|maneja)
    (en que precio|a que precio|por cuanto|a cuanto) [lo|la|los|las] [tienes|tiene|dejan|dan|esta|estan|sale]
  `,
  comparison: `
    (comparar|comparando|comparacion|versus|en comparacion|comparado con)
    (diferencia|diferencias) (entre|de|hay|tiene)
    (cual|que) [es|seria|de|me|modelo|opcion|plan] [es] [el|la|los] (mejor|mas barato|mas barata|conviene|recomienda|recomiendas|recomiendan|recomendaria|me recomienda|me recomiendas)
    (mejor|peor|mas (barato|economico|caro|rapido|grande)) que (el|la|los|las|otro|otra|ese|este)
    (otra|otras|otro|otros|mas) (opcion|opciones|modelo|modelos|alternativa|alternativas|hotel|hoteles|restaurante|restaurantes|lugar|marca|marcas|color|colores)
    (no se cual|entre (este|esta|el|la|los) ~ y|alternativas|que mas (tienen|tiene|hay)|algo (mas|diferente|parecido|similar) [mas] [barato|economico])
    (en otro lado|en otra tienda|la competencia|otra tienda|en otro lugar)
    (me conviene mas|conviene mas|cual conviene|cual recomiendas|cual me aconsejas|en que se diferencian|en que se diferencia|que ventaja|que ventajas|vale la pena pagar)
    (cual|que) ~ (es mejor|conviene|rinde mas|dura mas|sale mejor|me recomiendan)
  `,
  negotiation: `
    (me|nos) (hace|haces|hacen|puede hacer|puedes hacer|podria hacer|podrias hacer|da|dan|deja|dejas|dejan|rebaja|rebajas|bajan|baja) [un|algun|una|mejor|el|buen] [buen|mejor] (descuento|rebaja|precio|descuentito|mejor precio|oferta)
    (hay|tiene|tienen|existe|habra|pueden hacer|puede hacer|hacen|hace|algun|aplica|con) [algun|un|alguna] (descuento|descuentos|rebaja|promocion|promo|oferta)
    (es|esta|muy|demasiado|un poco|bastante|esta muy) (caro|cara|elevado|fuera de mi presupuesto)
    (precio|es|lo) [es] (negociable|menos|ultimo|minimo)
    (ultimo precio|mejor precio|lo menos|a cuanto me lo (deja|dejas|dejan)|me lo deja|me lo dejas|lo dejas en|lo deja en|te doy #number|le doy #number|le ofrezco|te ofrezco|mi presupuesto es)
    si (compro|llevo|pido|pago) (dos|tres|varios|mas|al contado|en efectivo|#number|ambos)
    (me|nos) (lo|la|los|las) (deja|dejas|dejan|das|da|dejarias|dejaria|podrias dejar) (en|a|por)
    (hacen|haces|hace|hagan) [un|algun] (precio|precito|descuentito|precio especial|rebajita)
    (se (me|nos) va|fuera) (de|del) presupuesto
    (algo menos|un poco menos|lo menos|cuanto es lo menos|menos por favor|menos es)
  `,
  purchase_intent: `
    (quiero|quisiera|deseo|necesito|me gustaria|queremos|quisieramos|nos gustaria|quería|queria|voy a|vamos a|estoy por|pienso|puedo|podria|me interesa|como|donde|para|estoy listo para|estoy lista para) [yo|hacer] (comprar|comprarlo|comprarla|adquirir|ordenar|pedir|encargar|pagar|llevar|llevarme|llevarmelo|suscribirme|contratar|hacer un pedido|hacer una compra|hacer el pedido|un pedido|realizar un pedido|realizar una compra|rentar|alquilar|comprarme)
    (me|nos) (lo|la|los|las) (llevo|quedo|llevamos|quedamos|compro|vendes|vende|aparta|apartas|reserva)
    (lo|la|los|las) (compro|quiero|llevo|tomo|pido|compramos)
    (me|nos) (llevo|quedo con|das|pones|pone|da|manda|mandas|envias|envia) (el|la|uno|una|dos|tres|#number|este|esta|ese|esa|un|unos|unas)
    (deme|dame|ponme|pongame|mandame|enviame|envieme|quiero pedir|quiero ordenar|quiero llevar|quisiera pedir|quisiera ordenar|queremos pedir|queremos ordenar) (un|una|uno|dos|tres|cuatro|#number|el|la|ese|esa|este|esta|media|medio) [de|docena|kilo|kilos|cajas|caja|piezas]
    (donde|como|a que cuenta) [puedo|se|le|te|hago|debo] (pago|pagar|deposito|depositar|transfiero|transferir|compro|comprar|pedir|hago el pago|el pago|el pedido|hacer el pago|hacer el pedido)
    (pasame|pasa|enviame|mandame|me pasas|me envias|me mandas|me das) [el|los|tu|sus|su] (link de pago|datos para|datos de pago|numero de cuenta|cuenta|datos bancarios)
    (listo para|proceder con|proceder a|proceder al|hacer|realizar|finalizar|completar) [la|el|un|una|mi] (compra|pedido|pago|orden|comprar|pagar)
    (trato hecho|me convenciste|hagamoslo|cuenta conmigo|lo compro ya)
    (me|nos) (apartas|aparta|guardas|guarda|separas|separa|apartan|guardan) (uno|dos|tres|#number|ese|esa|este|esta|el|la|un par|una docena)
    (manda|mandas|mandame|enviame|traeme|traes|deme|dame|ponme|pongame|quiero|quisiera|necesito|encargo|pido) (#number|un|una|dos|tres|cuatro|cinco|seis|media|medio) [kilo|kilos|docena|docenas|litro|litros|caja|cajas|par|porcion|porciones] [y media|y medio] de
    (quiero|quisiera|queria|queremos|voy a|vamos a) (encargar|encargarte|encargarle|pedirte|pedirle|llevar|llevarme|ordenar|comprarte)
  `,
  "not:booking_request": `
    (tiene|tienen|tienes|tenes|hay|habra|tendran|tendra|tendrian|queda|quedan|quedara) [alguna|algun|una|un|unas|dos|mas|todavia|aun] [una|un] (mesa|mesas|habitacion|habitaciones|cita|citas|turno|turnos|lugar|cabana|cabanas|cupo|hora|sala) [libre|libres|disponible|disponibles] [para|el|hoy|manana|esta] [#number|uno|dos|tres|cuatro|cinco|seis|siete|ocho|diez]
  `,
  booking_request: `
    (quiero|quisiera|deseo|necesito|me gustaria|queremos|quisieramos|nos gustaria|queria|voy a|vamos a|puedo|podemos|podria|puede|puedes|podrias|me puede|me puedes|me ayuda a|para|como|donde|es posible|se puede|quisiera hacer|quiero hacer) [yo|a] (reservar|reservarme|agendar|agendarme|apartar|apartarme|programar|pedir [una] (cita|hora|turno)|sacar [una|un] (cita|turno|hora)|hacer [una|la] (reserva|reservacion|cita)|una (cita|reserva|reservacion|mesa|habitacion|hora)|un (turno|taxi|cuarto)|solicitar [una|un] (cita|turno)|coger [una] (cita)|reagendar|reprogramar)
    (reservar|reserva|reservame|reserve|reserven|agendar|agendame|agende|apartar|apartame|aparte) [me] (una|un|la|el|dos|tres|#number|mi|esa|ese|para|mesa|cita|habitacion|lugar|mesas)
    (quiero|quisiera|necesito|deseo|pido|busco) [hacer|sacar|pedir|agendar|tener|tomar] (una|un|hacer una|la) (cita|reserva|reservacion|turno|mesa|habitacion|consulta|hora)
    mesa para (#number|uno|dos|tres|cuatro|cinco|seis|siete|ocho|diez)
    (confirmar|confirmo|confirmame|confirme) [la|mi|el] (reserva|cita|reservacion|turno)
    (cambiar|mover|reprogramar|reagendar) [la|mi|el] (reserva|cita|reservacion|turno)
    (pueden|puede|puedes|podria|podrias|me) (reservar|reservarme|agendar|agendarme|apartar|apartarme)
    (quiero|quisiera|necesito|comprar) (#number|un|unos|dos|tres|cuatro) (boleto|boletos|billete|billetes|entrada|entradas|pasaje|pasajes)
    me (agendas|agenda|reservas|reserva|anotas|anota|apuntas|apunta|agendan|reservan|anotan|das (cita|turno|hora)|da (cita|turno|hora)|dan (cita|turno|hora)) [para|una|un|el|a|manana|hoy|por]
    (queria|quisiera|quiero|busco|necesito) (una|un|dos|#number) (habitacion|habitaciones|mesa|cabana|cuarto|turno|cita|hora|cancha|cupo) [doble|simple|individual] (del|para|el|con|a|manana|hoy|por)
    (puedo|podria|puede|se puede) (ir|pasar) (hoy|manana|el) [lunes|martes|miercoles|jueves|viernes|sabado|domingo] [a las]
    (me|nos|lo|la) (podes|puedes|puede|pueden|podrian|podria) (ver|atender|revisar|recibir) [a|el|la|mi|hoy|manana|esta]
  `,
  complaint: `
    (queja|quejas|reclamo|reclamos|reclamar|quejarme|reclamacion|poner una queja|hoja de reclamaciones|denunciar|denuncia)
    (no|aun no|todavia no|nunca|sigue sin|sigo sin|siguen sin) [me|se|nos|lo|la|le] [ha|han] [lo|la] (llego|llega|llegado|llegaron|funciona|sirve|contestan|contesta|responden|responde|atienden|entregaron|entregan|recibi|recibido|llegar|recibir|resuelven|respuesta|solucionan|respondieron|contestaron|devolvieron|cumplieron|carga|abre|enciende|prende)
    (llego|vino|llegaron|esta|recibi|venia|me llego|salio|vinieron|estaba) [todo|muy|el producto|con] (roto|rota|danado|danada|mal|malo|equivocado|equivocada|incompleto|incompleta|defectuoso|tarde|frio|fria|sucio|abierto|vencido|otro|otra cosa)
    (pesimo|pesima|mal|mala|terrible|horrible|malisimo|malisima|peor) (servicio|atencion|calidad|experiencia|trato|empresa|producto|comida|comunicacion)
    (llevo|llevamos|hace|desde hace|van) [mas de|ya] (#number|dos|tres|varias|varios|una|un|muchas|muchos|cuatro|cinco) (horas|dias|semanas|meses|hora|semana|mes|minutos|dia) [y|esperando|sin|que]
    (sigo|seguimos|estoy|estamos) [aun|todavia] esperando
    (me|nos) (cobraron|cancelaron|estafaron|mintieron|robaron|enganaron|perdieron|colgaron|dejaron (esperando|plantado)|trataron mal|ignoraron)
    (cobraron|cobro|cargo) (dos veces|doble|de mas|duplicado|indebido)
    (estoy|quede|muy|estamos) [muy|super|bastante] (decepcionado|decepcionada|molesto|molesta|enojado|enojada|inconforme|insatisfecho|frustrado|indignado|harto|harta|furioso)
    (es|que|una|son unos|son) [un|una] (verguenza|estafa|robo|burla|falta de respeto|inaceptable|estafadores|ladrones|desastre|asco)
    (donde esta|donde estan|que paso con|cuando llega) mi (pedido|paquete|dinero|reembolso|compra|orden|equipaje|maleta)
    (tengo|tuve|hay|tenemos) [un|muchos|varios] (problema|problemas|inconveniente|inconvenientes) 
    (producto|articulo|pedido) (equivocado|danado|defectuoso|incompleto|incorrecto)
    (falta|faltan|falto|faltaba) (un|una|parte|mi|el|la|dos|productos|piezas|algo)
    (sigue|siguen|sigo) (perdiendo|fallando|haciendo|goteando|igual|mal|con el|teniendo|roto|rota|danado|danada|descompuesto|descompuesta|apagandose|trabandose|botando|tirando)
    (me|nos) (mandaron|enviaron|llego|entregaron|dieron|trajeron|mando|envio|trajo) (otro|otra|mal|el equivocado|la equivocada|la talla equivocada|incompleto|incompleta|algo distinto|lo que no)
    (nadie) (contesta|responde|atiende|vino|aparecio|llego|llama|me llama|da respuesta|me responde)
    (nunca) (vino|vinieron|llego|llegaron|aparecio|llamaron|me llamaron|contestan|responden|llamo)
    (ya van|llevo|van) (#number|dos|tres|cuatro|varias|varios|muchas) (veces|dias|semanas|horas|meses)
    (esta|estaba|llego|vino|salio) (rayado|rayada|manchado|manchada|abollado|abollada|descompuesto|descompuesta|quemado|quemada|crudo|cruda|frio|fria|podrido|podrida|vencido|vencida)
    se (me|nos) (cae|corta|va|traba|apaga|cuelga|desconecta|corto|cayo) [el|la] (internet|senal|luz|sistema|servicio|llamada|wifi|celular|app|conexion|agua)
    (dejo|dejaron) (todo|toda) [hecho|la|el] ~ (sucio|sucia|mal|asco|desastre|tirado|desordenado|cochino)
  `,
  cancellation: `
    (cancelar|cancele|cancelen|cancelo|cancela|anular|anule|anulen) [por favor] (mi|la|el|mis|las|este|esta|todo|un|una|nuestra) 
    (quiero|quisiera|necesito|deseo|puedo|como|me gustaria|tengo que|puede|pueden|debo|queremos) [yo|hacer] (cancelar|anular|cancelarla|cancelarlo|cancelo|darme de baja (del servicio|del plan|de la cuenta))
    (cancelar|anular) $
    (ya no|no) (quiero|necesito|voy a necesitar|deseo) [el|la|mi] (pedido|reserva|cita|servicio|producto|suscripcion|orden)
    (ya no|no) (puedo|podre|podemos|vamos a poder|voy a poder|podremos) (ir|asistir|llegar)
    (cancelacion|anulacion) (de|del)
    (cerrar|eliminar|borrar) (mi|la) cuenta
    (denme|deme|dame|darme|darnos) de baja (de|del|en) [la|el|mi] (gimnasio|plan|servicio|curso|membresia|contrato|seguro|clase|suscripcion)
    (anulen|anule|anula|cancelen|cancele|cancela|anulame|cancelame|cancelenme) [me] (el|la|mi|todo|eso|por favor|porfa|ese|esa)
    (ya no|no) (voy a ir|vamos a ir|ire|iremos|podre asistir|puedo asistir|alcanzo a llegar)
    (borren|borra|borre|quita|quiten|quite|eliminen|elimina|saquen|saca|tachen) (mi|la|el|nuestra) (cita|turno|reserva|pedido|hora|reservacion)
  `,
  refund_request: `
    (reembolso|reembolsos|reembolsar|reembolsen|reembolsenme|reintegro|devolucion|devoluciones)
    (devolver|devuelvan|devuelvanme|devuelva|devuelvame|devuelve|devuelveme|regresen|regresenme|retornen|quiero de vuelta) [me] [mi|el|la|lo] [mi] (dinero|plata|pago|producto|compra|deposito|lo que pague)
    (quiero|quisiera|necesito|deseo|puedo) [yo] (devolver|regresar|retornar) (lo|la|el|este|esta|un|mi|los)
    (mi dinero|el dinero|mi plata) de (vuelta|regreso)
    (reembolsan|reembolsa|devuelven|devuelve|regresan|reintegran|devolveran|reembolsaran) [me|lo|la|el|mi|los|las] [de|del|dinero|plata]
    (devuelvanme|devuelveme|regresenme|reintegrenme|reembolsenme) [mi|el|la|los|las|lo]
  `,
  not_interested: `
    (no|ya no) [me|nos|estoy|estamos] (interesa|interesan|interesado|interesada|interesados|hace falta|convence)
    (no gracias|no por ahora|por ahora no|por el momento no|ahora no|hoy no|en otro momento|otro dia|tal vez despues|quizas despues|quiza mas adelante|mas adelante|lo voy a pensar|lo pensare|dejame pensarlo|dejeme pensarlo|solo (miraba|preguntaba|estoy mirando|estaba viendo|queria saber|pregunto|cotizaba)|no lo quiero|no la quiero|no quiero nada|no necesito nada|dejalo asi|dejelo asi|olvidalo|olvidelo|ya no gracias|ya no hace falta)
    ^ (ya no|paso) $
    (ya) [lo|la] (compre|consegui|encontre|reserve|contrate) [uno|una] (en otro|en otra|con otro|con otra|por otro) [lado]
    ya (tengo|consegui|encontre) (uno|una|otro|otra|quien)
    no (voy a|quiero|pienso|vamos a) (comprar|reservar|comprarlo|pedir)
    ya (contratamos|contrate|elegimos|elegi|encontramos|conseguimos|tenemos|compramos|compre|reservamos) [a|con|en|lo] (otro|otra|alguien|quien|otros|otro lado)
  `,
  opt_out: `
    (darme de baja|dame de baja|deme de baja|darse de baja|denme de baja|dar de baja (mi numero|mi correo|este numero|la suscripcion)|desuscribir|desuscribirme|desuscribanme|desuscribeme|cancelar la suscripcion|cancelar mi suscripcion (al|a la|del))
    (no|dejen de|deje de|deja de|ya no|parar de|paren de|basta de|no quiero que) [me|nos] [vuelvan a|sigan|siga|vuelva a|vuelvas a] [me] (escriban|escriba|escribas|escribir|escribirme|escribiendo|escribiendome|molesten|molestar|molestarme|molestes|moleste|contacten|contactar|contactarme|llamen|llamar|llamarme|llames|mandar|mandarme|manden|mandes|enviar|enviarme|envien|envies|mandando|enviando) [mas|mensajes|nada|publicidad|promociones|correos]
    (no quiero|no deseo|ya no quiero|ya no deseo) [recibir|que me manden|que me envien|que me escriban|saber] [mas|sus|estos|tus] (mensajes|publicidad|promociones|correos|notificaciones|ofertas|informacion|nada)
    (no quiero|no deseo|ya no quiero|ya no deseo) (recibir|que me manden|que me envien|que me escriban|que me contacten|que me llamen)
    (borren|borre|borra|eliminen|elimine|elimina|quiten|quite|quita|saquen|saque|saca|quitenme|saquenme|eliminenme|borrenme|sacame|quitame) [me|mi] (numero|de (la|su|sus|esta) lista|de (la|su|sus) base|mi numero|mis datos|telefono|contacto)
    (no mas|basta de|alto a los|alto a sus) (mensajes|publicidad|spam|correos|promociones)
    (dejenme|dejeme|dejame|me dejen) (en paz|tranquilo|tranquila)
    como (consiguieron|obtuvieron|consiguio) mi numero
  `,
  opt_in: `
    ^ (alta|suscribir|iniciar) $
    (suscribirme|suscribanme|suscribeme|inscribirme|quiero recibir) [a|al|sus|las|los|el] [su|sus|el|la] (boletin|newsletter|ofertas|promociones|lista|novedades)
    (quiero|quisiera|me gustaria|deseo|puedo) [volver a] recibir [de nuevo|otra vez|sus|tus|las|los|el] [sus|tus|las] (promos|promociones|ofertas|novedades|boletin|descuentos|noticias)
    (vuelvan|vuelve|vuelva|pueden volver) a (mandarme|enviarme|escribirme|mandar|enviar)
  `,
  abuse: `
    (idiota|idiotas|imbecil|imbeciles|estupido|estupida|estupidos|pendejo|pendeja|pendejos|tarado|tarada|subnormal|gilipollas|cabron|cabrones|puta|puto|putos|zorra|maricon|malparido|malparida|gonorrea|hijueputa|hdp|culero|culeros|mamon|cretino|cretina|boludo|pelotudo|pelotuda|conchatumadre|ctm|mierdas|baboso|babosa|retrasado|mongolico|cerdo asqueroso)
    (vete|vayase|vayanse|andate|que te den|chinga|chingate|jodete|jodanse|come|comete) [a la|al|por|tu|a|una] (mierda|carajo|diablo|infierno|culo|madre|chingada|verga|pija)
    (eres|sos|son|es|maldita|pinche|grandisima) [una|unas|un] (perra|perras|forro|forra)
    (hijo|hijos|hija) de (puta|perra|la chingada|su puta madre)
    (callate|cierra la boca|muerete|te odio|me cago en|te voy a (matar|golpear|pegar|romper)|los voy a matar|puta madre|la concha de|no sirves para nada|eres un inutil|son unos inutiles|bot de mierda|inutil de mierda|maldito bot|son unos (ladrones|rateros))
  `,
  wrong_number: `
    (numero|persona|chat) (equivocado|equivocada|incorrecto|erroneo)
    (se|te) (equivoco|equivocaste|equivoca|equivocas|equivocaron) de (numero|persona)
    (no soy|aqui no es|no es) (esa persona|quien busca|el|ella|quien cree)
    (no los conozco|no te conozco|quien eres|quien es usted|como tienes mi numero)
  `,
  information_request: `
    (tiene|tienen|hay|habra|tendran|tendra|queda|quedan) [alguna|algun|una|un|mesas|mesa] (disponibilidad|disponible|disponibles|cupo|cupos|espacio|turno|turnos|citas|cita|mesas|mesa|habitaciones|habitacion|lugar|hora)
    (tienes|tenes|tiene|tienen|hay|queda|quedan) [algo|algun|alguna|un|una] (lugar|hueco|libre|disponible|cita|turno|hora|horario|campo|espacio|cupo) [libre] (para|el|hoy|manana|esta|a las|de)
    (quiero|quisiera|necesito|deseo|me gustaria|me puede|me puedes|podria|podrias|me da|me das|me pueden|solicito|queria) [mas|dar|brindar|saber|enviar|pasar|darme|tener] (informacion|info|informes|saber|detalles|conocer|preguntar|consultar|datos)
    (informacion|info|informes|detalles) [de|del|sobre|por favor|acerca]
    (que|cual|cuales|cuando|donde|quien|como) (es|son|esta|estan|hay|tiene|tienen|puedo|incluye|horario|horarios|dias|tipo|hora|funciona|se|debo|hago|requisitos|color|colores)
    (tiene|tienen|hay|hacen|aceptan|venden|manejan|ofrecen|cuentan con|realizan|envian|atienden|abren|trabajan|incluye) [ustedes|el|la|un|una|algun|servicio|envios|a|con|pago] 
    (me interesa|estoy interesado|estoy interesada|una pregunta|una consulta|una duda|tengo una (duda|pregunta|consulta)|busco|ando buscando|estoy buscando)
    (horario|horarios|ubicacion|direccion|disponible|disponibilidad|a que hora|donde (quedan|estan|se encuentran))
    (les|te|le) (queda|quedan|llego|llegaron) [en|del|de|la|el|mas|algun|algo|talla]
    (a que|hasta que) (hora|horas|dia) [cierran|abren|atienden|trabajan|estan]
    (donde|como) (llego|quedan|queda|los encuentro|es|estan|puedo)
    (tienen|tienes|tenes|venden|manejan|trabajan) [en|el|la|talla|color|de|con|algun]
    (hacen|haces|hace|realizan) (envios|envio|delivery|entregas|arreglos|reparaciones|instalacion|factura)
    (el|la|los|las) (curso|plan|paquete|servicio|habitacion|precio|clase|tratamiento|tour) [~] (da|dan|incluye|incluyen|trae|traen|viene con)
  `,
  "not:pricing_question": `
    (no importa|no me importa|cueste|sin importar) (cuanto|lo que) [cuesta|cueste|vale|sale]
  `,
  "not:negotiation": `
    (codigo|codigos|cupon|cupones|vale|tarjeta) (de descuento|promocional|promocionales|de regalo)
  `,
  "not:comparison": `
    (mandaron|enviaron|llego|trajeron|dieron|entregaron|mando|envio|trajo) (otro|otra|otros) (color|modelo|marca|talla|producto)
  `,
  "not:purchase_intent": `
    (ya) (compre|pedi|pague|ordene|lo compre|la compre)
  `,
  "not:cancellation": `
    (puede|puedo|podria|es posible|se puede|podemos) (cancelar|anular) [la reserva|la cita|el pedido] (gratis|despues|sin|si|en cualquier|hasta)
    (no) [me|lo|la|se|le|nos] (canceles|cancele|cancelen|anules|anule|anulen)
    (cancelacion) (gratis|gratuita|sin costo|sin cargo)
    (politica|politicas|condiciones) de (cancelacion)
  `,
  "not:opt_out": `
    no [quiero|deseo|quisiera|pienso|voy a] [que] [me|nos] (den de baja|des de baja|de de baja|darme de baja|dar de baja|darse de baja|desuscribir|desuscribirme|desuscriban|desuscribas|desuscribanme|borren|borre|quiten|eliminen|saquen)
    (responda|responde|envie|envia|escriba|escribe|mande|manda) (stop|baja|alto|salir) [para] [darse de baja|cancelar|desuscribirse|salir]
    para (darse de baja|dar de baja|desuscribirse|cancelar la suscripcion) [,] (responda|responde|envie|envia|escriba|haga|visite)
    (mandes|mande|manden|envies|envie|envien|enviar|mandar|mandando|enviando|mandarme|enviarme) [me|nos] [mas] [~] (cobros|cobro|facturas|recibos|pedidos|paquetes|productos|producto|tallas|talla|articulos|duplicado|duplicada|duplicados|duplicadas|equivocado|equivocada|equivocados|equivocadas|incorrecto|incorrecta|incorrectos|incorrectas|mal|roto|rota|rotos|rotas|tarde)
    (mandes|mande|manden|envies|envie|envien|enviar|mandar) [me] (la|el|los|las|lo|otra|otro|esa|ese) [~] (factura|comprobante|recibo|foto|fotos|ubicacion|pedido|paquete|archivo|documento|direccion|cotizacion|tecnico|repartidor|taxi)
  `,
};
