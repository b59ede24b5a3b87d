import { describe, expect, it } from "vitest";
import { type ContactView, ContactView as contactSchema } from "#api/views/contacts/contact.ts";
import { testApp } from "#tests/support/app.ts";
import { staffMembers } from "#tests/support/records/staff-members.ts";

type Page = { data: ContactView[]; nextCursor: string | null; total?: number };

describe("POST /v1/contacts", () => {
  it("keeps what staff give, in its normal form, and shows every field of the contract", async () => {
    const { post, get } = await testApp();
    const given = {
      name: "Ana Reyes",
      email: "Ana@Example.COM",
      phone: "+63 917 123 4567",
      company: "Reyes Catering",
      attributes: { seats: 4, old: null },
    };

    const contact = (await post("/v1/contacts", given)).is<ContactView>(201);

    expect(contact).toMatchObject({
      name: "Ana Reyes",
      email: "ana@example.com",
      phone: "+639171234567",
      source: "manual",
      status: "new",
      attributes: { seats: 4 },
    });
    expect(contact.completeness).toEqual({ percent: 67, missing: ["language", "timeZone"] });
    expect(contactSchema.strict().parse(contact)).toEqual(contact);
    expect((await get(`/v1/contacts/${contact.id}`)).is(200)).toEqual(contact);
  });

  it("reads local phone numbers by the agent's region", async () => {
    const { post, as } = await testApp();
    const { key } = (await post("/v1/agents", { name: "Resort", region: "PH" })).is<{ key: string }>(201);

    expect((await as(key).post("/v1/contacts", { phone: "0917 123 4567" })).is(201)).toMatchObject({ phone: "+639171234567" });
  });

  it("names the contact that has the e-mail or phone already", async () => {
    const { post } = await testApp();
    const first = (await post("/v1/contacts", { email: "ana@example.com", phone: "+639171234567" })).is<ContactView>(201);

    for (const [field, value] of Object.entries({ email: "ANA@example.com", phone: "+63 917 123 4567" })) {
      const problem = (await post("/v1/contacts", { [field]: value })).is(409);
      expect(problem).toMatchObject({ code: "conflict", contactId: first.id, errors: [{ pointer: `/${field}` }] });
    }
  });

  it("makes one of ten that come at once with the same e-mail", async () => {
    const { post } = await testApp();

    const answers = await Promise.all(Array.from({ length: 10 }, () => post("/v1/contacts", { email: "ana@example.com" })));

    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  });

  it("links a message that is attested with the same e-mail to the contact", async () => {
    const { post } = await testApp();
    const contact = (await post("/v1/contacts", { email: "ana@example.com" })).is<ContactView>(201);
    const from = { externalId: "v-1", email: "ana@example.com", verified: ["email"] };

    expect((await post("/v1/messages", { channel: "web", from, text: "Hello" })).is(201)).toMatchObject({
      contact: { id: contact.id, source: "manual" },
    });
  });

  it.each([
    ["", {}],
    ["/name", { name: "  " }],
    ["/email", { email: "ana@localhost" }],
    ["/phone", { phone: "911" }],
    ["/timeZone", { name: "Ana", timeZone: "Mars/Olympus" }],
    ["/attributes", { name: "Ana", attributes: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`k${i}`, i])) }],
    ["/attributes/a", { name: "Ana", attributes: { a: "x".repeat(2001) } }],
    ["/status", { name: "Ana", status: "converted" }],
  ])("refuses a fault at %s, and names it", async (pointer, input) => {
    const { post } = await testApp();

    const problem = (await post("/v1/contacts", input)).is<{ errors: { pointer: string }[] }>(422);

    expect(problem.errors.map((each) => each.pointer)).toContain(pointer);
  });
});

