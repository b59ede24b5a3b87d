/**
 * What letters, digits and signs may stand for when somebody writes a Latin keyword with them: by look ("STОP" with a Cyrillic O,
 * "ST0P") or by sound ("СТОР"). Of small letters, as folded texts have them.
 */
const standsFor: Readonly<Record<string, string>> = {
  ...{ "0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", $: "s", l: "li", i: "il" },
  ...{ а: "a", в: "bv", е: "e", и: "iu", і: "i", ј: "j", к: "k", м: "m", н: "hn", о: "o", п: "p", р: "pr", с: "sc", ѕ: "s", т: "t", у: "uy", х: "x" },
  ...{ б: "b", д: "d", л: "l", г: "r", ц: "u", ь: "b", ӏ: "l", ԁ: "d", ԛ: "q", ԝ: "w" },
  ...{ α: "a", β: "b", ε: "e", η: "nh", ι: "i", κ: "k", μ: "m", ν: "nv", ο: "o", π: "p", ρ: "pr", σ: "s", τ: "t", υ: "uy", χ: "x", ω: "w" },
  ...{ ᴀ: "a", ʙ: "b", ᴄ: "c", ᴅ: "d", ᴇ: "e", ꜰ: "f", ɢ: "g", ʜ: "h", ɪ: "i", ᴊ: "j", ᴋ: "k", ʟ: "l", ᴍ: "m", ɴ: "n", ᴏ: "o", ᴘ: "p" },
  ...{ ʀ: "r", ꜱ: "s", ᴛ: "t", ᴜ: "u", ᴠ: "v", ᴡ: "w", ʏ: "y", ᴢ: "z", օ: "o", ѕ: "s", տ: "s" },
};

/** Letters in black circles and squares, and those that make flags, in three rows of 26. */
const boxed = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu;
const rows = [0x1f1e6, 0x1f170, 0x1f150];

/** A folded text with letters for the pictures of letters, and for a dollar sign that begins a word. */
export function inLetters(folded: string): string {
  return folded.replace(boxed, letterOf).replace(/\$(?=\p{L})/gu, "s");
}

function letterOf(picture: string): string {
  const code = picture.codePointAt(0) ?? 0;
  const row = rows.find((first) => code >= first) ?? code;
  return String.fromCharCode(97 + code - row);
}

/** Whether a folded word can be read as the keyword, letter by letter. Some of it must be a letter: "5707" is a number. */
export function looksLike(word: string, keyword: string): boolean {
  if (word.length !== keyword.length) return false;
  // None of the letters that stand for others takes two code units.
  for (let at = 0; at < word.length; at++) {
    const letter = word.charAt(at);
    if (letter !== keyword.charAt(at) && !(standsFor[letter] ?? "").includes(keyword.charAt(at))) return false;
  }
  return /\p{L}/u.test(word);
}
