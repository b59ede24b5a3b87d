import type { From } from "#core/model/inbound.ts";
import type { IdentityRecord } from "#core/model/records.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import { toE164 } from "./phone.ts";

export type IdentityKey = Pick<IdentityRecord, "channel" | "account" | "externalId">;
export type Address = { kind: "email" | "phone"; value: string };

/** A contact that holds one of the attested addresses, with everything it is known as. */
export type Holder = { contactId: string; createdAt: number; identities: readonly IdentityKey[] };

/** Unique within an agent; channel accounts and platform ids may hold any character. */
export function identityKey({ channel, account, externalId }: IdentityKey): string {
  return JSON.stringify([channel, account, externalId]);
}

/** A WhatsApp id that is a number ("639171234567", "639171234567@c.us"); a lid or a business-scoped id is not. */
const whatsAppNumber = /^\+?(\d{7,15})(?:@(?:c\.us|s\.whatsapp\.net))?$/;

/**
 * The sender with what the platform itself attests beside it: on WhatsApp the number written from, in e-mail the address
 * (product.md §2). Values are normalized already.
 */
export function attested(channel: ChannelName, from: From): From {
  if (channel === "whatsapp" && !from.phone) {
    const digits = whatsAppNumber.exec(from.externalId)?.[1];
    const phone = digits ? toE164(`+${digits}`, null) : null;
    if (phone) return { ...from, phone, verified: [...(from.verified ?? []), "phone"] };
  }
  if (channel === "email" && !from.email && from.externalId.includes("@")) {
    return { ...from, email: from.externalId.toLowerCase(), verified: [...(from.verified ?? []), "email"] };
  }
  return from;
}

/** Addresses that are evidence of who this is: those the platform or the caller attests. */
export function verifiedAddresses(from: From): Address[] {
  return (["email", "phone"] as const).flatMap((kind) => {
    const value = from[kind];
    return value && from.verified?.includes(kind) ? [{ kind, value }] : [];
  });
}

/**
 * The contact a new identity belongs to: the oldest holder of one of its attested addresses that is not already somebody
 * else on the same channel account (a veto). Null: a new contact.
 */
export function linkTo(key: IdentityKey, holders: readonly Holder[]): string | null {
  const open = holders.filter(
    (holder) =>
      !holder.identities.some((known) => known.channel === key.channel && known.account === key.account && known.externalId !== key.externalId),
  );
  const oldest = [...open].sort((a, b) => a.createdAt - b.createdAt || (a.contactId < b.contactId ? -1 : 1))[0];
  return oldest?.contactId ?? null;
}