describe("PATCH /v1/contacts/{id}", () => {
  it("marks a field as edited by people: what is detected later does not overwrite it", async () => {
    const { post, patch } = await testApp();
    const from = { externalId: "v-1", name: "ana r" };
    const { contact } = (await post("/v1/messages", { channel: "web", from, text: "Hello" })).is<{ contact: ContactView }>(201);

    expect((await patch(`/v1/contacts/${contact.id}`, { name: "Ana Reyes", company: null })).is(200)).toMatchObject({ name: "Ana Reyes" });
    const again = (await post("/v1/messages", { channel: "web", from: { ...from, name: "Somebody Else" }, text: "Hi" })).is<{ contact: ContactView }>(
      201,
    );
    expect(again.contact.name).toBe("Ana Reyes");

    expect((await patch(`/v1/contacts/${contact.id}`, { name: null })).is(200)).toMatchObject({ name: null });
    const cleared = (await post("/v1/messages", { channel: "web", from, text: "Hi" })).is<{ contact: ContactView }>(201);
    expect(cleared.contact.name).toBeNull();
  });

  it("sets owner, branch, zone, VIP and attributes, and merges attributes", async () => {
    const { post, patch, ctx } = await testApp();
    await staffMembers(ctx, "U1");
    const branch = (await post("/v1/branches", { name: "Makati" })).is<{ id: string }>(201);
    const { id } = (await post("/v1/contacts", { name: "Ana", attributes: { a: 1, b: 2 } })).is<ContactView>(201);

    const changes = { ownerId: "U1", branchId: branch.id, timeZone: "Asia/Manila", vip: true, attributes: { b: null, c: true } };
    const contact = (await patch(`/v1/contacts/${id}`, changes)).is<ContactView>(200);

    expect(contact).toMatchObject({ ownerId: "U1", branchId: branch.id, timeZone: "Asia/Manila", vip: true, vipReason: "set by staff" });
    expect(contact.attributes).toEqual({ a: 1, c: true });
    expect((await patch(`/v1/contacts/${id}`, { vip: null, branchId: null })).is(200)).toMatchObject({ vip: false, branchId: null });
  });

  it("frees an e-mail that staff had written and now replace", async () => {
    const { post, patch } = await testApp();
    const { id } = (await post("/v1/contacts", { email: "typo@example.com" })).is<ContactView>(201);
    (await patch(`/v1/contacts/${id}`, { email: "right@example.com" })).is(200);

    (await post("/v1/contacts", { email: "typo@example.com" })).is(201);
    (await post("/v1/contacts", { email: "right@example.com" })).is(409);
  });

  it("survives twenty edits at once", async () => {
    const { post, patch, get } = await testApp();
    const { id } = (await post("/v1/contacts", { name: "Ana" })).is<ContactView>(201);

    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => patch(`/v1/contacts/${id}`, { attributes: { [`k${i}`]: i } })));

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(Object.keys((await get(`/v1/contacts/${id}`)).is<ContactView>(200).attributes)).toHaveLength(20);
  });

  it("does not let status, score or grade be set", async () => {
    const { post, patch } = await testApp();
    const { id } = (await post("/v1/contacts", { name: "Ana" })).is<ContactView>(201);

    for (const field of ["status", "score", "grade", "sentiment"]) {
      expect((await patch(`/v1/contacts/${id}`, { [field]: 1 })).is(422)).toMatchObject({ errors: [{ pointer: `/${field}` }] });
    }
  });
});

describe("GET /v1/contacts", () => {
  it("filters, searches, sorts and counts", async () => {
    const { post, get } = await testApp();
    await post("/v1/messages", { channel: "telegram", from: { externalId: "t-1", name: "José Ñíguez" }, text: "I want to book a room" });
    await post("/v1/messages", { channel: "web", from: { externalId: "v-1", phone: "+639171234567" }, text: "Hello" });
    const { id } = (await post("/v1/contacts", { name: "Zoe", email: "zoe@example.com" })).is<ContactView>(201);
    await post(`/v1/contacts/${id}/tags`, { name: "Wholesale" });
    const found = async (query: string) => (await get(`/v1/contacts?total=true&${query}`)).is<Page>(200);
    const names = async (query: string) => (await found(query)).data.map(({ name, phone }) => name ?? phone);

    expect(await names("status=qualified,converted")).toEqual(["José Ñíguez"]);
    expect(await names("source=manual&channel=web")).toEqual([]);
    expect(await names("channel=telegram,web&sort=name")).toEqual(["+639171234567", "José Ñíguez"]);
    expect(await names("tag=wholesale")).toEqual(["Zoe"]);
    expect(await names("q=jose%20niguez")).toEqual(["José Ñíguez"]);
    expect(await names("q=917-123")).toEqual(["+639171234567"]);
    expect(await names("q=ZOE@EX")).toEqual(["Zoe"]);
    expect(await names("sort=-score&limit=1")).toEqual(["José Ñíguez"]);
    expect((await found("vip=false&grade=F")).total).toBe(2);
    expect((await found("createdAfter=2100-01-01")).total).toBe(0);
    expect((await get("/v1/contacts")).is<Page>(200)).not.toHaveProperty("total");
  });

  it("pages through everything once", async () => {
    const { post, get } = await testApp();
    for (let i = 0; i < 7; i++) await post("/v1/contacts", { name: `Person ${i}` });
    const seen: (string | null)[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = (await get(`/v1/contacts?sort=name&limit=3${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`)).is<Page>(200);
      seen.push(...page.data.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor);

    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6].map((i) => `Person ${i}`));
  });

  it("refuses the cursor of another order", async () => {
    const { post, get } = await testApp();
    for (let i = 0; i < 3; i++) await post("/v1/contacts", { name: `Person ${i}` });
    const { nextCursor } = (await get("/v1/contacts?sort=name&limit=1")).is<Page>(200);

    for (const sort of ["-name", "score", "createdAt", "lastSeenAt"]) {
      const problem = (await get(`/v1/contacts?sort=${sort}&cursor=${nextCursor}`)).is<{ errors: { pointer: string }[] }>(422);
      expect(problem.errors.map(({ pointer }) => pointer)).toEqual(["/cursor"]);
    }
  });

  it.each([
    "status=sleepy",
    "status=",
    "grade=A,Z",
    "vip=maybe",
    "sort=shoeSize",
    "limit=0",
    "limit=201",
    "limit=x",
    "cursor=%21%21",
    "createdAfter=soon",
    "colour=red",
  ])("refuses ?%s, and names the parameter", async (query) => {
    const { get } = await testApp();

    const problem = (await get(`/v1/contacts?${query}`)).is<{ errors: { pointer: string }[] }>(422);

    expect(problem.errors[0]?.pointer).toMatch(new RegExp(`^/${query.split("=")[0]}`));
  });
});

