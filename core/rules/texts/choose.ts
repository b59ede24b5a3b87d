import type { TemplateText } from "#core/model/template.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import { baseLanguage } from "./languages.ts";

export type TextChoice = {
  /** Best first. */
  languages: readonly string[];
  /** Null: not known yet. */
  channel: ChannelName | null;
};
export type ChosenText = { text: TemplateText; because: string };

/**
 * The wording for a language and a channel: language by language, each exactly and then without its country, and for each the
 * one made for the channel before the one for all; when no language is there, the first that the channel allows. Null: all are
 * for other channels.
 */
export function chooseText(texts: readonly TemplateText[], { languages, channel }: TextChoice): ChosenText | null {
  const general = texts.filter((text) => text.channel === null || text.channel === channel);
  const fitting = general.length === 0 && channel === null ? texts : general;
  for (const [at, language] of languages.entries()) {
    for (const code of new Set([language.toLowerCase(), baseLanguage(language)])) {
      const text = forChannel(fitting.filter((each) => each.language === code));
      if (text) return { text, because: explain(text, languages.slice(0, at), language, code) };
    }
  }
  const last = forChannel(fitting);
  return last
    ? { text: last, because: `no text is in ${languages.join(", ") || "any language asked for"}: the first, in ${last.language}, stands in` }
    : null;
}

/** One made for the channel before one for all. */
function forChannel(texts: readonly TemplateText[]): TemplateText | undefined {
  return texts.find((text) => text.channel !== null) ?? texts[0];
}

function explain({ channel }: TemplateText, missed: readonly string[], language: string, code: string): string {
  const instead = missed.length > 0 ? `no text is in ${missed.join(", ")}; ` : "";
  const which = code === language.toLowerCase() ? code : `${code} for ${language}`;
  return `${instead}${which}, ${channel === null ? "for all channels" : `made for ${channel}`}`;
}
