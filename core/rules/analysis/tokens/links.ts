const isLocal = (code: number) =>
  (code > 96 && code < 123) ||
  (code > 64 && code < 91) ||
  (code > 47 && code < 58) ||
  code === 46 ||
  code === 95 ||
  code === 43 ||
  code === 45 ||
  code === 37;
/** Latin, Greek and Cyrillic letters with and without accents, digits and the hyphen: what stands in domains. Other scripts put no blank after them. */
const isHost = (code: number) =>
  (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58) || code === 45 || (code > 0xbf && code < 0x530);

/** End of the e-mail address that begins here, 0 when none does. Local parts end at 64 characters, so the scan is linear. */
export function scanEmail(text: string, start: number): number {
  let at = start;
  while (at < start + 64 && isLocal(text.charCodeAt(at))) at += 1;
  if (text.charCodeAt(at) !== 64 || at === start || text.charCodeAt(at - 1) === 46) return 0;
  return scanHost(text, at + 1);
}

/** A host of at least two labels, the last of letters; a full stop after it belongs to the sentence. */
function scanHost(text: string, start: number): number {
  let end = 0;
  let label = start;
  for (let at = start; at <= start + 255; at += 1) {
    const code = text.charCodeAt(at);
    if (isHost(code)) continue;
    if (at === label) break;
    if (label > start && at - label >= 2 && /^(?:\p{L}+|xn--[a-z0-9-]+)$/iu.test(text.slice(label, at))) end = at;
    if (code !== 46) break;
    label = at + 1;
  }
  return end;
}

/** End of the web address that begins here, 0 when none does. */
export function scanUrl(text: string, start: number): number {
  const first = text.charCodeAt(start) | 32;
  if (first !== 104 && first !== 119) return 0;
  const opening = text.slice(start, start + 8).toLowerCase();
  if (!opening.startsWith("http://") && !opening.startsWith("https://") && !opening.startsWith("www.")) return 0;
  let at = start;
  while (at < text.length && text.charCodeAt(at) > 32) at += 1;
  return at;
}
