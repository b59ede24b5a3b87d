import { afterAll, beforeAll, expect, it } from "vitest";
import type { ContactRecord } from "#core/model/records.ts";
import { grades, sentimentLevels, stages, statuses } from "#core/model/vocabulary.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { type ContactFilter, type ContactSort, contactSorts } from "#core/ports/store.ts";
import { addAgent, type TestDatabase } from "#tests/support/database.ts";
import { describeOnBackends } from "#tests/support/on-backends.ts";
import { contactRow } from "#tests/support/records/records.ts";

const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const tagNames = ["Hot lead", "Année", "Wholesale"];
const pick = <T>(list: readonly T[], at: number): T => {
  const found = list[at % list.length];
  if (found === undefined) throw new Error("an empty list");
  return found;
};

/** Many ties in every sort key, and every value of every filter. */
const contacts: ContactRecord[] = Array.from({ length: 240 }, (_, n) => {
  const createdAt = start + Math.floor(n / 5) * day;
  const lastSeenAt = n % 4 === 0 ? null : createdAt + (n % 7) * day;
  const named = n % 6 !== 0;
  return contactRow(`con_${String(n).padStart(4, "0")}`, {
    createdAt,
    lastSeenAt,
    recentAt: lastSeenAt ?? createdAt,
    nameKey: named ? `name ${n % 11}` : "",
    name: named ? `Name ${n % 11}` : null,
    score: n % 13,
    status: pick(statuses, n),
    stage: pick(stages, n),
    grade: pick(grades, n),
    source: n % 3 === 0 ? "import" : "whatsapp",
    sentimentLevel: n % 8 === 0 ? null : pick(sentimentLevels, n),
    channels: n % 5 === 0 ? ["web", "email"] : ["whatsapp"],
    branchId: n % 9 === 0 ? "brn_1" : n % 9 === 1 ? "brn_2" : null,
    ownerId: n % 10 === 0 ? "stf_1" : null,
    vip: n % 12 === 0,
    atRisk: n % 14 === 0,
  });
});
const tagsOf = (n: number): number[] => [0, 1, 2].filter((tag) => n % (tag + 3) === 0);

/** What each filter means, said again without SQL. */
const filters: [string, ContactFilter, (contact: ContactRecord, n: number) => boolean][] = [
  ["nothing", {}, () => true],
  ["one status", { status: ["active"] }, (c) => c.status === "active"],
  ["two statuses", { status: ["active", "churned"] }, (c) => c.status === "active" || c.status === "churned"],
  ["no status at all", { status: [] }, () => false],
  ["stage", { stage: ["closing"] }, (c) => c.stage === "closing"],
  ["source", { source: ["import"] }, (c) => c.source === "import"],
  ["channel", { channel: ["email"] }, (c) => c.channels.includes("email")],
  ["channels", { channel: ["email", "whatsapp"] }, () => true],
  ["grade", { grade: ["A", "B"] }, (c) => c.grade === "A" || c.grade === "B"],
  ["sentiment", { sentiment: ["negative"] }, (c) => c.sentimentLevel === "negative"],
  ["branch", { branch: ["brn_1", "brn_2"] }, (c) => c.branchId !== null],
  ["owner", { owner: ["stf_1"] }, (c) => c.ownerId === "stf_1"],
  ["vip", { vip: true }, (c) => c.vip],
  ["not vip", { vip: false }, (c) => !c.vip],
  ["at risk", { atRisk: true }, (c) => c.atRisk],
  ["not at risk", { atRisk: false }, (c) => !c.atRisk],
  ["tag by id", { tag: ["tag_1"] }, (_, n) => tagsOf(n).includes(1)],
  ["tags by name", { tag: ["ANNEE", "hot lead"] }, (_, n) => tagsOf(n).some((tag) => tag < 2)],
  ["tag that nobody has made", { tag: ["nothing"] }, () => false],
  [
    "created",
    { createdAfter: start + 9 * day, createdBefore: start + 20 * day },
    (c) => c.createdAt >= start + 9 * day && c.createdAt < start + 20 * day,
  ],
  ["last seen after", { lastSeenAfter: start + 9 * day }, (c) => c.lastSeenAt !== null && c.lastSeenAt >= start + 9 * day],
  ["last seen before", { lastSeenBefore: start + 9 * day }, (c) => c.lastSeenAt !== null && c.lastSeenAt < start + 9 * day],
  ["ids", { ids: ["con_0003", "con_0200", "con_9999"] }, (c) => c.id === "con_0003" || c.id === "con_0200"],
  [
    "several",
    { status: ["active"], stage: ["comparing"], channel: ["whatsapp"], vip: false },
    (c) => c.status === "active" && c.stage === "comparing" && c.channels[0] === "whatsapp" && !c.vip,
  ],
];
const keyOf: Record<ContactSort["by"], (contact: ContactRecord) => string | number> = {
  lastSeenAt: (c) => c.recentAt,
  name: (c) => c.nameKey,
  createdAt: (c) => c.createdAt,
  score: (c) => c.score,
};

describeOnBackends("lists", (open) => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await open();
    const other = await addAgent(db.directory, "agt_other");
    await other.commit(
      new ChangeSet().insert("contacts", ...contacts.map((contact) => ({ ...contact, id: `${contact.id}_x`, agentId: "agt_other" }))),
    );
    const tags = tagNames.map((name, at) => ({
      id: `tag_${at}`,
      agentId: "agt_test",
      name,
      nameKey: ["hot lead", "annee", "wholesale"][at] ?? "",
      createdAt: start,
    }));
    const tagged = contacts.flatMap(({ id }, n) =>
      tagsOf(n).map((tag) => ({ agentId: "agt_test", contactId: id, tagId: `tag_${tag}`, createdAt: start })),
    );
    await db.store.commit(
      new ChangeSet()
        .insert("contacts", ...contacts)
        .insert("tags", ...tags)
        .insert("contactTags", ...tagged),
    );
  });
  afterAll(() => db.close());

  async function pages(filter: ContactFilter, sort: ContactSort, limit: number): Promise<ContactRecord[]> {
    const all: ContactRecord[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await db.store.contacts.list(filter, sort, { limit, cursor });
      expect(page.data.length).toBeLessThanOrEqual(limit);
      all.push(...page.data);
      cursor = page.nextCursor;
      if (cursor === null) return all;
    }
  }

  it.each(filters)("filter by %s, in every order, page by page", async (_, filter, holds) => {
    const expected = contacts.filter(holds);

    for (const by of contactSorts) {
      for (const descending of [true, false]) {
        const found = await pages(filter, { by, descending }, 37);

        expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id));
        const keys = found.map(keyOf[by]);
        expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0) * (descending ? -1 : 1)));
      }
    }
    expect(await db.store.contacts.count(filter)).toBe(expected.length);
  });

  it("give whole records, and no cursor after the last page", async () => {
    const page = await db.store.contacts.list({ ids: ["con_0001"] }, { by: "name", descending: false }, { limit: 1, cursor: null });

    expect(page).toEqual({ data: [contacts[1]], nextCursor: null });
  });

  it.each(["nonsense", "", "bnVsbA", Buffer.from("[1]").toString("base64url"), Buffer.from('[{"a":1},2]').toString("base64url")])(
    "refuse the broken cursor %j",
    async (cursor) => {
      const broken = db.store.contacts.list({}, { by: "name", descending: false }, { limit: 5, cursor });

      await expect(broken).rejects.toMatchObject({ code: "invalid", details: { errors: [{ pointer: "/cursor" }] } });
    },
  );
});
