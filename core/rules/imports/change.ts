import type { ImportReason } from "#core/model/operations/import.ts";
import type { ConsentDecision } from "#core/model/people/consent.ts";
import type { AttributeValue, ContactRecord, IdentityKey } from "#core/model/records.ts";
import { type DetailField, detailFields } from "#core/model/vocabulary.ts";
import { comparedAddress, isSameAddress } from "#core/rules/address/address.ts";
import { type Address, identityKey } from "#core/rules/address/identity.ts";
import { outranks } from "#core/rules/contact/details.ts";
import { attributePlace, isOpenToImports, type PeopleEntry, withWriters, writerOf } from "#core/rules/contact/people-by.ts";
import { named } from "#core/rules/named.ts";
import { foldText } from "#core/rules/text/text.ts";
import { addressKey } from "./match.ts";
import { addressesOf, type ImportedPerson } from "./person.ts";
import { reason } from "./reasons.ts";

/** A contact as far as an import can change it. `verified`, `tagKeys` and `notes` hold what a row could repeat. */
export type KnownContact = {
  id: string;
  details: ContactRecord["state"]["details"];
  consents: ContactRecord["state"]["consents"];
  optedOut: boolean;
  people: Pick<ContactRecord, "ownerId" | "branchId" | "timeZone" | "vipOverride" | "attributes" | "peopleBy">;
  identities: IdentityKey[];
  verified: ReadonlySet<string>;
  tagKeys: ReadonlySet<string>;
  notes: ReadonlySet<string>;
};

/** What a row adds to a contact. */
export type Change = {
  details: [field: DetailField, value: string][];
  addresses: Address[];
  /** Further addresses, which come with the attributes that show them and are evidence of nothing. */
  declared: Address[];
  identities: IdentityKey[];
  tags: string[];
  people: Partial<KnownContact["people"]>;
  note: string | null;
  consent: ConsentDecision | null;
};

export const nothingChanged: Change = { details: [], addresses: [], declared: [], identities: [], tags: [], people: {}, note: null, consent: null };

export type Rules = { importId: string; now: number; maxAttributes: number; columnOf(field: string): string | null };

/**
 * What a row changes about a contact, null for nothing, and why some of it stays out. What people have written stays;
 * `isLater`: an earlier line of the file was about the same person, and its values stay too.
 */
export function changeTo(
  known: KnownContact,
  person: ImportedPerson,
  rules: Rules,
  isLater: boolean,
): { change: Change | null; reasons: ImportReason[] } {
  const reasons: ImportReason[] = [];
  const details = detailsTaken(known, person, rules, isLater, reasons);
  const people = peopleTaken(known.people, person, rules, isLater, reasons);
  const isNew = ({ value }: Address) =>
    Object.entries(people.attributes ?? {}).some(([name, held]) => held === value && named(known.people.attributes, name) !== value);
  const isShown = ({ kind, value }: Address) => {
    const shown = details.find(([field]) => field === kind)?.[1] ?? known.details[kind]?.value;
    return typeof shown === "string" && isSameAddress(kind, shown, value);
  };
  const change: Change = {
    details,
    addresses: addressesOf(person).filter((address) => isShown(address) && !known.verified.has(addressKey(address))),
    declared: (person.furtherAddresses ?? []).filter(isNew).map(comparedAddress),
    identities: person.identities.filter((key) => !known.identities.some((held) => identityKey(held) === identityKey(key))),
    tags: person.tags.filter((name) => !known.tagKeys.has(foldText(name))),
    people,
    note: person.note === null || known.notes.has(person.note) ? null : person.note,
    consent: consentTaken(known, person, rules, reasons),
  };
  return { change: isEmpty(change) ? null : change, reasons };
}

function detailsTaken(known: KnownContact, person: ImportedPerson, rules: Rules, isLater: boolean, reasons: ImportReason[]): Change["details"] {
  return detailFields.flatMap((field): Change["details"] => {
    const value = person.details[field];
    const held = known.details[field];
    if (value === undefined || isSameDetail(field, held?.value, value)) return [];
    if (held && isLater && held.value !== null) reasons.push(reason("kept_earlier_line", rules.columnOf(field), "an earlier line says otherwise"));
    else if (!held || outranks({ value, provenance: "integration", confidence: 1, at: rules.now, id: "\uffff", quote: null }, held))
      return [[field, value]];
    else reasons.push(kept(held.provenance, rules.columnOf(field)));
    return [];
  });
}

function isSameDetail(field: DetailField, held: string | null | undefined, value: string): boolean {
  if (typeof held !== "string") return false;
  return field === "email" || field === "phone" ? isSameAddress(field, held, value) : held === value;
}

function kept(provenance: string, column: string | null): ImportReason {
  if (provenance === "human") return reason("kept_human_value", column, "the contact has a value that people have written");
  if (provenance === "verified") return reason("kept_verified_value", column, "the contact has a value that a platform vouches for");
  return reason("kept_newer_value", column, "the contact has a newer value");
}

