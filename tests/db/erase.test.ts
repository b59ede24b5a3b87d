import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Store } from "#core/ports/store.ts";
import { foldText } from "#core/rules/text/text.ts";
import { backends, type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { contactRow, conversationRow, emptyReading, hitRow, identityRow, messageRow, readingRow } from "#tests/support/records/records.ts";

const agentId = "agt_test";
const at = Date.UTC(2026, 0, 10);

const importRest = {
  counts: { rows: 1, create: 1, update: 0, skip: 0, applied: 0, newTags: 0, tagsMade: 0 },
  planId: null,
  operationId: null,
  createdBy: "key_1",
  createdAt: at,
  updatedAt: at,
};

/** Somebody with rows in every table, whose every word holds `mark`. */
function life(id: string, mark: string): ChangeSet {
  const own = { agentId, contactId: id };
  const name = `${mark}name ${mark}surname`;
  const text = `${mark}words that ${"long ".repeat(400)} ${mark}tail`;
  return new ChangeSet()
    .insert(
      "contacts",
      contactRow(id, {
        name,
        email: `${mark}@mail.test`,
        nameKey: foldText(name),
        searchText: `${foldText(name)}\n${mark}@mail.test`,
        attributes: { [`${mark}key`]: `${mark}attribute` },
      }),
    )
    .insert("identities", identityRow(`idn_${id}`, id, { externalId: `${mark}external`, username: `${mark}user` }))
    .insert("addresses", { ...own, kind: "email", value: `${mark}@mail.test`, likeKey: mark, verified: true })
    .insert("conversations", conversationRow(`cnv_${id}`, id, `idn_${id}`))
    .insert(
      "messages",
      messageRow(`msg_${id}_1`, id, { text, externalId: `${mark}platform` }),
      messageRow(`msg_${id}_2`, id, { sender: { name: `${mark}sender` } }),
    )
    .insert(
      "readings",
      readingRow(`msg_${id}_1`, id, { reading: { ...emptyReading, intents: [{ intent: "thanks", quote: `${mark}quote` }] } }),
      readingRow(`msg_${id}_2`, id),
    )
    .insert("hits", hitRow(`msg_${id}_1`, id, "thanks", { quote: `${mark}evidence` }))
    .insert("actions", {
      id: `act_${id}`,
      ...own,
      action: "form_submitted",
      externalId: `${mark}form`,
      reference: null,
      sender: { name: `${mark}sender` },
      properties: { a: `${mark}answer` },
      at,
      receivedAt: at,
    })
    .insert("adjustments", { id: `adj_${id}`, ...own, points: 1, setTo: null, reason: `${mark}reason`, by: "stf_1", at })
    .insert("stageChanges", { id: `stg_${id}`, ...own, stage: "closing", reason: `${mark}why`, by: "stf_1", at })
    .insert("edits", { id: `edt_${id}`, ...own, field: "name", value: name, provenance: "human", by: "stf_1", at })
    .insert("transitions", {
      id: `trn_${id}`,
      ...own,
      kind: "stage",
      from: "inquiry",
      to: "closing",
      because: `${mark}because`,
      cause: { kind: "stage", ref: null },
      at,
      recordedAt: at,
      cycle: 1,
      settingsVersion: 1,
    })
    .put("tags", { id: "tag_1", agentId, name: "Tag", nameKey: "tag", createdAt: at })
    .insert("contactTags", { ...own, tagId: "tag_1", createdAt: at })
    .insert("notes", { id: `not_${id}`, ...own, conversationId: null, text: `${mark}note`, by: "stf_1", createdAt: at })
    .put("imports", { id: "imp_1", agentId, format: "csv", columns: ["email"], mapping: null, state: "planned", ...importRest })
    .insert("importRows", {
      agentId,
      importId: "imp_1",
      line: Number.parseInt(Buffer.from(id).toString("hex").slice(-8), 16),
      // Nobody has told whose it is: the address alone does.
      values: { name: `${mark}staged`, email: `${mark}@Mail.test` },
      outcome: "create",
      reasons: [],
      contactId: null,
      appliedAt: null,
    })
    .insert("outbox", {
      id: `out_${id}`,
      agentId,
      type: "contact.created",
      key: `created:${id}`,
      payload: { contactId: id },
      startAfter: null,
      createdAt: at,
    })
    .insert("idempotency", {
      agentId,
      keyHash: `hash_${id}`,
      requestHash: "request",
      ownerId: "key_1",
      contactId: id,
      status: 201,
      body: `{"name":"${mark}remembered"}`,
      createdAt: at,
    });
}

const one = {
  contacts: 1,
  identities: 1,
  addresses: 1,
  conversations: 1,
  messages: 2,
  readings: 2,
  hits: 1,
  actions: 1,
  adjustments: 1,
  stageChanges: 1,
};
const other = { edits: 1, transitions: 1, contactTags: 1, notes: 1, outbox: 1, idempotency: 1 };

let db: TestDatabase;
afterEach(() => db.close());

/** Everything of the database that lies on the disk, with the text of its log and its index. */
function bytesOf(url: string): string {
  const folder = dirname(fileURLToPath(url.replace("file:", "file://")));
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), "latin1"))
    .join("\n");
}

