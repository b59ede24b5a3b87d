import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ContactView } from "#api/views/contacts/contact.ts";
import type { MessageView } from "#api/views/messages/message.ts";
import { type Answer, type Client, testApp } from "../support/app.ts";
import { has } from "../support/services/needs.ts";

type Line = { text: string; label: string; base64?: string; default_region?: string | null; e164?: string | null; valid?: boolean };

function lines(set: string): Line[] {
  const text = readFileSync(`../shared/data/${set}/dev.jsonl`, "utf8");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
}

const sets = ["bad_input_strings", "email_addresses", "phone_numbers", "json_test_suite"];
const texts = has.data ? sets.flatMap((set) => lines(set).map(({ text }) => text)) : [];

/** Refusals must name the field; everything else is a fault. */
function judge(answer: Answer, field: string, wrong: string[], given: string): boolean {
  if (answer.status < 300) return true;
  const { code, errors = [] } = answer.body as { code: string; errors?: { pointer: string }[] };
  const isNamed = answer.status === 422 && code === "invalid" && errors.some(({ pointer }) => pointer === field || pointer.startsWith(`${field}/`));
  const isTaken = answer.status === 409 && errors.some(({ pointer }) => pointer === field);
  if (!isNamed && !isTaken) wrong.push(`${answer.status} for ${JSON.stringify(given)} at ${field}: ${answer.text}`);
  return false;
}

type Ask = (text: string, i: number) => Promise<[Answer, string, boolean?]>;

/** Asks about every text, some at a time; answers what went wrong. */
async function sweep(ask: Ask, given: readonly string[] = texts): Promise<string[]> {
  const wrong: string[] = [];
  const rest = given.entries();
  const work = async () => {
    for (const [i, text] of rest) {
      const [answer, field, isKept] = await ask(text, i);
      if (judge(answer, field, wrong, text) && isKept === false) wrong.push(`stored otherwise than it came: ${JSON.stringify(text)}`);
    }
  };
  await Promise.all(Array.from({ length: 32 }, work));
  return wrong;
}

const patience = 120_000;

