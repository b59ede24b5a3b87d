import fc from "fast-check";
import { alertCard, alertEntry } from "#bots/staff/alerts/card-blocks.ts";
import { alertDismissModal } from "#bots/staff/alerts/dismiss-modal.ts";
import { earlierReminder, reminderLine } from "#bots/staff/alerts/reminder-blocks.ts";
import { helpCard } from "#bots/staff/blocks/help-card.ts";
import { filterModal } from "#bots/staff/contact-lists/filter-modal.ts";
import { contactList } from "#bots/staff/contact-lists/list-blocks.ts";
import { contactCard } from "#bots/staff/contacts/card-blocks.ts";
import { deleteModal } from "#bots/staff/contacts/delete-modal.ts";
import { editModal } from "#bots/staff/contacts/edit-modal.ts";
import { historyCard } from "#bots/staff/contacts/history-blocks.ts";
import { noteModal } from "#bots/staff/contacts/note-modal.ts";
import { reminderModal } from "#bots/staff/contacts/reminder-modal.ts";
import { scoreModal } from "#bots/staff/contacts/score-modal.ts";
import { stageModal } from "#bots/staff/contacts/stage-modal.ts";
import { tagModal } from "#bots/staff/contacts/tag-modal.ts";
import { assignModal } from "#bots/staff/conversations/assign-modal.ts";
import { threadRoot } from "#bots/staff/conversations/card-blocks.ts";
import { earlierCard, internalNote, threadMessage } from "#bots/staff/conversations/message-blocks.ts";
import { replyModal } from "#bots/staff/conversations/reply-modal.ts";
import { unknownSend } from "#bots/staff/deliveries/card-blocks.ts";
import { digestCard } from "#bots/staff/digest/card-blocks.ts";
import { followUpCard } from "#bots/staff/followups/card-blocks.ts";
import { dismissModal } from "#bots/staff/followups/dismiss-modal.ts";
import { followUpEditModal } from "#bots/staff/followups/edit-modal.ts";
import { snoozeModal } from "#bots/staff/followups/snooze-modal.ts";
import { homeView } from "#bots/staff/home/home-blocks.ts";
import { entriesPerPage, inboxList } from "#bots/staff/inbox/list-blocks.ts";
import { mergeProposal } from "#bots/staff/proposals/card-blocks.ts";
import { settingsEscalationsModal } from "#bots/staff/settings/escalations-modal.ts";
import { planMatrix } from "#bots/staff/settings/plan-blocks.ts";
import { newRuleOf } from "#bots/staff/settings/rule-form.ts";
import { ruleModal } from "#bots/staff/settings/rule-modal.ts";
import { settingsSignalsModal, signalModal } from "#bots/staff/settings/signals-modal.ts";
import { settingsTriggersModal } from "#bots/staff/settings/triggers-modal.ts";
import { escalationKinds, escalationRuleSchema } from "#core/model/escalation.ts";
import { customTriggerSchema } from "#core/model/followup.ts";
import type { PlanChangeRecord, PlanRecord } from "#core/model/operations/plan.ts";
import type { Settings } from "#core/model/settings.ts";
import { grades } from "#core/model/vocabulary.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { emptySummary } from "#core/rules/settings-plan/summary.ts";
import { anyAlertCard } from "./block-kit-any-alert.ts";
import {
  anyContact,
  anyContactCard,
  anyFollowUpCard,
  anyInboxEntry,
  anyInboxOf,
  anyInstant,
  anyMessage,
  anyProposal,
  anyReply,
  anyTags,
  anyThread,
  anyUnknownSend,
  now,
} from "./block-kit-models.ts";
import { anyWords, anyWordsOrNone } from "./block-kit-words.ts";

/** A message, a modal or a Home tab. */
export type Surface = { type?: string; blocks: readonly object[]; text?: string };

