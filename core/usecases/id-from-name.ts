import { foldText } from "#core/rules/text/text.ts";

/** The name in the letters an id of the settings may have, with a number when it is not free; `noun` where the name has no such letters. */
export function idFromName(name: string, noun: string, isFree: (id: string) => boolean): string {
  const words = foldText(name)
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  const base = (/^[a-z]./.test(words) ? words : `${noun}_${words}`).slice(0, 36).replace(/_+$/, "");
  if (isFree(base)) return base;
  for (let number = 2; ; number++) if (isFree(`${base}_${number}`)) return `${base}_${number}`;
}
