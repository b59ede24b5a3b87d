import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChangeSet, StaleError } from "#core/ports/change-set.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { contactRow, conversationRow, hitRow, identityRow, messageRow, readingRow } from "#tests/support/records.ts";

describe("a change set", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.close());

  it("keeps all kinds of rows in one commit and gives them back as they were", async () => {
    const contact = contactRow("con_1", {
      name: "Ana",
      attributes: { size: 3, note: null },
      optedOut: true,
      vipOverride: false,
      sentiment: -0.333333,
    });
    const identity = identityRow("idn_1", "con_1");
    const conversation = conversationRow("cnv_1", "con_1", "idn_1");
    const message = messageRow("msg_1", "con_1", { sender: { name: "Ana" }, media: [{ url: "https://a.test/1", type: "image/png" }] });
    const reading = readingRow("msg_1", "con_1");
    const hit = hitRow("msg_1", "con_1", "pricing_question");

    await db.store.commit(
      new ChangeSet()
        .insert("hits", hit)
        .insert("readings", reading)
        .insert("messages", message)
        .insert("conversations", conversation)
        .insert("identities", identity)
        .insert("contacts", contact),
    );

    expect(await db.store.contacts.find("con_1")).toEqual(contact);
    expect(await db.store.contacts.identities("con_1")).toEqual([identity]);
    expect(await db.store.conversations.find("cnv_1")).toEqual(conversation);
    expect(await db.store.messages.find("msg_1")).toEqual({ ...message, reading: reading.reading });
    expect(await db.store.messages.readings("msg_1")).toEqual([reading]);
    expect(await db.store.contacts.hits("con_1")).toEqual([hit]);
  });

  it("moves a contact and counts its version up", async () => {
    await db.store.commit(new ChangeSet().insert("contacts", contactRow("con_2")));
    const before = await read("con_2");
    const after = { ...before, score: 40, grade: "C" as const, vip: true, name: "Ben", optedOut: true, recentAt: before.recentAt + 1, reviewAt: 7 };

    await db.store.commit(new ChangeSet().updateContact(before, after));

    expect(await db.store.contacts.find("con_2")).toEqual({ ...after, version: 2 });
  });

  it("fails as stale, keeping nothing, when a contact has moved since it was read", async () => {
    await db.store.commit(new ChangeSet().insert("contacts", contactRow("con_3"), contactRow("con_4")));
    const [third, fourth] = [await read("con_3"), await read("con_4")];
    await db.store.commit(new ChangeSet().updateContact(third, { ...third, score: 1 }));

    const late = new ChangeSet().updateContact(fourth, { ...fourth, score: 2 }).updateContact(third, { ...third, score: 2 });

    await expect(db.store.commit(late)).rejects.toBeInstanceOf(StaleError);
    expect(await db.store.contacts.findMany(["con_3", "con_4"])).toMatchObject([{ score: 1 }, { score: 0 }]);
  });

  async function read(id: string) {
    const contact = await db.store.contacts.find(id);
    if (!contact) throw new Error(`${id} is missing`);
    return contact;
  }
});
