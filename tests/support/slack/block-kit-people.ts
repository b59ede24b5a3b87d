import type { UnknownSendModel } from "#bots/staff/deliveries/card-blocks.ts";
import type { FollowUpCardModel } from "#bots/staff/followups/card-blocks.ts";
import type { MergeProposalModel } from "#bots/staff/proposals/card-blocks.ts";
import type { Contactability } from "#core/model/contactability.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { followUpRow } from "../followups/followups.ts";
import { delivery } from "../records/delivery.ts";
import { contactRow, messageRow } from "../records/records.ts";

/* Plausible people and what is to be decided about them. */

/** A Tuesday, 16:20 in Manila. */
export const now = Date.UTC(2026, 2, 10, 8, 20);
export const hour = 3_600_000;
export const zone = "Asia/Manila";
export const shown = { zone, now };

export const ana: ContactRecord = contactRow("con_ana", {
  name: "Ana Reyes",
  email: "ana@reyes-catering.example",
  company: "Reyes Catering",
  status: "qualified",
  statusBecause: "booking_request: “book a table for twelve”",
  stage: "closing",
  score: 68,
  grade: "B",
  sentiment: 0.35,
  sentimentLevel: "positive",
  sentimentTrend: "rising",
  vip: true,
  vipBecause: "3 conversions",
  atRisk: true,
  atRiskBecause: "complaint: “we waited an hour last time”",
  channels: ["telegram", "whatsapp"],
  language: "en",
  lastSeenAt: now - 27 * hour,
  messageCount: 48,
  createdAt: now - 90 * 24 * hour,
});

export const ben = contactRow("con_ben", {
  name: "Ben Okafor",
  phone: "+639171234567",
  status: "active",
  stage: "comparing",
  score: 42,
  grade: "C",
  sentiment: -0.3,
  sentimentLevel: "negative",
  channels: ["whatsapp"],
  lastSeenAt: now - 2 * hour,
  messageCount: 9,
});
export const nobody = contactRow("con_x", { channels: ["web"], lastSeenAt: now - 10 * 60_000, messageCount: 1 });

export const ghosting = followUpRow({
  id: "fup_1",
  reason: "has not answered our offer for 24 hours",
  evidence: [{ messageId: "msg_1", quote: "Friday at seven is free. Shall I book it for you & the others?", at: now - 28 * hour }],
  text: "Hi Ana! Shall I keep the table for twelve on Friday at seven? It is the last one by the window.",
  originalText: "Hi Ana! Shall I keep the table for twelve on Friday at seven? It is the last one by the window.",
  dueAt: now - 20 * 60_000,
});
export const base: FollowUpCardModel = {
  followUp: ghosting,
  contact: ana,
  contactability: null,
  homeZone: zone,
  editor: null,
  decider: null,
  ...shown,
};
export const quiet: Contactability = {
  decision: "delay",
  until: Date.UTC(2026, 2, 11, 0),
  reasons: [{ code: "quiet_hours", detail: "", until: null }],
};
export const refused: Contactability = { decision: "deny", until: null, reasons: [{ code: "opted_out", detail: "", until: null }] };

export const edited: FollowUpCardModel = {
  ...base,
  followUp: {
    ...ghosting,
    text: "Hi Ana! Shall I keep the table for fourteen on Friday at eight? It is the last one by the window.",
    editedAt: now - 60_000,
  },
  editor: "Mia Santos",
  contactability: quiet,
  homeZone: "Europe/Berlin",
};
export const promise = followUpRow({
  id: "fup_2",
  kind: "promise",
  reason: "promised to call back this afternoon",
  evidence: [{ messageId: "msg_2", quote: "I'll get back to you this afternoon with the price", at: now - 5 * hour }],
  channel: "whatsapp",
  text: "Hi Ben, as promised: …",
  dueAt: now + 2 * hour,
});
export const done = { ...ghosting, state: "replied" as const, sentAt: now - 2 * hour, decidedAt: now - 2 * hour, endedAt: now - hour };

export const pair: MergeProposalModel = {
  proposal: {
    id: "prp_1",
    agentId: "agt",
    kind: "merge",
    key: "k",
    contactId: ana.id,
    otherId: "con_2",
    field: null,
    value: null,
    evidence: [
      { kind: "same_email", detail: "ana@reyes-catering.example", messageId: null },
      { kind: "like_name", detail: "Ana Reyes / Anna Reyes", messageId: null },
      { kind: "conflict", detail: "different phones: +639171234567, +639189999999", messageId: null },
    ],
    state: "open",
    createdAt: now,
    decidedAt: null,
    decidedBy: null,
  },
  contact: ana,
  other: contactRow("con_2", { name: "Anna Reyes", email: "ana@reyes-catering.example", phone: "+639189999999", channels: ["web"], messageCount: 3 }),
  decider: null,
  ...shown,
};
export const lost: UnknownSendModel = {
  delivery: delivery({ id: "dlv_1", state: "unknown", channel: "telegram", text: "Friday at 3 it is. See you then!", updatedAt: now - 7 * 60_000 }),
  contact: ben,
  decider: null,
  ...shown,
};

export const talk = [
  messageRow("m5", ana.id, {
    text: "Hmm, twelve people on Friday… let me ask the others",
    author: "customer",
    sentAt: now - 27 * hour,
    sentiment: 0.1,
  }),
  messageRow("m4", ana.id, { text: "Friday at seven is free. Shall I book it?", author: "bot", direction: "outbound", sentAt: now - 28 * hour }),
  messageRow("m3", ana.id, {
    text: "Do you have a big table?\nThe food was wonderful last time!",
    author: "customer",
    sentAt: now - 28.1 * hour,
    sentiment: 0.8,
  }),
  messageRow("m2", ana.id, {
    text: "We waited an hour last time.",
    channel: "whatsapp",
    source: "whatsapp",
    author: "customer",
    sentAt: now - 80 * hour,
    sentiment: -0.7,
  }),
];