const zone = "Asia/Manila";
const tallies = { newContacts: 3, messages: 40, conversions: 1, sent: 5, replied: 2 };
const some = <T>(one: fc.Arbitrary<T>, most: number) => fc.array(one, { maxLength: most });
const value = fc.string({ minLength: 1, maxLength: 2200, unit: fc.constantFrom("a", "b", "{") });

const anyCard: fc.Arbitrary<Surface> = fc.oneof(
  anyFollowUpCard.map(followUpCard),
  anyAlertCard.map(alertCard),
  anyAlertCard.map((card) => alertEntry(card)),
  anyAlertCard.map(reminderLine),
  anyAlertCard.map(earlierReminder),
  anyContactCard.map(contactCard),
  anyProposal.map(mergeProposal),
  anyUnknownSend.map(unknownSend),
  fc
    .record({
      asked: anyWordsOrNone,
      total: fc.option(fc.nat(9_999_999)),
      contacts: some(anyContact, 10).chain((all) => anyTags.map((tags) => all.map((contact) => ({ contact, tags: tags.map(({ name }) => name) })))),
      result: value,
      back: fc.option(value),
      next: fc.option(value),
      now: fc.constant(now),
      may: fc.record({ change: fc.boolean(), export: fc.boolean(), delete: fc.boolean() }),
    })
    .map(contactList),
  fc
    .tuple(anyWords, some(anyMessage, 30))
    .map(([name, messages]) => historyCard({ contactId: "con_1", name, messages, newer: "n", older: "o", zone, now })),
  anyThread.map(threadRoot),
  anyInboxOf(entriesPerPage).map(inboxList),
  fc
    .tuple(some(anyMessage, 10), anyWordsOrNone)
    .map(([messages, writer]) => earlierCard({ messages: messages.map((message) => ({ ...message, writer })), zone, now })),
  fc.tuple(anyMessage, anyWords, anyWordsOrNone).map(([message, name, writer]) => threadMessage({ message, name, writer, zone })),
  anyWords.map(internalNote),
  anyWords.map((help) => helpCard({ commands: Array.from({ length: 8 }, (_, at) => ({ word: `word${at}`, help })) })),
  fc
    .tuple(
      some(fc.record({ name: anyWords, dueAt: anyInstant, reason: anyWords }), 8),
      some(fc.record({ id: fc.constant("con_1"), name: anyWords }), 8),
    )
    .map(([next, atRisk]) =>
      digestCard({
        date: "Tuesday",
        waiting: { alerts: 2, followUps: 3, proposals: 1, unknownSends: 0 },
        next,
        yesterday: tallies,
        mood: null,
        atRisk,
        zone,
        now,
      }),
    ),
  fc.tuple(anyWords, some(anyWords, 9), fc.boolean()).map(([words, changes, isStale]) => planCard(words, changes, isStale)),
);

