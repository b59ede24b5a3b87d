import { type AlertCardModel, alertCard } from "#bots/staff/alerts/card-blocks.ts";
import { alertDismissModal } from "#bots/staff/alerts/dismiss-modal.ts";
import { earlierReminder, reminderLine } from "#bots/staff/alerts/reminder-blocks.ts";
import { alertRow } from "../records/alerts.ts";
import { conversationRow, messageRow } from "../records/records.ts";
import { ana, hour, now, shown } from "./block-kit-people.ts";
import type { Surface } from "./block-kit-surfaces.ts";

const said = (id: string, text: string, at: number, author: "customer" | "bot" = "customer") => messageRow(id, ana.id, { text, author, sentAt: at });
const angry = "We waited an hour again and nobody picks up the phone!";
const asks = "I want to talk to the manager, now";

/** A customer of twelve who has had enough. */
export const anaIsAngry: AlertCardModel = {
  alert: alertRow({
    id: "alt_1",
    contactId: ana.id,
    rule: "asks_for_person",
    kind: "cannot_resolve",
    ruleName: "Asks for a person, or is not helped",
    severity: "urgent",
    reason: "They ask for a person",
    evidence: [
      { messageId: "m1", quote: angry, at: now - 0.3 * hour, because: "human_request" },
      { messageId: "m3", quote: asks, at: now - 0.1 * hour, because: "human_request" },
    ],
    openedAt: now - 0.3 * hour,
  }),
  contact: { ...ana, sentiment: -0.7, sentimentLevel: "very_negative", sentimentTrend: "falling" },
  conversation: conversationRow("cnv_1", ana.id, "idn_1"),
  messages: [
    said("m0", "Is the table for twelve ready?", now - 0.5 * hour),
    said("m1", angry, now - 0.3 * hour),
    said("m2", "I am sorry to hear that. A colleague will call you today.", now - 0.2 * hour, "bot"),
    said("m3", asks, now - 0.1 * hour),
  ],
  summary: {
    wants: [{ messageId: "m3", quote: asks, at: now - 0.1 * hour, what: "human_request" }],
    promised: [{ messageId: "m2", quote: "A colleague will call you today", at: now - 0.2 * hour, dueAt: now + hour }],
    mood: { tone: -0.7, quotes: [{ messageId: "m1", quote: angry, at: now - 0.3 * hour, tone: -0.8 }] },
    open: [{ messageId: "m1", quote: angry, at: now - 0.3 * hour, because: "complaint" }],
  },
  mention: "",
  ownerName: null,
  enderName: null,
  branchName: "Makati",
  ...shown,
};

const inState = (alert: Partial<AlertCardModel["alert"]>, more: Partial<AlertCardModel> = {}): AlertCardModel => ({
  ...anaIsAngry,
  alert: { ...anaIsAngry.alert, ...alert },
  ownerName: "Mia Santos",
  ...more,
});

/** An alert from its raising to its end. */
export const alertExamples: { title: string; surface: Surface }[] = [
  { title: "nobody has reacted", surface: alertCard(anaIsAngry) },
  { title: "a reminder", surface: reminderLine(inState({ reminders: 1 })) },
  { title: "an earlier reminder", surface: earlierReminder(inState({ reminders: 2 })) },
  { title: "acknowledged", surface: alertCard(inState({ state: "acknowledged" })) },
  { title: "taken over", surface: alertCard(inState({ state: "taken_over" })) },
  {
    title: "resolved, and still taken over",
    surface: alertCard(
      inState(
        { state: "resolved", endedAt: now },
        { enderName: "Mia Santos", conversation: { ...anaIsAngry.conversation, takenOverAt: now - hour } },
      ),
    ),
  },
  {
    title: "dismissed",
    surface: alertCard(
      inState({ state: "dismissed", endedAt: now, endedBecause: "Already handled elsewhere", mutedUntil: now + hour }, { enderName: "Mia Santos" }),
    ),
  },
  { title: "dismissing", surface: alertDismissModal({ about: "alt_1", name: "Ana Reyes" }) },
];
