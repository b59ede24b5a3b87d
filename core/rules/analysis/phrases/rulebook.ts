import { answerRules } from "../lexicons/answers.ts";
import { classes } from "../lexicons/classes.ts";
import { detailRules } from "../lexicons/details.ts";
import { englishBusiness } from "../lexicons/en-business.ts";
import { englishBuying } from "../lexicons/en-buying.ts";
import { englishIntents } from "../lexicons/en-intents.ts";
import { spanishBusiness } from "../lexicons/es-business.ts";
import { spanishIntents } from "../lexicons/es-intents.ts";
import { englishHumanRequests, otherHumanRequests, spanishHumanRequests, tagalogHumanRequests } from "../lexicons/human-requests.ts";
import { promiseRules } from "../lexicons/promises.ts";
import { tagalogBusiness } from "../lexicons/tl-business.ts";
import { tagalogIntents } from "../lexicons/tl-intents.ts";
import { englishTonePhrases } from "../lexicons/tone/en-tone-phrases.ts";
import { spanishTonePhrases } from "../lexicons/tone/es-tone-phrases.ts";
import { tagalogTonePhrases } from "../lexicons/tone/tl-tone-phrases.ts";
import { toneWords } from "../tones.ts";
import { compile, namesWord } from "./matcher.ts";

/** What customers say. */
export const customerRules = compile(
  [
    englishBuying,
    englishIntents,
    spanishIntents,
    tagalogIntents,
    englishTonePhrases,
    spanishTonePhrases,
    tagalogTonePhrases,
    englishHumanRequests,
    spanishHumanRequests,
    tagalogHumanRequests,
    otherHumanRequests,
    answerRules,
    detailRules,
  ],
  classes,
);
/** What businesses say. */
export const businessRules = compile([englishBusiness, spanishBusiness, tagalogBusiness, promiseRules], classes);

export const isKnownWord = (word: string) => toneWords.has(word) || namesWord(customerRules, word) || namesWord(businessRules, word);
