import { z } from "@hono/zod-openapi";
import type { SettingsRecord } from "#core/model/records.ts";
import type { SettingsComparison } from "#core/usecases/settings/compare-settings.ts";
import { iso, Moment } from "../moment.ts";

export const SettingsVersionView = z
  .object({
    version: z.int().meta({ example: 2 }),
    createdAt: Moment,
    createdBy: z.string().meta({ description: "The key or the part of the product that wrote it", example: "key_01kaw3v6h0abcdefghjkmnpqrs" }),
  })
  .meta({ id: "SettingsVersion" });

export function toVersionView({ version, createdAt, createdBy }: Omit<SettingsRecord, "document">): z.infer<typeof SettingsVersionView> {
  return { version, createdAt: iso(createdAt), createdBy };
}

const ChangeView = z.object({
  pointer: z.string().meta({
    description: "Signals stand under their id, own intents under their name; a new order is a change of the list, as ids",
    example: "/scoring/signals/asks_price/points",
  }),
  before: z.unknown().meta({ description: "Null also where there was nothing", example: 19 }),
  after: z.unknown().meta({ description: "Null also where there is nothing left", example: 25 }),
});

export const SettingsComparisonView = z
  .object({ from: z.int().meta({ example: 1 }), to: z.int().meta({ example: 2 }), changes: z.array(ChangeView) })
  .meta({ id: "SettingsComparison" });

export function toComparisonView({ from, to, changes }: SettingsComparison): z.infer<typeof SettingsComparisonView> {
  return { from, to, changes };
}
