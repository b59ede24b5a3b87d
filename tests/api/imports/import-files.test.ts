import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type TestApp, testApp } from "#tests/support/app.ts";
import { apply, type Contact, contacts, csv, type Import, upload } from "#tests/support/imports.ts";

const send = async ({ app, key }: TestApp, body: Uint8Array<ArrayBuffer>, type = "text/csv") =>
  app.request("/v1/contacts/import", { method: "POST", headers: { authorization: `Bearer ${key}`, "content-type": type }, body });

const people = "name,email\nJosé Núñez,jose@example.com\n";
const utf16 = (text: string, isBig = false) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !isBig);
  return bytes;
};
const latin = (text: string) => Uint8Array.from(text, (char) => (char === "€" ? 0x80 : char.charCodeAt(0)));
const far = `${"x".repeat(60)},${"y".repeat(40)}@example.com\n`.repeat(1_000);

describe("the encoding of a file", () => {
  it.each<[string, Uint8Array<ArrayBuffer>, string?]>([
    ["UTF-8", new TextEncoder().encode(people)],
    ["UTF-8 with a byte order mark", new TextEncoder().encode(`\ufeff${people}`)],
    ["UTF-16 as Excel writes it, with tabs", utf16(`\ufeff${people.replaceAll(",", "\t")}`)],
    ["UTF-16 with the big end first", utf16(`\ufeff${people}`, true)],
    ["UTF-16 without a mark", utf16(people)],
    ["Windows-1252", latin(people)],
    ["Windows-1252 said to be UTF-8", latin(people), "text/csv; charset=utf-8"],
    ["Windows-1252, which shows late", latin(`name,email\n${far}José Núñez,jose@example.com\n`)],
    [
      "UTF-8, over the border of two pieces",
      new TextEncoder().encode(`name,email\n${far}${"z".repeat(65_536 - 11 - (far.length % 65_536) - 3)}\nJosé Núñez,jose@example.com\n`),
    ],
    [
      "the charset it says to have",
      Uint8Array.from([...latin("name,email\nJos"), 0x8e, ...latin(" N"), 0x9c, 0x96, ...latin("ez,jose@example.com\n")]),
      "text/csv; charset=macintosh",
    ],
  ])("is recognised: %s", async (_name, bytes, type) => {
    const app = await testApp();

    const answer = await send(app, bytes, type);

    expect(answer.status, await answer.clone().text()).toBe(201);
    const file = (await answer.json()) as Import;
    await apply(app, file);
    expect((await app.get("/v1/contacts?q=jose")).is<{ data: Contact[] }>(200).data.map(({ name }) => name)).toEqual(["José Núñez"]);
  });

  it.each<[string, Uint8Array<ArrayBuffer>, number, string?]>([
    ["UTF-8 that breaks off into something else", Uint8Array.from([...new TextEncoder().encode(people), 0xe9, 0x41]), 422],
    ["half a character of UTF-16", utf16(`\ufeff${people}`).slice(0, -1), 422],
    ["a charset that nobody knows", latin(people), 415, "text/csv; charset=klingon"],
  ])("refuses %s", async (_name, bytes, status, type) => {
    const app = await testApp();

    expect((await send(app, bytes, type)).status).toBe(status);
  });
});

describe("lines above the header", () => {
  it.each([
    ["sep=;", "sep=;\nname;email\nAna;a@example.com", 3],
    ["sep= in quotes", '"sep=|"\r\nname|email\r\nAna|a@example.com', 3],
    ["sep= and commas in the names", "sep=;\nname, first;email\nAna;a@example.com", 3],
    ["sep=tab", "sep=\t\nname\temail\nAna\ta@example.com", 3],
    ["a title", "Customers 2026\nname;email\nAna;a@example.com", 3],
    ["a title of the same width", "Customers 2026,,\nname,email,colour\nAna,a@example.com,red", 3],
    ["a title, a remark and blank lines", "My list\r\n\r\nExported on 2026-03-01, by Ana\r\n\r\nName,E-mail\r\nAna,a@example.com", 6],
    ["a title that could be a column", "Email list\nName,Email\nAna,a@example.com", 3],
    ["nothing but blank lines", "\n \nname,email\nAna,a@example.com", 4],
    ["nothing", "name,email\nAna,a@example.com", 2],
  ])("%s: they are skipped", async (_name, text, line) => {
    const app = await testApp();

    const file = await upload(app, text);

    expect(file.rows).toMatchObject([{ line, outcome: "create", reasons: [] }]);
    await apply(app, file);
    expect(await contacts(app)).toMatchObject([{ email: "a@example.com" }]);
  });

  it("are not looked for where a mapping names the columns", async () => {
    const app = await testApp();

    const file = await upload(app, "wer,wo\nname,email\n", csv, `?mapping=${encodeURIComponent('{"wer":"name"}')}`);

    expect(file).toMatchObject({ columns: ["wer", "wo"], rows: [{ line: 2 }] });
  });
});

