import type { Reading } from "#core/model/reading.ts";
import { foldText, namedWords } from "#core/rules/text/text.ts";

/** Words without content of their own next to a promise: greetings, thanks and courtesy, in the languages that the analyst reads. */
const courtesy = new Set(
  (
    "hi hello hey dear good morning afternoon evening day thanks thank you so much very for your patience message sir maam mam miss ms mr sure ok okay noted " +
    "yes of course no problem please sorry and then first just a moment again apologies alright understood boss madam " +
    "hola buenas buenos buen dia dias tardes noches gracias muchas claro si por favor disculpe disculpa perdon vale un momento estimado estimada entendido " +
    "kumusta magandang umaga tanghali hapon gabi araw salamat po opo sige oo ok lang pasensya pasensiya na maraming hello copy ate kuya"
  ).split(" "),
);

/** Courtesy phrases of several words, since their single words may be an answer ("still available"). */
const phrases = [
  /\b(for|sa|por) (reaching out|contacting us|getting in touch|writing( (to )?us)?|(your|the) (message|patience|inquiry|enquiry|interest|time)|waiting|bearing with us)\b/,
  /\bsorry (for|about) (the|this|that)( long)? (delay|wait)\b/,
  /\b(we are|we're|i am|i'm)?\s*(still|currently|just) (checking|looking into (it|this|that)|working on (it|this|that))( for you)?\b/,
  /\b(bear with (us|me)|hold on|hang on|(give (us|me) )?(a|one|1) (quick )?(moment|sec|second|minute))\b/,
  /\bpor (escribirnos|contactarnos|comunicarse|(su|tu|la) (mensaje|paciencia|espera|consulta|interes))\b/,
  /\b(disculp[ae]n?|perdon|lamentamos) (por )?(la|el) (demora|espera|retraso)\b/,
  /\b(deme|dame|denos|danos)? ?un (momentito|segundo|minuto|ratito)\b/,
  /\b(aun |todavia )?(sigo|seguimos|estoy|estamos) (revisando|verificando|consultando|averiguando)(lo)?\b/,
  /\bsa (pag-?\s?(message|inquire|hihintay|aantay)|paghihintay|pag-?aantay)( (nyo|niyo|ninyo|mo))?\b/,
  /\b(sandali|saglit|wait) (lang|muna)( po)?( muna)?\b/,
  /\b(chine-?check|tini(t?i)ngnan|inaalam|vine-?verify) (pa )?(po )?(namin|ko)( pa)?( po)?\b/,
];

/** The most remaining words that may be a name. */
const mostNames = 1;

/**
 * True for a message of ours that brings the customer nothing yet: it only promises to come back, or only greets. Such a
 * message does not keep an earlier promise (product.md §8).
 */
export function isOnlyPromise(text: string, reading: Pick<Reading, "promises" | "conversion" | "offer" | "fulfilment">): boolean {
  if (reading.conversion || reading.offer || reading.fulfilment) return false;
  const rest = reading.promises.reduce((left, { quote }) => left.replace(quote, " "), text);
  const all = namedWords(phrases.reduce((left, phrase) => left.replace(phrase, " thanks "), foldText(rest)));
  const words = all.filter((word) => !courtesy.has(word));
  // Without a promise or a courtesy the words are not a name but content, such as “Available”.
  const isAnswer = words.length === all.length && words.length > 0 && reading.promises.length === 0;
  return !isAnswer && words.length <= mostNames && !words.some((word) => /\p{N}/u.test(word));
}
