import { afterAll, beforeAll, expect, it } from "vitest";
import { ChangeSet } from "#core/ports/change-set.ts";
import { searchText } from "#core/rules/text/search.ts";
import { foldText } from "#core/rules/text/text.ts";
import { addAgent, type TestDatabase } from "#tests/support/database.ts";
import { describeOnBackends } from "#tests/support/on-backends.ts";
import { contactRow } from "#tests/support/records/records.ts";

function person(id: string, name: string, email: string | null, phone: string | null, agentId = "agt_test") {
  return contactRow(id, { agentId, name, email, phone, nameKey: foldText(name), searchText: searchText(name, email, phone) });
}

const people = [
  person("con_maria", "María Peña", "maria.pena@gmail.com", "+639171234567"),
  person("con_jose", "José Rizal", "jose@rizal.test", "+639187654321"),
  person("con_li", "Li", "li@example.com", null),
  person("con_lina", "Lina O'Hara", "50%_off@example.com", null),
  person("con_quote", 'Rob "Ace" Stone', null, null),
  person("con_wang", "王小明", null, null),
  person("con_kim", "김민수", null, null),
  person("con_lukasz", "Łukasz Żółć", null, null),
  person("con_obrien", "Conan O’Brien", null, null),
  person("con_obrian", "Sean OBrian", null, null),
  person("con_anne", "Anne-Lise D'Arcy-Smith", null, null),
  person("con_hindi", "हिन्दी शर्मा", null, null),
  person("con_hindi_dot", "हिंदी वर्मा", null, null),
  person("con_strasse", "Jürgen Groß", null, null),
  person("con_soren", "Søren Ødegård", null, null),
  person("con_isik", "Işık Yıldız", null, null),
  person("con_ahmed", "أحمد إبراهيم", null, null),
  person("con_wide", "Ａｌａｎ Ｗｉｄｅ", null, null),
  person("con_haha", "ハハ", null, null),
  person("con_papa", "パパ", null, null),
  person("con_som", "สมชาย ใจดี", null, null),
  person("con_ira", "Їжак Алёна", null, null),
  person("con_meera", "मीरा", null, null),
];
/** More than are looked up one by one. */
const crowd = Array.from({ length: 5200 }, (_, n) => person(`con_crowd_${n}`, `Crowd ${n}`, `crowd${n}@common.test`, null));

describeOnBackends("search", (open) => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await open();
    const other = await addAgent(db.directory, "agt_other");
    await other.commit(new ChangeSet().insert("contacts", person("con_foreign", "María Ajena", null, null, "agt_other")));
    await db.store.commit(new ChangeSet().insert("contacts", ...people));
    await db.store.commit(new ChangeSet().insert("contacts", ...crowd));
  });
  afterAll(() => db.close());

  const find = async (q: string, limit = 10) => {
    const { data } = await db.store.contacts.list({ q }, { by: "name", descending: false }, { limit, cursor: null });
    return data.map(({ id }) => id);
  };

  it.each([
    ["maria", ["con_maria"]],
    ["PEÑA", ["con_maria"]],
    ["ari", ["con_maria"]],
    ["pena maria", ["con_maria"]],
    ["maria rizal", []],
    ["gmail.com", ["con_maria"]],
    ["0917 123", ["con_maria"]],
    ["+63 917 123 4567", ["con_maria"]],
    ["(0917) 123-45", ["con_maria"]],
    ["09 17 12", ["con_maria"]],
    ["7654321", ["con_jose"]],
    ["jose 918", ["con_jose"]],
    ["li", ["con_li", "con_lina"]],
    ["li o'", ["con_lina"]],
    ["o'hara", ["con_lina"]],
    ["50%_", ["con_lina"]],
    ['"ace"', ["con_quote"]],
    ['rob"ace', []],
    ["NOT", []],
    ["*", []],
    ["小明", ["con_wang"]],
    ["王", ["con_wang"]],
    ["明小", []],
    ["민수", ["con_kim"]],
    ["lukasz zolc", ["con_lukasz"]],
    ["ŁUKASZ", ["con_lukasz"]],
    ["o'brien", ["con_obrien"]],
    ["O\u2018BRIEN", ["con_obrien"]],
    ["obrien", ["con_obrien"]],
    ["o brien", ["con_obrien"]],
    ["o'brian", ["con_obrian"]],
    ["annelise darcy", ["con_anne"]],
    ["anne-lise d'arcy-smith", ["con_anne"]],
    ["darcysmith", ["con_anne"]],
    ["lise d smith", ["con_anne"]],
    ["हिंदी", ["con_hindi_dot", "con_hindi"]],
    ["हिन्दी", ["con_hindi_dot", "con_hindi"]],
    ["gross", ["con_strasse"]],
    ["GROSS", ["con_strasse"]],
    ["groß", ["con_strasse"]],
    ["soren odegard", ["con_soren"]],
    ["isik yildiz", ["con_isik"]],
    ["IŞIK", ["con_isik"]],
    ["احمد ابراهيم", ["con_ahmed"]],
    ["أحمد", ["con_ahmed"]],
    ["alan wide", ["con_wide"]],
    ["ａｌａｎ", ["con_wide"]],
    // One or two letters begin a name or a word of it, and are not looked for within words, addresses and domains.
    ["maria p", ["con_maria"]],
    ["maria a", []],
    ["maria om", []],
    ["rizal jo", ["con_jose"]],
    ["rizal te", []],
    ["lina ex", []],
    ["o", []],
    ["se", ["con_obrian"]],
    ["jose 91", ["con_jose"]],
    ["ハハ", ["con_haha"]],
    ["ﾊﾟﾊﾟ", ["con_papa"]],
    ["ชาย", ["con_som"]],
    ["алена", ["con_ira"]],
    ["іжак", []],
    ["मीरा", ["con_meera"]],
    ["मरा", []],
    ["lu\u200bkasz", ["con_lukasz"]],
    ["maria OR jose", []],
    ["crowd 5199", ["con_crowd_5199"]],
    ["crowd 5199 zz", []],
  ])("%j finds %j", async (q, ids) => {
    expect(await find(q)).toEqual(ids);
    expect(await db.store.contacts.count({ q })).toBe(ids.length);
  });

  it("finds everyone when nothing is asked", async () => {
    expect(await db.store.contacts.count({ q: "  " })).toBe(people.length + crowd.length);
  });

  it("pages through more matches than it sorts, in order", async () => {
    const first = await db.store.contacts.list({ q: "common.test" }, { by: "name", descending: false }, { limit: 50, cursor: null });
    const second = await db.store.contacts.list({ q: "common.test" }, { by: "name", descending: false }, { limit: 50, cursor: first.nextCursor });

    const names = [...first.data, ...second.data].map(({ nameKey }) => nameKey);
    expect(names).toEqual(
      crowd
        .map(({ nameKey }) => nameKey)
        .sort()
        .slice(0, 100),
    );
    expect(await db.store.contacts.count({ q: "common.test" })).toBe(crowd.length);
  });

  it("follows a change of name and forgets the old one", async () => {
    const jose = people[1];
    if (!jose) throw new Error("nobody");
    await db.store.commit(new ChangeSet().updateContact(jose, { ...jose, name: "Pepe", nameKey: "pepe", searchText: "pepe\njose@rizal.test" }));

    expect([await find("pepe"), await find("jose rizal"), await find("7654321")]).toEqual([["con_jose"], ["con_jose"], []]);
  });
});
