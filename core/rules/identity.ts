import type { From } from "#core/model/inbound.ts";
import type { IdentityRecord } from "#core/model/records.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import { normalizeEmail } from "./email.ts";
import { vetoesBetween } from "./merge/vetoes.ts";
import { toE164 } from "./phone.ts";

export type IdentityKey = Pick<IdentityRecord, "channel" | "account" | "externalId">;
export type Address = { kind: "email" | "phone"; value: string };

/** A contact that holds one of the attested addresses, with everything it is known as. */
export type Holder = { contactId: string; createdAt: number; identities: readonly IdentityKey[] };

/** Unique within an agent; channel accounts and platform ids may hold any character. */
export function identityKey({ channel, account, externalId }: IdentityKey): string {
  return JSON.stringify([channel, account, externalId]);
}

/** A WhatsApp id that is a number ("639171234567", "+63 917 123 4567", "639171234567@c.us"); a lid or a business-scoped id is not. */
const whatsAppNumber = /^\s*\+?(\d[\d\s().-]{5,24}\d)\s*(?:@(?:c\.us|s\.whatsapp\.net))?$/;

/**
 * The sender with what the platform itself attests beside it: on WhatsApp the number written from, in e-mail the address
 * (product.md §2). It comes before a value that the caller merely declares, and its id has one spelling: a number in
 * digits alone, an address in lower case. Other values are normalized already.
 */
export function attested(channel: ChannelName, from: From): From {
  if (channel === "whatsapp") {
    const digits = whatsAppNumber.exec(from.externalId)?.[1]?.replace(/\D/g, "") ?? "";
    return attest(from, "phone", digits, toE164(`+${digits}`, null));
  }
  if (channel !== "email") return from;
  const email = normalizeEmail(from.externalId);
  return attest(from, "email", email ?? "", email);
}

function attest(from: From, kind: Address["kind"], externalId: string, value: string | null): From {
  const verified = from.verified ?? [];
  if (value === null) return from;
  if (from[kind] && verified.includes(kind)) return { ...from, externalId };
  return { ...from, externalId, [kind]: value, verified: [...new Set([...verified, kind])] };
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
  const open = holders.filter((holder) => vetoesBetween([key], holder.identities).length === 0);
  const oldest = [...open].sort((a, b) => a.createdAt - b.createdAt || (a.contactId < b.contactId ? -1 : 1))[0];
  return oldest?.contactId ?? null;
}
