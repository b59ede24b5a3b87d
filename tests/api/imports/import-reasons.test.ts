import { expect, it } from "vitest";
import { testApp } from "#tests/support/app.ts";
import { apply, contacts, jsonl, type Row, rowsOf, upload } from "#tests/support/imports.ts";
import { staffMembers } from "#tests/support/records/staff-members.ts";
import { runOperations } from "#tests/support/run-operation.ts";

type Field = { value: unknown; provenance: string | null; by: string | null; at: string | null; locked: boolean };
type Provenance = { fields: Record<"timeZone" | "vip" | "ownerId", Field> & { attributes: Record<string, Field> } };

const said = (row: Row | undefined) => row?.reasons.map(({ code, detail }) => `${code} ${detail}`);

it("a corrected file corrects what an import has written, and nothing that people have", async () => {
  const app = await testApp();
  await staffMembers(app.ctx, "stf_1");
  const first = await apply(app, await upload(app, "email,timezone,owner,vip,attribute:plan\nana@example.com,Asia/Tokyo,stf_1,yes,solo"));
  const [ana] = await contacts(app);
  const provenance = async () => (await app.get(`/v1/contacts/${ana?.id}/provenance`)).is<Provenance>(200).fields;
  const before = await provenance();
  (await app.patch(`/v1/contacts/${ana?.id}`, { ownerId: "stf_1" })).is(200);

  const file = await upload(app, "email,timezone,owner,vip,attribute:plan\nana@example.com,Asia/Manila,stf_2,yes,family");
  await apply(app, file);

  const imported = { provenance: "integration", by: first.id, locked: false };
  expect(before).toMatchObject({ timeZone: imported, ownerId: imported, vip: imported, attributes: { plan: imported } });
  expect(said(file.rows[0])).toEqual([
    "matched_by email",
    "changes timeZone, attribute:plan",
    "kept_human_value the contact has a value that people have written",
  ]);
  const anew = { ...imported, by: file.id };
  expect(await provenance()).toMatchObject({
    timeZone: { ...anew, value: "Asia/Manila" },
    ownerId: { value: "stf_1", provenance: "human", locked: true, at: expect.any(String) },
    vip: { ...imported, value: true },
    attributes: { plan: { ...anew, value: "family" } },
  });
});

it("what work on many contacts sets is people's", async () => {
  const app = await testApp();
  await staffMembers(app.ctx, "stf_1");
  await apply(app, await upload(app, "email,owner\nana@example.com,stf_1"));
  const [ana] = await contacts(app);

  (await app.post("/v1/contacts/bulk", { action: "owner", ownerId: "stf_1", ids: [ana?.id] })).is(202);
  await runOperations(app.directory);

  const { fields } = (await app.get(`/v1/contacts/${ana?.id}/provenance`)).is<Provenance>(200);
  expect(fields.ownerId).toMatchObject({ value: "stf_1", provenance: "human", locked: true });
});

it("an address that somebody is only said to have makes another contact, and the row says so, before and after", async () => {
  const app = await testApp();
  const { contact } = (await app.post("/v1/messages", { channel: "web", from: { externalId: "w1" }, text: "Hi, my e-mail is ana@example.com" })).is<{
    contact: { id: string };
  }>(201);

  const file = await upload(app, "name,email\nAna Reyes,ana@example.com\nBea,bea@example.com");
  await apply(app, file);

  expect(file.rows).toMatchObject([{ outcome: "create", reasons: [{ code: "declared_by", column: "email" }] }, { reasons: [] }]);
  expect(file.rows[0]?.reasons[0]?.detail).toContain(contact.id);
  expect((await rowsOf(app, file)).map(({ reasons }) => reasons)).toEqual(file.rows.map(({ reasons }) => reasons));
  expect(await contacts(app)).toHaveLength(3);
});

it("applying keeps what the dry run has said, and adds what has come", async () => {
  const app = await testApp();
  await apply(app, await upload(app, "email,name,phone\nana@example.com,Ana,12"));
  const file = await upload(app, "email,name,phone\nana@example.com,Ana Reyes,12\nana@example.com,Anita,");
  const [ana] = await contacts(app);
  (await app.patch(`/v1/contacts/${ana?.id}`, { name: "Ana Maria" })).is(200);

  await apply(app, file);

  const rows = await rowsOf(app, file);
  expect(said(file.rows[0])?.slice(1)).toEqual(["matched_by email", "changes name"]);
  rows.forEach(({ reasons }, at) => {
    expect(reasons).toEqual(expect.arrayContaining(file.rows[at]?.reasons ?? []));
  });
  expect(rows[0]?.reasons.map(({ code }) => code)).toEqual([
    "not_a_phone",
    "matched_by",
    "changes",
    "kept_human_value",
    "no_change",
    "changed_since_plan",
  ]);
});

it("attributes are read as a contact shows them", async () => {
  const app = await testApp();
  const line = { email: "ana@example.com", attributes: { plan: "family", seats: 4, left: null, nested: { a: 1 } } };

  const file = await upload(app, JSON.stringify(line), jsonl);
  await apply(app, file);

  expect(file.mapping).toEqual({ email: "email", "attribute:plan": "attribute:plan", "attribute:seats": "attribute:seats" });
  expect(file.rows[0]?.reasons).toMatchObject([{ code: "not_a_value", column: "attribute:nested" }]);
  expect(await contacts(app)).toMatchObject([{ attributes: { plan: "family", seats: 4 } }]);
});
