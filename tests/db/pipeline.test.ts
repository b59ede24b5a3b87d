import { afterEach, describe, expect, it } from "vitest";
import type { TransitionRecord } from "#core/model/records.ts";
import type { Stage } from "#core/model/vocabulary.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { backends, type TestDatabase } from "#tests/support/database.ts";
import { contactRow } from "#tests/support/records/records.ts";

const began = Date.UTC(2026, 0, 1);
const hour = 3_600_000;
let next = 0;

function moved(contactId: string, from: Stage, to: Stage, afterHours: number): TransitionRecord {
  const fixed = {
    agentId: "agt_test",
    kind: "stage" as const,
    because: "asked",
    cause: { kind: "message" as const, ref: null },
    cycle: 1,
    settingsVersion: 1,
  };
  return { id: `trn_${next++}`, contactId, from, to, at: began + afterHours * hour, recordedAt: began, ...fixed };
}
const contact = (id: string, stage: Stage) => contactRow(id, { stage, createdAt: began, firstSeenAt: began });

let db: TestDatabase;
afterEach(() => db.close());

describe.each(backends)("the pipeline $name", ({ open, isMissing }) => {
  it.skipIf(isMissing)("counts who is where, who ever came there, and how long they stayed", async () => {
    db = await open();
    await db.store.commit(
      new ChangeSet()
        .insert("contacts", contact("con_1", "inquiry"), contact("con_2", "closing"), contact("con_3", "comparing"), contact("con_4", "comparing"))
        .insert("transitions", moved("con_2", "inquiry", "comparing", 2), moved("con_2", "comparing", "closing", 10))
        .insert("transitions", moved("con_3", "inquiry", "closing", 6), moved("con_3", "closing", "comparing", 7))
        .insert("transitions", moved("con_4", "inquiry", "comparing", 100)),
    );

    const rows = await db.store.contacts.pipeline();

    expect(rows).toEqual([
      { stage: "inquiry", count: 1, entered: 4, wentOn: 3, medianTimeInStage: 6 * hour },
      { stage: "comparing", count: 2, entered: 3, wentOn: 1, medianTimeInStage: 8 * hour },
      { stage: "closing", count: 1, entered: 2, wentOn: 0, medianTimeInStage: hour },
      { stage: "in_progress", count: 0, entered: 0, wentOn: 0, medianTimeInStage: null },
      { stage: "follow_up", count: 0, entered: 0, wentOn: 0, medianTimeInStage: null },
    ]);
  });
});
