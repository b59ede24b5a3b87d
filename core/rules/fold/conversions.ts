import type { ContactState } from "#core/model/contact-state.ts";
import type { Amount, Fact, FactKey } from "#core/model/fact.ts";
import { type ConversionKind, conversionActions, revokingActions } from "#core/model/vocabulary.ts";
import { named } from "#core/rules/named.ts";
import { day } from "#core/rules/time.ts";
import { addAmount } from "./amount.ts";

/** What was bought or booked, and who says so. */
export type Conversion = FactKey & { kind: ConversionKind; reference: string | null; amount: Amount | null; byMessage: boolean };

const sameConversionMs = day;

/** The last fact that states a conversion; `byMessage` is true while only messages have confirmed it and no system has reported it. */
type LastReport = { at: number; byMessage: boolean };

/** The conversion that this fact confirms, if any. A customer's own words never do (product.md §3). */
export function conversionIn(fact: Fact): Conversion | null {
  if (fact.type === "action") {
    const kind = named(conversionActions, fact.action);
    return kind ? { at: fact.at, id: fact.id, kind, reference: fact.reference, amount: fact.amount, byMessage: false } : null;
  }
  if (fact.type !== "message" || fact.direction !== "outbound" || !fact.reading.conversion) return null;
  return { at: fact.at, id: fact.id, kind: fact.reading.conversion.kind, reference: null, amount: null, byMessage: true };
}

/** The kind of conversion that this fact cancels or refunds, and which one it names. */
export function revocationIn(fact: Fact): { kind: ConversionKind; reference: string | null } | null {
  if (fact.type === "action") {
    const kind = named(revokingActions, fact.action);
    return kind ? { kind, reference: fact.reference } : null;
  }
  if (fact.type !== "message" || fact.direction !== "outbound" || !fact.reading.revocation) return null;
  return { kind: fact.reading.revocation.kind, reference: null };
}

/** All facts that state one conversion, in (at, id) order. */
type RevokingFact = LastReport & { kind: ConversionKind; ids: string[]; references: string[] };

/**
 * Ids of the facts whose conversion was revoked later. A cancellation or refund revokes the conversion it names by
 * reference, else the newest of its kind that has none, and without a reference the newest of its kind; always with
 * everything that was said of the same one. Facts in (at, id) order.
 */
export function revokedFacts(facts: readonly Fact[]): ReadonlySet<string> {
  const revoked = new Set<string>();
  let open: RevokingFact[] = [];
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

function revokedBy({ kind, reference }: { kind: ConversionKind; reference: string | null }, open: readonly RevokingFact[]): RevokingFact[] {
  const named = open.filter((conversion) => conversion.kind === kind && reference !== null && conversion.references.includes(reference));
  if (named.length > 0) return named;
  const newest = open.findLast((conversion) => conversion.kind === kind && (reference === null || conversion.references.length === 0));
  return newest ? [newest] : [];
}

function addOpen(open: RevokingFact[], { id, at, kind, reference, byMessage }: Conversion): void {
  const named = reference === null ? [] : [reference];
  const last = open.findLast((conversion) => conversion.kind === kind);
  if (last && isSame(last, { at, byMessage })) {
    last.byMessage &&= byMessage;
    last.at = at;
    last.ids.push(id);
    last.references.push(...named);
  } else open.push({ kind, at, byMessage, ids: [id], references: named });
}

/** A message within a day of the last fact about a conversion is about the same one; two reports by systems are two conversions. */
function isSame(last: LastReport, next: LastReport): boolean {
  return (last.byMessage || next.byMessage) && next.at - last.at < sameConversionMs;
}

/**
 * Counts a conversion unless it is reported again; its newest amount is the one that counts. Conversions come in (at, id)
 * order, without the revoked ones.
 */
export function addConversion(held: ContactState["conversions"], { id, at, kind, amount, byMessage }: Conversion): ContactState["conversions"] {
  const last = held.lastOf[kind];
  const again = last !== undefined && isSame(last, { at, byMessage });
  const before = again ? last.amount : null;
  return {
    count: held.count + (again ? 0 : 1),
    last: { at, id },
    lastOf: { ...held.lastOf, [kind]: { at, byMessage: again ? last.byMessage && byMessage : byMessage, amount: amount ?? before } },
    value: addAmount(held.value, amount, before),
  };
}
