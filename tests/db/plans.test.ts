import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ConversationRecord, InboxFilter, InboxSort } from "#core/model/conversation.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { type ContactFilter, type ContactSort, csvColumns, type Store } from "#core/ports/store.ts";
import type { Connection } from "#db/connection.ts";
import { openDirectory } from "#db/directory/directory.ts";
import { openLocal } from "#db/local.ts";
import { migrate } from "#db/migrate.ts";
import type { Statement } from "#db/sql.ts";
import { addAgent, tempFolder } from "#tests/support/database.ts";
import { contactRow, conversationRow, identityRow, messageRow } from "#tests/support/records/records.ts";

/* What SQLite means to do for the hot statements: no walk through a table, and no sorting of more than a page. */

const folder = tempFolder();
let connection: Connection;
/** Another database: SQLite counts an EXPLAIN as running until it is reset, and that would hold a snapshot of ours. */
let explainer: Connection;
let store: Store;
let seen: Statement[] = [];

beforeAll(async () => {
  connection = openLocal(folder.file("rapport.db"));
  await migrate(connection);
  explainer = openLocal(folder.file("explained.db"));
  await migrate(explainer);
  const watched: Connection = {
    ...connection,
    read: (statements) => {
      seen.push(...statements);
      return connection.read(statements);
    },
    write: (statements) => {
      seen.push(...statements);
      return connection.write(statements);
    },
  };
  store = await addAgent(openDirectory(watched), "agt_test");
  const contacts = Array.from({ length: 3000 }, (_, n) =>
    contactRow(`con_${n}`, { searchText: `common ${n}`, nameKey: `common ${n}`, status: "active" }),
  );
  const [identity, last] = [identityRow("idn_1", "con_1"), { lastMessageAt: 1, channel: "telegram" as const }];
  const answered = conversationRow("cnv_1", "con_1", "idn_1", { ...last, branchId: "brn_1", assigneeId: "stf_1" });
  const waits = (n: number, more: Partial<ConversationRecord> = {}) =>
    conversationRow(`cnv_${n}`, `con_${n}`, `idn_${n}`, { ...last, state: "waiting", waitingSince: n, ...more });
  const theirs = { assigneeId: "stf_2", branchId: "brn_2" };
  const waiting = [waits(2), waits(3), waits(4, theirs), waits(5, theirs), waits(6, { branchId: "brn_2" }), waits(7, { branchId: "brn_2" })];
  await store.commit(
    new ChangeSet()
      .insert("contacts", ...contacts)
      .insert("identities", identity, ...waiting.map(({ identityId, contactId }) => identityRow(identityId, contactId)))
      .insert("conversations", answered, ...waiting),
  );
});
afterAll(async () => {
  await explainer.close();
  await connection.close();
  folder.remove();
});

/** The steps of all statements that `work` runs, bound as they are run. */
async function plan(work: () => Promise<unknown>): Promise<string[]> {
  seen = [];
  await work();
  const steps: string[] = [];
  for (const { sql, args } of seen.slice()) {
    const [rows = []] = await explainer.read([{ sql: `EXPLAIN QUERY PLAN ${sql}`, args }]);
    steps.push(...rows.map((row) => String(row[3])));
  }
  return steps;
}

/** Lists given as JSON, and the results of a subquery, are walked; they are what is asked for. */
const given = /^SCAN (j|w|k|h|p|given|CONSTANT ROW|json_each|\(subquery-\d+\)|contacts_search VIRTUAL TABLE INDEX \d+:M\d)/;
/** Everything that one agent has in a table; lists walk their contacts (`c`) in order, as far as they need. */
const whole = /^SEARCH (?!c )\w+ USING (COVERING )?INDEX \w+ \(agent_id=\?\)$/;
const bad = (steps: string[]) =>
  steps.filter((step) => (step.startsWith("SCAN") && !given.test(step)) || whole.test(step) || step.startsWith("USE TEMP B-TREE FOR ORDER BY"));
const list = (filter: ContactFilter, sort: ContactSort) => () => store.contacts.list(filter, sort, { limit: 50, cursor: null });
const column = { lastSeenAt: "recent_at", name: "name_key", createdAt: "created_at", score: "score" };
const newest = { by: "lastSeenAt", descending: true } as const;

