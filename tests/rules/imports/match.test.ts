import { describe, expect, it } from "vitest";
import { identityKey } from "#core/rules/address/identity.ts";
import { addressKey, type ImportDirectory, matchOf } from "#core/rules/imports/match.ts";
import type { ImportedPerson } from "#core/rules/imports/person.ts";
import { telegram, whoIs } from "./people.ts";

type Holder = { identities?: ImportedPerson["identities"]; addresses?: string[] };

/** Contacts as the store knows them. */
function directoryOf(contacts: Record<string, Holder>): ImportDirectory {
  const holding = (test: (contact: Holder) => boolean | undefined) => Object.keys(contacts).filter((id) => test(contacts[id] ?? {}));
  return {
    byIdentity: (key) => holding(({ identities }) => identities?.some((held) => identityKey(held) === key))[0],
    byAddress: (key) => holding(({ addresses }) => addresses?.includes(key)),
    declaredBy: () => [],
    identitiesOf: (id) => contacts[id]?.identities ?? [],
  };
}

const email = addressKey({ kind: "email", value: "ana@example.com" });
const phone = addressKey({ kind: "phone", value: "+639171234567" });
const ana = whoIs({ details: { email: "ana@example.com", phone: "+639171234567" } });

describe("whom a row is about", () => {
  it.each<[string, ImportedPerson, Record<string, Holder>, string | null]>([
    ["nobody who is known", ana, { other: { addresses: ["email:bea@example.com"] } }, null],
    ["nobody, when it has nothing but a name", whoIs({ details: { name: "Ana" } }), { ana: { addresses: [email] } }, null],
    ["who has its e-mail", ana, { ana: { addresses: [email] } }, "ana"],
    ["the one who has both its addresses, of two who have one", ana, { home: { addresses: [email] }, ana: { addresses: [email, phone] } }, "ana"],
    ["who has its identity", whoIs({ identities: [telegram("1")] }), { ana: { identities: [telegram("1")] } }, "ana"],
    [
      "who has its identity and shares the address",
      { ...ana, identities: [telegram("1")] },
      { home: { addresses: [email] }, ana: { identities: [telegram("1")], addresses: [email] } },
      "ana",
    ],
  ])("is %s", (_, person, contacts, contactId) => {
    expect(matchOf(person, directoryOf(contacts))).toEqual({ contactId });
  });

  it.each<[string, string, ImportedPerson, Record<string, Holder>]>([
    ["its e-mail is one's and its phone another's", "several_contacts", ana, { ana: { addresses: [email] }, bea: { addresses: [phone] } }],
    ["two have its e-mail", "several_contacts", ana, { ana: { addresses: [email] }, bea: { addresses: [email] } }],
    [
      "who has its e-mail has another id on the same account",
      "other_identity",
      { ...ana, identities: [telegram("2")] },
      { ana: { identities: [telegram("1")], addresses: [email] } },
    ],
  ])("is not known when %s", (_, code, person, contacts) => {
    expect(matchOf(person, directoryOf(contacts))).toMatchObject({ reason: { code } });
  });

  it("may have an id on another account of the channel", () => {
    const contacts = { ana: { identities: [telegram("1", "shop")], addresses: [email] } };

    expect(matchOf({ ...ana, identities: [telegram("2", "office")] }, directoryOf(contacts))).toEqual({ contactId: "ana" });
  });
});
