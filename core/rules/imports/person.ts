import type { ConsentDecision } from "#core/model/people/consent.ts";
import type { AttributeValue, IdentityKey } from "#core/model/records.ts";
import type { DetailField } from "#core/model/vocabulary.ts";
import { comparedAddress } from "#core/rules/address/address.ts";
import type { Address } from "#core/rules/address/identity.ts";

/** Somebody as a row describes them, in the forms we keep. What the row does not say is not there. */
export type ImportedPerson = {
  details: Partial<Record<DetailField, string>>;
  /** E-mails and phones beside those of the details, which nobody vouches for as this person's own. */
  furtherAddresses?: Address[];
  identities: IdentityKey[];
  tags: string[];
  attributes: Record<string, Exclude<AttributeValue, null>>;
  ownerId: string | null;
  branchId: string | null;
  timeZone: string | null;
  isVip: boolean | null;
  note: string | null;
  consent: ConsentDecision | null;
  createdAt: number | null;
};

/** E-mail and phone of a row, in the form in which they are compared: the business vouches for what it imports. */
export function addressesOf({ details }: ImportedPerson): Address[] {
  return (["email", "phone"] as const).flatMap((kind) => {
    const value = details[kind];
    return value === undefined ? [] : [comparedAddress({ kind, value })];
  });
}

export function isIdentified(person: ImportedPerson): boolean {
  return person.identities.length > 0 || person.details.email !== undefined || person.details.phone !== undefined;
}