describe("the plans", () => {
  it.each(["lastSeenAt", "name", "createdAt", "score"] as const)("walk an index for a list by %s, from its start and from a cursor", async (by) => {
    const tied = `SEARCH c USING COVERING INDEX INDEX (agent_id=? AND ${column[by]}=? AND rowid<?)`;
    const beyond = `SEARCH c USING COVERING INDEX INDEX (agent_id=? AND ${column[by]}<?)`;
    const first = await store.contacts.list({}, { by, descending: true }, { limit: 50, cursor: null });

    const steps = await plan(() => store.contacts.list({}, { by, descending: true }, { limit: 50, cursor: first.nextCursor }));

    expect(bad(steps)).toEqual([]);
    expect(steps.map((step) => step.replace(/contacts_by_\w+/, "INDEX"))).toEqual(expect.arrayContaining([tied, beyond]));
  });

  it.each<[ContactFilter, string]>([
    [{ status: ["active"], channel: ["telegram"] }, "contacts_by_status"],
    [{ stage: ["inquiry"], status: ["active"] }, "contacts_by_stage"],
    [{ owner: ["stf_1"] }, "contacts_by_owner"],
    [{ branch: ["brn_1"] }, "contacts_by_branch"],
    [{ vip: true }, "contacts_by_vip"],
    [{ atRisk: true }, "contacts_by_risk"],
    [{ status: ["active", "new"] }, "contacts_by_recent"],
    [{ createdAfter: 5 }, "contacts_by_recent"],
  ])("filter %j by %s", async (filter, index) => {
    const steps = await plan(list(filter, newest));

    expect(bad(steps)).toEqual([]);
    expect(
      steps.filter((step) => step.includes(`INDEX ${index} `)),
      steps.join("\n"),
    ).not.toEqual([]);
  });

  it("look for words in the trigram index and for beginnings in the index of names", async () => {
    const words = await plan(list({ q: "common 2999" }, newest));
    const beginning = await plan(list({ q: "co" }, { by: "name", descending: false }));

    expect(words.filter((step) => step.startsWith("SCAN contacts_search"))).not.toEqual([]);
    expect(words.filter((step) => step.startsWith("SCAN c "))).toEqual([]);
    expect(beginning).toContain("SEARCH c USING COVERING INDEX contacts_by_name (agent_id=? AND name_key>? AND name_key<?)");
  });

  it("find one contact, their messages, hits and identities, who is due and who was decided under older settings, by index", async () => {
    const steps = await plan(async () => {
      await store.contacts.find("con_1");
      await store.contacts.facts("con_1");
      await store.contacts.factsOfMany(["con_1"]);
      await store.contacts.hitsOfMany(["con_1"]);
      await store.contacts.identities("con_1");
      await store.contacts.transitions("con_1");
      await store.messages.ofContact("con_1", { limit: 50, cursor: null });
      await store.contacts.due(9, 100);
      await store.contacts.outdated(2, 100);
      await store.contacts.ofOlderRules(2, 100);
      await store.labels.tagsOf(["con_1"]);
    });

    expect(bad(steps).filter((step) => !step.includes("ORDER BY"))).toEqual([]);
    expect(steps.filter((step) => step.includes("contacts_by_review"))).not.toEqual([]);
    expect(steps).toContain("SEARCH contacts USING INDEX contacts_by_settings (agent_id=? AND settings_version<?)");
  });

  it("read what a batch of messages needs by index", async () => {
    const key = { channel: "telegram", account: "shop", externalId: "x" } as const;

    const steps = await plan(() =>
      store.ingest.find({
        identities: [key],
        messages: [key],
        actions: ["a"],
        contactIds: ["con_1"],
        addresses: [{ kind: "email", value: "a@x.test" }],
      }),
    );

    expect(bad(steps)).toEqual([]);
  });

  it("write a batch by index", async () => {
    const [before] = await store.contacts.findMany(["con_1"]);
    if (!before) throw new Error("con_1 is missing");
    const changes = new ChangeSet().insert("messages", messageRow("msg_1", "con_1")).remove("hits", { factId: "msg_1", signalId: "s" });

    const steps = await plan(() =>
      store.commit(changes.updateContact(before, { ...before, score: 5, status: "churned", name: "N", ownerId: "stf_1" })),
    );

    expect(bad(steps).filter((step) => step !== "SCAN expectations")).toEqual([]);
  });

  const conversations = (filter: InboxFilter, by: InboxSort["by"], descending: boolean) => () =>
    store.conversations.list(filter, { by, descending }, { limit: 50, cursor: null });

  it.each<[string, () => Promise<unknown>, string]>([
    ["what was said last", conversations({}, "lastMessageAt", true), "conversations_by_kind"],
    ["who waits, by what was said last", conversations({ state: ["waiting"] }, "lastMessageAt", false), "conversations_by_kind"],
    ["one channel", conversations({ channel: ["telegram"] }, "lastMessageAt", true), "conversations_by_kind"],
    ["one branch", conversations({ branch: ["brn_1"] }, "lastMessageAt", true), "conversations_by_branch_kind"],
    ["one member of staff", conversations({ assignee: ["stf_1"] }, "lastMessageAt", true), "conversations_by_assignee_kind"],
    ["what nobody looks after", conversations({ assignee: [null] }, "lastMessageAt", true), "conversations_by_kind"],
    ["one contact", conversations({ contact: ["con_1"] }, "lastMessageAt", true), "conversations_by_contact"],
    ["counts", () => store.conversations.counts({ branch: ["brn_1"] }), "sqlite_autoindex_conversation_counts_1"],
    ["what time asks for", () => store.conversations.due(5, 50), "conversations_by_review"],
    ["the most urgent alerts", () => store.alerts.mostUrgent({}, 10), "alerts_open_by_severity"],
    ["how many alerts are open", () => store.alerts.openCount(), "alerts_by_state"],
    ["alerts that quote a message", () => store.alerts.quoting("con_1", ["msg_1"]), "alerts_by_contact"],
    ["decisions that quote a message", () => store.conversations.decisionsQuoting("con_1", ["msg_1"]), "conversation_decisions_by_contact"],
    ["the newest messages of conversations", () => store.messages.newestOf([{ id: "cnv_1", contactId: "con_1" }], 9), "messages_by_contact"],
    ["waits that ended", () => store.analytics.outcomes([0, 1, 2], {}), "waits_by_end"],
    ["alerts that were raised", () => store.analytics.outcomes([0, 1, 2], { channel: ["web"] }), "alerts_by_opening"],
    ["notes of a conversation", () => store.labels.notesOfConversation("cnv_1", { limit: 50, cursor: null }), "notes_by_conversation"],
  ])("find %s in the inbox by index", async (_, work, index) => {
    const steps = await plan(work);

    // The pages of each state and channel are put in one order: as many rows as a page has for each.
    expect(bad(steps).filter((step) => !step.includes("ORDER BY"))).toEqual([]);
    expect(
      steps.filter((step) => step.includes(`INDEX ${index} `)),
      steps.join("\n"),
    ).not.toEqual([]);
  });

  const kind = "state=? AND channel=? AND <expr>=? AND <expr>=?";
  const all = { index: "kind", key: kind };
  const ofStaff = { index: "assignee_kind", key: `assignee_id=? AND ${kind}` };
  const ofBranch = { index: "branch_kind", key: `branch_id=? AND ${kind}` };
  const inboxes: [InboxFilter, (typeof all)[]][] = [
    [{}, [all]],
    [{ state: ["waiting"] }, [all]],
    [{ channel: ["telegram"] }, [all]],
    [{ assignee: ["stf_2"] }, [ofStaff]],
    [{ assignee: [null] }, [all]],
    [{ branch: [null] }, [all]],
    [{ assignee: [null], branch: [null] }, [all]],
    [{ assignee: [null, "stf_2"] }, [all, ofStaff]],
    [{ branch: ["brn_2"], channel: ["telegram"] }, [ofBranch]],
    [{ branch: ["brn_2", "brn_3"], state: ["waiting"] }, [ofBranch]],
    [{ branch: ["brn_2", null] }, [all, ofBranch]],
    [{ assignee: [null], branch: ["brn_2"] }, [ofBranch]],
    [{ assignee: ["stf_2"], branch: [null, "brn_2"] }, [ofStaff]],
  ];
  const orders = [
    { by: "waitingSince", suffix: "_wait" },
    { by: "lastMessageAt", suffix: "" },
  ] as const;
  const cases = orders.flatMap(({ by, suffix }) =>
    inboxes.map(([filter, walked]) => {
      const searched = walked.map(({ index, key }) => `INDEX conversations_by_${index}${suffix} (agent_id=? AND ${key}`);
      return { by, filter, searched };
    }),
  );
  it.each(cases)(
    "find the inbox by $by of $filter from the first that is shown, at the start and from a cursor",
    async ({ by, filter, searched }) => {
      const page = (cursor: string | null) => store.conversations.list(filter, { by, descending: false }, { limit: 1, cursor });
      const { nextCursor } = await page(null);
      expect(nextCursor).not.toBeNull();

      const [start, beyond] = [await plan(() => page(null)), await plan(() => page(nextCursor))];

      const searches = (steps: string[]) => steps.filter((step) => step.includes("conversations USING") && !step.includes("(agent_id=? AND id=?)"));
      const within = (steps: string[]) => [...new Set(searches(steps).map((step) => searched.find((each) => step.includes(each)) ?? step))];
      expect(within(start).toSorted(), start.join("\n")).toEqual(searched.toSorted());
      expect(within(beyond).toSorted(), beyond.join("\n")).toEqual(searched.toSorted());
      expect(
        searches(beyond).every((step) => searched.some((each) => step.includes(`${each} AND (`))),
        beyond.join("\n"),
      ).toBe(true);
    },
  );

  it("export and erase by index", async () => {
    const exported = await plan(async () => {
      for await (const _ of store.contacts.csv({ status: ["active", "new"], q: "common" }, csvColumns));
    });
    const erased = await plan(() => store.contacts.erase(["con_2"]));

    expect(exported.filter((step) => /^SCAN (c|t|g)\b/.test(step))).toEqual([]);
    // Of the imports of an agent, which are few, those that wait are looked for.
    const isImports = (step: string) => step === "SEARCH i USING INDEX imports_by_created (agent_id=?)";
    expect(bad(erased).filter((step) => !step.includes("outbox") && !/\bo\b/.test(step) && !isImports(step))).toEqual([]);
  });
});
