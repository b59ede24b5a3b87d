import { z } from "@hono/zod-openapi";
import { settingsSchema } from "#core/model/settings.ts";
import { unknownFields } from "#core/rules/settings/unknown-fields.ts";

/** A complete document in short form: a field that is left out has its default. */
const example = {
  scoring: {
    signals: [
      { id: "pricing_question", name: "Asks for a price", type: "ai", intent: "pricing_question", points: 30, category: "intent", cap: 30 },
      { id: "purchase_completed", name: "Purchase completed", type: "action", action: "purchase_completed", points: 80, category: "conversion" },
      { id: "manual", name: "Given by staff", type: "manual", points: 0, category: "manual" },
    ],
    categories: { intent: { cap: 75 }, conversion: {}, manual: {} },
  },
  timeZone: "Asia/Manila",
  region: "PH",
};

/** A whole document. The schema drops what it does not know, as it must for stored ones; what somebody sends is refused for it. */
export const SettingsInput = z
  .preprocess((given, context) => {
    const { data } = settingsSchema.safeParse(given);
    for (const path of data === undefined ? [] : unknownFields(given, data))
      context.issues.push({ code: "custom", path, message: "is not known here", input: given });
    return given;
  }, settingsSchema)
  .openapi("SettingsInput", { description: "The whole document; fields that have a default may be left out", example });

/** A document that is checked and not stored. */
export const SettingsDraft = z.strictObject({ settings: SettingsInput }).meta({ id: "SettingsDraft" });
