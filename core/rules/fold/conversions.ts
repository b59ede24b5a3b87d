import type { ContactState } from "#core/model/contact-state.ts";
import type { Fact, FactKey } from "#core/model/fact.ts";
import { type ConversionKind, conversionActions, revokingActions } from "#core/model/vocabulary.ts";
import { day } from "#core/rules/time.ts";

/** What was bought or booked, and who says so. */
export type Conversion = FactKey & { kind: ConversionKind; reference: string | null; byMessage: boolean };

/** A confirming message within a day of another confirmation of the same kind speaks of the same booking or purchase. */
const sameConversionMs = day;

/** The conversion that this fact confirms, if any. A customer's own words never do (product.md §3). */
export function conversionIn(fact: Fact): Conversion | null {
  if (fact.type === "action") {
    const kind = own(conversionActions, fact.action);
    return kind ? { at: fact.at, id: fact.id, kind, reference: fact.reference, byMessage: false } : null;
  }
  if (fact.type !== "message" || fact.direction !== "outbound" || !fact.reading.conversion) return null;
  return { at: fact.at, id: fact.id, kind: fact.reading.conversion.kind, reference: null, byMessage: true };
}

/** The kind of conversion that this fact cancels or refunds, and which one it names. */
export function revocationIn(fact: Fact): { kind: ConversionKind; reference: string | null } | null {
  if (fact.type === "action") {
    const kind = own(revokingActions, fact.action);
    return kind ? { kind, reference: fact.reference } : null;
  }
  if (fact.type !== "message" || fact.direction !== "outbound" || !fact.reading.revocation) return null;
  return { kind: fact.reading.revocation.kind, reference: null };
}

/**
 * Ids of the facts whose conversion was revoked later. A cancellation or refund revokes the conversion it names by
 * reference, else the newest of its kind, with the messages that confirmed the same one. Facts in (at, id) order.
 */
export function revokedFacts(facts: readonly Fact[]): ReadonlySet<string> {
  const revoked = new Set<string>();
  const open: Conversion[] = [];
  for (const fact of facts) {
    const conversion = conversionIn(fact);
    if (conversion) open.push(conversion);
    const revocation = revocationIn(fact);
    if (!revocation) continue;
    const named = open.findLast(
      (earlier) => earlier.kind === revocation.kind && (revocation.reference === null || earlier.reference === revocation.reference),
    );
    if (!named) continue;
    for (const same of open.filter((other) => other === named || isSame(other, named))) {
      revoked.add(same.id);
      open.splice(open.indexOf(same), 1);
    }
  }
  return revoked;
}

function isSame(a: Conversion, b: Conversion): boolean {
  return a.kind === b.kind && (a.byMessage || b.byMessage) && Math.abs(a.at - b.at) < sameConversionMs;
}

/** Counts a conversion, unless it is told again by a message within a day. Conversions come in (at, id) order. */
export function addConversion(held: ContactState["conversions"], conversion: Conversion): ContactState["conversions"] {
  const earlier = held.lastOf[conversion.kind];
  const again = earlier !== undefined && (earlier.byMessage || conversion.byMessage) && conversion.at - earlier.at < sameConversionMs;
  return {
    count: held.count + (again ? 0 : 1),
    last: { at: conversion.at, id: conversion.id },
    lastOf: { ...held.lastOf, [conversion.kind]: { at: conversion.at, byMessage: conversion.byMessage } },
  };
}

/** Names come from outside: "constructor" is not an action we know. */
function own<V>(table: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
