import type { ConsentRecord } from "#core/model/people/consent.ts";
import type { Context } from "#core/ports/context.ts";
import { reviseContact } from "#core/usecases/contact-change/revise-contact.ts";
import { type TaggedContact, tagsOf } from "#core/usecases/contacts/tagged.ts";
import { type Consent, consentFact, consentLines } from "./consent-lines.ts";

export type RecordedConsent = TaggedContact & { consent: ConsentRecord };

/** Appends to the consent ledger what a person said. It changes whether anything but answers may be sent to them. */
export async function recordConsent(ctx: Context, { contactId, ...said }: Consent & { contactId: string }): Promise<RecordedConsent> {
  const tags = await tagsOf(ctx, contactId);
  let consent: ConsentRecord;
  return reviseContact(
    ctx,
    contactId,
    (contact, changes) => {
      const lines = consentLines(ctx, contact, said);
      [consent] = lines;
      changes.insert("consents", ...lines);
      return { facts: lines.map(consentFact), cause: { kind: "consent", ref: consent.id } };
    },
    (contact) => ({ contact, tags, consent }),
  );
}
