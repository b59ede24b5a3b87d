import type { FollowUpKind } from "#core/model/followup.ts";
import { named } from "#core/rules/named.ts";
import { baseLanguage } from "#core/rules/texts/languages.ts";
import { renderText, type TextValues } from "#core/rules/texts/render.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import { presets, type Situation, type Wordings } from "./situation.ts";
import { tagalog } from "./tl.ts";

/** The languages with built-in texts. "fil" is Tagalog too. */
const wordings: Readonly<Record<string, { language: string; texts: Wordings }>> = {
  en: { language: "en", texts: english },
  es: { language: "es", texts: spanish },
  tl: { language: "tl", texts: tagalog },
  fil: { language: "tl", texts: tagalog },
};

export type Suggested = { text: string; language: string };
export type Suggestion = {
  kind: FollowUpKind;
  /** The id of a custom trigger: presets have wordings of their own. */
  trigger?: string;
  /** 1 for the first in its episode. */
  attempt: number;
  /** One language, or several with the best first: the first one with built-in texts is used, else English. */
  language: string | readonly string[];
  values: TextValues;
};

/** A built-in text for a follow-up: short, without links, ready to send, though staff are expected to complete it. */
export function suggestedText({ kind, trigger, attempt, language, values }: Suggestion): Suggested {
  const asked = typeof language === "string" ? [language] : language;
  const known = asked.map((each) => named(wordings, baseLanguage(each))).find((found) => found !== undefined);
  const { language: written, texts } = known ?? { language: "en", texts: english };
  const [first, later] = texts[situationOf(kind, trigger)];
  return { text: renderText(attempt > 1 ? later : first, values).text, language: written };
}

function situationOf(kind: FollowUpKind, trigger: string | undefined): Situation {
  if (kind !== "custom") return kind;
  return presets.find((preset) => preset === trigger?.replaceAll("-", "_")) ?? "custom";
}
