import { describe, expect, it } from "vitest";
import type { From } from "#core/model/inbound.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import { attested, type Holder, identityKey, linkTo, verifiedAddresses } from "#core/rules/address/identity.ts";

const ana: From = { externalId: "ana" };

describe("what a platform attests", () => {
  it.each([
    ["the number that WhatsApp is written from", "whatsapp", "639171234567", "+639171234567"],
    ["the number in a WhatsApp Web id", "whatsapp", "639171234567@c.us", "+639171234567"],
    ["the number in a WhatsApp server id", "whatsapp", "639171234567@s.whatsapp.net", "+639171234567"],
    ["a Mexican number as WhatsApp writes it", "whatsapp", "5215512345678@c.us", "+525512345678"],
  ] as const)("%s", (_story, channel, externalId, phone) => {
    const from = attested(channel, { externalId });

    expect(from).toMatchObject({ phone, verified: ["phone"] });
  });

  it.each([
    ["whatsapp", "639171234567", ["639171234567", "+639171234567", "+63 917 123-4567", "639171234567@c.us", "639171234567@s.whatsapp.net"]],
    ["email", "ana@example.com", ["ana@example.com", " Ana@Example.com"]],
  ] as const)("has one id on %s, however the address is spelled", (channel, id, spellings) => {
    expect(spellings.map((externalId) => attested(channel, { externalId }).externalId)).toEqual(spellings.map(() => id));
  });

  it.each([
    ["a WhatsApp lid", "whatsapp", "98765432101234@lid"],
    ["a business-scoped WhatsApp id", "whatsapp", "US.13491208655302741918"],
    ["digits that are no phone number", "whatsapp", "0000000"],
    ["a Telegram user id", "telegram", "639171234567"],
    ["an e-mail id that is no address", "email", "thread-17"],
    ["a web visitor id with an @", "web", "visitor@example.com"],
  ] as const)("but not %s", (_story, channel: ChannelName, externalId) => {
    const from = attested(channel, { externalId });

    expect(from).toEqual({ externalId });
  });

  it("the address that an e-mail was written from, in lower case", () => {
    const from = attested("email", { externalId: " Ana@Example.com" });

    expect(from).toMatchObject({ email: "ana@example.com", verified: ["email"] });
  });

  it("counts when the caller repeats it as a plain detail", () => {
    const onWhatsApp = attested("whatsapp", { externalId: "639171234567", phone: "+639171234567" });
    const inEmail = attested("email", { externalId: "ana@example.com", email: "ana@example.com" });

    expect(verifiedAddresses(onWhatsApp)).toEqual([{ kind: "phone", value: "+639171234567" }]);
    expect(verifiedAddresses(inEmail)).toEqual([{ kind: "email", value: "ana@example.com" }]);
  });

  it("wins over another number that is merely declared", () => {
    const from = attested("whatsapp", { externalId: "639171234567", phone: "+14155552671" });

    expect(from).toMatchObject({ phone: "+639171234567", verified: ["phone"] });
  });

  it("leaves a number that the caller has verified", () => {
    const from = attested("whatsapp", { externalId: "639171234567", phone: "+14155552671", verified: ["phone"] });

    expect(from).toMatchObject({ phone: "+14155552671", verified: ["phone"] });
  });

  it("adds to what the caller has verified", () => {
    const from = attested("whatsapp", { externalId: "639171234567", email: "ana@example.com", verified: ["email"] });

    expect(verifiedAddresses(from)).toEqual([
      { kind: "email", value: "ana@example.com" },
      { kind: "phone", value: "+639171234567" },
    ]);
  });
});

it("takes as evidence only addresses that are verified", () => {
  const declared: From = { ...ana, email: "ana@example.com", phone: "+639171234567" };

  expect(verifiedAddresses(declared)).toEqual([]);
  expect(verifiedAddresses({ ...declared, verified: ["phone"] })).toEqual([{ kind: "phone", value: "+639171234567" }]);
  expect(verifiedAddresses({ ...ana, verified: ["email"] })).toEqual([]);
});

describe("a new identity belongs to", () => {
  const key = { channel: "telegram", account: "bot-1", externalId: "42" } as const;
  const holder = (contactId: string, createdAt: number, ...identities: Holder["identities"]): Holder => ({ contactId, createdAt, identities });
  const onWhatsApp = { channel: "whatsapp", account: "shop", externalId: "639171234567" } as const;

  it.each([
    ["nobody when no contact holds its address", [], null],
    ["the contact that holds its address", [holder("con_1", 5, onWhatsApp)], "con_1"],
    ["the oldest of several", [holder("con_2", 5, onWhatsApp), holder("con_1", 4)], "con_1"],
    ["the first by id of several as old", [holder("con_2", 4), holder("con_1", 4)], "con_1"],
    ["nobody when the holder is somebody else on the same channel account", [holder("con_1", 5, { ...key, externalId: "43" })], null],
    ["the next oldest when the oldest is somebody else there", [holder("con_1", 4, { ...key, externalId: "43" }), holder("con_2", 5)], "con_2"],
    ["a holder known on another account of the same channel", [holder("con_1", 5, { ...key, account: "bot-2", externalId: "43" })], "con_1"],
    ["a holder known on another channel under the same account name", [holder("con_1", 5, { ...key, channel: "web", externalId: "43" })], "con_1"],
    ["the holder who has this very identity", [holder("con_1", 5, key)], "con_1"],
    ["nobody when the holder has this identity and another one there", [holder("con_1", 5, key, { ...key, externalId: "43" })], null],
  ] as const)("%s", (_story, holders, contactId) => {
    expect(linkTo(key, holders)).toBe(contactId);
  });
});

it("tells identities apart whatever characters they hold", () => {
  const keys = [
    identityKey({ channel: "web", account: "a", externalId: "b:c" }),
    identityKey({ channel: "web", account: "a:b", externalId: "c" }),
    identityKey({ channel: "web", account: 'a","b', externalId: "c" }),
    identityKey({ channel: "web", account: "a", externalId: 'b","c' }),
    identityKey({ channel: "email", account: "a", externalId: "b:c" }),
  ];

  expect(new Set(keys).size).toBe(keys.length);
});
