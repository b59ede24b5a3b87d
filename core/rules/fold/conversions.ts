import type { Agreed, Amount } from "#core/model/agreed.ts";
import type { Booking, ContactState, LastConversion } from "#core/model/contact-state.ts";
import type { Fact, FactKey, MessageFact } from "#core/model/fact.ts";
import { type ConversionKind, conversionActions, conversionKinds, revokingActions } from "#core/model/vocabulary.ts";
import { named } from "#core/rules/named.ts";
import { day } from "#core/rules/time.ts";
import { addAmount } from "./amount.ts";
import { latestBooking, reportedTime } from "./bookings.ts";

/** What was bought or booked, and who says so. `moved`: an earlier one stands at another time. */
export type Conversion = FactKey & {
  kind: ConversionKind;
  reference: string | null;
  amount: Amount | null;
  byMessage: boolean;
  moved?: boolean;
  booking?: Booking;
};

const sameConversionMs = day;

/**
 * The conversion that this fact confirms, if any. A customer's own words never do (product.md §3). `zone` (IANA): the business's, in which
 * systems tell days; without it their bookings are left out.
 */
export function conversionIn(fact: Fact, zone?: string): Conversion | null {
  if (fact.type === "action") {
    const kind = named(conversionActions, fact.action);
    const booking = fact.bookedFor && zone !== undefined ? reportedTime(fact.bookedFor, zone) : null;
    const when = booking ? { booking: { ...booking, by: key(fact), said: null } } : {};
    return kind ? { ...key(fact), kind, reference: fact.reference, amount: fact.amount, byMessage: false, ...when } : null;
  }
  if (fact.type !== "message" || fact.direction !== "outbound" || !fact.reading.conversion) return null;
  return said(fact, fact.reading.conversion);
}

function said(fact: MessageFact, { kind, moved, agreed = {} }: NonNullable<MessageFact["reading"]["conversion"]>): Conversion {
  const { amount, bookedFor, reference = null } = agreed;
  return {
    ...key(fact),
    kind,
    reference,
    amount: amount ? { thousandths: amount.thousandths, currency: amount.currency } : null,
    byMessage: true,
    ...(moved ? { moved } : {}),
    ...(bookedFor ? { booking: worded(fact, bookedFor) } : {}),
  };
}

function worded(fact: FactKey, { from, to, allDay, at, id, quote }: NonNullable<Agreed["bookedFor"]>): Booking {
  return { from, to, allDay, by: key(fact), said: { at, id, quote } };
}

function key({ at, id }: FactKey): FactKey {
  return { at, id };
}

/** The kind of conversion that this fact cancels or refunds, and which one it names. */
export function revocationIn(fact: Fact): { kind: ConversionKind; reference: string | null } | null {
  if (fact.type === "action") {
    const kind = named(revokingActions, fact.action);
    return kind ? { kind, reference: fact.reference } : null;
  }
  if (fact.type !== "message" || fact.direction !== "outbound" || !fact.reading.revocation) return null;
  return { kind: fact.reading.revocation.kind, reference: fact.reading.named?.reference ?? null };
}

/** All facts that state one conversion, in (at, id) order. */
type OpenConversion = Pick<LastConversion, "at" | "byMessage"> & { kind: ConversionKind; ids: string[]; references: string[] };

/**
 * Ids of the facts whose conversion was revoked later. A cancellation or refund revokes the conversion it names by
 * reference, else the newest of its kind that has none, and without a reference the newest of its kind; always with
 * everything that was said of the same one. Facts in (at, id) order.
 */
export function revokedFacts(facts: readonly Fact[]): ReadonlySet<string> {
  const revoked = new Set<string>();
  let open: OpenConversion[] = [];
  for (const fact of facts) {
    // The revocation comes first: "cancelled Friday, booked Saturday" revokes the earlier booking and states a new one.
    const revocation = revocationIn(fact);
    if (revocation) {
      const gone = revokedBy(revocation, open);
      for (const id of gone.flatMap(({ ids }) => ids)) revoked.add(id);
      open = open.filter((conversion) => !gone.includes(conversion));
    }
    const found = conversionIn(fact);
    if (found) addOpen(open, found);
  }
  return revoked;
}

