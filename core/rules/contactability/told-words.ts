/** Verbs behind which words are told that somebody else said, by language; "I said: …" tells the sender's own. */
const says =
  "said|says|told (?:me|us|him|her|them)|wrote|writes|texted|replied|answered|(?:me |nos |le )?(?:dijo|dice|escribi[oó]|respondi[oó]|contestó)|disse|diz|falou|escreveu|respondeu|(?:m['’])?a (?:dit|[ée]crit|r[ée]pondu)|sagte?|schrieb|schreibt|meinte?|hat (?:gesagt|geschrieben)|ha (?:detto|scritto)|bilang|berkata|tulis|сказала?|пишет|написала?";
/** Verbs that come before the one who said it. */
const saysFirst = "(?:sabi|sinabi|ani|sulat)(?: daw)? (?:ni|nina|ng|niya|nya|nila)|kata|ujar|кажет|قالت?|قالوا|كتبت?";
/** Asked words are told only where a mark stands before them: "my boss asked me to book" is the sender's own wish. */
const asks = "asked|asks|preguntó|perguntou|fragte|tanong ni";

/** How words begin that nobody says of somebody else: they are told as they were said, without a mark before them. */
const direct = String.raw`(?:please )?(?:call|text|message|contact|reach|email|whatsapp|ring) me|my (?:\p{L}+ )?(?:name|number|phone|cell|mobile|email|e-mail|address)(?:'s| is)|i['’]?m [\p{Lu}]|i am [\p{Lu}]|stop$|unsubscribe$|ll[aá]m[ae]me|mi (?:nombre|n[uú]mero|correo|tel[eé]fono|celular) es|me llamo|soy [\p{Lu}]|ako si|ako po si|tawagan mo ako|(?:number|pangalan) ko|meu (?:nome|n[uú]mero|telefone|email) [eé]|me liga|me chamo|appelle[- ]moi|je m['’]appelle|mon (?:nom|num[eé]ro) est|ruf mich|ich hei(?:ß|ss)e|meine nummer ist|mein name ist|hubungi saya|nama saya|nomor saya`;

const marked = new RegExp(
  String.raw`(?<=^|[^\p{L}\p{M}\p{N}'’])(?:${says}|${asks}|(?:${saysFirst})(?: [\p{L}\p{M}]+){0,4})\s*(?:[:：]|,?\s*(?=["“«„「]))\s*`,
  "giu",
);
const unmarked = new RegExp(
  String.raw`(?<=^|[^\p{L}\p{M}\p{N}'’])(?:${says}|(?:${saysFirst})(?: [\p{Lu}][\p{L}\p{M}]*){0,3})(?: that| que| na| dass)? (?=${direct})`,
  "giu",
);
/** Chinese puts no blank before the verb. */
const han = /\p{L}{1,12} ?(?:说|說|回复|回覆|写道|寫道|表示)\s*[:：]\s*/gu;

/** Before the verb: the sender, or no one at all. */
const ownSaying =
  /(?:^|[\s,.;!?])(?:i|we|i['’]ve|we['’]ve|i['’]d|as|that|yo|nosotros|eu|nós|je|j['’]|nous|ich|wir|io|noi|saya|aku|kami|я|мы|我|我们)(?:\s+\p{L}+){0,2}\s*$/iu;
const ownHan = /^(?:我|我们|我們|如我|刚才我|剛才我)(?:们|們)?(?:说|說|回|写|寫|表)/u;

/** Longer lines are left as they are, and no person tells in one message so often what others said; it bounds the work on hostile texts. */
const longest = 2_000;
const most = 20;

/**
 * A line without the words of others that it tells: "Ana said: call me at …" leaves "Ana said:". Told words end with the quotation, the
 * sentence or, where no mark stands before them, the comma; behind a colon they go on to the end of the line.
 */
export function withoutToldWords(line: string): string {
  if (line.length > longest) return line;
  let left = line;
  for (const [pattern, ends] of patterns) left = withoutToldBy(pattern, ends, left);
  return left;
}

type Ends = (told: string) => number;
const patterns: readonly [RegExp, Ends][] = [
  [marked, markedEnd],
  [unmarked, unmarkedEnd],
  [han, markedEnd],
];

function withoutToldBy(pattern: RegExp, endOf: Ends, line: string): string {
  let kept = "";
  let from = 0;
  for (const found of [...line.matchAll(pattern)].slice(0, most)) {
    if (found.index < from || isOwn(found[0], line.slice(Math.max(0, found.index - 40), found.index), pattern)) continue;
    const start = found.index + found[0].length;
    kept += `${line.slice(from, start)}\n`;
    from = start + endOf(line.slice(start));
  }
  return kept + line.slice(from);
}

function isOwn(verb: string, before: string, pattern: RegExp): boolean {
  if (pattern === han) return ownHan.test(verb);
  if (verbFirst.test(verb)) return /\b(?:saya|aku|ku|kami)\b/iu.test(verb);
  return before.trim() === "" || ownSaying.test(before);
}

const verbFirst = new RegExp(`^(?:${saysFirst})`, "iu");

const closing: Readonly<Record<string, string>> = { '"': '"', "“": "”", "«": "»", "„": "“", "「": "」" };

function markedEnd(told: string): number {
  const close = closing[told.charAt(0)];
  const at = close === undefined ? -1 : told.indexOf(close, 1);
  return at === -1 ? told.length : at + 1;
}

function unmarkedEnd(told: string): number {
  const at = told.search(/[,;!?。！？]|\.(?=\s|$)/u);
  return at === -1 ? told.length : at;
}
