import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import type { ConversationRecord, InboxFilter } from "#core/model/conversation.ts";
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
  { branch: ["brn_1", "brn_2"], assignee: [null], state: ["waiting"] },
  { branch: Array.from({ length: 40 }, (_, n) => `brn_${n}`) },
  { branch: ["brn_404"] },
  { contact: ["con_1"], assignee: ["stf_2"] },
];

const among = <T>(list: readonly T[] | undefined, value: T): boolean => list === undefined || list.includes(value);

function expected({ state, channel, assignee, branch }: InboxFilter): string[] {
  return conversations
    .filter((one) => one.waitingSince !== null && among(state, one.state) && among(channel, one.channel))
    .filter((one) => among(assignee, one.assigneeId) && among(branch, one.branchId))
    .sort((a, b) => (a.waitingSince ?? 0) - (b.waitingSince ?? 0) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

it("gives who waits, longest first, page by page, by whatever filter, in either direction", async () => {
  const db = await testDatabase();
  onTestFinished(() => db.close());
  const identities = conversations.map(({ identityId }) => identityRow(identityId, "con_1"));
  await db.store.commit(
    new ChangeSet()
      .insert("contacts", contactRow("con_1"))
      .insert("identities", ...identities)
      .insert("conversations", ...conversations),
  );

  for (const filter of filters) {
    for (const descending of [false, true]) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: { data: ConversationRecord[]; nextCursor: string | null } = await db.store.conversations.list(
          filter,
          { by: "waitingSince", descending },
          { limit: 7, cursor },
        );
        seen.push(...page.data.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== null);

      expect([filter, descending, seen]).toEqual([filter, descending, descending ? expected(filter).toReversed() : expected(filter)]);
    }
  }
});
