import { describe, expect, it } from "vitest";
import { type TestApp, testApp } from "#tests/support/app.ts";
import { runOperations } from "#tests/support/run-operation.ts";

type Shown = { contact: { id: string; optedOut: boolean } };

const message = (text: string, from: object, more: object = {}) => ({ channel: "telegram", from, text, ...more });

async function marketing(app: TestApp, id: string): Promise<string[]> {
  const { reasons } = (await app.get(`/v1/contacts/${id}/contactability?purpose=marketing`)).is<{ reasons: { code: string }[] }>(200);
  return reasons.map(({ code }) => code);
}

/** Says STOP as somebody with everything that a person can be known by, and is deleted. */
async function stopAndErase(app: TestApp, erase: (id: string) => Promise<unknown>): Promise<void> {
  const from = { externalId: "4711", name: "Ana", email: "ana@münchen.example", phone: "+639171234567", verified: ["email"] };
  const { contact } = (await app.post("/v1/messages", message("Hello, my mail is also ana.two@example.com", from))).is<Shown>(201);
  (await app.post("/v1/messages", message("STOP", from))).is(201);
  expect((await app.get(`/v1/contacts/${contact.id}`)).is(200)).toMatchObject({ optedOut: true });
  await erase(contact.id);
  (await app.get(`/v1/contacts/${contact.id}`)).is(404);
}

const deleted = (app: TestApp) => async (id: string) => (await app.delete(`/v1/contacts/${id}`)).is(200);

async function idOf(app: TestApp, name: string): Promise<string> {
  const { data } = (await app.get(`/v1/contacts?q=${encodeURIComponent(name)}`)).is<{ data: { id: string }[] }>(200);
  return data[0]?.id ?? "nobody";
}

async function imported(app: TestApp, csv: string): Promise<void> {
  const file = (await app.post("/v1/contacts/import", csv, { "content-type": "text/csv" })).is<{ id: string; planId: string }>(201);
  (await app.post(`/v1/imports/${file.id}/apply`, { planId: file.planId })).is(202);
  await runOperations(app.directory);
}

/** Every way in which an identity or an address of the erased person can come in; each gives the contact that has it then. */
const ways: [name: string, come: (app: TestApp) => Promise<string>][] = [
  ["the same sender writes", async (app) => (await app.post("/v1/messages", message("Hi", { externalId: "4711" }))).is<Shown>(201).contact.id],
  [
    "a batch brings the same sender",
    async (app) =>
      (await app.post("/v1/messages/batch", { messages: [message("Hi", { externalId: "4711" })] })).is<{ results: { contactId: string }[] }>(200)
        .results[0]?.contactId ?? "nobody",
  ],
  [
    "another channel attests the address",
    async (app) =>
      (await app.post("/v1/messages", { channel: "email", from: { externalId: "ANA@xn--mnchen-3ya.example" }, text: "Hi" })).is<Shown>(201).contact
        .id,
  ],
  [
    "another channel attests the number",
    async (app) =>
      (await app.post("/v1/messages", { channel: "whatsapp", from: { externalId: "639171234567" }, text: "Hi" })).is<Shown>(201).contact.id,
  ],
  [
    "somebody merely declares the address",
    async (app) =>
      (await app.post("/v1/messages", { channel: "web", from: { externalId: "v-9", email: "ana@münchen.example" }, text: "Hi" })).is<Shown>(201)
        .contact.id,
  ],
  [
    "a form is submitted",
    async (app) =>
      (
        await app.post("/v1/actions", {
          from: { externalId: "f-1", channel: "web", phone: "+63 917 123 4567" },
          channel: "web",
          action: "form_submitted",
        })
      ).is<Shown>(201).contact.id,
  ],
  [
    "it is typed in a chat",
    async (app) =>
      (await app.post("/v1/messages", { channel: "web", from: { externalId: "v-8" }, text: "My email is ana.two@example.com" })).is<Shown>(201)
        .contact.id,
  ],
  ["it is created", async (app) => (await app.post("/v1/contacts", { name: "Ana", email: "Ana@münchen.example" })).is<{ id: string }>(201).id],
  [
    "it is written into another contact",
    async (app) => {
      const { id } = (await app.post("/v1/contacts", { name: "Ana" })).is<{ id: string }>(201);
      (await app.patch(`/v1/contacts/${id}`, { phone: "+639171234567" })).is(200);
      return id;
    },
  ],
  [
    "a file has the address",
    async (app) => {
      await imported(app, "Full name,E-mail\nAna Imported,ana@münchen.example");
      return idOf(app, "Ana Imported");
    },
  ],
  [
    "a file says that they subscribed",
    async (app) => {
      await imported(app, "Full name,E-mail,Accepts Email Marketing\nAna Imported,ana@münchen.example,yes");
      return idOf(app, "Ana Imported");
    },
  ],
  [
    "a contact that has it is merged",
    async (app) => {
      const { id } = (await app.post("/v1/contacts", { name: "Other" })).is<{ id: string }>(201);
      const met = (await app.post("/v1/messages", message("Hi", { externalId: "4711" }))).is<Shown>(201).contact.id;
      (await app.post(`/v1/contacts/${id}/merge`, { otherId: met })).is(200);
      return id;
    },
  ],
];

