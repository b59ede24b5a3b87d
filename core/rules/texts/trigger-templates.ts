import { builtInTriggers, type FollowUpSettings } from "#core/model/followup.ts";

/** What a trigger says: the template it names, else its own text; null: neither. */
export type TriggerText = { templateId: string | null; text: string | null };

/** By the built-in kind or the custom trigger's id. */
export function textOfTrigger(settings: FollowUpSettings, trigger: string): TriggerText {
  const builtIn = builtInTriggers.find((name) => name === trigger);
  if (builtIn) return { templateId: settings[builtIn].templateId, text: null };
  const own = settings.custom.find(({ id }) => id === trigger);
  return { templateId: own?.templateId ?? null, text: own?.text ?? null };
}

/** The triggers that name a template. */
export function triggersNaming(settings: FollowUpSettings, templateId: string): string[] {
  const names = [...builtInTriggers, ...settings.custom.map(({ id }) => id)];
  return [...new Set(names)].filter((name) => textOfTrigger(settings, name).templateId === templateId);
}
