/** Ends of host names that chat apps make links of, also without `https://` before them. */
const endings = new Set(
  (
    "com net org info biz io co me app dev xyz shop site online store link click top club vip icu live page work buzz pro fun space website tech " +
    "ru cn ph mx es us uk eu de fr ar cl pe ai tv cc ws to ly gl gd gy in id sg my tk ml ga cf gq ng br ca au jp kr"
  ).split(" "),
);

/** Hosts that hide where a link leads. */
const shorteners = new Set(
  "bit.ly tinyurl.com goo.gl t.co is.gd v.gd ow.ly buff.ly rebrand.ly cutt.ly shorturl.at rb.gy t.ly tiny.cc shorte.st adf.ly bl.ink s.id".split(" "),
);

export type Link = { text: string; host: string; scheme: string | null };

const pattern =
  /(?:([a-z][a-z0-9+.-]{1,20}):\/\/)?(?<![\p{L}\p{N}@._-])((?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,8}[\p{L}]{2,24}|(?<=:\/\/)[^\s/]+)(?![\p{L}\p{N}@-])(?:[:/?#]\S*)?/giu;

/** Web addresses in a text, with a scheme or without; e-mail addresses are none. A full stop after one belongs to the sentence. */
export function linksIn(text: string): Link[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const scheme = match[1]?.toLowerCase() ?? null;
    const host = (match[2] ?? "").toLowerCase();
    const isLink = scheme !== null || host.startsWith("www.") || endings.has(host.slice(host.lastIndexOf(".") + 1));
    return isLink ? [{ text: match[0].replace(/[.,;:!?)\]}'"]+$/u, ""), host: host.replace(/^www\./, ""), scheme }] : [];
  });
}

export function isShortener(host: string): boolean {
  return shorteners.has(host);
}
