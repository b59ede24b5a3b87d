import type { FollowUpKind } from "#core/model/followup.ts";
import { named } from "#core/rules/named.ts";
import { baseLanguage } from "#core/rules/texts/languages.ts";
import { renderText, type TextValues } from "#core/rules/texts/render.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import { presets, type Situation, type Wordings } from "./situation.ts";
import { tagalog } from "./tl.ts";

/** In which languages we have texts of our own. "fil" is Tagalog too. */
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
  /** One, or several, best first: the first that we have counts, else English. */
  language: string | readonly string[];
  values: TextValues;
};

/** A text of our own for a follow-up, ready to send and meant to be completed: short, without links. */
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
