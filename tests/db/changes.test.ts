import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyState } from "#core/model/contact-state.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { ChangeSet, StaleError } from "#core/ports/change-set.ts";
import type { Store } from "#core/ports/store.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { addAgent, type TestDatabase } from "#tests/support/database.ts";
import { describeOnBackends } from "#tests/support/on-backends.ts";
import { contactRow, conversationRow, emptyReading, hitRow, identityRow, messageRow, readingRow } from "#tests/support/records/records.ts";

describeOnBackends("a change set", (open) => {
  let db: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    db = await open();
    store = db.store;
  });
  afterAll(() => db.close());

  const commit = (changes: ChangeSet) => store.commit(changes);
  async function stored(id: string) {
    const contact = await store.contacts.find(id);
    if (!contact) throw new Error(`${id} is missing`);
    return contact;
  }

  it("keeps all kinds of rows in one commit and gives them back as they were", async () => {
    const given = { name: 'Ana "Ñandú" 😀', attributes: { size: 3, note: null }, optedOut: true, vipOverride: false, sentiment: -0.333333 };
    const contact = contactRow("con_1", given);
    const identity = identityRow("idn_1", "con_1");
    const conversation = conversationRow("cnv_1", "con_1", "idn_1");
    const message = messageRow("msg_1", "con_1", {
      sender: { name: "Ana" },
      media: [{ url: "https://a.test/1", type: "image/png" }],
      text: "a\n'b'\tc",
    });
    const reading = readingRow("msg_1", "con_1");
    const hit = hitRow("msg_1", "con_1", "pricing_question");

    await commit(
      new ChangeSet()
        .insert("hits", hit)
        .insert("readings", reading)
        .insert("messages", message)
        .insert("conversations", conversation)
        .insert("identities", identity)
        .insert("contacts", contact),
    );

    expect(await store.contacts.find("con_1")).toEqual(contact);
    expect(await store.contacts.identities("con_1")).toEqual([identity]);
    expect(await store.conversations.find("cnv_1")).toEqual(conversation);
    expect(await store.messages.find("msg_1")).toEqual({ ...message, reading: reading.reading });
    expect(await store.messages.readings("msg_1")).toEqual([reading]);
    expect(await store.contacts.hits("con_1")).toEqual([hit]);
  });

  describe("that expects rows", () => {
    const address = (value: string, contactId: string, verified = true) =>
      ({ agentId: "agt_test", contactId, kind: "email", value, likeKey: "", verified }) as const;
    const key = (value: string) => ({ kind: "email", value, verified: true }) as const;
    beforeAll(async () => {
      const people = ["con_e1", "con_e2", "con_e3"].map((id) => contactRow(id));
      const held = [address("one@example.com", "con_e1"), address("two@example.com", "con_e1"), address("two@example.com", "con_e2")];
      await commit(new ChangeSet().insert("contacts", ...people).put("addresses", ...held, address("none@example.com", "con_e3", false)));
    });

    it.each([
      { value: "none@example.com", ids: [] },
      { value: "one@example.com", ids: ["con_e1"] },
      { value: "two@example.com", ids: ["con_e2", "con_e1", "con_e1"] },
    ])("holds when $value is held by $ids", async ({ value, ids }) => {
      await expect(commit(new ChangeSet().expectRows("addresses", key(value), "contactId", ids))).resolves.toBeUndefined();
    });

    it.each([
      { value: "one@example.com", ids: [] },
      { value: "one@example.com", ids: ["con_e2"] },
      { value: "one@example.com", ids: ["con_e1", "con_e2"] },
      { value: "two@example.com", ids: ["con_e1"] },
      { value: "none@example.com", ids: ["con_e3"] },
    ])("is stale, and keeps nothing, when $value is said to be held by $ids", async ({ value, ids }) => {
      const changes = new ChangeSet().insert("contacts", contactRow("con_e4")).expectRows("addresses", key("none@example.com"), "contactId", []);
      await expect(commit(changes.expectRows("addresses", key(value), "contactId", ids))).rejects.toThrow(StaleError);
      expect(await store.contacts.find("con_e4")).toBeNull();
    });

    it("replaces a row that is as it was read, and none that has changed or gone", async () => {
      const tag = { id: "tag_e", agentId: "agt_test", name: "Old", nameKey: "old", createdAt: 1 };
      await commit(new ChangeSet().insert("tags", tag));
      const renamed = { ...tag, name: "New", nameKey: "new" };
      await commit(new ChangeSet().replace("tags", tag, renamed));
      await expect(commit(new ChangeSet().replace("tags", tag, { ...tag, name: "OLD" }))).rejects.toThrow(StaleError);
      expect(await store.labels.findTag("tag_e")).toEqual(renamed);
      await commit(new ChangeSet().remove("tags", { id: "tag_e" }));
      await expect(commit(new ChangeSet().replace("tags", renamed, tag))).rejects.toThrow(StaleError);
      expect(await store.labels.findTag("tag_e")).toBeNull();
    });
  });

  it("moves a contact and counts its version up", async () => {
    await commit(new ChangeSet().insert("contacts", contactRow("con_2")));
    const before = await stored("con_2");
    const after = { ...before, score: 40, grade: "C" as const, vip: true, name: "Ben", optedOut: true, recentAt: before.recentAt + 1, reviewAt: 7 };

    await commit(new ChangeSet().updateContact(before, after));

    expect(await stored("con_2")).toEqual({ ...after, version: 2 });
  });

  it("writes every column of a contact that differs", async () => {
    await commit(new ChangeSet().insert("contacts", contactRow("con_all")));
    const before = await stored("con_all");
    const other = contactRow("con_all", {
      createdAt: 1,
      updatedAt: 2,
      settingsVersion: 3,
      source: "import",
      sourceDetail: "list",
      ownerId: "stf_1",
      branchId: "brn_1",
      timeZone: "Asia/Manila",
      attributes: { a: true },
      vipOverride: true,
      optedOut: true,
      name: "N",
      email: "e@x.test",
      phone: "+63917",
      company: "C",
      language: "tl",
      channels: ["email", "web"],
      status: "churned",
      statusBecause: "b",
      stage: "closing",
      score: 99,
      grade: "A",
      sentiment: 0.5,
      sentimentLevel: "positive",
      sentimentTrend: "rising",
      vip: true,
      vipBecause: "v",
      atRisk: true,
      atRiskBecause: "r",
      messageCount: 9,
      firstSeenAt: 4,
      lastSeenAt: 5,
      recentAt: 6,
      nameKey: "n",
      searchText: "n\ne@x.test",
      reviewAt: 8,
    });

    await commit(new ChangeSet().updateContact(before, other));

    expect(await stored("con_all")).toEqual({ ...other, version: 2 });
  });

  it("writes a column that differs alone, and nothing when none does", async () => {
    const other: Partial<ContactRecord> = {
      settingsVersion: 3,
      updatedAt: 2,
      reviewAt: 8,
      state: { ...emptyState(1), inboundCount: 1 },
      recentAt: 6,
      messageCount: 9,
      sentimentLevel: "positive",
      status: "churned",
      statusBecause: "b",
      score: 99,
      nameKey: "n",
      vipOverride: true,
      attributes: { a: true },
    };
    const columns = Object.entries(other).map(([name, value], at) => ({ id: `con_one_${at}`, given: { [name]: value } }));
    const rows = [...columns, { id: "con_one_none", given: {} }].map(({ id, given }) => ({ before: contactRow(id), after: contactRow(id, given) }));
    await commit(new ChangeSet().insert("contacts", ...rows.map(({ before }) => before)));

    const changes = new ChangeSet();
    for (const { before, after } of rows) changes.updateContact(before, after);
    await commit(changes);

    const kept = new Map((await store.contacts.findMany(rows.map(({ before }) => before.id))).map((contact) => [contact.id, contact]));
    expect(rows.map(({ before }) => kept.get(before.id))).toEqual(rows.map(({ after }) => ({ ...after, version: 2 })));
  });

  it("fails as stale, keeping nothing, when a contact has moved since it was read", async () => {
    await commit(new ChangeSet().insert("contacts", contactRow("con_3"), contactRow("con_4")));
    const [third, fourth] = [await stored("con_3"), await stored("con_4")];
    await commit(new ChangeSet().updateContact(third, { ...third, score: 1 }));

    const late = new ChangeSet().updateContact(fourth, { ...fourth, score: 2 }).updateContact(third, { ...third, score: 2 });

    await expect(commit(late)).rejects.toBeInstanceOf(StaleError);
    expect(await store.contacts.findMany(["con_3", "con_4"])).toMatchObject([{ score: 1 }, { score: 0 }]);
  });

  it("fails as stale when the contact is gone", async () => {
    const gone = contactRow("con_gone");

    await expect(commit(new ChangeSet().updateContact(gone, { ...gone, score: 1 }))).rejects.toBeInstanceOf(StaleError);
  });

  it("fails as stale when a unique key is taken or a parent is missing", async () => {
    await commit(new ChangeSet().insert("contacts", contactRow("con_5")).insert("identities", identityRow("idn_5", "con_5")));

    const twice = new ChangeSet().insert("identities", identityRow("idn_other", "con_5", { externalId: "idn_5" }));
    const orphan = new ChangeSet().insert("messages", messageRow("msg_orphan", "con_404"));

    await expect(commit(twice)).rejects.toBeInstanceOf(StaleError);
    await expect(commit(orphan)).rejects.toBeInstanceOf(StaleError);
  });

  it("replaces with put, and keeps an address verified once it is", async () => {
    const address = { agentId: "agt_test", contactId: "con_6", kind: "email" as const, value: "a@x.test", likeKey: "a", verified: true };
    await commit(new ChangeSet().insert("contacts", contactRow("con_6")).insert("messages", messageRow("msg_6", "con_6")).put("addresses", address));
    const first = readingRow("msg_6", "con_6");

    await commit(new ChangeSet().put("readings", first).put("addresses", { ...address, verified: false }));
    await commit(new ChangeSet().put("readings", { ...first, reading: { ...emptyReading, language: "en" } }));

    expect(await store.messages.readings("msg_6")).toMatchObject([{ reading: { language: "en" } }]);
    expect(await store.contacts.holderOf("email", "a@x.test")).toBe("con_6");
  });

  it("removes what matches, before it inserts", async () => {
    const hits = ["a", "b"].map((signal) => hitRow("fact_7", "con_7", signal));
    await commit(new ChangeSet().insert("contacts", contactRow("con_7")).insert("hits", ...hits));

    await commit(new ChangeSet().insert("hits", hitRow("fact_7", "con_7", "b", { points: 3 })).remove("hits", { factId: "fact_7" }));

    expect(await store.contacts.hits("con_7")).toMatchObject([{ signalId: "b", points: 3 }]);
  });

  it("refuses rows of another agent and matches that name nothing", async () => {
    await expect(commit(new ChangeSet().insert("contacts", contactRow("con_8", { agentId: "agt_other" })))).rejects.toThrow("another agent");
    await expect(commit(new ChangeSet().remove("hits", { agentId: "agt_test" }))).rejects.toThrow("no column");
  });

  it("forgets the cached settings when it writes new ones", async () => {
    const settings = await store.settings.current();
    const document = { ...defaultSettings(), timeZone: "Asia/Manila" };

    await commit(new ChangeSet().insert("settings", { agentId: "agt_test", version: 2, document, createdAt: 1, createdBy: "key_1" }));

    expect(settings.version).toBe(1);
    expect(await store.settings.current()).toEqual({ version: 2, document });
  });

  it("never touches another agent's rows", async () => {
    const other = await addAgent(db.directory, "agt_foreign");
    const theirs = contactRow("con_theirs", { agentId: "agt_foreign" });
    await other.commit(new ChangeSet().insert("contacts", theirs));

    await commit(new ChangeSet().remove("contacts", { id: "con_theirs" }));
    const reach = new ChangeSet().insert("notes", {
      id: "not_1",
      agentId: "agt_test",
      contactId: "con_theirs",
      conversationId: null,
      text: "x",
      by: "stf_1",
      createdAt: 1,
    });

    await expect(commit(reach)).rejects.toBeInstanceOf(StaleError);
    await expect(
      commit(new ChangeSet().updateContact({ ...theirs, agentId: "agt_test" }, { ...theirs, agentId: "agt_test", score: 9 })),
    ).rejects.toBeInstanceOf(StaleError);
    expect(await store.contacts.find("con_theirs")).toBeNull();
    expect(await other.contacts.find("con_theirs")).toEqual(theirs);
  });

  it("keeps the good ones of a group when one of them fails", async () => {
    const ids = Array.from({ length: 20 }, (_, at) => `con_group_${at}`);
    const changes = ids.map((id, at) =>
      new ChangeSet().insert("contacts", contactRow(id)).insert("messages", messageRow(`msg_${id}`, at === 7 ? "con_404" : id)),
    );

    const results = await Promise.allSettled(changes.map(commit));

    expect(results.flatMap(({ status }, at) => (status === "rejected" ? [at] : []))).toEqual([7]);
    expect(await store.contacts.findMany(ids)).toHaveLength(19);
  });
});
