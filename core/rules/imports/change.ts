import type { ConsentDecision } from "#core/model/consent.ts";
import type { ImportReason } from "#core/model/import.ts";
import type { AttributeValue, ContactRecord } from "#core/model/records.ts";
import { type DetailField, detailFields } from "#core/model/vocabulary.ts";
import { outranks } from "#core/rules/details.ts";
import { type Address, type IdentityKey, identityKey } from "#core/rules/identity.ts";
import { foldText } from "#core/rules/text.ts";
import { addressKey } from "./match.ts";
import { addressesOf, type Person } from "./person.ts";
import { reason } from "./reasons.ts";

/** A contact as far as an import can change it. `verified`, `tagKeys` and `notes` hold what a row could repeat. */
export type Known = {
  id: string;
  details: ContactRecord["state"]["details"];
  consents: ContactRecord["state"]["consents"];
  optedOut: boolean;
  people: Pick<ContactRecord, "ownerId" | "branchId" | "timeZone" | "vipOverride" | "attributes">;
  identities: IdentityKey[];
  verified: ReadonlySet<string>;
  tagKeys: ReadonlySet<string>;
  notes: ReadonlySet<string>;
};

/** What a row adds to a contact. */
export type Change = {
  details: [field: DetailField, value: string][];
  addresses: Address[];
  identities: IdentityKey[];
  tags: string[];
  people: Partial<Known["people"]>;
  note: string | null;
  consent: ConsentDecision | null;
};

export type Rules = { now: number; maxAttributes: number; columnOf(field: string): string | null };

/**
 * What a row changes about a contact, null for nothing, and why some of it stays out. What people have written stays;
 * `isLater`: an earlier line of the file was about the same person, and its values stay too.
 */
export function changeTo(known: Known, person: Person, rules: Rules, isLater: boolean): { change: Change | null; reasons: ImportReason[] } {
  const reasons: ImportReason[] = [];
  const details = detailsTaken(known, person, rules, isLater, reasons);
  const shown = (kind: "email" | "phone") => details.find(([field]) => field === kind)?.[1] ?? known.details[kind]?.value;
  const change: Change = {
    details,
    addresses: addressesOf(person).filter((address) => shown(address.kind) === address.value && !known.verified.has(addressKey(address))),
    identities: person.identities.filter((key) => !known.identities.some((held) => identityKey(held) === identityKey(key))),
    tags: person.tags.filter((name) => !known.tagKeys.has(foldText(name))),
    people: peopleTaken(known.people, person, rules, reasons),
    note: person.note === null || known.notes.has(person.note) ? null : person.note,
    consent: consentTaken(known, person, rules, reasons),
  };
  return { change: isEmpty(change) ? null : change, reasons };
}

function detailsTaken(known: Known, person: Person, rules: Rules, isLater: boolean, reasons: ImportReason[]): Change["details"] {
  return detailFields.flatMap((field): Change["details"] => {
    const value = person.details[field];
    const held = known.details[field];
    if (value === undefined || held?.value === value) return [];
    if (held && isLater && held.value !== null) reasons.push(reason("kept_earlier_line", rules.columnOf(field), "an earlier line says otherwise"));
    else if (!held || outranks({ value, provenance: "integration", confidence: 1, at: rules.now, id: "\uffff", quote: null }, held))
      return [[field, value]];
    else reasons.push(kept(held.provenance, rules.columnOf(field)));
    return [];
  });
}

function kept(provenance: string, column: string | null): ImportReason {
  if (provenance === "human") return reason("kept_human_value", column, "the contact has a value that people have written");
  if (provenance === "verified") return reason("kept_verified_value", column, "the contact has a value that a platform vouches for");
  return reason("kept_newer_value", column, "the contact has a newer value");
}

function peopleTaken(held: Known["people"], person: Person, rules: Rules, reasons: ImportReason[]): Change["people"] {
  const taken: Change["people"] = {};
  for (const [field, name] of [
    ["ownerId", "owner"],
    ["branchId", "branch"],
    ["timeZone", "timeZone"],
  ] as const) {
    const value = person[field];
    if (value === null || value === held[field]) continue;
    if (held[field] === null) taken[field] = value;
    else reasons.push(kept("human", rules.columnOf(name)));
  }
  if (person.isVip && held.vipOverride === null) taken.vipOverride = true;
  if (person.isVip && held.vipOverride === false) reasons.push(kept("human", rules.columnOf("vip")));
  const attributes = attributesTaken(held.attributes, person, rules, reasons);
  return Object.keys(attributes).length === 0 ? taken : { ...taken, attributes: { ...held.attributes, ...attributes } };
}

function attributesTaken(held: Record<string, AttributeValue>, { attributes }: Person, rules: Rules, reasons: ImportReason[]) {
  let room = rules.maxAttributes - Object.keys(held).length;
  const taken = Object.entries(attributes).filter(([name, value]) => {
    const column = () => rules.columnOf(`attribute:${name}`);
    if (Object.hasOwn(held, name)) {
      if (held[name] !== value) reasons.push(kept("human", column()));
      return false;
    }
    room -= 1;
    if (room < 0) reasons.push(reason("too_many_attributes", column(), `the contact would have more than ${rules.maxAttributes}`));
    return room >= 0;
  });
  return Object.fromEntries(taken);
}

/** An opt-out is always taken, and an import never undoes one. */
function consentTaken(known: Known, { consent }: Person, rules: Rules, reasons: ImportReason[]): ConsentDecision | null {
  if (consent === null) return null;
  if (consent === "opt_out") return known.optedOut ? null : "opt_out";
  if (known.optedOut) reasons.push(reason("kept_opt_out", rules.columnOf("consent"), "the contact has opted out"));
  return known.optedOut || known.consents[known.id]?.decision === "opt_in" ? null : "opt_in";
}

function isEmpty({ details, addresses, identities, tags, people, note, consent }: Change): boolean {
  const lists = [details, addresses, identities, tags, Object.keys(people)];
  return note === null && consent === null && lists.every(({ length }) => length === 0);
}

/** The contact after a change that was made at `now`, for the rows that follow. */
export function withChange(known: Known, change: Change, now: number): Known {
  const details = change.details.map(([field, value]) => [
    field,
    { value, provenance: "integration" as const, confidence: 1, at: now, id: "", quote: null },
  ]);
  const said = change.consent && { [known.id]: { at: now, id: "", decision: change.consent } };
  return {
    id: known.id,
    details: { ...known.details, ...Object.fromEntries(details) },
    consents: { ...known.consents, ...said },
    optedOut: known.optedOut || change.consent === "opt_out",
    people: { ...known.people, ...change.people },
    identities: [...known.identities, ...change.identities],
    verified: new Set([...known.verified, ...change.addresses.map(addressKey)]),
    tagKeys: new Set([...known.tagKeys, ...change.tags.map(foldText)]),
    notes: change.note === null ? known.notes : new Set([...known.notes, change.note]),
  };
}
