import { describe, expect, it } from "vitest";
import { type TestApp, testApp } from "#tests/support/app.ts";

type Finding = { severity: string; code: string; pointer: string; detail: string };
type Template = { id: string; name: string; texts: object[]; findings: Finding[] };

const text = (words: string, language = "en", channel: string | null = null) => ({ language, channel, text: words });
const make = async ({ post }: TestApp, name: string, ...texts: object[]) => (await post("/v1/templates", { name, texts })).is<Template>(201);
const codes = ({ findings }: Template) => findings.map(({ code, pointer }) => `${code} ${pointer}`);

describe("message templates", () => {
  it("are made, read, listed by name, changed and deleted", async () => {
    const app = await testApp();
    const thanks = await make(app, "Thanks", text("Thank you, {{first_name|friend}}!"), text("¡Gracias!", "es", "telegram"));
    const hello = await make(app, "Hello", text("Hello"));

    expect(thanks).toMatchObject({
      name: "Thanks",
      findings: [],
      texts: [
        { language: "en", channel: null },
        { language: "es", channel: "telegram" },
      ],
    });
    expect((await app.get("/v1/templates")).is(200)).toMatchObject({ data: [{ id: hello.id }, { id: thanks.id }], nextCursor: null });
    const page = (await app.get("/v1/templates?limit=1")).is<{ nextCursor: string }>(200);
    expect((await app.get(`/v1/templates?limit=1&cursor=${page.nextCursor}`)).is(200)).toMatchObject({ data: [{ id: thanks.id }] });
    expect((await app.patch(`/v1/templates/${hello.id}`, { name: "Zulu" })).is(200)).toMatchObject({ name: "Zulu", texts: hello.texts });
    expect((await app.patch(`/v1/templates/${hello.id}`, { texts: [text("Hi")] })).is(200)).toMatchObject({ name: "Zulu", texts: [{ text: "Hi" }] });
    (await app.delete(`/v1/templates/${hello.id}`)).is(204);
    (await app.get(`/v1/templates/${hello.id}`)).is(404);
  });

  it("have names of their own, whatever their case and accents", async () => {
    const app = await testApp();
    const cafe = await make(app, "Café", text("Hello"));
    const bar = await make(app, "Bar", text("Hello"));

    expect((await app.post("/v1/templates", { name: "CAFE", texts: [text("Hello")] })).is(409)).toMatchObject({ templateId: cafe.id });
    expect((await app.patch(`/v1/templates/${bar.id}`, { name: "cafe" })).is(409)).toMatchObject({ errors: [{ pointer: "/name" }] });
    (await app.patch(`/v1/templates/${cafe.id}`, { name: "CAFÉ" })).is(200);
  });

  it("answer with what to look at again", async () => {
    const app = await testApp();

    const odd = await make(app, "Odd", text("Your {{company}} account: https://example.com/me"), text("👍", "es"));

    expect(codes(odd)).toEqual(["no_fallback /texts/0/text", "link /texts/0/text", "only_emoji /texts/1/text"]);
    expect((await app.get(`/v1/templates/${odd.id}`)).is<Template>(200)).toEqual(odd);
  });

  it("are refused with every error in their texts", async () => {
    const { post } = await testApp();
    const texts = [text("Hi {{nam}}"), text("Hi", "en", "instagram"), text("Hola", "spanish"), text("See http://example.com", "en", "instagram")];

    expect((await post("/v1/templates", { name: "Odd", texts })).is(422)).toMatchObject({
      errors: [{ pointer: "/texts/0/text" }, { pointer: "/texts/2/language" }, { pointer: "/texts/3" }, { pointer: "/texts/3/text" }],
    });
    expect((await post("/v1/templates", { name: "Odd", texts: [text("Hi", "en", "fax")] })).is(422)).toMatchObject({
      errors: [{ pointer: "/texts/0/channel" }],
    });
    expect((await post("/v1/templates", { name: "Odd", texts: [] })).is(422)).toMatchObject({ errors: [{ pointer: "/texts" }] });
  });

  it("stay while a follow-up trigger names them", async () => {
    const app = await testApp();
    const { id } = await make(app, "Nudge", text("Hello"));
    const { settings, version } = (await app.get("/v1/settings")).is<{ settings: { followUps: object }; version: number }>(200);
    const named = { ...settings, followUps: { ...settings.followUps, ghosting: { templateId: id } } };
    (await app.put("/v1/settings", { version, settings: named })).is(200);

    expect((await app.delete(`/v1/templates/${id}`)).is(409)).toMatchObject({ code: "conflict", triggers: ["ghosting"] });
    (await app.get(`/v1/templates/${id}`)).is(200);
  });
});

