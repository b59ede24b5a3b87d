import { afterEach, describe, expect, it } from "vitest";
import type { TransitionRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { backends, type TestDatabase } from "#tests/support/database.ts";
import { contactRow, conversationRow, identityRow, messageRow } from "#tests/support/records/records.ts";

const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);
let next = 0;

function moved(kind: "status" | "stage", to: TransitionRecord["to"], at: number): TransitionRecord {
  const fixed = { agentId: "agt_test", contactId: "con_1", from: null, because: "", cause: { kind: "time" as const, ref: null }, cycle: 1 };
  return { id: `trn_${next++}`, ...fixed, kind, to, at, recordedAt: at, settingsVersion: 1 };
}

let db: TestDatabase;
afterEach(() => db.close());

describe.each(backends)("analytics $name", ({ open, isMissing }) => {
  it.skipIf(isMissing)("tally each period from its first instant until before its last", async () => {
    db = await open();
    const message = (id: string, sentAt: number, given = {}) => messageRow(id, "con_1", { conversationId: "cnv_1", sentAt, ...given });
    await db.store.commit(
      new ChangeSet()
        .insert("contacts", contactRow("con_1", { createdAt: start }), contactRow("con_2", { createdAt: start + 8 * day }))
        .insert("identities", identityRow("idn_1", "con_1"))
        .insert("conversations", conversationRow("cnv_1", "con_1", "idn_1"))
        .insert("messages", message("msg_1", start, { sentiment: 0.5 }), message("msg_2", start + day - 1, { sentiment: -0.25 }))
        .insert("messages", message("msg_3", start + day), message("msg_4", start + day, { direction: "outbound", sentiment: null }))
        .insert("transitions", moved("status", "converted", start + 2 * day), moved("stage", "closing", start + 9 * day - 1)),
    );

    const days = await db.store.analytics.days(Array.from({ length: 10 }, (_, at) => start + at * day));

    expect(days).toHaveLength(9);
    expect(days.map(({ contacts }) => contacts)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(days.map(({ inbound, outbound }) => [inbound, outbound])).toEqual([[2, 0], [1, 1], ...Array.from({ length: 7 }, () => [0, 0])]);
    expect(days[0]).toMatchObject({ toned: 2, toneSum: 0.25 });
    expect(days[2]?.statuses).toEqual({ new: 0, active: 0, qualified: 0, converted: 1, inactive: 0, churned: 0 });
    expect(days[8]?.stages.closing).toBe(1);
  });

  it.skipIf(isMissing)("count every contact by each of its words", async () => {
    db = await open();
    await db.store.commit(
      new ChangeSet().insert(
        "contacts",
        contactRow("con_1", { status: "active", stage: "closing", grade: "A", source: "email" }),
        contactRow("con_2", { status: "active", stage: "inquiry", grade: "B", source: "email" }),
      ),
    );

    const standing = await db.store.analytics.standing();

    expect(standing).toMatchObject({ total: 2, status: { active: 2, new: 0 }, stage: { closing: 1, inquiry: 1 }, grade: { A: 1, B: 1 } });
    expect(standing.source).toMatchObject({ email: 2, manual: 0 });
  });
});
