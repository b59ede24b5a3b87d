import type { ContactRecord } from "#core/model/records.ts";

/** What a full contact card shows, in the order staff would fill it in. */
export const completenessFields = ["name", "email", "phone", "company", "language", "timeZone"] as const;
export type CompletenessField = (typeof completenessFields)[number];

export type Completeness = { percent: number; missing: CompletenessField[] };

/** How much of the card is known, in whole percent. */
export function completenessOf(contact: Pick<ContactRecord, CompletenessField>): Completeness {
  const missing = completenessFields.filter((field) => contact[field] === null);
  const known = completenessFields.length - missing.length;
  return { percent: Math.round((100 * known) / completenessFields.length), missing };
}
