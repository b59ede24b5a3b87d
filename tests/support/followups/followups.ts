import type { FollowUpRecord } from "#core/model/followup.ts";
import { monday } from "../people/said.ts";

/** A ghosting follow-up proposed on the first Monday, but for what a test says of it. */
export function followUpRow(given: Partial<FollowUpRecord> = {}): FollowUpRecord {
  return {
    id: "fup_1",
    agentId: "agt_test",
    contactId: "con_1",
    conversationId: "cnv_1",
    kind: "ghosting",
    trigger: "ghosting",
    episode: "msg_1",
    attempt: 1,
    version: 1,
    state: "proposed",
    reason: "no answer to our question for 24 hours",
    endedBecause: null,
    evidence: [{ messageId: "msg_2", quote: "Which date?", at: monday }],
    channel: "telegram",
    text: "Are you still interested?",
    originalText: "Are you still interested?",
    templateId: null,
    editedBy: null,
    editedAt: null,
    auto: false,
    dueAt: monday,
    reviewAt: null,
    deliveryId: null,
    approvals: 0,
    decidedBy: null,
    decidedAt: null,
    sentAt: null,
    endedAt: null,
    createdBy: "system",
    createdAt: monday,
    updatedAt: monday,
    ...given,
  };
}
