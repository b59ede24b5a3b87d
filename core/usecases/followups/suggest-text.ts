import type { ConversationRecord } from "#core/model/conversation.ts";
import type { FollowUpEvidence, FollowUpKind } from "#core/model/followup.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Context } from "#core/ports/context.ts";
import { suggestedText } from "#core/rules/followups/texts/suggested-text.ts";
import { chooseText } from "#core/rules/texts/choose.ts";
import { languagesFor } from "#core/rules/texts/languages.ts";
import { renderText, type TextValues } from "#core/rules/texts/render.ts";
import { textOfTrigger } from "#core/rules/texts/trigger-templates.ts";
import { readValues } from "#core/usecases/templates/read-values.ts";

export type ToSuggest = {
  kind: FollowUpKind;
  /** The built-in kind, "reminder", or the custom trigger's id. */
  trigger: string;
  attempt: number;
  contact: ContactRecord;
  conversation: ConversationRecord | null;
  evidence: readonly FollowUpEvidence[];
  settings: Settings;
};
export type SuggestedText = { text: string; templateId: string | null; language: string };

/**
 * The suggested text: from the template that the trigger names, else the custom trigger's own text, else a built-in one. A text
 * with a variable that has neither value nor fallback is skipped, so that every suggestion can be sent as it is.
 */
export async function suggestText(
  ctx: Context,
  { kind, trigger, attempt, contact, conversation, evidence, settings }: ToSuggest,
): Promise<SuggestedText> {
  const quote = evidence[0]?.quote ?? null;
  const values = await readValues(ctx, { contact, conversation, ...(kind === "promise" ? { promise: quote } : { quote }) });
  const languages = languagesFor(contact.language, settings.region);
  const own = kind === "reminder" ? { templateId: null, text: null } : textOfTrigger(settings.followUps, trigger);
  return (
    (await byTemplate(ctx, own.templateId, values, languages, conversation)) ??
    inOwnWords(own.text, values, languagesFor(null, settings.region)) ?? {
      ...suggestedText({ kind, trigger, attempt, language: languages, values }),
      templateId: null,
    }
  );
}

async function byTemplate(
  ctx: Context,
  templateId: string | null,
  values: TextValues,
  languages: readonly string[],
  conversation: ConversationRecord | null,
): Promise<SuggestedText | null> {
  const template = templateId === null ? null : await ctx.store.templates.find(templateId);
  const chosen = template && chooseText(template.texts, { languages, channel: conversation?.channel ?? null });
  return template && chosen ? whole(chosen.text.text, values, { templateId: template.id, language: chosen.text.language }) : null;
}

/** The language of a custom trigger's text is not stored, so it counts as that of the business. */
function inOwnWords(text: string | null, values: TextValues, [language = "en"]: readonly string[]): SuggestedText | null {
  return text === null ? null : whole(text, values, { templateId: null, language });
}

function whole(text: string, values: TextValues, of: Omit<SuggestedText, "text">): SuggestedText | null {
  const rendered = renderText(text, values);
  return rendered.missing.length > 0 || rendered.text.trim() === "" ? null : { text: rendered.text, ...of };
}
