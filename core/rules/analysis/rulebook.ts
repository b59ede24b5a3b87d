import { classes } from "./lexicons/classes.ts";
import { englishBusiness } from "./lexicons/en-business.ts";
import { englishIntents } from "./lexicons/en-intents.ts";
import { spanishIntents } from "./lexicons/es-intents.ts";
import { tagalogIntents } from "./lexicons/tl-intents.ts";
import { compile } from "./matcher.ts";
import { toneWords } from "./tones.ts";

/** What customers say. */
export const customerRules = compile([englishIntents, spanishIntents, tagalogIntents], classes);
/** What businesses say. */
export const businessRules = compile([englishBusiness], classes);

export const isKnownWord = (word: string) => toneWords.has(word) || customerRules.words.has(word) || businessRules.words.has(word);
