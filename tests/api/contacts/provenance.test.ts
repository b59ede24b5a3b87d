import { expect, it } from "vitest";
import { testApp } from "#tests/support/app.ts";
import { staffMembers } from "#tests/support/records/staff-members.ts";

type Field = {
  value: unknown;
  provenance: string | null;
  locked: boolean;
  fact: { kind: string; quote: string | null } | null;
  candidates: { value: unknown }[];
};

it("says of every field who says so, with the fact, and what lost", async () => {
  const app = await testApp();
  await staffMembers(app.ctx, "stf_1");
  const said = (text: string, from = {}) => app.post("/v1/messages", { channel: "web", from: { externalId: "v-1", ...from }, text });
  const { contact } = (await said("my e-mail is ana@example.com", { name: "Anita" })).is<{ contact: { id: string } }>(201);
  (await said("Hello", { phone: "+639171234567", verified: ["phone"] })).is(201);
  (await app.patch(`/v1/contacts/${contact.id}`, { name: "Ana Reyes", ownerId: "stf_1", attributes: { seats: 4 } })).is(200);

  const answer = (await app.get(`/v1/contacts/${contact.id}/provenance`)).is<{ contactId: string; fields: Record<string, Field> }>(200);

  const { name, email, phone, company, ownerId, branchId, attributes } = answer.fields;
  expect(name).toMatchObject({
    value: "Ana Reyes",
    provenance: "human",
    locked: true,
    fact: { kind: "edit" },
    candidates: [{ value: "Anita", provenance: "integration" }],
  });
  expect(email).toMatchObject({ value: "ana@example.com", provenance: "detected", locked: false, fact: { kind: "message" } });
  expect(email?.fact?.quote).toContain("ana@example.com");
  expect(phone).toMatchObject({ value: "+639171234567", provenance: "verified", confidence: 1 });
  expect(company).toMatchObject({ value: null, provenance: null, fact: null, candidates: [] });
  expect(ownerId).toMatchObject({ value: "stf_1", provenance: "human", locked: true });
  expect(branchId).toMatchObject({ value: null, locked: false });
  expect(attributes).toMatchObject({ seats: { value: 4 } });
});