function revokedBy({ kind, reference }: { kind: ConversionKind; reference: string | null }, open: readonly OpenConversion[]): OpenConversion[] {
  const named = open.filter((conversion) => conversion.kind === kind && reference !== null && conversion.references.includes(reference));
  if (named.length > 0) return named;
  const newest = open.findLast((conversion) => conversion.kind === kind && (reference === null || conversion.references.length === 0));
  return newest ? [newest] : [];
}

function addOpen(open: OpenConversion[], conversion: Conversion): void {
  const { id, at, kind, reference, byMessage, moved } = conversion;
  const named = reference === null ? [] : [reference];
  const last = open.findLast((held) => held.kind === kind) ?? (moved ? open.at(-1) : undefined);
  if (last && isSame({ ...last, reference: last.references.at(-1) }, conversion)) {
    last.byMessage &&= byMessage;
    last.at = at;
    last.ids.push(id);
    last.references.push(...named);
  } else open.push({ kind, at, byMessage, ids: [id], references: named });
}

type Report = { at: number; byMessage: boolean; reference?: string | null | undefined };

/**
 * What is moved is the last one, and so is what is reported under its reference. A message within a day of the last fact about a conversion
 * is about the same one, unless messages call the two by different references; two reports by systems are two conversions.
 */
function isSame(last: Report, next: Report & { moved?: boolean }): boolean {
  const [before, after] = [last.reference ?? null, next.reference ?? null];
  if (next.moved || (before !== null && before === after)) return true;
  if (last.byMessage && next.byMessage && before !== null && after !== null) return false;
  return (last.byMessage || next.byMessage) && next.at - last.at < sameConversionMs;
}

/**
 * Counts a conversion unless it is reported again; its newest amount and time are those that count, but words do not overrule what a
 * system has reported of it, unless they move it. Conversions come in (at, id) order, without the revoked ones.
 */
export function addConversion(held: ContactState["conversions"], conversion: Conversion): ContactState["conversions"] {
  const { at, id } = conversion;
  const kind = held.lastOf[conversion.kind] || !conversion.moved ? conversion.kind : (newestKind(held.lastOf) ?? conversion.kind);
  const last = held.lastOf[kind];
  const again = last !== undefined && isSame(last, conversion) ? last : null;
  const added = again ? combined(again, conversion) : fresh(conversion);
  const earlier = again ? held.earlier : latestBooking([held.earlier, last?.booking]);
  const lastOf = { ...held.lastOf, [kind]: added };
  const booking = latestBooking([...conversionKinds.map((each) => lastOf[each]?.booking), earlier]);
  return {
    count: held.count + (again ? 0 : 1),
    last: { at, id },
    lastOf,
    value: addAmount(held.value, added.amount, again?.amount ?? null),
    ...(earlier ? { earlier } : {}),
    ...(booking ? { booking } : {}),
  };
}

function fresh({ at, byMessage, amount, reference, booking }: Conversion): LastConversion {
  return { at, byMessage, amount, ...(reference === null ? {} : { reference }), ...(booking ? { booking } : {}) };
}

function combined(last: LastConversion, next: Conversion): LastConversion {
  const isWord = next.byMessage && !last.byMessage && !next.moved;
  const booking = isWord ? (last.booking ?? next.booking) : (next.booking ?? last.booking);
  const reference = next.reference ?? last.reference;
  return {
    at: next.at,
    byMessage: last.byMessage && next.byMessage,
    amount: isWord ? (last.amount ?? next.amount) : (next.amount ?? last.amount),
    ...(reference === undefined ? {} : { reference }),
    ...(booking ? { booking } : {}),
  };
}

function newestKind(lastOf: ContactState["conversions"]["lastOf"]): ConversionKind | undefined {
  return conversionKinds.filter((kind) => lastOf[kind]).sort((a, b) => (lastOf[b]?.at ?? 0) - (lastOf[a]?.at ?? 0))[0];
}
