import type { From } from "#core/model/inbound.ts";
import type { IdentityKey } from "#core/model/records.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import { vetoesBetween } from "../merge/vetoes.ts";
import { visibleId } from "../text/visible.ts";
import { comparedAddress } from "./address.ts";
import { comparedId, isDigits } from "./compared-id.ts";
import { comparedEmail, normalizeEmail } from "./email.ts";
import { comparedPhone, toE164 } from "./phone.ts";
import { comparedDigits, digitForms } from "./renumbered.ts";

export type Address = { kind: "email" | "phone"; value: string };

/** A contact that holds one of the attested addresses, with everything it is known as. */
export type Holder = { contactId: string; createdAt: number; identities: readonly IdentityKey[] };

/** Unique within an agent, the same for all forms of one number; channel accounts and platform ids may hold any character. */
export function identityKey(key: IdentityKey): string {
  return externalKey({ ...key, externalId: comparedId(key) });
}

/** What a platform names with this id on one of our accounts. */
export function externalKey({ channel, account, externalId }: IdentityKey): string {
  return JSON.stringify([channel, account, externalId]);
}

/** All keys under which the identity may be stored. */
export function identityForms(key: IdentityKey): IdentityKey[] {
  if (key.channel !== "whatsapp" || !isDigits.test(key.externalId)) return [key];
  return digitForms(key.externalId).map((externalId) => ({ channel: key.channel, account: key.account, externalId }));
}

/** A WhatsApp id that is a number ("639171234567", "+63 917 123 4567", "639171234567@c.us"); a lid or a business-scoped id is not. */
const whatsAppNumber = /^\s*\+?(\d[\d\s().-]{5,24}\d)\s*(?:@(?:c\.us|s\.whatsapp\.net))?$/;

/**
 * The sender with what the platform itself attests beside it: on WhatsApp the number written from, in e-mail the address
 * (product.md §2). It comes before a value that the caller merely declares, and its id has one spelling: a number in
 * digits alone, an address in lower case. Other values are normalized already.
 */
export function attested(channel: ChannelName, sender: From): From {
  const from = { ...sender, externalId: visibleId(sender.externalId) ?? sender.externalId };
  if (channel === "whatsapp") {
    const digits = whatsAppNumber.exec(from.externalId)?.[1]?.replace(/\D/g, "") ?? "";
    const phone = toE164(`+${digits}`, null);
    return attest(from, "phone", phone === null || isFormOf(digits, phone) ? digits : phone.slice(1), phone);
  }
  if (channel !== "email") return from;
  const email = normalizeEmail(from.externalId);
  return attest(from, "email", email === null ? "" : comparedEmail(email), email);
}

/** An id as the platform has it stays, unless there is something in it that is no part of the number, as a zero that is dialled before it. */
function isFormOf(digits: string, phone: string): boolean {
  return comparedDigits(digits) === comparedPhone(phone).slice(1);
}

function attest(from: From, kind: Address["kind"], externalId: string, value: string | null): From {
  const verified = from.verified ?? [];
  if (value === null) return from;
  if (from[kind] && verified.includes(kind)) return { ...from, externalId };
  return { ...from, externalId, [kind]: value, verified: [...new Set([...verified, kind])] };
}

/** Addresses that are evidence of who this is, in the form in which they are compared: those the platform or the caller attests. */
export function verifiedAddresses(from: From): Address[] {
  return (["email", "phone"] as const).flatMap((kind) => {
    const value = from[kind];
    return value && from.verified?.includes(kind) ? [comparedAddress({ kind, value })] : [];
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
