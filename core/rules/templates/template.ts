import type { z } from "zod";
import type { OwnIntent } from "#core/model/reading.ts";
import { type Settings, settingsSchema } from "#core/model/settings.ts";
import type { BusinessType } from "#core/model/vocabulary.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import type { signalSchema } from "#core/rules/signals/registry.ts";

type SignalInput = z.input<typeof signalSchema>;

/** What a kind of business does otherwise than the defaults. Thresholds stay: an asked price is a D everywhere. */
export type Template = {
  type: BusinessType;
  name: string;
  /** One sentence: whom it is for. */
  purpose: string;
  status?: Partial<Settings["status"]>;
  stages?: Partial<Settings["stages"]>;
  flags?: Partial<Settings["flags"]>;
  sentiment?: Pick<Settings["sentiment"], "halfLifeDays">;
  /** How long intents and attempts to book keep their points. */
  intentDays?: number;
  categories?: Readonly<Record<string, Partial<Settings["scoring"]["categories"][string]>>>;
  signals?: readonly SignalInput[];
  ownIntents?: readonly OwnIntent[];
};

/** The whole document: the defaults, with what the template says in their place. */
export function settingsOfTemplate(template: Template): Settings {
  const base = defaultSettings();
  const { signals, categories } = base.scoring;
  const own = Object.entries(template.categories ?? {}).map(([name, changed]) => [name, { ...categories[name], ...changed }]);
  return settingsSchema.parse({
    ...base,
    status: { ...base.status, ...template.status },
    stages: { ...base.stages, ...template.stages },
    flags: { ...base.flags, ...template.flags },
    sentiment: { ...base.sentiment, ...template.sentiment },
    ownIntents: template.ownIntents ?? [],
    scoring: {
      ...base.scoring,
      categories: { ...categories, ...Object.fromEntries(own) },
      signals: [...signals.map((signal) => ({ ...signal, decay: decayOf(signal, template.intentDays) })), ...(template.signals ?? [])],
    },
  });
}

function decayOf({ decay }: Settings["scoring"]["signals"][number], intentDays: number | undefined) {
  return intentDays !== undefined && typeof decay === "object" && "expiresAfterDays" in decay ? { expiresAfterDays: intentDays } : decay;
}

/** Words that are worth a few points, once however many of them there are. */
export function words(id: string, name: string, points: number, category: string, phrases: string[], expiresAfterDays?: number): SignalInput {
  const decay = expiresAfterDays === undefined ? ("none" as const) : { expiresAfterDays };
  return { id, name, type: "keyword", phrases, points, category, cap: Math.abs(points), decay };
}

/** An action that an integration reports, worth its points once at a time. */
export function action(id: string, name: string, points: number, category: string, expiresAfterDays: number): SignalInput {
  return { id, name, type: "action", action: id, points, category, cap: Math.abs(points), decay: { expiresAfterDays } };
}

/** An intent of the template's own, worth its points once at a time. */
export function finds(intent: string, name: string, points: number, category: string, expiresAfterDays: number): SignalInput {
  return { id: intent, name, type: "ai", intent, points, category, cap: Math.abs(points), decay: { expiresAfterDays } };
}