describe("the preview of a template", () => {
  const texts = [
    text("Hello {{first_name|there}} of {{company}}"),
    text("Hola {{name}} <3", "es"),
    text("¡Hola, {{first_name|tú}} de {{attributes.city|aquí}}! {{business}}", "es", "telegram"),
  ];

  it("shows what a contact would read where they wrote last, and why", async () => {
    const app = await testApp();
    const { id } = await make(app, "Hello", ...texts);
    const from = { externalId: "1001", name: "REYES, ANA MARIA" };
    const { contact } = (await app.post("/v1/messages", { channel: "telegram", from, text: "Hola, ¿cuánto cuesta la habitación?" })).is<{
      contact: { id: string };
    }>(201);
    (await app.patch(`/v1/contacts/${contact.id}`, { attributes: { city: "Cádiz", site: "https://example.com" } })).is(200);

    expect((await app.post(`/v1/templates/${id}/preview`, { contactId: contact.id })).is(200)).toEqual({
      contactId: contact.id,
      text: "¡Hola, Ana de Cádiz! Default",
      chosen: texts[2],
      because: "es, made for telegram",
      missing: [],
    });
    expect((await app.post(`/v1/templates/${id}/preview`, { contactId: contact.id, language: "en", channel: "email" })).is(200)).toMatchObject({
      text: "Hello Ana of",
      because: "en, for all channels",
      missing: ["company"],
    });
  });

  it("shows the fallbacks for somebody nothing is known about", async () => {
    const app = await testApp();
    const { id } = await make(app, "Hello", text("Hi {{first_name|there}}"), text("Kumusta", "tl"));

    expect((await app.post(`/v1/templates/${id}/preview`, { language: "ko" })).is(200)).toMatchObject({
      contactId: null,
      text: "Hi there",
      because: "no text is in ko; en, for all channels",
    });
  });

  it("refuses a channel that no text is for, and contacts that are not there", async () => {
    const app = await testApp();
    const { id } = await make(app, "Hello", text("Hi", "en", "telegram"));
    const stranger = (await app.otherAgent.post("/v1/contacts", { name: "Ben" })).is<{ id: string }>(201);

    expect((await app.post(`/v1/templates/${id}/preview`, { channel: "email" })).is(422)).toMatchObject({ errors: [{ pointer: "/channel" }] });
    (await app.post(`/v1/templates/${id}/preview`, { contactId: stranger.id })).is(404);
  });

  it("is not kept under its Idempotency-Key once the contact has been deleted", async () => {
    const app = await testApp();
    const { id } = await make(app, "Hello", text("Hi {{name}}"));
    const contact = (await app.post("/v1/contacts", { name: "Ben" })).is<{ id: string }>(201);
    const ask = () => app.post(`/v1/templates/${id}/preview`, { contactId: contact.id }, { "idempotency-key": "k" });
    (await ask()).is(200);
    expect((await ask()).is(200)).toMatchObject({ text: "Hi Ben" });
    (await app.delete(`/v1/contacts/${contact.id}`)).is(200);

    (await ask()).is(410);
  });
});
