import fc from "fast-check";
import type { AlertCardModel } from "#bots/staff/alerts/card-blocks.ts";
import { alertStates } from "#core/model/alert.ts";
import type { ConversationSummary, Quote } from "#core/model/conversation-summary.ts";
import { severities } from "#core/model/escalation.ts";
import { waitReasons } from "#core/model/vocabulary.ts";
import { alertRow } from "../records/alerts.ts";
import { anyContact, anyConversation, anyInstant, anyMessage, now } from "./block-kit-models.ts";
import { anyWords, anyWordsOrNone } from "./block-kit-words.ts";

const quoted: { [K in keyof Quote]: fc.Arbitrary<Quote[K]> } = { messageId: fc.constant("msg_1"), quote: anyWords, at: anyInstant };
const tone = fc.double({ min: -1, max: 1, noNaN: true });
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 4 });

const anySummary: fc.Arbitrary<ConversationSummary> = fc.record({
  wants: few(fc.record({ ...quoted, what: anyWords })),
  promised: few(fc.record({ ...quoted, dueAt: anyInstant })),
  mood: fc.record({ tone: fc.option(tone), quotes: fc.array(fc.record({ ...quoted, tone }), { maxLength: 2 }) }),
  open: few(fc.record({ ...quoted, because: fc.constantFrom(...waitReasons) })),
});

const anyAlert = fc
  .record({
    id: fc.uuid().map((id) => `alt_${id.replaceAll("-", "").slice(0, 26)}`),
    ruleName: anyWords,
    severity: fc.constantFrom(...severities),
    state: fc.constantFrom(...alertStates),
    reason: anyWords,
    evidence: fc.array(fc.record({ ...quoted, because: anyWords }), { maxLength: 20 }),
    openedAt: anyInstant,
    endedAt: fc.option(anyInstant),
    endedBecause: anyWordsOrNone,
    mutedUntil: fc.option(anyInstant),
    reminders: fc.nat(10),
  })
  .map((given) => alertRow(given));

/** Anything that the card of an alert may show; it calls nobody, so that every live mention in it is a fault. */
export const anyAlertCard: fc.Arbitrary<AlertCardModel> = fc.record({
  alert: anyAlert,
  contact: anyContact,
  conversation: anyConversation,
  messages: fc.array(anyMessage, { maxLength: 10 }),
  summary: anySummary,
  mention: fc.constant(""),
  ownerName: anyWordsOrNone,
  enderName: anyWordsOrNone,
  branchName: anyWordsOrNone,
  zone: fc.constant("Asia/Manila"),
  now: fc.constant(now),
});
