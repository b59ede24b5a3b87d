/** What businesses say in Spanish, without accents. Labels as in English. */
export const spanishBusiness: Readonly<Record<string, string>> = {
  "conversion:booking": `
    (reserva|reservacion|cita|mesa|habitacion|turno|vuelo|boletos|entradas|visita|lugar|clase) [ya] [esta|ha sido|queda|quedo|fue|han sido|estan] [ya|ha|sido|correctamente] (confirmada|confirmado|reservada|reservado|agendada|agendado|programada|hecha|lista|registrada|confirmadas|confirmados|realizada|apartada|reservados|reservadas)
    (he|hemos|acabo de|ya) [le|te|les] (reservado|agendado|confirmado|programado|apartado|reservar|agendar|confirmar) (su|tu|la|una|el|un|para|mesa|vuestra|dos|#number)
    (le|te|les) (reserve|agende|aparte|confirme|reservamos|agendamos|confirmamos|apartamos|esperamos el|espero el|esperamos manana|esperamos a las) [la|su|una|tu|el|mesa|para|lunes|martes|miercoles|jueves|viernes|sabado|domingo]
    (reservamos|agendamos|reserve|agende) (su|tu|una|la) (mesa|cita|habitacion|reserva)
    (queda|quedo|quedan|quedaste|esta|estas) [usted|ya] (agendado|agendada|reservado|reservada|confirmado|confirmada|apuntado|apuntada|programado)
    (confirmacion|reserva) (numero|de reserva|confirmada)
    (codigo|numero) de (reserva|confirmacion) [es]
    (te|le|les|os) (anote|anotamos|apunte|apuntamos|inscribi|inscribimos|registre|agendo ya|separe|separamos|guarde|guardamos) [ya] (para|a las|el|en|la|una|un|con|manana|hoy)
    (quedaste|quedo|quedas|queda) [usted|ya] (anotado|anotada|inscrito|inscrita|inscripto|inscripta|registrado|registrada|separado|separada|apartado|apartada)
    (le|te|les) confirmo (su|tu) (reserva|cita|reservacion|mesa|turno|habitacion|lugar|clase|visita)
  `,
  "conversion:purchase": `
    (pedido|compra|pago|orden|transaccion|suscripcion) [#number] [ya] [esta|ha sido|queda|quedo|fue|se ha] [ya|ha|sido|correctamente|con exito] (confirmado|confirmada|realizado|realizada|procesado|procesada|recibido|recibida|completado|completada|registrado|registrada|aprobado|aprobada|exitosa|exitoso|hecho|hecha|aceptado|enviado|en camino|en preparacion|listo)
    (hemos|he) (recibido|procesado|registrado|confirmado|realizado|completado) (su|tu|el|la) (pago|pedido|compra|orden)
    (recibimos|procesamos|registramos|confirmamos) (su|tu|el) (pago|pedido|compra|orden)
    (gracias|felicidades|felicitaciones) por (su|tu|la) (compra|pedido|orden|pago)
    (su|tu) (pedido|orden|comida|cafe) (estara|va a estar|esta) (listo|lista|en camino|en preparacion|disponible)
    (numero de|#number de) (pedido|orden|guia|rastreo) [es]
    (compra|pago) (exitosa|exitoso|aprobado|realizada con exito)
    (cayo|entro|recibi|vimos|vi|llego) [ya] (tu|su|el|la) (pago|deposito|transferencia|sena)
  `,
  "revocation:booking": `
    (reserva|reservacion|cita|mesa|habitacion|turno|vuelo) [ya] [esta|ha sido|queda|quedo|fue] [ya|ha|sido] (cancelada|cancelado|anulada|anulado)
    (he|hemos|ya) [le|te] (cancelado|anulado|cancele|cancelamos) (su|tu|la) (reserva|cita|reservacion|mesa|habitacion|turno|vuelo)
    (cancelamos|cancele|anulamos) (su|tu|la) (reserva|cita|reservacion|mesa|habitacion|turno)
    (reserva|reservacion|cita|mesa|habitacion|turno|vuelo|clase|sesion|visita|hora) ~ (ha sido|fue|quedo|queda|esta|quedaron|fueron|han sido) [ya] (cancelada|cancelado|anulada|anulado|canceladas|cancelados)
    (hemos|he|ya) [te|le|se] (cancelado|anulado|dado de baja|cancele|cancelamos|anule|anulamos) [tu|su|la|el|esa|vuestra] (reserva|cita|reservacion|mesa|habitacion|turno|vuelo|clase|sesion|hora)
    (cancelamos|cancele|anulamos|anule) (su|tu|la|el|vuestra) (turno|clase|sesion|visita|hora|vuelo|reserva|cita)
    (di|dimos|hemos dado|he dado) de baja [tu|su|la|el] (turno|reserva|cita|clase|hora|lugar|inscripcion)
  `,
  "revocation:purchase": `
    (pedido|compra|pago|orden|suscripcion) [#number] [ya] [esta|ha sido|queda|quedo|fue] [ya|ha|sido] (cancelado|cancelada|anulado|anulada|reembolsado|reembolsada|devuelto)
    (he|hemos|ya) [le|te] (cancelado|anulado|reembolsado|devuelto|procesado|emitido|realizado) (su|tu|el|la) (pedido|compra|orden|reembolso|dinero|pago|devolucion)
    (reembolso|devolucion) [ya] [ha sido|esta|fue|se ha] (procesado|procesada|realizado|realizada|emitido|aprobado|enviado)
    (cancelamos|reembolsamos|devolvimos) (su|tu|el) (pedido|compra|dinero|pago|orden)
    (pedido|compra|pago|orden|suscripcion) ~ (ha sido|fue|quedo|queda|esta) [ya] (cancelado|cancelada|anulado|anulada|reembolsado|reembolsada|devuelto)
    (hemos|he|ya) [te|le|se|os] [le|lo|la] (devuelto|reembolsado|reintegrado|abonado|devolvimos|reembolsamos|reintegramos|devolvi|reembolse) [el|la|los|las|tu|su|todo] [#money|#number|dinero|importe|monto|plata|total|deposito|sena]
    (te|le|les|os) (devolvimos|reembolsamos|reintegramos|devolvi|reembolse|reintegre) [el|la|los|las|tu|su]
    (dinero|plata|importe|monto|deposito|sena) ~ (ha sido|fue|esta) [ya] (devuelto|devuelta|reembolsado|reintegrado|reembolsada)
    (anulamos|anule|cancelamos|cancele) (su|tu|el|la|vuestro) (pedido|compra|orden|suscripcion)
    se (hizo|realizo|proceso|emitio|efectuo) [ya] (la|el|su|tu) (devolucion|reembolso|reintegro)
  `,
  fulfilment: `
    (pedido|paquete|orden|envio|compra) [ya] [ha sido|fue|esta|ha] (entregado|entregada)
    (entregamos|hemos entregado) (su|tu|el) (pedido|paquete)
    (esperamos|espero) que [le|te|lo|la|les|hayas|haya] [haya] (disfrutado|disfrutes|disfrute|gustado|gustara|haya gustado)
    (gracias) por (su visita|tu visita|visitarnos|hospedarse|venir)
    (que tal|como) (le|te) (parecio|fue con|estuvo)
    (servicio|trabajo|reparacion) [ya] [esta|ha sido|fue] (terminado|completado|finalizado|lista|terminada)
    (su|tu) ~ [ya] (esta|estan|quedo|quedaron) (listo|lista|listos|listas|reparado|reparada|arreglado|arreglada) [y|para|puede|puedes|cuando|ya|$]
    (puede|puedes|podes|ya puede|ya puedes) (pasar|venir) (por|a) (el|ella|ellos|ellas|recogerlo|recogerla|buscarlo|buscarla|retirarlo|retirarla|recoger|retirar|buscar)
    (pedido|paquete|envio|encomienda) ~ (entregado|entregada|entregamos|dejamos en|quedo en|recibio)
    ^ entregado $
    (dejamos|deje|entregamos|entregue|dejaron|entregaron) (su|tu|el|la) (pedido|paquete|encargo|caja|envio|compra)
    (ya terminamos|ya termine|quedo terminado|quedo terminada|ya terminaron) [su|tu|el|la|con|de]
  `,
  "offer:booking": `
    (quiere|quieres|desea|deseas|le gustaria|te gustaria|gusta|quisiera|puedo|podemos|prefieres|prefiere) [que] [le|te|lo|la] (reserve|reservemos|agende|agendemos|aparte|apartemos|reservar|agendar|apartar|reservarle|agendarle|programar|agendarte|reservarte|hacer [una|la] reserva|confirme [la|su] reserva|una cita|confirmar [la|su|tu] (reserva|cita))
    (le|te|se la|te la|lo|la) (reservo|agendo|aparto|confirmo|reservamos|agendamos|apartamos)
    (reservo|agendo|aparto) (la|una|el|tu|su|para)
    (tengo|tenemos|hay|queda|quedan|me queda) [un|una|algun|alguna] (disponible|disponibles|libre|lugar|lugares|turno|turnos|cupo|cupos|espacio|hora|horas|hueco|huecos|cita|citas) [libre|disponible|libres] [para] (el|este|hoy|manana|a las|a|de|esta|lunes|martes|miercoles|jueves|viernes|sabado|domingo|#number)
    (te|le|les|os) (doy|damos|dejo|guardo|separo|anoto|apunto|aparto) [el|la|un|una|ese|esa|para] (turno|cita|hora|lugar|mesa|cupo|para|el|manana|hoy)
    (puedo|podemos|podria) (atenderte|atenderle|recibirte|recibirle|darte|darle) [un|una|el] ~ (turno|cita|hora|lugar|el|manana|hoy|a las)
    (te|le|les|os) (queda bien|viene bien|va bien|acomoda|sirve) (el|a las|manana|hoy|este|esta|lunes|martes|miercoles|jueves|viernes|sabado|domingo)
  `,
  "offer:purchase": `
    (quiere|quieres|desea|deseas|le gustaria|te gustaria|gusta|quisiera|puedo|podemos) [que] [le|te|lo|la|proceder con|hacer|continuar con] [la|el|su] (comprar|compre|pedir|ordenar|compra|pedido|procese|envie|enviemos|procesar|pagar|pago|llevar|llevarlo|agregar|agregue|anada|mandemos|aparte|comprarlo|ordenarlo|pedirlo|realizar (el|la|su|un) (pedido|compra|pago))
    (se lo|te lo|se la|te la) (envio|mando|aparto|enviamos|mandamos|llevas|lleva|llevamos)
    (procedemos con|procedo con) [el|la|su|tu] (pedido|compra|orden|pago)
    [desea|quiere|quieres|deseas] algo mas
    (le|te|les|os) (agrego|agregamos|anado|sumo|sumamos|incluyo|incluimos|pongo) (un|una|unas|unos|el|la|los|las|otro|otra|#number|dos)
    (le|te|les|os) (paso|mando|envio|comparto|pasamos|mandamos|enviamos) (el|los|un|mi|nuestro) (link|enlace|datos|numero de cuenta|cbu|alias|qr|link de pago|datos de pago)
    (lo|la|los|las) (quiere|quieres|queres|desea|deseas|llevas|lleva|llevan) (con|para|en|de|ahora|hoy|ya)
  `,
  request: `
    (envienos|envieme|enviame|envianos|mandenos|mandeme|mandame|mandanos|indiquenos|indiqueme|indicame|indicanos|digame|diganos|dime|dinos|confirmeme|confirmame|confirmenos|confirmanos|compartanos|comparteme|compartame|compartenos|paseme|pasame|pasenos|pasanos|facilitenos|faciliteme|facilitame|regaleme|regalame) [por favor] (su|tu|sus|tus|el|la|los|las|un|una|que|cual|cuando|cuantos|cuantas|cuantas|donde|si|a que|para)
    (avisame|aviseme|avisenos|avisanos) (si (te|le|les) (sirve|parece|interesa|conviene|queda)|cual|que dia|a que hora|cuando)
    me (confirma|confirmas|envia|envias|manda|mandas|pasa|pasas|indica|indicas|dice|dices|comparte|compartes|regala|regalas) (su|tu|sus|tus|el|la|que|cual|si|a que|cuando|un|una) ~ [por favor|porfa|$]
  `,
  "not:request": `
    (digame|diganos|dime|dinos) (si (necesita|necesitas|tiene|tienes)|en que)
  `,
  "offer:other": `
    (le|te|les) (recomiendo|recomendamos|sugiero|sugerimos|ofrezco|ofrecemos|interesa|gustaria)
    (tenemos|contamos con|hay|encontre|tengo) [los|las|un|una|varias|varios|#number|dos|tres|estas|estos] [siguientes|buenas|buenos] (opciones|modelos|disponibles|disponible|promociones|paquetes|planes|hoteles|restaurantes|horarios)
    (que tal|que le parece|que te parece|cual prefiere|cual prefieres|cual le gusta|cual te gusta)
    (oferta|promocion|descuento) (especial|exclusiva|limitada)
  `,
  cannot_resolve: `
    (no) [me|nos|le|te] (podemos|puedo|podriamos|podria|vamos a poder|voy a poder|pudimos|pude) [le|te|les] (ayudar|ayudarle|ayudarte|ayudarles|resolver|resolverlo|hacer eso|hacerlo|hacerle|hacerte|cambiar|cambiarlo|devolver|devolverle|devolverte|reembolsar|ofrecer|ofrecerle|atender|atenderle|atenderlo|atenderte|garantizar|garantizarle|mover|dar|darle|darte|apoyar|apoyarle|apoyarte|igualar|bajar|aceptar|autorizar|responder|responderle|meter|entregar|ayudarlo|ayudarla)
    no (esta|depende|queda) (en|de) (nuestras|mis|nosotros|mi|nuestra) (manos|alcance|$)
    no depende de (nosotros|mi)
    no (es|seria|nos es|va a ser|sera) posible
    (no hay|no tenemos|no queda|ya no hay) (nada que (hacer|podamos)|forma|manera|modo|como (ayudar|ayudarle|hacer))
    (no) (nos dedicamos|hacemos eso|trabajamos eso|contamos con ese servicio|estamos autorizados|tenemos permiso|tenemos autorizacion|realizamos ese|tocamos|damos ese servicio|ofrecemos ese|es nuestra area|nos corresponde|me corresponde|es de nuestra competencia)
    (por|es) (politica|politicas|normas|reglamento) [de la empresa|de la casa|de la tienda|interna|internas|nuestra]
    (tendria|tiene|tendrias|tienes|debe|debes|tenes) (que) (verlo|consultarlo|hablarlo|llamar|reclamar|tramitarlo|preguntar|comunicarse|acudir|dirigirse) (con|al|a la|en|a)
    (no sabria|no sabria decirle|no sabria decirte|no se decirle|no se decirte|desconozco|no tengo (esa|la|mas) informacion|no manejo esa|no cuento con)
    (ya no|lamentablemente no|lo siento no|disculpe no|desafortunadamente no) [me|nos|le|se] (podemos|puedo|puede|es posible|tenemos como|hay forma|hay manera)
    (no|lamentablemente no|lo siento no) [me|le|te|nos|se] (puedo|podemos|es posible|entendi|entiendo|tengo|tenemos|sabria|fue posible) [le|te] (ayudar|ayudarle|ayudarte|resolver|responder|hacer|procesar|acceso|informacion|completar|encontrar|darle|realizar|eso|tu|su|la informacion)
    no (le|te|lo) (entendi|entiendo|comprendo|comprendi)
    (fuera de|no esta en) (mis|mi) (alcance|manos|posibilidades|capacidad)
    (solo soy|soy solo|soy) un (bot|asistente virtual)
    no (lo|la|los|las) (manejo|manejamos|veo|vemos|atiendo|atendemos|sabria|sabriamos) [yo|nosotros|desde|por]
  `,
  "failure:es": `
    (no|nunca|tampoco) 
    (lamentablemente|desafortunadamente|error|fallo|problema|rechazado|rechazada|agotado|agotada|sin disponibilidad|imposible|declinado|pendiente)
  `,
  condition: `
    (cuando|una vez que|si|hasta que|en cuanto|antes de|para) ~ (confirme|confirmada|confirmado|pague|reserve|realice|reciba|recibamos|realizado|confirmar|pago)
    (si|cuando) [usted|no] (cancela|cancelas|cancelan|anula|anulas|llega|llegas|llegan|se presenta|te presentas|asiste|asistes)
  `,
  unrelated: `
    (cancion|musica|alarma|recordatorio|temporizador|transferencia|reproduciendo|luces|volumen)
  `,
  "not:failure": `
    (no hay|sin|ningun) (problema|problemas|drama|inconveniente|apuro)
    (no se preocupe|no te preocupes|no pasa nada|no importa|no hay de que|no se hizo ningun|no se hizo|no se le cobrara|no se te cobrara|no tiene costo)
  `,
};
