import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { day, hour } from "#core/rules/time.ts";
import { processDueFollowUps } from "#core/usecases/followups/process-due.ts";
import { desk, type FollowUp, list } from "#tests/support/followups/followup-app.ts";

describe("people who are merged or deleted", () => {
  it("take their follow-ups along, also a reminder for somebody who has written nowhere", async () => {
    const { app, remind, iso, contactId } = await desk();
    const own = await remind();
    const bea = (await app.post("/v1/contacts", { name: "Bea" })).is<{ id: string }>(201).id;
    const { id: silent } = (await app.post("/v1/followups", { contactId: bea, dueAt: iso(hour), text: "Hi Bea" })).is<FollowUp>(201);

    (await app.post(`/v1/contacts/${contactId}/merge`, { otherId: bea })).is(200);
    const merged = (await list(app)).map(({ id, contactId: whose }) => [id, whose]);
    (await app.post(`/v1/contacts/${contactId}/unmerge`, { otherId: bea })).is(200);
    const parted = (await list(app)).map(({ id, contactId: whose }) => [id, whose]);

    expect(new Map(merged as [string, string][])).toEqual(
      new Map([
        [own.id, contactId],
        [silent, contactId],
      ]),
    );
    expect(new Map(parted as [string, string][])).toEqual(
      new Map([
        [own.id, contactId],
        [silent, bea],
      ]),
    );
    (await app.post("/v1/followups", { contactId: bea, dueAt: iso(hour) })).is(201);
  });

  it("leave nothing of them in the files", async () => {
    const { app, remind, said, pass, contactId } = await desk();
    await said("How much is the qwvxzk room?");
    await said("It is 4,500. Which qwvxzk date do you need?", { direction: "outbound", author: "staff" });
    const waiting = await app.ctx.store.followUps.duesOf([contactId]);
    pass(day);
    await processDueFollowUps(app.ctx, { limit: 100 });
    const { id, fingerprint } = await remind({ reason: "qwvxzk reason", text: "qwvxzk words" });
    (await app.post(`/v1/followups/${id}/approve`, { fingerprint })).is(200);
    expect(waiting).toMatchObject([{ trigger: "ghosting" }]);
    expect(bytesOf(app.url)).toContain("qwvxzk");

    const { receipt } = (await app.delete(`/v1/contacts/${contactId}`)).is<{ receipt: { deleted: object } }>(200);

    expect(receipt.deleted).toMatchObject({ followups: 2, deliveries: 1 });
    expect(bytesOf(app.url)).not.toContain("qwvxzk");
    expect(await app.ctx.store.followUps.duesOf([contactId])).toEqual([]);
    expect(await list(app)).toEqual([]);
    (await app.get(`/v1/followups/${id}`)).is(404);
    (await app.post(`/v1/followups/${id}/approve`, { fingerprint })).is(404);
  });
});

/** Everything of the database that lies on the disk. */
function bytesOf(url: string): string {
  const folder = dirname(fileURLToPath(url.replace("file:", "file://")));
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), "latin1"))
    .join("\n");
}
