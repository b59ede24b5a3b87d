import { isKnownWord } from "#core/rules/analysis/phrases/rulebook.ts";
import { foldText, namedWords } from "#core/rules/text/text.ts";

/** Lines below which nothing is the sender's: what a mail program puts over the message that is answered, and phones below their own. */
const endsHere =
  /^\s*(?:-{2,}\s*$|_{5,}\s*$|-{3,}.*(?:message|mensaje|nachricht|messaggio|mensagem|bericht|сообщение|wiadomość|邮件|メッセージ).*-{3,}|(?:begin forwarded message|(?:anfang der )?weitergeleiteten? nachricht|(?:d[ée]but du )?message (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée])|(?:inicio del )?mensaje reenviado|(?:in[ií]cio da )?mensagem (?:re)?encaminhada|(?:inizio )?messaggio inoltrato|doorgestuurd bericht|пересылаемое сообщение)\s*:?\s*$|on .{5,120} wrote:|el .{5,120} escribi[oó]:|le .{5,120} a [eé]crit ?:|am .{5,120} schrieb.*:|em .{5,120} escreveu:|op .{5,120} schreef.*:|il .{5,120} ha scritto:|w dniu .{5,120} napisał.*:|.{5,120} (?:пишет|написал\(?а?\)?):|von meinem .* gesendet|diese nachricht wurde von .* gesendet|(?:отправлено|надіслано) (?:с|из|з) .*|(?:verzonden|verstuurd) (?:vanaf|met|van) .*|wysłan[eo] z .*|skickat från .*|sendt fra .*|.{1,60}から送信|发自我的.*|從我的.*傳送|.{1,60}에서 보냄|(?:sent|get|enviado|envoy[eé]|gesendet|inviato) (?:from|outlook|desde|depuis|von|da) .*)$/iu;

/** A signature is looked for in short messages only: a longer message is more than a keyword. */
const longest = 300;

/** A name of one to four words with capitals, with "de la" and the like between, after a dash, on a line of its own, or after thanks. */
const particles = "(?:(?:de|del|la|las|los|da|das|do|dos|di|van|von|der|den|bin|al|el|y) ){0,3}";
const name = String.raw`(?<name>\p{Lu}[\p{L}\p{M}.'’-]*(?: ${particles}\p{Lu}[\p{L}\p{M}.'’-]*){0,3})[\s.!]*$`;
const signatures = [
  new RegExp(String.raw`(?:\n[-–—~]?|[^\S\n]+[-–—~]|[–—])\s*${name}`, "u"),
  new RegExp(
    String.raw`(?<=\b(?i:thanks|thank you|thx|regards|gracias|saludos|salamat|salamat po|obrigad[oa]|merci|danke|grazie))[,.!]?\s+${name}`,
    "u",
  ),
];

/** A quoted line begins with ">" and words; ">.<" is a face. */
const quotedLine = /^\s*>(?:[\s>]|(?=[\p{L}\p{N}"“'‘¿¡(]))/u;

/** A text without quoted lines and what stands below the sender's own; the text itself where there is none of it. */
export function ownText(text: string): string {
  if (!text.includes("\n") && !text.trimStart().startsWith(">")) return text;
  const lines = text.split("\n");
  const end = lines.length === 1 ? -1 : lines.findIndex((line) => endsHere.test(line));
  const own = lines.slice(0, end === -1 ? undefined : end).filter((line) => !quotedLine.test(line));
  return own.length === lines.length ? text : own.join("\n");
}

/** The sender's own lines of a short message, and the same without a signature; null: there is none. */
export function ownLines(text: string): { said: string; unsigned: string | null } {
  const said = ownText(text.slice(0, 2_000))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith(">"))
    .join("\n");
  return { said, unsigned: said.length > longest ? null : withoutSignature(said) };
}

/** Words of the language are not taken for a name: "Cancel - Order". */
function withoutSignature(said: string): string | null {
  for (const signature of signatures) {
    const found = signature.exec(said);
    const capitalised = found?.groups?.name?.split(" ").filter((word) => /^\p{Lu}/u.test(word)) ?? [];
    const words = namedWords(foldText(capitalised.join(" ")));
    if (found && !words.some(isKnownWord)) return said.slice(0, found.index);
  }
  return null;
}
