import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import type { ConversationRecord, InboxFilter, InboxSort } from "#core/model/conversation.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { testDatabase } from "#tests/support/database.ts";
import { contactRow, conversationRow, identityRow } from "#tests/support/records/records.ts";

const drawn = fc.record({
  state: fc.constantFrom("waiting", "taken_over", "answered", "done"),
  channel: fc.constantFrom("telegram", "web", "email"),
  branchId: fc.constantFrom(null, "brn_1", "brn_2"),
  assigneeId: fc.constantFrom(null, "stf_1", "stf_2"),
  /** Often at the same instant. */
  waitingSince: fc.integer({ min: 1, max: 9 }),
  lastMessageAt: fc.integer({ min: 1, max: 9 }),
});

const conversations: ConversationRecord[] = fc.sample(drawn, { numRuns: 150, seed: 20_261_201 }).map(({ waitingSince, ...given }, n) => {
  const waits = given.state === "waiting" || (given.state === "taken_over" && waitingSince > 4);
  return conversationRow(`cnv_${String(n).padStart(3, "0")}`, "con_1", `idn_${n}`, { ...given, waitingSince: waits ? waitingSince : null });
});

const filters: InboxFilter[] = [
  {},
  { state: ["waiting"] },
  { state: ["answered", "done"] },
  { channel: ["web", "email"] },
  { assignee: ["stf_1"] },
  { assignee: [null] },
  { assignee: ["stf_1", null, "stf_1"] },
  { branch: ["brn_2"] },
  { branch: [null], channel: ["telegram"] },
  { assignee: [null], branch: [null, "brn_1"] },
  { assignee: ["stf_2"], branch: [null] },
  { branch: ["brn_1", "brn_2"], assignee: [null], state: ["waiting"] },
  { branch: Array.from({ length: 40 }, (_, n) => `brn_${n}`) },
  { branch: ["brn_404"] },
  { contact: ["con_1"], assignee: ["stf_2"] },
];

const among = <T>(list: readonly T[] | undefined, value: T): boolean => list === undefined || list.includes(value);

function expected({ state, channel, assignee, branch }: InboxFilter, { by, descending }: InboxSort): string[] {
  const found = conversations
    .filter((one) => one[by] !== null && among(state, one.state) && among(channel, one.channel))
    .filter((one) => among(assignee, one.assigneeId) && among(branch, one.branchId))
    .sort((a, b) => (a[by] ?? 0) - (b[by] ?? 0) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  return descending ? found.reverse() : found;
}

async function stored(given: readonly ConversationRecord[]) {
  const db = await testDatabase();
  onTestFinished(() => db.close());
  const identities = given.map(({ identityId }) => identityRow(identityId, "con_1"));
  await db.store.commit(
    new ChangeSet()
      .insert("contacts", contactRow("con_1"))
      .insert("identities", ...identities)
      .insert("conversations", ...given),
  );
  return db.store.conversations;
}

it.each<InboxSort>([
  { by: "waitingSince", descending: false },
  { by: "waitingSince", descending: true },
  { by: "lastMessageAt", descending: false },
  { by: "lastMessageAt", descending: true },
])("gives the inbox by $by, descending: $descending, page by page, by whatever filter", async (sort) => {
  const inbox = await stored(conversations);

  for (const filter of filters) {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { data: ConversationRecord[]; nextCursor: string | null } = await inbox.list(filter, sort, { limit: 7, cursor });
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);

    expect([filter, seen]).toEqual([filter, expected(filter, sort)]);
  }
});

it("gives what very many members of staff look after, more than are looked up one by one", async () => {
  const staff = Array.from({ length: 450 }, (_, n) => `stf_${n}`);
  const theirs = staff.map((assigneeId, n) => conversationRow(`cnv_${n}`, "con_1", `idn_${n}`, { assigneeId, lastMessageAt: n }));
  const inbox = await stored(theirs);

  const { data } = await inbox.list({ assignee: staff }, { by: "lastMessageAt", descending: true }, { limit: 3, cursor: null });

  expect(data.map(({ assigneeId }) => assigneeId)).toEqual(["stf_449", "stf_448", "stf_447"]);
});