describe("a file of another program", () => {
  it("keeps all addresses and labels of Google Contacts", async () => {
    const app = await testApp();
    const header =
      "First Name,Middle Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value";
    const row =
      "Ana,Maria,Reyes,* myContacts ::: Work,* Work,a@example.com ::: b@example.com,Work Fax,+63 2 8123 4567,Mobile,+63 917 123 4567 ::: +63 917 123 4568";

    const file = await upload(app, `${header}\n${row}\n,,Cruz,,,b@example.com,,,,`);

    expect(file.rows.map(({ outcome, reasons }) => [outcome, reasons])).toEqual([
      ["create", []],
      ["create", []],
    ]);
    await apply(app, file);
    expect(await contacts(app)).toMatchObject([
      {
        name: "Ana Maria Reyes",
        email: "a@example.com",
        phone: "+639171234567",
        tags: [{ name: "Work" }],
        attributes: { "E-mail 1 (2)": "b@example.com", "E-mail 1 - Label": "* Work", "Phone 2 (2)": "+639171234568", "Phone 1 - Label": "Work Fax" },
      },
      { name: "Cruz", email: "b@example.com" },
    ]);
    expect((await upload(app, `${header}\n${row}`)).counts).toMatchObject({ create: 0, update: 0, skip: 1 });
  });

  it("names the earlier line of whoever is in the file twice", async () => {
    const app = await testApp();

    const file = await upload(app, "Email Address,First Name,TAGS\na@example.com,Ana,\nb@example.com,Ben,\nA@EXAMPLE.COM,Ana,x");

    expect(file.rows.map(({ reasons }) => reasons.map(({ code, detail }) => `${code} ${detail}`))).toEqual([[], [], ["same_person_as_line line 2"]]);
  });
});

/** Header, cells, and whether the person is opted out by it; null when nothing is said. */
const consents: [header: string, cell: string, optedOut: boolean][] = [
  ["Accepts Email Marketing", "no", true],
  ["Accepts Email Marketing", "yes", false],
  ["Accepts Email Marketing,Accepts SMS Marketing", "yes,no", false],
  ["Accepts Email Marketing,Accepts SMS Marketing", "no,yes", true],
  ["Accepts Email Marketing,Accepts SMS Marketing", "no,no", true],
  ["Unsubscribed", "TRUE", true],
  ["Unsubscribed", "0", false],
  ["UNSUB_TIME", "2024-03-14 09:12:31", true],
  ["UNSUB_TIME", "14/03/24 9:12", true],
  ["UNSUB_TIME", "0000-00-00 00:00:00", false],
  ["OPTIN_TIME,UNSUB_TIME", "2020-01-01 00:00:00,2024-03-14 09:12:31", true],
  ["CLEAN_TIME", "2024-03-14 09:12:31", true],
  ["Email blacklisted", "Yes", true],
  ["EMAIL_BLACKLISTED,SMS_BLACKLISTED", "No,Yes", true],
  ["opt-out", "x", true],
  ["Do Not Contact", "1", true],
  ["DONOTCALL", "true", true],
  ["Status", "unsubscribed", true],
  ["Member Status", "Cleaned", true],
  ["status", "Subscribed", false],
  ["status", "active", false],
  ["Lead Status", "Rejected", false],
  ["Email status", "Opted-out", true],
  ["Email permission status", "Unsubscribed", true],
  ["Email Marketing Consent", "UNSUBSCRIBED", true],
  ["Email Marketing Consent", "SUBSCRIBED", false],
  ["Email Marketing Consent", "NEVER_SUBSCRIBED", true],
  ["Email Suppressions", "['HARD_BOUNCE']", true],
  ["Email Suppressions", "[]", false],
  ["Person - Marketing status", "No consent", true],
  ["Unsubscribed from all email", "true", true],
  ["Opted out of email: Newsletter", "Yes", true],
  ["HASOPTEDOUTOFEMAIL,HASOPTEDOUTOFFAX", "false,true", false],
  ["Newsletter", "nein", true],
  ["blocked", "true", true],
];

