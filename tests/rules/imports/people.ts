import type { ImportedPerson } from "#core/rules/imports/person.ts";

/** Somebody of whom a row says nothing else. */
export function whoIs(said: Partial<ImportedPerson>): ImportedPerson {
  return {
    details: {},
    identities: [],
    tags: [],
    attributes: {},
    ownerId: null,
    branchId: null,
    timeZone: null,
    isVip: null,
    note: null,
    consent: null,
    createdAt: null,
    ...said,
  };
}

export const telegram = (externalId: string, account = "default") => ({ channel: "telegram" as const, account, externalId });
