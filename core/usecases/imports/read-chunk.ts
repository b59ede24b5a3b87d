import type { ImportReason, ImportRecord, ImportRowRecord } from "#core/model/operations/import.ts";
import type { ContactRecord, IdentityRecord } from "#core/model/records.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { identityForms, identityKey } from "#core/rules/address/identity.ts";
import type { KnownContact } from "#core/rules/imports/change.ts";
import { addressKey, type ImportDirectory, type ImportMatch, keysOf, matchOf } from "#core/rules/imports/match.ts";
import { addressesOf, type ImportedPerson } from "#core/rules/imports/person.ts";
import { type ReadRow, rowReader } from "#core/rules/imports/read-row.ts";
import { fileReasons, isUnreadable } from "#core/rules/imports/reasons.ts";
import { expectNobodyNew } from "#core/usecases/contact-change/expect-nobody-new.ts";
import { isTimeZone } from "#core/usecases/contacts/time-zone.ts";

/** A row and the person it describes; null: the row cannot be used. */
export type ReadRecord = { row: ImportRowRecord; person: ImportedPerson | null; reasons: ImportReason[] };

/** Returns a reader for the rows of a file under its mapping, with the agent's present branches, accounts and settings. */
export async function readerOf(ctx: Context, file: ImportRecord): Promise<(row: ImportRowRecord) => ReadRecord> {
  const { document } = await ctx.store.settings.current();
  const [branches, connections] = await Promise.all([ctx.store.labels.branches(), ctx.store.connections.list()]);
  const zones = new Map<string, boolean>();
  const read: ReadRow = rowReader(file.mapping ?? {}, {
    isCsv: file.format === "csv",
    region: document.region,
    branches,
    now: ctx.now(),
    accountOf: (channel) => {
      const [only, another] = connections.filter((connection) => connection.channel === channel);
      return only && !another ? only.account : "default";
    },
    isTimeZone: (name) => {
      const known = zones.get(name) ?? isTimeZone(name);
      zones.set(name, known);
      return known;
    },
  });
  return (row) => {
    const ofFile = fileReasons(row.reasons);
    if (row.values === null || isUnreadable(ofFile)) return { row, person: null, reasons: ofFile };
    const { person, reasons } = read(row.values);
    return { row, person, reasons: [...ofFile, ...reasons] };
  };
}

/** The stored contacts of the persons in some rows. `learn` adds the changes of a row, so that later rows see them. */
export class KnownPeople implements ImportDirectory {
  readonly contacts = new Map<string, ContactRecord>();
  readonly known = new Map<string, KnownContact>();
  private readonly identities = new Map<string, string>();
  private readonly addresses = new Map<string, string[]>();
  private readonly declared = new Map<string, readonly string[]>();

  byIdentity(key: string): string | undefined {
    return this.identities.get(key);
  }

  byAddress(key: string): readonly string[] {
    return this.addresses.get(key) ?? [];
  }

  declaredBy(key: string): readonly string[] {
    return this.declared.get(key) ?? [];
  }

  identitiesOf(contactId: string): KnownContact["identities"] {
    return this.known.get(contactId)?.identities ?? [];
  }

  addIdentity(key: string, contactId: string): void {
    this.identities.set(key, contactId);
  }

  addAddress(key: string, contactId: string): void {
    const holders = this.addresses.get(key) ?? [];
    if (!holders.includes(contactId)) this.addresses.set(key, [...holders, contactId]);
  }

  addDeclared(key: string, contactIds: readonly string[]): void {
    this.declared.set(key, contactIds);
  }

  learn(known: KnownContact): void {
    this.known.set(known.id, known);
    for (const key of known.identities) this.addIdentity(identityKey(key), known.id);
    for (const key of known.verified) this.addAddress(key, known.id);
  }

  match(person: ImportedPerson): ImportMatch {
    return matchOf(person, this);
  }
}

/** Contacts that a reason names, other than the row's own contact. */
const namedHolders = 4;

/**
 * Looks up all contacts that the rows may be about, in a few queries whatever the number of rows. `changes` is guarded by what
 * was found.
 */
export async function findPeople(ctx: Context, records: readonly ReadRecord[], changes: ChangeSet | null = null): Promise<KnownPeople> {
  const persons = records.flatMap(({ person }) => person ?? []);
  const people = new KnownPeople();
  if (!persons.some((person) => keysOf(person).length > 0)) return people;
  const addresses = persons.flatMap(addressesOf);
  for (const { contactIds, ...address } of await ctx.store.imports.declaredBy(addresses, namedHolders))
    people.addDeclared(addressKey(address), contactIds);
  const query = { messages: [], actions: [], contactIds: [] };
  const identities = persons.flatMap((person) => person.identities.flatMap(identityForms));
  const found = await ctx.store.ingest.find({ ...query, identities, addresses });
  if (changes) expectNobodyNew(changes, { identities, addresses }, found);
  for (const identity of found.identities) people.addIdentity(identityKey(identity), identity.contactId);
  const verified = Map.groupBy(found.holders, ({ address }) => address.contactId);
  for (const { address } of found.holders) people.addAddress(addressKey(address), address.contactId);
  if (found.contacts.length === 0) return people;

  const ids = found.contacts.map(({ id }) => id);
  const identitiesOf = Map.groupBy(await ctx.store.imports.identitiesOf(ids), ({ contactId }) => contactId);
  const tags = persons.some((person) => person.tags.length > 0) ? await ctx.store.labels.tagsOf(ids) : new Map<string, { nameKey: string }[]>();
  for (const contact of found.contacts) {
    people.contacts.set(contact.id, contact);
    people.learn(
      knownOf(contact, {
        identities: identitiesOf.get(contact.id) ?? [],
        verified: (verified.get(contact.id) ?? []).map(({ address }) => addressKey(address)),
        tagKeys: (tags.get(contact.id) ?? []).map(({ nameKey }) => nameKey),
      }),
    );
  }
  await findNotes(ctx, persons, people);
  return people;
}

type StoredPerson = { identities: readonly IdentityRecord[]; verified: readonly string[]; tagKeys: readonly string[] };

export function knownOf(
  contact: ContactRecord,
  { identities, verified, tagKeys }: StoredPerson = { identities: [], verified: [], tagKeys: [] },
): KnownContact {
  const { id, state, optedOut, ownerId, branchId, timeZone, vipOverride, attributes, peopleBy } = contact;
  return {
    id,
    details: state.details,
    consents: state.consents,
    optedOut,
    people: { ownerId, branchId, timeZone, vipOverride, attributes, peopleBy },
    identities: identities.map(({ channel, account, externalId }) => ({ channel, account, externalId })),
    verified: new Set(verified),
    tagKeys: new Set(tagKeys),
    notes: new Set(),
  };
}

/** The stored notes of contacts, by which a note that an earlier import has written is not written twice. */
async function findNotes(ctx: Context, persons: readonly ImportedPerson[], people: KnownPeople): Promise<void> {
  const asked = persons.flatMap((person) => {
    const match = person.note === null ? { contactId: null } : people.match(person);
    return "contactId" in match && match.contactId !== null && person.note !== null ? [{ contactId: match.contactId, text: person.note }] : [];
  });
  if (asked.length === 0) return;
  for (const { contactId, text } of await ctx.store.imports.notesAmong(asked)) {
    const known = people.known.get(contactId);
    if (known) people.learn({ ...known, notes: new Set([...known.notes, text]) });
  }
}