const anyModal: fc.Arbitrary<Surface> = fc.oneof(
  fc
    .tuple(anyTags, anyWords)
    .map(([tags, q]) => filterModal({ tags, filter: { q, status: ["qualified"], tag: tags.slice(0, 3).map(({ id }) => id) } })),
  fc
    .tuple(anyTags, anyWords)
    .map(([all, name]) => tagModal({ all, of: { kind: "contact", contactId: "con_1", name, tagIds: all.map(({ id }) => id) } })),
  anyTags.map((all) => tagModal({ all, of: { kind: "result", result: "{}", count: 1200 } })),
  fc.tuple(anyContact, anyTags).map(([contact, staff]) => editModal({ contact, staff, branches: staff })),
  fc
    .tuple(anyWords, anyWords, anyWords)
    .map(([name, writer, text]) =>
      noteModal({ contactId: "con_1", name, notes: Array.from({ length: 9 }, () => ({ text, writer, createdAt: now })), zone, now }),
    ),
  anyWords.map((name) => reminderModal({ contactId: "con_1", name, at: now })),
  fc.tuple(anyWords, anyWords).map(([name, because]) => stageModal({ contactId: "con_1", name, stage: "closing", because })),
  anyWords.map((name) =>
    snoozeModal({ followUpId: "fup_1", fingerprint: "f", name, choices: [{ label: "In an hour", at: now + 3_600_000 }], zone, now }),
  ),
  anyWords.map((name) => dismissModal({ followUpId: "fup_1", fingerprint: "f", name })),
  anyFollowUpCard.chain(({ followUp }) => anyWords.map((name) => followUpEditModal({ followUp, name }))),
  anyWords.map((name) => alertDismissModal({ about: "alt_1", name })),
  anyWords.map((name) => deleteModal({ kind: "contact", contactId: "con_1", name, messages: 12 })),
  anyWordsOrNone.map((asked) => deleteModal({ kind: "result", result: "{}", asked, people: 1_234_567 })),
  anyReply.map(replyModal),
  fc.tuple(anyWords, anyTags).map(([name, staff]) => assignModal({ conversationId: "cnv_1", name, assigneeId: staff[0]?.id ?? null, staff })),
  fc.tuple(anyWords, anyWords).map(([name, quote]) => scoreModal(scoreModel(name, quote))),
  fc.tuple(anyWords, fc.nat(60)).map(([name, more]) => settingsSignalsModal({ settings: manySignals(name, more), version: 7, page: 1 })),
  anyWords.map((name) => signalModal({ signal: keyword(name, 0), version: 7 })),
  anyWords.map((name) => settingsTriggersModal({ settings: manyTriggers(name), version: 7 })),
  fc.tuple(anyWords, anyTags, fc.constantFrom(...escalationKinds), fc.boolean()).map(([name, choices, kind, isHeld]) => {
    const rule = { ...newRuleOf(kind), name: name.slice(0, 100) };
    const named = rule.kind === "custom" ? { ...rule, keywords: Array.from({ length: 100 }, () => name.slice(0, 100)) } : rule;
    return ruleModal({ rule: named, version: 7, choices: { ownIntents: [], tags: choices, branches: choices }, isHeld, isNew: !isHeld });
  }),
  anyWords.map((name) => settingsEscalationsModal({ settings: manyRules(name), version: 7 })),
);

const anyHome: fc.Arbitrary<Surface> = fc
  .tuple(anyWords, some(anyFollowUpCard, 12), some(anyProposal, 6), some(anyUnknownSend, 4), some(anyInboxEntry, 6), some(anyAlertCard, 7))
  .map(([staffName, followUps, proposals, unknownSends, inbox, alerts]) =>
    homeView({
      staffName,
      alerts: { first: apart(alerts, ({ alert }) => alert.id), total: 9 },
      inbox: { first: apart(inbox, ({ conversation }) => conversation.id), total: 12 },
      followUps: { first: apart(followUps, ({ followUp }) => followUp.id), total: 40 },
      proposals: { first: apart(proposals, ({ proposal }) => proposal.id), total: 7 },
      unknownSends: { first: apart(unknownSends, ({ delivery }) => delivery.id), total: 4 },
      today: tallies,
    }),
  );

/** Anything staff may see, with anything in it that people may write. */
export const anySurface: fc.Arbitrary<Surface> = fc.oneof(
  { weight: 12, arbitrary: anyCard },
  { weight: 12, arbitrary: anyModal },
  { weight: 1, arbitrary: anyHome },
);

function apart<T>(all: T[], id: (each: T) => string): T[] {
  return [...new Map(all.map((each) => [id(each), each])).values()];
}

function keyword(words: string, at: number): Settings["scoring"]["signals"][number] {
  const common = { points: 5, category: words.slice(0, 40) || "fit", repeat: "every", decay: "none", cap: null, enabled: true, version: 1 } as const;
  return { id: `signal_${at}`, name: words, type: "keyword", phrases: [words, "wholesale"], patterns: [], ...common };
}

