/** What mail programs put over the message that is answered or passed on, in the languages in which they are used. */
const passedOn =
  "begin forwarded message|(?:anfang der )?weitergeleiteten? nachricht|(?:d[ée]but du )?message (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée])|(?:inicio del )?mensaje reenviado|(?:in[ií]cio da )?mensagem (?:re)?encaminhada|(?:inizio )?messaggio inoltrato|doorgestuurd bericht|пересылаемое сообщение|forwarded message";
const parted = String.raw`-{2,}\s*$|_{5,}\s*$|-{3,}.*(?:message|mensaje|nachricht|messaggio|mensagem|bericht|сообщение|wiadomość|邮件|郵件|メッセージ|메시지).*-{3,}`;
const written = String.raw`on .{5,120} wrote:|el .{5,120} escribi[oó]:|le .{5,120} a [eé]crit ?:|am .{5,120} schrieb.*:|em .{5,120} escreveu:|op .{5,120} schreef.*:|il .{5,120} ha scritto:|w dniu .{5,120} napisał.*:|.{5,120} (?:пишет|написал\(?а?\)?|пише|menulis|skrev|kirjoitti|yazdı|napsala?|έγραψε) ?:|.{5,120}(?:写道|寫道|님이 작성|が書きました)\s*[:：]?$|(?:في )?.{0,120}كتب .{1,60}:|.{0,120}<[^\s<>]{1,80}@[^\s<>]{1,80}>\s*[:：]$`;
const fromPhones =
  "von meinem .* gesendet|diese nachricht wurde von .* gesendet|(?:отправлено|надіслано) (?:с|из|з) .*|(?:verzonden|verstuurd) (?:vanaf|met|van) .*|wysłan[eo] z .*|skickat från .*|sendt fra .*|.{1,60}から送信|发自我的.*|從我的.*傳送|.{1,60}에서 보냄|(?:sent|get|enviado|envoy[eé]|gesendet|inviato) (?:from|outlook|desde|depuis|von|da) .*";
/** What chat programs and people put over words that they pass on. */
const chatForwards = String.raw`[^\p{L}\p{N}]{0,4}(?:forwarded|reenviado|weitergeleitet|transf[ée]r[ée]|encaminhad[ao]|inoltrato|переслано|diteruskan|转发|轉寄|転送)(?: many times)?(?:\s*[:：]?\s*$| (?:from|de|von|da|от|dari)[\s:：].{1,60}$)`;

/** Lines below which nothing is the sender's: what a mail program puts over the message that is answered, and phones below their own. */
const endsHere = new RegExp(String.raw`^\s*(?:${parted}|(?:${passedOn})\s*:?\s*$|${written}|${fromPhones}|${chatForwards})$`, "iu");

/** "FW: …": the line and all below it is passed on, also when it is the only one. */
const passesOn =
  /^\s*[[(]?(?:fwd?|forwarded|forwarded message|rv|wg|tr|enc|vb|vs|ilt|doorst|reenviado|weitergeleitet|转发|轉發|轉寄|転送|전달)[\])]?\s*[:：]|^\s*\[(?:fwd?|forwarded)\]/iu;

/** The head of a message that is answered, as Outlook has it: who, and below it when, to whom or about what. */
const headFrom = /^\s*\*?(?:from|von|de|da|van|från|fra|od|от|от кого|发件人|寄件者|差出人|보낸 사람|من)\s?[:：]/iu;
const headMore =
  /^\s*\*?(?:sent|date|to|cc|subject|gesendet|datum|an|betreff|enviado|enviado el|fecha|para|asunto|assunto|data|envoy[ée]|à|objet|inviato|a|oggetto|verzonden|aan|onderwerp|skickat|till|ämne|отправлено|дата|кому|тема|发送时间|收件人|主题|送信日時|宛先|件名)\s?[:：]/iu;

const headSubject = /^\s*\*?(?:subject|betreff|asunto|assunto|objet|oggetto|onderwerp|ämne|emne|тема|主题|主旨|件名|제목|konu|temat)\s?[:：]/iu;

/** A quoted line begins with a mark and words; ">.<" is a face. */
const quotedLine = /^\s*(?:>|＞|&gt;|[»❯▎▏│┃｜|]\s)(?:[\s>＞]|&gt;|(?=[\p{L}\p{N}"“'‘¿¡(]))/u;
/** A line that was copied out of a chat, with its day, time and writer; and what chats put before the words that are answered. */
const copiedLine =
  /^\s*\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? +(?:at +)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?\s?m\.?)?\]?\s*(?:[-–]\s*)?[^:\n]{1,60}:\s/iu;
const answeredLine = /^\s*(?:[↩↪⤴⤵]\ufe0f?\s|(?:in )?repl(?:y|ying) to\b.{1,60}[:：])/iu;
/** The writer and the time over copied words, which go on to the next empty line. */
const copiedHead = /^[^\n:]{1,60}, \[\d{1,2}[./ -][^\]\n]{4,30}\]:?\s*$/u;
/** What parts quoted words from the answer below them, where the quotation is in corner brackets. */
const parting = /^\s*(?:[-—–]\s?){5,}\s*$/u;

/** The lines of a message that its sender wrote: none that are quoted, copied or passed on, and nothing below a signature's mark. */
export function unquotedLines(lines: readonly string[]): string[] {
  const from = /^\s*「/u.test(lines[0] ?? "") ? lines.findIndex((line) => parting.test(line)) + 1 : 0;
  const own: string[] = [];
  let isCopied = false;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (endsAt(lines, at)) break;
    isCopied = copiedHead.test(line) || (isCopied && line.trim() !== "");
    if (!isCopied && !isQuoted(line)) own.push(line);
  }
  return own;
}

const isQuoted = (line: string) => quotedLine.test(line) || copiedLine.test(line) || answeredLine.test(line);

/** Nothing from this line on is the sender's. A mail program may break "On … wrote:" in two; a message of one line has no such mark but "FW:". */
function endsAt(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  if (passesOn.test(line)) return true;
  if (lines.length === 1) return false;
  const next = lines[at + 1] ?? "";
  if (endsHere.test(line) || (/^\s*(?:on|el|le|am|em|op|il)\s.*\d/iu.test(line) && endsHere.test(`${line.trimEnd()} ${next.trim()}`))) return true;
  return headFrom.test(line) && isHead(line, lines.slice(at + 1, at + 6));
}

/** With an address or a subject: "From: Manila, To: Cebu" is what a customer wants. */
function isHead(from: string, below: readonly string[]): boolean {
  return below.some((line) => headSubject.test(line)) || (from.includes("@") && below.slice(0, 2).some((line) => headMore.test(line)));
}
