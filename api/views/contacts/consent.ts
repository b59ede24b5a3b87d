import { z } from "@hono/zod-openapi";
import { type ConsentRecord, consentDecisions, consentSources } from "#core/model/people/consent.ts";
import type { RecordedConsent } from "#core/usecases/consents/record-consent.ts";
import { iso, Moment } from "../moment.ts";
import { ContactView, toContactView } from "./contact.ts";

export const ConsentView = z
  .object({
    id: z.string().meta({ example: "cns_01kaw3v6h0abcdefghjkmnpqrs" }),
    node: z.string().meta({ description: "The contact it was said to; another one's after a merge", example: "con_01kaw3v6h0abcdefghjkmnpqrs" }),
    decision: z.enum(consentDecisions),
    source: z.enum(consentSources).meta({ description: "How it came to us" }),
    reason: z.string().nullable().meta({ example: "Asked on the phone" }),
    quote: z.string().nullable().meta({ description: "The words that said it", example: null }),
    messageId: z.string().nullable().meta({ example: null }),
    by: z.string().meta({ description: "Key or member of staff", example: "key_01kaw3v6h0abcdefghjkmnpqrs" }),
    at: Moment,
  })
  .meta({ id: "Consent", description: "What a person said about marketing and follow-ups" });

export function toConsentView({ id, node, decision, source, reason, quote, messageId, by, at }: ConsentRecord): z.infer<typeof ConsentView> {
  return { id, node, decision, source, reason, quote, messageId, by, at: iso(at) };
}

export const RecordedConsentView = z.object({ consent: ConsentView, contact: ContactView });

export function toRecordedConsentView(recorded: RecordedConsent): z.infer<typeof RecordedConsentView> {
  return { consent: toConsentView(recorded.consent), contact: toContactView(recorded) };
}
