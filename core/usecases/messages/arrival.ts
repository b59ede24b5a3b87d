import { invalidField } from "#core/errors.ts";
import type { From, NewAction, NewMessage } from "#core/model/inbound.ts";
import type { IdentityKey } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Context } from "#core/ports/context.ts";
import { normalizeEmail } from "#core/rules/address/email.ts";
import { type Address, attested, verifiedAddresses } from "#core/rules/address/identity.ts";
import { toE164 } from "#core/rules/address/phone.ts";
import { visibleId } from "#core/rules/text/visible.ts";
import { day, minute } from "#core/rules/time.ts";

/** How far, in ms, a caller's clock may be ahead of ours (product.md §2). */
const aheadMs = 5 * minute;
/** A message this old on arrival is history: read and scored, but nothing is sent because of it. */
const historyAfterMs = day;

type ArrivalTime = { at: number; history: boolean };

/** A message or an action that came in: checked, normalized, and with what its platform attests. */
export type MessageArrival = ArrivalTime & { kind: "message"; input: NewMessage; from: From; identity: IdentityKey; addresses: Address[] };
export type ActionArrival = ArrivalTime & { kind: "action"; input: NewAction; from: From | null; identity: IdentityKey | null; addresses: Address[] };
export type Arrival = MessageArrival | ActionArrival;

/** Throws CrmError `invalid`, naming the field, for what cannot be taken. */
export function messageArrival(ctx: Context, input: NewMessage, settings: Settings): MessageArrival {
  const at = timeOf(ctx, input.sentAt, input.origin, "/sentAt");
  const from = attested(input.channel, normalize(input.from, settings.region, input.origin));
  const identity = { channel: input.channel, account: input.account, externalId: from.externalId };
  return { kind: "message", input, from, identity, addresses: verifiedAddresses(from), at, history: ctx.now() - at > historyAfterMs };
}

export function actionArrival(ctx: Context, input: NewAction, settings: Settings): ActionArrival {
  const at = timeOf(ctx, input.at, "api", "/at");
  const sent = { at, history: ctx.now() - at > historyAfterMs };
  if (!input.from) return { kind: "action", input, from: null, identity: null, addresses: [], ...sent };
  const from = attested(input.from.channel, normalize(input.from, settings.region, "api"));
  const identity = { channel: input.from.channel, account: input.from.account, externalId: from.externalId };
  return { kind: "action", input, from, identity, addresses: verifiedAddresses(from), ...sent };
}

function timeOf(ctx: Context, at: number | null, origin: NewMessage["origin"], pointer: string): number {
  const now = ctx.now();
  if (at === null) return now;
  if (at <= now + aheadMs) return at;
  if (origin === "platform") return now;
  throw invalidField(pointer, "is more than 5 minutes ahead of the server's clock; send the time at which it was written");
}

const unreadable = "has characters that cannot be seen or read; send what people see";

/**
 * The details of the sender. A malformed one from a platform is left out; from an API caller it is an error, since the caller
 * can correct it.
 */
function normalize(from: From, region: string | null, origin: NewMessage["origin"]): From {
  const { email, phone, username, ...rest } = from;
  const cleanName = username === undefined ? undefined : visibleId(username);
  const cleanEmail = email === undefined ? undefined : normalizeEmail(email);
  const cleanPhone = phone === undefined ? undefined : toE164(phone, region);
  if (origin === "api" && visibleId(from.externalId) === null) throw invalidField("/from/externalId", unreadable);
  if (origin === "api" && cleanName === null) throw invalidField("/from/username", unreadable);
  if (origin === "api" && cleanEmail === null) throw invalidField("/from/email", "is not an e-mail address");
  if (origin === "api" && cleanPhone === null)
    throw invalidField("/from/phone", "is not a valid phone number; write it with its country code, like +639171234567");
  return {
    ...rest,
    ...(cleanName ? { username: cleanName } : {}),
    ...(cleanEmail ? { email: cleanEmail } : {}),
    ...(cleanPhone ? { phone: cleanPhone } : {}),
  };
}