function manySignals(name: string, more: number): Settings {
  const settings = defaultSettings();
  const signals = [...settings.scoring.signals, ...Array.from({ length: more }, (_, at) => keyword(name, at))];
  return { ...settings, scoring: { ...settings.scoring, signals } };
}

function manyTriggers(name: string): Settings {
  const settings = defaultSettings();
  const trigger = customTriggerSchema.parse({ id: "own", name: "Own", after: { what: "silence" }, delayHours: 5 });
  const custom = Array.from({ length: 50 }, (_, at) => ({ ...trigger, id: `own_${at}`, name: name.slice(0, 100) }));
  return { ...settings, followUps: { ...settings.followUps, custom } };
}

function manyRules(name: string): Settings {
  const settings = defaultSettings();
  const rule = escalationRuleSchema.parse({ id: "own", name: "Own", kind: "unanswered" });
  const rules = Array.from({ length: 100 }, (_, at) => ({ ...rule, id: `own_${at}`, name: name.slice(0, 100) }));
  return { ...settings, escalations: { ...settings.escalations, rules } };
}

function scoreModel(name: string, quote: string) {
  const line = {
    signal: "asks_price",
    signalVersion: 1,
    category: "intent",
    points: 19,
    decay: "× 0.5 after 14 days",
    value: 9.5,
    quote,
    factId: "msg_1",
    at: now,
  };
  const score = { score: 10, grade: "F" as const, raw: 9.5, rounded: 10, categories: [], steps: [{ label: quote, value: -3 }] };
  return {
    contactId: "con_1",
    name,
    score: { ...score, contributions: Array.from({ length: 14 }, () => line) },
    signalNames: new Map([["asks_price", name]]),
    zone,
    now,
    mayAdjust: true,
  };
}

export function planCard(words: string, changes: string[], isStale: boolean): Surface {
  const standing = { status: "active", stage: "comparing", score: 40, grade: "C", sentimentLevel: null, vip: false, atRisk: false } as const;
  const moves = grades.flatMap((from) => grades.filter((to) => to !== from).map((to, at) => ({ from, to, count: at * 12 + 1 })));
  const summary = {
    ...emptySummary(),
    contacts: 1200,
    changed: 30,
    grade: moves,
    status: [{ from: "new", to: "active", count: 12 }],
    movers: [{ contactId: "con_1", by: -24 }],
    triggers: [{ trigger: words, ahead: 4, passed: 2 }],
    signals: [{ signalId: words, gained: 5, lost: 0 }],
    atRisk: { gained: 3, lost: 0 },
    escalations: {
      days: 30,
      isComplete: isStale,
      rules: Array.from({ length: 12 }, (_, at) => ({ ruleId: at === 0 ? "own" : words, before: at, after: 1_234_567, newest: [] })),
    },
  };
  const plan: PlanRecord = {
    id: "pln_1",
    agentId: "agt_test",
    operationId: "op_1",
    baseVersion: 7,
    document: defaultSettings(),
    asOf: now,
    summary,
    hash: "5f2c",
    applied: null,
    createdBy: "stf_1",
    createdAt: now,
  };
  const movers: PlanChangeRecord[] = [
    {
      agentId: "agt_test",
      planId: "pln_1",
      contactId: "con_1",
      contactVersion: 1,
      before: standing,
      after: { ...standing, score: 16, grade: "F" },
      because: [words],
    },
  ];
  const media = Array.from({ length: 9 }, () => ({ url: `https://files.example/${encodeURIComponent(words.toWellFormed())}`, type: "image/png" }));
  const calls = Array.from({ length: 5 }, () => ({ ruleId: "own", contactId: "con_1", name: words, at: now, words: { text: words, media } }));
  const operation = { state: "completed", done: 1200, total: 1200 } as const;
  return planMatrix({
    plan,
    operation,
    apply: null,
    movers,
    names: new Map([
      ["con_1", words],
      ["own", words],
    ]),
    calls,
    changes,
    isStale,
  });
}