describe.skipIf(!has.data)("every line of the bad-input sets", { timeout: patience }, () => {
  it("is a message's text, stored exactly or refused by name", async () => {
    const { post } = await testApp();

    const wrong = await sweep(async (text, i) => {
      const answer = await post("/v1/messages", { channel: "web", from: { externalId: `v-${i % 50}` }, text });
      return [answer, "/text", (answer.body as { message?: MessageView }).message?.text === text];
    });

    expect(wrong).toEqual([]);
  });

  it("is a sender's id, name and user name, stored exactly or refused by name", async () => {
    const { post } = await testApp();

    const wrong = [
      ...(await sweep(async (text) => [await post("/v1/messages", { channel: "web", from: { externalId: text }, text: "Hi" }), "/from/externalId"])),
      ...(await sweep(async (text, i) => {
        const answer = await post("/v1/messages", { channel: "web", from: { externalId: `v-${i}`, name: text }, text: "Hi" });
        return [answer, "/from/name", (answer.body as { contact?: ContactView }).contact?.name === text];
      })),
    ];

    expect(wrong).toEqual([]);
  });

  it("is a contact's name, company, attribute, e-mail, phone and zone, stored or refused by name", async () => {
    const { post } = await testApp();
    const make = async (field: string, body: object, read: (contact: ContactView) => boolean): Promise<[Answer, string, boolean]> => {
      const answer = await post("/v1/contacts", body);
      return [answer, field, answer.status < 300 && read(answer.body as ContactView)];
    };

    const wrong = [
      ...(await sweep((text) => make("/name", { name: text }, ({ name }) => name === text))),
      ...(await sweep((text) => make("/company", { company: text }, ({ company }) => company === text))),
      ...(await sweep((text) => make("/attributes", { name: "Ana", attributes: { a: text } }, ({ attributes }) => attributes.a === text))),
      ...(await sweep((text) => make("/email", { email: text }, ({ email }) => email === text.trim().toLowerCase()))),
      ...(await sweep((text) => make("/phone", { phone: text }, ({ phone }) => /^\+\d{5,15}$/.test(phone ?? "")))),
      ...(await sweep((text) => make("/timeZone", { name: "Ana", timeZone: text }, ({ timeZone }) => timeZone === text))),
    ];

    expect(wrong).toEqual([]);
  });

  it("is a tag, a note, a branch, a reason, an action, stored exactly or refused by name", async () => {
    const { post } = await testApp();
    const { id } = (await post("/v1/contacts", { name: "Ana" })).is<ContactView>(201);
    const same = (answer: Answer, field: string, text: string) => (answer.body as Record<string, unknown>)[field] === text;
    const kept = async (path: string, field: string, text: string): Promise<[Answer, string, boolean]> => {
      const answer = await post(path, { [field]: text });
      return [answer, `/${field}`, same(answer, field, text)];
    };

    const wrong = [
      ...(await sweep((text) => kept("/v1/tags", "name", text))),
      ...(await sweep((text) => kept(`/v1/contacts/${id}/notes`, "text", text))),
      ...(await sweep((text) => kept("/v1/branches", "name", text))),
      ...(await sweep(async (text) => [await post("/v1/actions", { contactId: id, action: text }), "/action"])),
    ];

    expect(wrong).toEqual([]);
  });

  it("is a search, a filter, a cursor, a path: answered or refused by name", async () => {
    const { get, post } = await testApp();
    await post("/v1/contacts", { name: "Ana" });
    const q = (text: string) => encodeURIComponent(text.toWellFormed());

    const wrong = [
      ...(await sweep(async (text) => [await get(`/v1/contacts?q=${q(text)}`), "/q"])),
      ...(await sweep(async (text) => [await get(`/v1/contacts?tag=${q(text)}`), "/tag"])),
      ...(await sweep(async (text) => [await get(`/v1/contacts?cursor=${q(text)}`), "/cursor"])),
      ...(await sweep(async (text) => [await get(`/v1/contacts.csv?q=${q(text)}`), "/q"])),
    ];

    expect(wrong).toEqual([]);
    for (const text of texts) {
      const { status } = await get(`/v1/contacts/${q(text) || "x"}/timeline`);
      expect([text, status < 500]).toEqual([text, true]);
    }
  });

  it("is a whole body: refused as broken JSON, or for what is in it", async () => {
    const app = await testApp();

    const wrong: string[] = [];
    for (const { text, label, base64 = "" } of lines("json_test_suite")) {
      const status = await sendBytes(app, Buffer.from(base64, "base64"));
      if (status !== 400 && status !== 422) wrong.push(`${text} (${label}): ${status}`);
    }
    for (const text of texts) {
      const { status } = await app.send("POST", "/v1/contacts", text);
      if (status !== 400 && status !== 422) wrong.push(`${JSON.stringify(text)}: ${status}`);
    }

    expect(wrong).toEqual([]);
  });
});

describe.skipIf(!has.data)("phone numbers", { timeout: patience }, () => {
  it("are stored as E.164 when they are valid, as libphonenumber says", async () => {
    const { post, as } = await testApp();
    const { key } = (await post("/v1/agents", { name: "Elsewhere" })).is<{ key: string }>(201);
    const wrong: string[] = [];
    for (const { text, e164, valid, default_region } of lines("phone_numbers")) {
      if (default_region) continue;
      const { status, body } = await as(key).post("/v1/contacts", { phone: text });
      const stored = status === 201 ? (body as ContactView).phone : null;
      if (status !== 409 && (valid === true) !== (stored !== null)) wrong.push(`${text}: ${status}`);
      if (stored !== null && e164 && stored !== e164) wrong.push(`${text}: ${stored}, not ${e164}`);
    }

    expect(wrong).toEqual([]);
  });
});

async function sendBytes(
  { app, key }: Pick<Client, "key"> & { app: { request(path: string, init: RequestInit): Response | Promise<Response> } },
  body: Buffer,
) {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  return (await app.request("/v1/contacts", { method: "POST", headers, body: new Uint8Array(body) })).status;
}
