import { z } from "zod";
import { grades, sentimentLevels, stages, statuses } from "#core/model/vocabulary.ts";
import type { Compare } from "./compare.ts";

export const contactSchema = z.strictObject({
  status: z.enum(statuses).optional(),
  stage: z.enum(stages).optional(),
  grade: z.enum(grades).optional(),
  score: z.int().optional(),
  sentimentLevel: z.enum(sentimentLevels).nullable().optional(),
  vip: z.boolean().optional(),
  atRisk: z.boolean().optional(),
  optedOut: z.boolean().optional(),
  messageCount: z.int().optional(),
  language: z.string().nullable().optional(),
  name: z.string().nullable().optional(),
  email: z.string().nullable().optional(),
  phone: z.string().nullable().optional(),
});

export const compareContact: Compare<z.infer<typeof contactSchema>> = async (world, name, expected, differ) => {
  const { contactId } = await world.contact(name);
  const contact: Readonly<Record<string, unknown>> | null = await world.system.store.contacts.find(contactId);
  for (const [field, value] of Object.entries(expected)) {
    if (contact?.[field] !== value) differ(`${name}'s ${field}`, value, contact?.[field] ?? null);
  }
};
