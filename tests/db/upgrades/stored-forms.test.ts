import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Store } from "#core/ports/store.ts";
import { contactForms } from "#core/rules/text/stored-forms.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { openLocal } from "#db/local.ts";
import { raw } from "#db/sql.ts";
import { refreshStoredForms } from "#db/upgrades/stored-forms.ts";
import { addAgent, tempFolder } from "#tests/support/database.ts";
import { contactRow } from "#tests/support/records/records.ts";

const folder = tempFolder();
const url = `file:${folder.file("rapport.db")}`;
const agentId = "agt_test";
let database: Database;
let store: Store;

const old = (id: string, name: string, email: string | null, phone: string | null, nameKey: string) =>
  contactRow(id, { agentId, name, email, phone, nameKey, searchText: nameKey });
const address = (contactId: string, kind: "email" | "phone", value: string, verified: boolean) =>
  ({ agentId, contactId, kind, value, likeKey: "", verified }) as const;
const tag = (id: string, name: string, nameKey: string) => ({ id, agentId, name, nameKey, createdAt: 0 });

/** A database as it was before its texts were folded as they are today. */
beforeAll(async () => {
  const before = await openDatabase({ url });
  const stored = await addAgent(before.directory, agentId);
  await stored.commit(
    new ChangeSet()
      .insert(
        "contacts",
        old("con_wang", "王小明", null, null, "王小明"),
        old("con_lukasz", "Łukasz", "x@münchen.de", "+5491123456789", "łukasz"),
        old("con_obrien", "Conan O’Brien", null, null, "conan o'brien"),
        old("con_hindi", "हिन्दी", null, null, "हिन्दी"),
        old("con_papa", "パパ", null, null, "ハハ"),
      )
      .put(
        "addresses",
        address("con_lukasz", "email", "x@münchen.de", true),
        address("con_lukasz", "phone", "+5491123456789", false),
        address("con_lukasz", "phone", "+541123456789", true),
        address("con_wang", "email", "wang@example.com\u200b", true),
      )
      .put("tags", tag("tag_1", "パパ", "ハハ"), tag("tag_2", "O’Brien", "o’brien"), tag("tag_3", "O'Brien", "o'brien")),
  );
  await before.close();
  const connection = openLocal(folder.file("rapport.db"));
  await connection.write([raw("DELETE FROM stored_forms")]);
  await connection.close();
  database = await openDatabase({ url });
  store = database.directory.store(agentId);
});
afterAll(async () => {
  await database.close();
  folder.remove();
});

const find = async (q: string) =>
  (await store.contacts.list({ q }, { by: "name", descending: false }, { limit: 10, cursor: null })).data.map(({ id }) => id);

it.each([
  ["小明", ["con_wang"]],
  ["lukasz", ["con_lukasz"]],
  ["obrien", ["con_obrien"]],
  ["हिंदी", ["con_hindi"]],
  ["x@xn--mnchen-3ya.de", ["con_lukasz"]],
  ["541123456789", ["con_lukasz"]],
  ["パパ", ["con_papa"]],
  ["ハハ", []],
])("a search for %s finds people who were stored before", async (q, ids) => {
  expect(await find(q)).toEqual(ids);
});

it.each([
  ["email", "x@xn--mnchen-3ya.de", "con_lukasz"],
  ["email", "wang@example.com", "con_wang"],
  ["phone", "+541123456789", "con_lukasz"],
] as const)("the %s %s finds whom it belonged to in its old form", async (kind, value, id) => {
  expect(await store.contacts.holderOf(kind, value)).toBe(id);
});

it("two forms of one address of a contact become one, verified when one of them was", async () => {
  const [person] = await store.proposals.people(["con_lukasz"]);

  expect(person?.addresses.map(({ kind, value, verified }) => [kind, value, verified])).toEqual([
    ["email", "x@xn--mnchen-3ya.de", true],
    ["phone", "+541123456789", true],
  ]);
});

it("labels are found by their names of today, and two that have become one stay two", async () => {
  expect((await store.labels.tagByKey("パパ"))?.id).toBe("tag_1");
  expect((await store.labels.tagByKey("o'brien"))?.id).toBe("tag_3");
  expect(await store.labels.tags()).toHaveLength(3);
});

it("the event loop turns between two pages, also where nothing is to be changed, so that a stop is heard", async () => {
  const { file, remove } = tempFolder();
  onTestFinished(remove);
  const opened = await openDatabase({ url: `file:${file("many.db")}` });
  const many = await addAgent(opened.directory, agentId);
  const forms = contactForms({ name: "Ana", email: null, phone: null });
  const rows = Array.from({ length: 4_001 }, (_, n) => contactRow(`con_${n}`, { agentId, name: "Ana", ...forms }));
  await many.commit(new ChangeSet().insert("contacts", ...rows));
  await opened.close();
  const connection = openLocal(file("many.db"));
  onTestFinished(() => connection.close());
  await connection.write([raw("DELETE FROM stored_forms")]);
  let turns = 0;
  const seen: number[] = [];
  const turn = () => {
    turns += 1;
    turning = setImmediate(turn);
  };
  let turning = setImmediate(turn);
  onTestFinished(() => clearImmediate(turning));

  await refreshStoredForms({
    ...connection,
    read: (statements) => {
      if (statements.some(({ sql }) => sql.includes("FROM contacts WHERE row >"))) seen.push(turns);
      return connection.read(statements);
    },
  });

  expect(seen).toHaveLength(4);
  expect([...new Set(seen)]).toEqual(seen);
});
