import type { AlertRecord } from "#core/model/alert.ts";

const at = Date.UTC(2026, 0, 10, 9);

/** A plausible open alert of the agent `agt_test`; a test names only what it is about. */
export function alertRow(given: Partial<AlertRecord> = {}): AlertRecord {
  return {
    id: "alt_1",
    agentId: "agt_test",
    contactId: "con_1",
    conversationId: "cnv_1",
    rule: "frustration",
    kind: "frustration",
    ruleName: "Frustrated customer",
    severity: "high",
    state: "open",
    reason: "They complain",
    evidence: [{ messageId: "msg_1", quote: "It broke on the first day", at, because: "complaint" }],
    history: [{ at, what: "raised", by: "system", note: null }],
    branchId: null,
    openedAt: at,
    updatedAt: at,
    ownerId: null,
    endedAt: null,
    endedBy: null,
    endedBecause: null,
    mutedUntil: null,
    remindAt: null,
    reminders: 0,
    ...given,
  };
}
