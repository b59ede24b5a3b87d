import { expect, it } from "vitest";
import { testApp } from "#tests/support/app.ts";

type Made = { id: string };

it("owners are on the staff of the agent: nobody else is taken, wherever an owner can be given", async () => {
  const { post, patch, delete: remove, otherAgent, get } = await testApp();
  const [maria, gone] = [
    (await post("/v1/staff", { name: "Maria", email: "maria@example.com" })).is<Made>(201),
    (await post("/v1/staff", { name: "Gone", email: "gone@example.com" })).is<Made>(201),
  ];
  (await remove(`/v1/staff/${gone.id}`)).is(200);
  const theirs = (await otherAgent.post("/v1/staff", { name: "Other", email: "other@example.com" })).is<Made>(201);
  const { id } = (await post("/v1/contacts", { name: "Ana", ownerId: maria.id })).is<Made>(201);

  for (const ownerId of ["stf_nobody", gone.id, theirs.id, id, "Maria", "maria@example.com"]) {
    const answers = [
      await post("/v1/contacts", { name: "Ben", ownerId }),
      await patch(`/v1/contacts/${id}`, { ownerId }),
      await post("/v1/contacts/bulk", { ids: [id], action: "owner", ownerId }),
      await post("/v1/contacts/bulk/preview", { ids: [id], action: "owner", ownerId }),
    ];
    for (const answer of answers) expect(answer.is(422)).toMatchObject({ errors: [{ pointer: "/ownerId" }] });
  }

  (await patch(`/v1/contacts/${id}`, { ownerId: null })).is(200);
  (await patch(`/v1/contacts/${id}`, { ownerId: maria.id })).is(200);
  (await post("/v1/contacts/bulk", { ids: [id], action: "owner", ownerId: maria.id })).is(202);
  expect((await get(`/v1/contacts?owner=${maria.id}&total=true`)).is(200)).toMatchObject({ total: 1 });
});
