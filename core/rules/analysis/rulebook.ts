import { classes } from "./lexicons/classes.ts";
import { englishBusiness } from "./lexicons/en-business.ts";
import { englishIntents } from "./lexicons/en-intents.ts";
import { englishTonePhrases } from "./lexicons/en-tone-phrases.ts";
import { spanishIntents } from "./lexicons/es-intents.ts";
import { spanishTonePhrases } from "./lexicons/es-tone-phrases.ts";
import { tagalogIntents } from "./lexicons/tl-intents.ts";
import { tagalogTonePhrases } from "./lexicons/tl-tone-phrases.ts";
import { compile } from "./matcher.ts";
import { toneWords } from "./tones.ts";

/** What customers say. */
export const customerRules = compile(
  [englishIntents, spanishIntents, tagalogIntents, englishTonePhrases, spanishTonePhrases, tagalogTonePhrases],
  classes,
);
/** What businesses say. */
export const businessRules = compile([englishBusiness], classes);

export const isKnownWord = (word: string) => toneWords.has(word) || customerRules.words.has(word) || businessRules.words.has(word);