describe("somebody who opted out, was deleted and is met again", () => {
  it.each(ways)("is opted out when %s", async (_name, come) => {
    const app = await testApp();
    await stopAndErase(app, deleted(app));

    const id = await come(app);

    expect((await app.get(`/v1/contacts/${id}`)).is(200)).toMatchObject({ optedOut: true });
    expect(await marketing(app, id)).toContain("opted_out");
  });

  it.each(ways)("is not, without having opted out, when %s", async (_name, come) => {
    const app = await testApp();
    const from = { externalId: "4711", name: "Ana", email: "ana@münchen.example", phone: "+639171234567", verified: ["email"] };
    const { contact } = (await app.post("/v1/messages", message("Hello", from))).is<Shown>(201);
    await deleted(app)(contact.id);

    expect((await app.get(`/v1/contacts/${await come(app)}`)).is(200)).toMatchObject({ optedOut: false });
  });

  it("is so after each way of deleting, and after being deleted once more", async () => {
    const app = await testApp();
    const erasures: ((id: string) => Promise<unknown>)[] = [
      deleted(app),
      async (id) => (await app.post("/v1/contacts/delete", { ids: [id] })).is(200),
      async (id) => (await app.post("/v1/contacts/bulk", { ids: [id], action: "delete", confirm: 1 })).is(202),
    ];
    await stopAndErase(app, deleted(app));
    for (const erase of erasures) {
      const { contact } = (await app.post("/v1/messages", message("Hi", { externalId: "4711" }))).is<Shown>(201);
      expect(contact.optedOut).toBe(true);
      await erase(contact.id);
      await runOperations(app.directory);
    }
  });

  it("may be written to again after START from them, also once deleted anew, and after nothing else", async () => {
    const app = await testApp();
    await stopAndErase(app, deleted(app));
    const met = (await app.post("/v1/messages", message("START", { externalId: "4711" }))).is<Shown>(201);
    expect(met.contact.optedOut).toBe(false);
    await deleted(app)(met.contact.id);
    const again = (await app.post("/v1/messages", message("Hi", { externalId: "4711" }))).is<Shown>(201);
    expect(again.contact.optedOut).toBe(false);
    // The address was not named with that START, and still says no.
    expect((await app.post("/v1/contacts", { name: "Ana", email: "ana@münchen.example" })).is(201)).toMatchObject({ optedOut: true });
  });

  it("belongs to one agent", async () => {
    const app = await testApp();
    await stopAndErase(app, deleted(app));
    expect((await app.otherAgent.post("/v1/messages", message("Hi", { externalId: "4711" }))).is<Shown>(201).contact.optedOut).toBe(false);
  });
});

describe("a row of an import that nobody can be told from", () => {
  it("opts out everybody it speaks of when it says so", async () => {
    const app = await testApp();
    const make = async (details: object) => (await app.post("/v1/contacts", details)).is<{ id: string }>(201).id;
    const ids = [await make({ name: "One", email: "one@example.com" }), await make({ name: "Two", phone: "+639171234567" })];

    await imported(app, "E-mail,Phone,Unsubscribed\none@example.com,+639171234567,true");

    for (const id of ids) expect((await app.get(`/v1/contacts/${id}`)).is(200)).toMatchObject({ optedOut: true });
  });
});
