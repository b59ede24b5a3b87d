import { afterAll, beforeAll, expect, it } from "vitest";
import { emptyState } from "#core/model/contact-state.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { type ContactFilter, type CsvColumn, csvColumns } from "#core/ports/store.ts";
import { addAgent, type TestDatabase } from "#tests/support/database.ts";
import { describeOnBackends } from "#tests/support/on-backends.ts";
import { contactRow } from "#tests/support/records/records.ts";

const at = Date.UTC(2026, 1, 3, 4, 5, 6, 7);
const names: [string | null, string][] = [
  [null, ""],
  ["Ana Cruz", "Ana Cruz"],
  ["Cruz, Ana", '"Cruz, Ana"'],
  ['the "boss"', '"the ""boss"""'],
  ["two\nlines", '"two\nlines"'],
  ["two\r\nlines", '"two\r\nlines"'],
  ["=1+1", "'=1+1"],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  [" =1", "' =1"],
  ["\t=1", "'\t'=1"],
  ["\rA", '"\'\rA"'],
  ["+cmd", "'+cmd"],
  ["+63 917", "'+63 917"],
  ["-1", "'-1"],
  ["@sum", "'@sum"],
  ["Ñandú 😀", "Ñandú 😀"],
  ["a-b", "a-b"],
  ["a;=1", "a;'=1"],
  ["a\u00a0; \u200b@x", "a\u00a0;' \u200b@x"],
  ["\u3000＝1", "'\u3000＝1"],
  ["a\u0001b", "a\u0001b"],
  ["'=1", "''=1"],
  ["José", "José"],
  ["王小明 ", "'王小明 "],
];

describeOnBackends("the export", (open) => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await open();
    const foreign = await addAgent(db.directory, "agt_other");
    await foreign.commit(new ChangeSet().insert("contacts", contactRow("con_foreign", { agentId: "agt_other", name: "Foreign" })));
    const tags = ["=evil", "Big"].map((name, n) => ({ id: `tag_${n}`, agentId: "agt_test", name, nameKey: name.toLowerCase(), createdAt: at }));
    await db.store.commit(
      new ChangeSet()
        .insert("tags", ...tags)
        .insert("contacts", ...names.map(([name], n) => contactRow(`con_${String(n).padStart(2, "0")}`, { name, createdAt: at + n })))
        .insert("contactTags", ...tags.map(({ id }) => ({ agentId: "agt_test", contactId: "con_01", tagId: id, createdAt: at }))),
    );
  });
  afterAll(() => db.close());

  async function read(filter: ContactFilter, columns: readonly CsvColumn[]): Promise<string> {
    let text = "";
    for await (const lines of db.store.contacts.csv(filter, columns)) text += lines;
    return text;
  }

  it("quotes what needs it and makes formulas harmless", async () => {
    expect(await read({}, ["name", "id"])).toBe(`name,id\r\n${names.map(([, cell], n) => `${cell},con_${String(n).padStart(2, "0")}\r\n`).join("")}`);
  });

  it("has every column, dates in UTC with milliseconds, phones as they are", async () => {
    const contact = contactRow("con_full", {
      createdAt: at + 100,
      firstSeenAt: at,
      lastSeenAt: null,
      name: "Full",
      email: "f@x.test",
      phone: "+639171234567",
      company: "C",
      score: 42,
      grade: "C",
      sentiment: 0.25,
      channels: ["web", "email"],
      vip: true,
      branchId: "brn_1",
      language: "tl",
      timeZone: "Asia/Manila",
      messageCount: 3,
      state: {
        ...emptyState(at),
        conversions: {
          count: 2,
          last: null,
          lastOf: {},
          value: { EUR: 450_500, "": 99_000 },
          booking: { from: at + 1, to: null, allDay: false, by: { at, id: "a" }, said: { at, id: "a", quote: "\u0001=1" } },
        },
      },
    });
    await db.store.commit(new ChangeSet().insert("contacts", contact));

    const [header, line] = (await read({ ids: ["con_full"] }, csvColumns)).split("\r\n");

    expect(header).toBe(csvColumns.join(","));
    expect(line).toBe(
      "Full,f@x.test,+639171234567,C,new,telegram,2026-02-03T04:05:06.107Z,2026-02-03T04:05:06.007Z,,3,con_full,inquiry,C,42,0.25,,web; email,true,false,brn_1,,tl,Asia/Manila,2026-02-03T04:05:06.008Z,450.5,EUR",
    );
  });

  it("leaves the cells of what was agreed empty where nothing was", async () => {
    expect(await read({ ids: ["con_01"] }, ["id", "bookedFor", "lifetimeValue", "currency"])).toBe(
      "id,bookedFor,lifetimeValue,currency\r\ncon_01,,,\r\n",
    );
  });

  it("joins tags, harmless too", async () => {
    expect(await read({ ids: ["con_01"] }, ["tags"])).toBe("tags\r\n'=evil; Big\r\n");
  });

  it("is a header when nobody matches", async () => {
    expect(await read({ status: ["churned"] }, ["id"])).toBe("id\r\n");
  });

  it("has each of many rows once, in chunks", async () => {
    const many = Array.from({ length: 9000 }, (_, n) => contactRow(`con_many_${n}`, { source: "import", createdAt: at + 1000 + (n % 7) }));
    await db.store.commit(new ChangeSet().insert("contacts", ...many));

    const [, ...lines] = (await read({ source: ["import"] }, ["id"])).trimEnd().split("\r\n");

    expect(lines.toSorted()).toEqual(many.map(({ id }) => id).sort());
  });
});
