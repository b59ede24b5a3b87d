import type { IdentityRecord } from "#core/model/records.ts";
import { comparedDigits } from "./renumbered.ts";

export const isDigits = /^\d+$/;

/** A platform's id in the form in which it is compared: a country may have given a WhatsApp number another form since. */
export function comparedId({ channel, externalId }: Pick<IdentityRecord, "channel" | "externalId">): string {
  return channel === "whatsapp" && isDigits.test(externalId) ? comparedDigits(externalId) : externalId;
}
