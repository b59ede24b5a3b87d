import type { DeliveryRecord } from "#core/model/delivery.ts";

const prefix = "away:";

/** The key of the text that tells a customer, after this message of theirs, that it is closed. */
export function awayKey(messageId: string): string {
  return `${prefix}${messageId}`;
}

/** Such a text is not sent when somebody answers meanwhile, unlike the confirmation of a STOP. */
export function isAwayText({ onceKey }: Pick<DeliveryRecord, "onceKey">): boolean {
  return onceKey?.startsWith(prefix) ?? false;
}
