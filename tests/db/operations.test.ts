import { afterEach, describe, expect, it } from "vitest";
import type { OperationRecord } from "#core/model/operations/operation.ts";
import { ChangeSet, StaleError } from "#core/ports/change-set.ts";
import { backends, type TestDatabase } from "#tests/support/database.ts";
import { contactRow } from "#tests/support/records/records.ts";

const agentId = "agt_test";
const at = Date.UTC(2026, 0, 10);

function operation(id: string, given: Partial<OperationRecord> = {}): OperationRecord {
  const fixed = { agentId, kind: "contacts.owner" as const, state: "running" as const, total: 3, done: 0, failed: 0, cursor: null, error: null };
  const input = { work: { action: "owner" as const, ownerId: null }, choice: { filter: {} } };
  return { id, ...fixed, input, createdBy: "key_1", createdAt: at, updatedAt: at, finishedAt: null, ...given };
}

let db: TestDatabase;
afterEach(() => db.close());

describe.each(backends)("operations $name", ({ open, isMissing }) => {
  it.skipIf(isMissing)("are kept whole, and listed newest first", async () => {
    db = await open();
    const [older, newer] = [operation("op_1"), operation("op_2", { createdAt: at + 1, finishedAt: at + 9, error: "not_found" })];
    await db.store.commit(new ChangeSet().insert("operations", older, newer));

    expect(await db.store.operations.find("op_2")).toEqual(newer);
    expect(await db.store.operations.list({ limit: 9, cursor: null })).toEqual({ data: [newer, older], nextCursor: null });
  });

  it.skipIf(isMissing)("take a step only from where it was decided, with all that belongs to it", async () => {
    db = await open();
    const before = operation("op_1");
    await db.store.commit(new ChangeSet().insert("operations", before).insert("contacts", contactRow("con_1")));
    const after = { ...before, cursor: "con_1", done: 1 };
    const step = () =>
      new ChangeSet().toAll({ work: { action: "owner", ownerId: "stf_1" }, contactIds: ["con_1"], at, by: "key_1" }).stepOperation(before, after);
    await db.store.commit(step());

    await expect(db.store.commit(step())).rejects.toThrow(StaleError);

    expect(await db.store.operations.find("op_1")).toEqual(after);
    expect(await db.store.contacts.find("con_1")).toMatchObject({ ownerId: "stf_1", version: 2 });
  });

  it.skipIf(isMissing)("that stand still are found, until they have ended", async () => {
    db = await open();
    const rows = [operation("op_1"), operation("op_2", { updatedAt: at + 100 }), operation("op_3", { finishedAt: at })];
    await db.store.commit(new ChangeSet().insert("operations", ...rows));

    expect((await db.directory.stalledOperations(at + 50, 9)).map(({ id }) => id)).toEqual(["op_1"]);
  });
});

describe.each(backends)("work on many contacts $name", ({ open, isMissing }) => {
  it.skipIf(isMissing)("writes only those that it changes, of this agent", async () => {
    db = await open();
    const tag = { id: "tag_1", agentId, name: "Tag", nameKey: "tag", createdAt: at };
    await db.store.commit(
      new ChangeSet()
        .insert("contacts", contactRow("con_1"), contactRow("con_2"), contactRow("con_3"))
        .insert("tags", tag)
        .insert("contactTags", { agentId, contactId: "con_1", tagId: "tag_1", createdAt: at }),
    );
    const later = at + 1_000_000;
    const contactIds = ["con_1", "con_2", "con_of_nobody"];
    const touched = async () => (await db.store.contacts.findMany(["con_1", "con_2", "con_3"])).map(({ updatedAt }) => updatedAt === later);
    const before = [false, false, false];

    expect(await touched()).toEqual(before);
    await db.store.commit(new ChangeSet().toAll({ work: { action: "untag", tagId: "tag_1" }, contactIds: ["con_2"], at: later, by: "key_1" }));
    expect(await touched()).toEqual(before);
    await db.store.commit(new ChangeSet().toAll({ work: { action: "branch", branchId: null }, contactIds, at: later, by: "key_1" }));
    expect(await touched()).toEqual(before);
    await db.store.commit(new ChangeSet().toAll({ work: { action: "tag", tagId: "tag_1" }, contactIds: ["con_1", "con_2"], at: later, by: "key_1" }));
    expect(await touched()).toEqual([false, true, false]);
    expect(await db.store.contacts.count({ tag: ["tag_1"] })).toBe(2);
    await db.store.commit(new ChangeSet().erase(["con_1", "con_of_nobody"]));
    expect(await db.store.contacts.count({ tag: ["tag_1"] })).toBe(1);
  });

  it.skipIf(isMissing)("fails as stale when a contact that is to be tagged is gone", async () => {
    db = await open();
    await db.store.commit(new ChangeSet().insert("tags", { id: "tag_1", agentId, name: "Tag", nameKey: "tag", createdAt: at }));

    const commit = db.store.commit(new ChangeSet().toAll({ work: { action: "tag", tagId: "tag_1" }, contactIds: ["con_1"], at, by: "key_1" }));

    await expect(commit).rejects.toThrow(StaleError);
  });

  it.skipIf(isMissing)("walks contacts by id, each once, so many at a time", async () => {
    db = await open();
    const rows = Array.from({ length: 25 }, (_, n) => contactRow(`con_${String(n).padStart(2, "0")}`, { vip: n % 5 === 0 }));
    await db.store.commit(new ChangeSet().insert("contacts", ...rows));
    const found: string[] = [];

    let last: string | null = null;
    for (;;) {
      const page: { ids: string[]; last: string | null } = await db.store.contacts.walk({ vip: true, and: { stage: ["inquiry"] } }, last, 2);
      found.push(...page.ids);
      if (page.last === null) break;
      last = page.last;
    }

    expect(found).toEqual(["con_00", "con_05", "con_10", "con_15", "con_20"]);
    expect(last).toBe("con_24");
    expect(await db.store.contacts.existing(["con_24", "con_99", "con_00"])).toEqual(["con_00", "con_24"]);
  });
});