describe("deleting contacts", () => {
  it("answers with a receipt, and nothing of the contact is found any more", async () => {
    const { post, get, delete: remove } = await testApp();
    const { contact, message } = (await post("/v1/messages", { channel: "web", from: { externalId: "v-1" }, text: "Hello" })).is<{
      contact: ContactView;
      message: { id: string };
    }>(201);

    const { receipt } = (await remove(`/v1/contacts/${contact.id}`)).is<{ receipt: { contactId: string; deleted: Record<string, number> } }>(200);

    expect(receipt.contactId).toBe(contact.id);
    expect(receipt.deleted).toMatchObject({ contacts: 1, messages: 1, identities: 1 });
    for (const path of [`/v1/contacts/${contact.id}`, `/v1/messages/${message.id}`, `/v1/contacts/${contact.id}/timeline`]) (await get(path)).is(404);
    (await remove(`/v1/contacts/${contact.id}`)).is(404);
  });

  it("takes many, and names those that are not there", async () => {
    const { post, get } = await testApp();
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) ids.push((await post("/v1/contacts", { name: `P ${i}` })).is<ContactView>(201).id);

    const answer = (await post("/v1/contacts/delete", { ids: [...ids, ids[0], "con_nobody"], confirm: 3 })).is<{
      receipts: { contactId: string }[];
      notFound: string[];
    }>(200);

    expect(answer.receipts.map(({ contactId }) => contactId)).toEqual(ids);
    expect(answer.notFound).toEqual(["con_nobody"]);
    expect((await get("/v1/contacts")).is(200)).toMatchObject({ data: [] });
    (await post("/v1/contacts/delete", { ids: Array.from({ length: 201 }, (_, i) => `con_${i}`) })).is(422);
  });
});

describe("GET /v1/contacts.csv", () => {
  it("exports what a filter chooses, with harmless cells", async () => {
    const { post, get } = await testApp();
    await post("/v1/contacts", { name: "=HYPERLINK(1)", email: "ana@example.com" });
    await post("/v1/messages", { channel: "web", from: { externalId: "v-1" }, text: "Hello" });

    const answer = await get("/v1/contacts.csv?source=manual");

    answer.is(200);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toContain("attachment");
    const [head, line, ...rest] = answer.text.trimEnd().split("\r\n");
    expect(head).toBe("name,email,phone,company,status,source,createdAt,firstSeenAt,lastSeenAt,messageCount");
    expect(line).toMatch(/^'=HYPERLINK\(1\),ana@example\.com,/);
    expect(rest).toEqual([]);
  });

  it("takes columns on request, and refuses unknown ones", async () => {
    const { post, get } = await testApp();
    await post("/v1/contacts", { name: "Ana" });

    expect((await get("/v1/contacts.csv?columns=name,grade")).text).toBe("name,grade\r\nAna,F\r\n");
    expect((await get("/v1/contacts.csv?columns=shoeSize")).is(422)).toMatchObject({ errors: [{ pointer: "/columns/0" }] });
  });
});