describe("what a file says about being written to", () => {
  it("opts out whoever refuses, and nobody back in", async () => {
    const app = await testApp();
    const seen: Record<string, unknown>[] = [];
    for (const [at, [header, cells]] of consents.entries()) {
      const file = await upload(app, `email,${header}\np${at}@example.com,${cells}`);
      expect(file.rows[0]?.reasons, header).toEqual([]);
      await apply(app, file);
    }
    for (const contact of await contacts(app)) seen.push({ email: contact.email, optedOut: contact.optedOut });

    expect(seen).toEqual(consents.map(([, , optedOut], at) => ({ email: `p${at}@example.com`, optedOut })));
    await apply(app, await upload(app, `email,Accepts Email Marketing\n${consents.map((_, at) => `p${at}@example.com,yes`).join("\n")}`));
    expect((await contacts(app)).map(({ optedOut }) => optedOut)).toEqual(consents.map(([, , optedOut]) => optedOut));
  });
});

describe("GET /v1/imports/sample.csv", () => {
  it("is a file that imports as it is", async () => {
    const app = await testApp();

    const answer = await app.get("/v1/imports/sample.csv");

    answer.is(200);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toContain("attachment");
    const file = await upload(app, answer.text);
    expect(file).toMatchObject({ unmapped: [], counts: { create: 3 }, rows: [{ reasons: [] }, { reasons: [] }, { reasons: [] }] });
    await apply(app, file);
    expect(await contacts(app)).toMatchObject([
      { name: "Ana Reyes", tags: [{ name: "Makati, Cebu" }, { name: "wholesale" }], attributes: { plan: "family" }, optedOut: false },
      { name: "José Cruz", company: "Cruz, Cruz & Co." },
      { name: "王小明", optedOut: true },
    ]);
  });
});

describe("our own export", () => {
  const columns = "name,email,phone,company,tags,createdAt,timeZone,status,source,messageCount";
  const exported = async (app: TestApp, which: string) => {
    const { app: server, key } = app;
    const answer = await server.request(`/v1/contacts.csv?columns=${which}`, { headers: { authorization: `Bearer ${key}` } });
    return new Uint8Array(await answer.arrayBuffer());
  };
  const unit = fc.constantFrom(
    "'",
    '"',
    ",",
    ";",
    "|",
    "\t",
    "\n",
    "\r",
    "=",
    "+",
    "-",
    "@",
    " ",
    "\u00a0",
    "\u200b",
    "＝",
    ":::",
    "*",
    "a",
    "É",
    "王",
    "7",
    "😀",
  );
  const text = fc.string({ unit, minLength: 1, maxLength: 10 }).filter((each) => each.trim() !== "");
  const texts = [
    ...[
      "O'Brien",
      "'Aisha",
      "'=1",
      "+639171234567",
      "=1+1",
      "x;=1",
      "a\r\nb",
      'the "boss"',
      "José",
      " Ana ",
      "\ufeffAna",
      "sep=;",
      "-",
      "007",
      "true",
    ],
    ...fc.sample(text, { seed: 7, numRuns: 60 }),
  ];

  it("comes back exactly as it was, to the same agent and to another", async () => {
    const app = await testApp();
    for (const [at, name] of texts.entries()) {
      const company = texts[(at * 7 + 1) % texts.length];
      (await app.post("/v1/contacts", { name, company, email: `p${at}@example.com`, phone: at % 3 ? null : `+63917${1_000_000 + at}` })).is(201);
    }
    const all = await contacts(app);
    for (const [at, { id }] of all.entries()) {
      const tag = texts[(at * 11 + 2) % texts.length];
      if (tag !== undefined) await app.post(`/v1/contacts/${id}/tags`, { name: tag });
    }
    const [bytes, known] = [await exported(app, columns), await exported(app, "name,email,phone,company,tags,createdAt,timeZone")];
    const other = await testApp();

    for (const each of [app, other]) {
      const answer = await send(each, bytes);
      const file = (await answer.json()) as Import;
      expect(answer.status, JSON.stringify(file)).toBe(201);
      if (each === app) expect(file.counts).toMatchObject({ create: 0, update: 0, skip: texts.length });
      await apply(each, file);
    }

    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const decoder = new TextDecoder();
    expect(decoder.decode(await exported(app, columns))).toBe(decoder.decode(bytes));
    expect(decoder.decode(await exported(other, "name,email,phone,company,tags,createdAt,timeZone"))).toBe(decoder.decode(known));
  });
});
