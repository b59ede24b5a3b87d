import { describe, expect, it } from "vitest";
import type { ContactView } from "#api/views/contacts/contact.ts";
import { testApp } from "#tests/support/app.ts";

type Ingested = { contact: ContactView };

const said = (channel: string, externalId: string, more: object = {}) => ({ channel, from: { externalId, ...more }, text: "Hello" });

/** Two ways in which one address comes; `shown` is what the contact has that is made with the first. */
const pairs: [story: string, kind: "email" | "phone", one: string, other: string][] = [
  ["a zero-width space", "email", "x@example.com", "x@example.com\u200b"],
  ["a soft hyphen", "email", "x@example.com", "x@exam\u00adple.com"],
  ["a byte order mark", "email", "x@example.com", "\ufeffx@example.com"],
  ["marks of direction", "email", "x@example.com", "\u202ax@example.com\u202c"],
  ["a variation selector", "email", "x@example.com", "x\ufe0f@example.com"],
  ["a Hangul filler", "email", "x@example.com", "x\u3164@example.com"],
  ["full width", "email", "x@example.com", "ｘ＠ｅｘａｍｐｌｅ．ｃｏｍ"],
  ["an ideographic full stop", "email", "x@example.com", "x@example。com"],
  ["an accent of its own", "email", "josé@example.com", "jose\u0301@example.com"],
  ["a domain in punycode", "email", "x@münchen.de", "x@xn--mnchen-3ya.de"],
  ["capitals in a domain of other letters", "email", "x@ПРИМЕР.рф", "x@xn--e1afmkfd.xn--p1ai"],
  ["Brazil's ninth digit", "phone", "+55 11 98765-0001", "+55 11 8765-0001"],
  ["Mexico's 1", "phone", "+52 55 1234 5678", "+52 1 55 1234 5678"],
  ["Argentina's 9", "phone", "+54 11 2345-6789", "+54 9 11 2345-6789"],
  ["marks of direction in a phone", "phone", "+63 917 123 4567", "\u202a+63\u00a0917\u2011123\u20114567\u202c"],
];

describe.each(pairs)("%s", (_story, kind, one, other) => {
  it("makes no second person of staff's entry, by whichever of the two", async () => {
    const { post, get } = await testApp();
    const first = (await post("/v1/contacts", { name: "First", [kind]: one })).is<ContactView>(201);

    expect((await post("/v1/contacts", { [kind]: other })).is(409)).toMatchObject({ contactId: first.id });
    for (const q of [one, other]) {
      const found = (await get(`/v1/contacts?q=${encodeURIComponent(q)}`)).is<{ data: ContactView[] }>(200);
      expect(found.data.map(({ id }) => id)).toEqual([first.id]);
    }
  });

  it("is no reason for a second person when it is verified", async () => {
    const { post } = await testApp();
    const first = (await post("/v1/contacts", { [kind]: other })).is<ContactView>(201);

    const { contact } = (await post("/v1/messages", said("web", "visitor-1", { [kind]: one, verified: [kind] }))).is<Ingested>(201);

    expect(contact.id).toBe(first.id);
  });
});

describe("a WhatsApp number", () => {
  it.each([
    ["Brazil", "551187650001", "5511987650001", "+5511987650001"],
    ["Mexico", "5215512345678", "525512345678", "+525512345678"],
    ["Benin", "22997123456", "2290197123456", "+2290197123456"],
    ["Britain with a zero", "+44 (0)7911 123456", "447911123456", "+447911123456"],
  ])("of %s is one person in either form, and one with whom staff know", async (_country, one, other, phone) => {
    const { post } = await testApp();
    const first = (await post("/v1/messages", said("whatsapp", one))).is<Ingested>(201).contact;

    const again = (await post("/v1/messages", said("whatsapp", other))).is<Ingested>(201).contact;

    expect(again.id).toBe(first.id);
    expect(again).toMatchObject({ phone, messageCount: 2 });
    expect((await post("/v1/contacts", { phone })).is(409)).toMatchObject({ contactId: first.id });
  });

  it("that has opted out is opted out for an import of its other form", async () => {
    const { post } = await testApp();
    const message = { ...said("whatsapp", "551187650001"), text: "STOP" };
    const { contact } = (await post("/v1/messages", message)).is<Ingested>(201);

    expect(contact.optedOut).toBe(true);
    expect((await post("/v1/messages", said("whatsapp", "5511987650001"))).is<Ingested>(201).contact).toMatchObject({
      id: contact.id,
      optedOut: true,
    });
  });
});

describe("what cannot be seen or read", () => {
  it.each([
    ["email", "x\u0007@example.com"],
    ["email", "x@exam\ue000ple.com"],
    ["email", "x\u2800@example.com"],
    ["phone", "+63 917\u0007 123 4567"],
    ["externalId", "\u200b\u200b"],
    ["externalId", "7001\ue000"],
    ["username", "ana\u0001"],
  ])("is refused in %s", async (field, value) => {
    const { post } = await testApp();

    const problem = (await post("/v1/messages", said("telegram", "7001", { [field]: value }))).is(422);

    expect(problem).toMatchObject({ errors: [{ pointer: `/from/${field}` }] });
  });

  it("makes no second person of a platform's id", async () => {
    const { post } = await testApp();
    const first = (await post("/v1/messages", said("telegram", "7001"))).is<Ingested>(201).contact;

    expect((await post("/v1/messages", said("telegram", "7001\u200b"))).is<Ingested>(201).contact.id).toBe(first.id);
  });
});
