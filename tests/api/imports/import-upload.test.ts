import { describe, expect, it } from "vitest";
import { type TestApp, testApp } from "#tests/support/app.ts";
import { apply, type Contact, contacts, csv, type Import, jsonl, people, rowsOf, upload } from "#tests/support/imports.ts";

describe("POST /v1/contacts/import", () => {
  it("answers with the dry run of a CSV and changes nothing", async () => {
    const app = await testApp();

    const file = await upload(app, `\ufeff${people}`);

    expect(file).toMatchObject({
      state: "planned",
      format: "csv",
      mapping: { "Full name": "name", "E-mail": "email", Mobile: "phone", Labels: "tags", "Telegram ID": "telegramId", Unsubscribed: "optedOut" },
      unmapped: ["Favourite colour"],
      counts: { rows: 4, create: 2, update: 1, skip: 1, applied: 0, newTags: 2 },
      planId: expect.stringMatching(/^pln_/),
    });
    expect(file.rows.map(({ line, outcome, reasons }) => [line, outcome, reasons.map(({ code, column }) => [code, column])])).toEqual([
      [2, "create", []],
      [3, "create", []],
      [
        4,
        "skip",
        [
          ["not_an_email", "E-mail"],
          ["not_a_phone", "Mobile"],
          ["nobody", null],
        ],
      ],
      [5, "update", [["same_person_as_line", null]]],
    ]);
    expect(await contacts(app)).toEqual([]);
  });

  it("makes contacts with all that the file says when it is applied, and forgets the file", async () => {
    const app = await testApp();

    const file = await apply(app, await upload(app, people));

    expect(file).toMatchObject({ state: "applied", counts: { rows: 4, create: 2, update: 1, skip: 1, applied: 3 } });
    const found = await contacts(app);
    expect(found).toMatchObject([
      {
        name: "Ana Reyes",
        email: "ana@example.com",
        phone: "+639171234567",
        company: "Reyes, Catering",
        source: "import",
        channels: ["telegram"],
        optedOut: false,
        tags: [{ name: "VIP list" }, { name: "wholesale" }],
      },
      { name: "José Cruz", email: "jose@example.com", optedOut: true, tags: [{ name: "wholesale" }] },
    ]);
    const rows = await rowsOf(app, file);
    expect(rows.map(({ values }) => values)).toEqual([null, null, null, null]);
    expect(rows.map(({ contactId }) => contactId)).toEqual([found[0]?.id, found[1]?.id, null, found[0]?.id]);
  });

  it("lets a message from an imported identity find its contact", async () => {
    const app = await testApp();
    await apply(app, await upload(app, people));
    const [ana] = await contacts(app);

    const input = { channel: "telegram", from: { externalId: "1001" }, text: "Hello" };
    const { contact } = (await app.post("/v1/messages", input)).is<{ contact: Contact }>(201);

    expect(contact).toMatchObject({ id: ana?.id, name: "Ana Reyes", messageCount: 1 });
  });

  it("changes nothing the second time", async () => {
    const app = await testApp();
    await apply(app, await upload(app, people));
    const before = await contacts(app);

    const again = await upload(app, people);

    expect(again.counts).toMatchObject({ create: 0, update: 0, skip: 4, newTags: 0 });
    expect(again.rows.map(({ reasons }) => reasons.at(-1)?.code)).toEqual(["no_change", "no_change", "nobody", "no_change"]);
    await apply(app, again);
    expect(await contacts(app)).toEqual(before);
  });

  it("keeps what people have written, opt-outs above all", async () => {
    const app = await testApp();
    const { id } = (await app.post("/v1/contacts", { name: "Ana Reyes", email: "ana@example.com", company: "Reyes Catering" })).is<Contact>(201);
    (await app.post(`/v1/contacts/${id}/consents`, { decision: "opt_out", reason: "asked" })).is(201);

    const file = await upload(app, "email,name,company,phone,opt in\nana@example.com,Anna,Other,+639171234567,yes");

    expect(file.rows).toMatchObject([{ line: 2, outcome: "update", contactId: id }]);
    expect(file.rows[0]?.reasons.map(({ code, column }) => `${code} ${column}`)).toEqual([
      "matched_by null",
      "changes null",
      "kept_human_value name",
      "kept_human_value company",
      "kept_opt_out opt in",
    ]);
    await apply(app, file);
    expect(await contacts(app)).toMatchObject([{ id, name: "Ana Reyes", company: "Reyes Catering", phone: "+639171234567", optedOut: true }]);
  });

  it("does not make one of two contacts", async () => {
    const app = await testApp();
    (await app.post("/v1/contacts", { email: "ana@example.com" })).is(201);
    (await app.post("/v1/contacts", { phone: "+639171234567" })).is(201);

    const file = await upload(app, "email,phone\nana@example.com,+639171234567");

    expect(file.rows).toMatchObject([{ outcome: "skip", reasons: [{ code: "several_contacts" }] }]);
  });

  it("tells the rows of JSON lines that are no good from those that are", async () => {
    const app = await testApp();
    const lines = [
      '{"name":"Ana","email":"ana@example.com","tags":["a","b"],"seats":4}',
      "{oops",
      "[1]",
      "",
      '{"name":"B\\u0000en","email":"ben@example.com","address":{"city":"Makati"}}',
      '{"name":"\\ud800","phone":"+639171234567"}',
    ];

    const file = await upload(app, lines.join("\n"), jsonl, `?mapping=${encodeURIComponent('{"seats":"attribute:seats"}')}`);

    expect(file.columns).toEqual(["name", "email", "tags", "seats", "phone"]);
    expect(file.rows.map(({ line, outcome, reasons }) => [line, outcome, ...reasons.map(({ code }) => code)])).toEqual([
      [1, "create"],
      [2, "skip", "not_json"],
      [3, "skip", "not_an_object"],
      [5, "create", "not_storable", "not_a_value"],
      [6, "create", "not_storable"],
    ]);
    await apply(app, file);
    expect((await contacts(app))[0]).toMatchObject({ name: "Ana", attributes: { seats: 4 } });
  });

  it.each([
    ["semicolons", "Name;E-mail\nAna;ana@example.com", { name: "Ana", email: "ana@example.com" }],
    ["tabs", "Name\tE-mail\nAna\tana@example.com", { name: "Ana", email: "ana@example.com" }],
    ["a quoted line break", 'E-mail,Company\nana@example.com,"One\nTwo"', { email: "ana@example.com", company: "One\nTwo" }],
    ["a stray quote", 'E-mail,Company\nana@example.com,5" Pizza', { email: "ana@example.com", company: '5" Pizza' }],
    ["a formula, which is data", "E-mail,Company\nana@example.com,=1+1", { email: "ana@example.com", company: "=1+1" }],
    ["two headers of one name", "Phone,Phone,E-mail\n+639171234567,2,ana@example.com", { phone: "+639171234567" }],
    ["first and last names", "First name,Last name,E-mail\nAna,Reyes,ana@example.com", { name: "Ana Reyes" }],
  ])("reads %s", async (_story, text, expected) => {
    const app = await testApp();

    await apply(app, await upload(app, text));

    expect(await contacts(app)).toMatchObject([expected]);
  });

  it("counts lines as an editor does, and says which rows are ragged", async () => {
    const app = await testApp();

    const file = await upload(app, 'email,company\r\na@example.com,"x\r\ny"\r\n\r\nb@example.com\r\nc@example.com,x,y\r\nd@example.com,z');

    expect(file.rows.map(({ line, outcome, reasons }) => [line, outcome, ...reasons.map(({ code }) => code)])).toEqual([
      [2, "create"],
      [5, "create", "missing_cells"],
      [6, "skip", "extra_cells"],
      [7, "create"],
    ]);
  });

  it.each([
    ["nothing", "", csv, 422],
    ["a header alone", "name,email\n", csv, 422],
    ["blank lines", "\n\n", jsonl, 422],
    ["another type", "name\nAna", { "content-type": "text/plain" }, 415],
    ["an announced length beyond all bounds", "name\nAna", { ...csv, "content-length": "600000000" }, 413],
  ])("refuses %s without keeping an import", async (_story, text, headers, status) => {
    const app = await testApp();

    (await app.post("/v1/contacts/import", text, headers)).is(status);

    expect((await app.get("/v1/imports")).is(200)).toMatchObject({ data: [] });
  });

  it.each([
    ["no JSON", "oops"],
    ["an unknown field", '{"name":"nickname"}'],
    ["an unknown column", '{"nope":"name"}'],
    ["a field twice", '{"name":"name","other":"name"}'],
  ])("refuses a mapping with %s", async (_story, mapping) => {
    const app = await testApp();

    (await app.post(`/v1/contacts/import?mapping=${encodeURIComponent(mapping)}`, "name,other\nAna,x", csv)).is(422);
  });

  it("leaves a failed import and no rows when the upload breaks", async () => {
    const app = await testApp();
    const rows = Array.from({ length: 2_500 }, (_, n) => `p${n}@example.com,Person ${n}`).join("\n");
    const answers = [
      await app.post("/v1/contacts/import", `email,name\n${rows}\n"never closed`, csv),
      await send(app, streamOf([`email,name\n${rows}\n`], new Error("gone"))),
      await send(app, streamOf([`email,name\n${rows}\n`, new Uint8Array([0xff, 0xfe, 0x41])])),
    ];

    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422]);
    const { data } = (await app.get("/v1/imports")).is<{ data: Import[] }>(200);
    expect(data.map(({ state, counts }) => [state, counts.rows])).toEqual(data.map(() => ["failed", 0]));
    expect(data).toHaveLength(3);
    for (const file of data) expect(await rowsOf(app, file)).toEqual([]);
    expect(await contacts(app)).toEqual([]);
  });

  it("has its effect once with an Idempotency-Key, whose body counts", async () => {
    const app = await testApp();
    const key = { ...csv, "idempotency-key": "k" };

    const first = await app.post("/v1/contacts/import", people, key);
    const second = await app.post("/v1/contacts/import", people, key);
    const other = await app.post("/v1/contacts/import", `${people}\n`, key);

    first.is(201);
    expect([second.status, second.headers.get("idempotency-replayed"), second.body]).toEqual([201, "true", first.body]);
    other.is(409);
    expect((await app.get("/v1/imports")).is<{ data: unknown[] }>(200).data).toHaveLength(1);
  });
});

function streamOf(parts: (string | Uint8Array)[], failure?: Error): ReadableStream<Uint8Array> {
  const queue = parts.map((part) => (typeof part === "string" ? new TextEncoder().encode(part) : part));
  return new ReadableStream({
    pull: (controller) => {
      const next = queue.shift();
      if (next) controller.enqueue(next);
      else if (failure) controller.error(failure);
      else controller.close();
    },
  });
}

async function send({ app, key }: TestApp, body: ReadableStream<Uint8Array>): Promise<Response> {
  // Node wants to be told that the answer comes after the body.
  const init = { method: "POST", headers: { authorization: `Bearer ${key}`, ...csv }, body, duplex: "half" };
  return app.request("/v1/contacts/import", init);
}
