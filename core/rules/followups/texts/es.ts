import type { Wordings } from "./situation.ts";

/** Without a name the greeting stands alone: "Hola, …". Informal, and without endings that would have to know who is addressed. */
export const spanish: Wordings = {
  promise: [
    "Hola {{first_name|}}, te escribí «{{promise|te respondo pronto}}» y no se me ha olvidado. ¡Gracias por tu paciencia!",
    "Hola {{first_name|}}, todavía te debo una respuesta: te escribí «{{promise|te respondo pronto}}». Perdona la espera, y gracias por tu comprensión.",
  ],
  ghosting: [
    "Hola {{first_name|}}, solo quería saber si te llegó mi último mensaje. ¿Te puedo ayudar en algo?",
    "Hola {{first_name|}}, no hay ninguna prisa. Si aún tienes alguna duda, respóndeme por aquí y con gusto te ayudo.",
  ],
  undecided: [
    "Hola {{first_name|}}, elegir no siempre es fácil. ¿Te gustaría que veamos juntos las opciones?",
    "Hola {{first_name|}}, ¿sigues viendo opciones? Cuéntame qué es lo más importante para ti y te digo cuál te conviene más.",
  ],
  disengaged: [
    "Hola {{first_name|}}, espero no haberte escrito demasiado. ¿Qué te sería más útil saber ahora?",
    "Hola {{first_name|}}, si no es buen momento, dime cuándo te viene mejor y con gusto te ayudo entonces.",
  ],
  reminder: [
    "Hola {{first_name|}}, quería retomar el contacto contigo. ¿Cómo va todo?",
    "Hola {{first_name|}}, te escribo de nuevo para saber cómo vas. ¿Necesitas algo de nuestra parte?",
  ],
  custom: [
    "Hola {{first_name|}}, quería saber cómo vas. ¿Te puedo ayudar en algo?",
    "Hola {{first_name|}}, solo un último mensaje de nuestra parte: si necesitas algo, aquí estamos.",
  ],
  abandoned_booking: [
    "Hola {{first_name|}}, parece que tu reserva quedó sin terminar. ¿Quieres que la complete por ti?",
    "Hola {{first_name|}}, tu reserva sigue abierta. Si algo no quedó claro o no funcionó, dímelo y lo resolvemos.",
  ],
  quote_sent: [
    "Hola {{first_name|}}, ¿has podido ver la cotización que te enviamos? Con gusto te aclaro cualquier duda.",
    "Hola {{first_name|}}, ¿te gustaría cambiar algo de la cotización? Dímelo y vemos qué podemos hacer.",
  ],
  no_show: [
    "Hola {{first_name|}}, ¡te echamos de menos! Espero que todo esté bien. ¿Buscamos otra fecha?",
    "Hola {{first_name|}}, aquí te seguimos esperando con gusto. Dime qué día te viene bien y te busco un nuevo horario.",
  ],
  post_purchase_check_in: [
    "Hola {{first_name|}}, ¡gracias otra vez por elegirnos! ¿Estuvo todo como esperabas?",
    "Hola {{first_name|}}, nos encantaría saber cómo te fue. ¿Hay algo que podamos mejorar?",
  ],
  win_back: [
    "Hola {{first_name|}}, ha pasado un tiempo y nos acordamos de ti. ¿Cómo has estado?",
    "Hola {{first_name|}}, aquí siempre tienes las puertas abiertas. ¿Hay algo que podamos hacer por ti?",
  ],
};