/** What people have written stays; what an import has written gives way to the next, not to a later line of the file. */
function peopleTaken(
  held: KnownContact["people"],
  person: ImportedPerson,
  rules: Rules,
  isLater: boolean,
  reasons: ImportReason[],
): Change["people"] {
  const isOpen = (place: string, value: AttributeValue | undefined, column: string | null): boolean => {
    const isFree = isOpenToImports(value, writerOf(held.peopleBy, place));
    const isEarlier = isFree && isLater && value !== undefined && value !== null;
    if (!isFree) reasons.push(kept("human", column));
    if (isEarlier) reasons.push(reason("kept_earlier_line", column, "an earlier line says otherwise"));
    return isFree && !isEarlier;
  };
  const taken: Change["people"] = {};
  const writers: [place: string, entry: PeopleEntry | null][] = [];
  const entry: PeopleEntry = { provenance: "integration", by: rules.importId, at: rules.now };
  for (const [field, name] of columns) {
    const value = person[field];
    if (value === null || value === held[field] || !isOpen(field, held[field], rules.columnOf(name))) continue;
    taken[field] = value;
    writers.push([field, entry]);
  }
  // "No" removes a value that an import has set, and sets none itself.
  const vip = person.isVip === true ? true : person.isVip === false && held.vipOverride === true ? null : held.vipOverride;
  if (vip !== held.vipOverride && isOpen("vipOverride", held.vipOverride, rules.columnOf("vip"))) {
    taken.vipOverride = vip;
    writers.push(["vipOverride", vip === null ? null : entry]);
  }
  const attributes = attributesTaken(held.attributes, person, rules, reasons, isOpen);
  if (attributes.length > 0) taken.attributes = { ...held.attributes, ...Object.fromEntries(attributes) };
  writers.push(...attributes.map(([key]): [string, PeopleEntry] => [attributePlace(key), entry]));
  return writers.length === 0 ? taken : { ...taken, peopleBy: withWriters(held.peopleBy, writers) };
}

const columns = [
  ["ownerId", "owner"],
  ["branchId", "branch"],
  ["timeZone", "timeZone"],
] as const;

type IsOpen = (place: string, value: AttributeValue | undefined, column: string | null) => boolean;

function attributesTaken(
  held: Record<string, AttributeValue>,
  { attributes }: ImportedPerson,
  rules: Rules,
  reasons: ImportReason[],
  isOpen: IsOpen,
) {
  let room = rules.maxAttributes - Object.keys(held).length;
  return Object.entries(attributes).filter(([name, value]) => {
    const [before, column] = [named(held, name), rules.columnOf(attributePlace(name))];
    if (before === value || !isOpen(attributePlace(name), before, column)) return false;
    if (before !== undefined) return true;
    room -= 1;
    if (room < 0) reasons.push(reason("too_many_attributes", column, `the contact would have more than ${rules.maxAttributes}`));
    return room >= 0;
  });
}

/** An opt-out is always taken, and an import never undoes one. */
function consentTaken(known: KnownContact, { consent }: ImportedPerson, rules: Rules, reasons: ImportReason[]): ConsentDecision | null {
  if (consent === null) return null;
  if (consent === "opt_out") return known.optedOut ? null : "opt_out";
  if (known.optedOut) reasons.push(reason("kept_opt_out", rules.columnOf("consent"), "the contact has opted out"));
  return known.optedOut || known.consents[known.id]?.decision === "opt_in" ? null : "opt_in";
}

function isEmpty({ details, addresses, identities, tags, people, note, consent }: Change): boolean {
  const lists = [details, addresses, identities, tags, Object.keys(people)];
  return note === null && consent === null && lists.every(({ length }) => length === 0);
}

const maxNamed = 20;

/** The names of the fields that a change touches, without their values. */
export function changesSaid(known: KnownContact, { details, addresses, identities, tags, people, note, consent }: Change): ImportReason {
  const attributes = Object.entries(people.attributes ?? {}).filter(([key, value]) => named(known.people.attributes, key) !== value);
  const fields = new Set<string>([
    ...details.map(([field]) => field),
    ...addresses.map(({ kind }) => kind),
    ...(identities.length > 0 ? ["identities"] : []),
    ...(tags.length > 0 ? ["tags"] : []),
    ...columns.filter(([field]) => people[field] !== undefined).map(([, name]) => name),
    ...(people.vipOverride === undefined ? [] : ["vip"]),
    ...attributes.map(([key]) => attributePlace(key)),
    ...(note === null ? [] : ["notes"]),
    ...(consent === null ? [] : ["consent"]),
  ]);
  const more = fields.size > maxNamed ? [`${fields.size - maxNamed} more`] : [];
  return reason("changes", null, [...[...fields].slice(0, maxNamed), ...more].join(", "));
}

/** The contact after a change that was made at `now`, for the rows that follow. */
export function withChange(known: KnownContact, change: Change, now: number): KnownContact {
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