async function remains(store: Store, id: string) {
  const { messages, actions, adjustments, stageChanges, edits } = await store.contacts.facts(id);
  const rest = await Promise.all([
    store.contacts.hits(id),
    store.contacts.identities(id),
    store.contacts.transitions(id),
    store.conversations.ofContact(id),
    store.messages.readings(`msg_${id}_1`),
    store.labels.notes(id, { limit: 9, cursor: null }).then(({ data }) => data),
  ]);
  return [messages, actions, adjustments, stageChanges, edits, ...rest].map((rows) => rows.length);
}

describe.each(backends)("erasing $name", ({ open, isMissing }) => {
  it.skipIf(isMissing)("takes everything of those named, counts it, and leaves the others alone", async () => {
    db = await open();
    await db.store.commit(life("con_1", "alpha"));
    await db.store.commit(life("con_2", "bravo"));
    await db.store.commit(life("con_3", "charly"));

    const counts = await db.store.contacts.erase(["con_1", "con_3", "con_404"]);

    expect([...counts.keys()].sort()).toEqual(["con_1", "con_3"]);
    expect(counts.get("con_1")).toMatchObject({ ...one, ...other });
    expect(await db.store.contacts.findMany(["con_1", "con_2", "con_3"])).toMatchObject([{ id: "con_2" }]);
    expect(await remains(db.store, "con_1")).toEqual(Array.from({ length: 11 }, () => 0));
    expect(await remains(db.store, "con_2")).toEqual([2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(await db.store.contacts.count({ q: "alphaname" })).toBe(0);
    expect(await db.store.contacts.count({ q: "bravoname" })).toBe(1);
    expect(await db.store.contacts.count({ tag: ["tag_1"] })).toBe(1);
  });

  it.skipIf(isMissing)("lets the key of a remembered answer say that it is gone", async () => {
    db = await open();
    await db.store.commit(life("con_1", "alpha"));

    await db.store.contacts.erase(["con_1"]);

    expect(await db.store.idempotency.find("hash_con_1")).toMatchObject({ requestHash: "request", contactId: null, status: 410, body: null });
  });
});

describe("the files after erasing", () => {
  it("hold no word of the person, in no part of six characters", async () => {
    db = await testDatabase();
    for (let n = 0; n < 60; n++) await db.store.commit(life(`con_other_${n}`, `other${n}`));
    await db.store.commit(life("con_1", "qwvxzk"));
    for (let n = 60; n < 120; n++) await db.store.commit(life(`con_other_${n}`, `other${n}`));
    const before = await db.store.contacts.find("con_1");
    if (!before) throw new Error("con_1 is missing");
    await db.store.commit(
      new ChangeSet().updateContact(before, {
        ...before,
        name: "qwvxzk again",
        nameKey: "qwvxzk again",
        searchText: "qwvxzk again",
        messageCount: 2,
      }),
    );
    const [message] = (await db.store.messages.ofContact("con_1", { limit: 1, cursor: null })).data;
    if (!message) throw new Error("no message");
    const { reading: _, ...row } = message;
    await db.store.commit(new ChangeSet().put("messages", { ...row, text: "qwvxzk edited", editedAt: at }));
    expect(bytesOf(db.url)).toContain("qwvxzk");

    await db.store.contacts.erase(["con_1"]);

    expect(bytesOf(db.url)).not.toContain("qwvxzk");
    expect(bytesOf(db.url)).toContain("other7");
  });
});
