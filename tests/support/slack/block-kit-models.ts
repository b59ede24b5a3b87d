import fc from "fast-check";
import type { ContactCardModel } from "#bots/staff/contacts/card-blocks.ts";
import type { ThreadModel } from "#bots/staff/conversations/card-blocks.ts";
import type { ReplyModalModel } from "#bots/staff/conversations/reply-modal.ts";
import type { UnknownSendModel } from "#bots/staff/deliveries/card-blocks.ts";
import type { FollowUpCardModel } from "#bots/staff/followups/card-blocks.ts";
import type { InboxEntryModel } from "#bots/staff/inbox/entry-blocks.ts";
import type { InboxModel } from "#bots/staff/inbox/list-blocks.ts";
import type { MergeProposalModel } from "#bots/staff/proposals/card-blocks.ts";
import { contactabilityDecisions, contactabilityReasons } from "#core/model/contactability.ts";
import { type ConversationRecord, inboxStates } from "#core/model/conversation.ts";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import { deliveryStates } from "#core/model/delivery.ts";
import { type FollowUpRecord, followUpKinds, followUpStates } from "#core/model/followup.ts";
import { proposalEvidenceKinds, proposalKinds, proposalStates } from "#core/model/people/merge.ts";
import type { ContactRecord, MessageRecord } from "#core/model/records.ts";
import { authors, channels, grades, sentimentLevels, sentimentTrends, sources, stages, statuses } from "#core/model/vocabulary.ts";
import { followUpRow } from "../followups/followups.ts";
import { monday } from "../people/said.ts";
import { delivery } from "../records/delivery.ts";
import { contactRow, conversationRow, messageRow } from "../records/records.ts";
import { anyWords, anyWordsOrNone } from "./block-kit-words.ts";

/* Models of the staff's cards with anything customers and staff may have written in them. */

export const now = monday + 3 * 86_400_000;
export const anyInstant = fc.integer({ min: now - 400 * 86_400_000, max: now + 400 * 86_400_000 });
const anyInstantOrNone = fc.option(anyInstant);
export const anyZone = fc.constantFrom("UTC", "Asia/Manila", "America/New_York", "Asia/Kathmandu", "no/zone");
const anyId = (prefix: string) => fc.uuid().map((id) => `${prefix}_${id.replaceAll("-", "").slice(0, 26)}`);

export const anyContact: fc.Arbitrary<ContactRecord> = fc
  .record({
    id: anyId("con"),
    name: anyWordsOrNone,
    email: anyWordsOrNone,
    phone: anyWordsOrNone,
    company: anyWordsOrNone,
    status: fc.constantFrom(...statuses),
    statusBecause: anyWords,
    stage: fc.constantFrom(...stages),
    grade: fc.constantFrom(...grades),
    score: fc.integer({ min: 0, max: 100 }),
    sentiment: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
    sentimentLevel: fc.option(fc.constantFrom(...sentimentLevels)),
    sentimentTrend: fc.option(fc.constantFrom(...sentimentTrends)),
    vip: fc.boolean(),
    vipBecause: anyWordsOrNone,
    atRisk: fc.boolean(),
    atRiskBecause: anyWordsOrNone,
    channels: fc.subarray([...channels]),
    source: fc.constantFrom(...sources),
    optedOut: fc.boolean(),
    messageCount: fc.nat(1_000_000),
    lastSeenAt: anyInstantOrNone,
  })
  .map(({ id, ...given }) => contactRow(id, given));

export const anyFollowUp: fc.Arbitrary<FollowUpRecord> = fc
  .record({
    id: anyId("fup"),
    kind: fc.constantFrom(...followUpKinds),
    state: fc.constantFrom(...followUpStates),
    reason: anyWords,
    endedBecause: anyWordsOrNone,
    evidence: fc.array(fc.record({ messageId: fc.constant(null), quote: anyWords, at: anyInstant }), { maxLength: 3 }),
    channel: fc.option(fc.constantFrom(...channels)),
    text: anyWords.map((text) => text.slice(0, 4096)),
    originalText: anyWords.map((text) => text.slice(0, 4096)),
    editedAt: anyInstantOrNone,
    auto: fc.boolean(),
    attempt: fc.integer({ min: 1, max: 10 }),
    dueAt: anyInstant,
    reviewAt: anyInstantOrNone,
    sentAt: anyInstantOrNone,
    decidedAt: anyInstantOrNone,
    endedAt: anyInstantOrNone,
  })
  .map((given) => followUpRow(given));

const anyContactability = fc.record({
  decision: fc.constantFrom(...contactabilityDecisions),
  until: anyInstantOrNone,
  reasons: fc.array(fc.record({ code: fc.constantFrom(...contactabilityReasons), detail: anyWords, until: anyInstantOrNone }), { maxLength: 3 }),
});

const shown = { zone: anyZone, now: fc.constant(now) };

export const anyFollowUpCard: fc.Arbitrary<FollowUpCardModel> = fc.record({
  followUp: anyFollowUp,
  contact: anyContact,
  contactability: fc.option(anyContactability),
  homeZone: anyZone,
  editor: anyWordsOrNone,
  decider: anyWordsOrNone,
  ...shown,
});

export const anyTags = fc
  .oneof(
    { weight: 9, arbitrary: fc.array(anyWords, { maxLength: 5 }) },
    {
      weight: 1,
      arbitrary: fc.tuple(anyWords, fc.integer({ min: 6, max: 200 })).map(([name, count]) => Array.from({ length: count }, (_, at) => name + at)),
    },
  )
  .map((names) => names.map((name, at) => ({ id: `tag_${at}`, name })));

export const anyContactCard: fc.Arbitrary<ContactCardModel> = fc.record({
  contact: anyContact,
  tags: anyTags,
  lastWords: fc.option(fc.record({ text: anyWords, at: anyInstant })),
  ownerName: anyWordsOrNone,
  branchName: anyWordsOrNone,
  openFollowUps: fc.nat(3),
  openProposals: fc.nat(3),
  ...shown,
});

export const anyProposal: fc.Arbitrary<MergeProposalModel> = fc
  .record({
    id: anyId("prp"),
    kind: fc.constantFrom(...proposalKinds),
    state: fc.constantFrom(...proposalStates),
    value: anyWordsOrNone,
    evidence: fc.array(fc.record({ kind: fc.constantFrom(...proposalEvidenceKinds), detail: anyWords, messageId: fc.constant(null) }), {
      maxLength: 12,
    }),
    contact: anyContact,
    other: anyContact,
    decider: anyWordsOrNone,
    ...shown,
  })
  .map(({ id, kind, state, value, evidence, contact, other, ...rest }) => {
    const key = { key: id, agentId: "agt_test", createdAt: now, decidedAt: state === "open" ? null : now, decidedBy: null };
    const what = { contactId: contact.id, otherId: kind === "merge" ? other.id : null, field: kind === "field" ? ("email" as const) : null };
    return { proposal: { id, kind, state, value, evidence, ...key, ...what }, contact, other: kind === "merge" ? other : null, ...rest };
  });

export const anyUnknownSend: fc.Arbitrary<UnknownSendModel> = fc
  .record({ id: anyId("dlv"), state: fc.constantFrom(...deliveryStates), text: anyWords, contact: anyContact, decider: anyWordsOrNone, ...shown })
  .map(({ id, state, text, ...rest }) => ({ delivery: unsure({ id, state, text }), ...rest }));

const unsure = (given: Partial<DeliveryRecord>): DeliveryRecord => delivery({ updatedAt: now - 60_000, ...given });

export const anyMessage: fc.Arbitrary<MessageRecord> = fc
  .record({
    text: anyWords,
    author: fc.constantFrom(...authors),
    channel: fc.constantFrom(...channels),
    source: fc.constantFrom(...sources),
    sentAt: anyInstant,
    sentiment: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
    editedAt: anyInstantOrNone,
    media: fc.array(fc.constant({ url: "https://example.com/a.png", type: "image/png" }), { maxLength: 2 }),
  })
  .map((given) => messageRow("msg_1", "con_1", given));

export const anyConversation: fc.Arbitrary<ConversationRecord> = fc
  .record({
    id: anyId("cnv"),
    channel: fc.constantFrom(...channels),
    state: fc.constantFrom(...inboxStates),
    waitingSince: anyInstantOrNone,
    doneAt: anyInstantOrNone,
    assigneeId: fc.option(anyId("stf")),
    takenOverAt: anyInstantOrNone,
    takenOverBy: fc.constantFrom(null, "stf_1"),
  })
  .map(({ id, ...given }) => ({ ...conversationRow(id, "con_1", "idn_1"), ...given }));

const anyQuotedWords = fc.option(
  anyMessage.chain(({ text, media, author, sentAt }) => anyWordsOrNone.map((writer) => ({ text, media, author, writer, at: sentAt }))),
);

export const anyThread: fc.Arbitrary<ThreadModel> = fc.record({
  conversation: anyConversation,
  contact: anyContact,
  waitsFor: anyQuotedWords,
  last: anyQuotedWords,
  ownerName: anyWordsOrNone,
  assigneeName: anyWordsOrNone,
  branchName: anyWordsOrNone,
  answerUntil: anyInstantOrNone,
  ...shown,
});

export const anyInboxEntry: fc.Arbitrary<InboxEntryModel> = fc.record({
  conversation: anyConversation,
  contact: anyContact,
  words: fc.option(anyMessage),
  assigneeName: anyWordsOrNone,
  ownerName: anyWordsOrNone,
  branchName: anyWordsOrNone,
  ...shown,
});

const anyCursor = fc.string({ minLength: 1, maxLength: 300, unit: fc.constantFrom("a", "B", "9", "-", "_") });

/** A page of any inbox with at most so many entries: with any filter, with no branch or more than a list holds. */
export const anyInboxOf = (most: number): fc.Arbitrary<InboxModel> =>
  fc.record({
    view: fc.record({
      state: fc.constantFrom(...inboxStates),
      whose: fc.constantFrom("all" as const, "mine" as const, "unassigned" as const),
      branch: fc.option(anyId("brn")),
      channel: fc.option(fc.constantFrom(...channels)),
      pages: fc.array(anyCursor, { maxLength: 20 }),
    }),
    entries: fc.uniqueArray(anyInboxEntry, { maxLength: most, selector: ({ conversation }) => conversation.id }),
    counts: fc.record({ waiting: fc.nat(), taken_over: fc.nat(), answered: fc.nat(), done: fc.nat() }),
    branches: fc
      .tuple(anyWords, fc.oneof({ weight: 40, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(250) }))
      .map(([name, count]) => Array.from({ length: count }, (_, at) => ({ id: `brn_${at}`, name }))),
    nextCursor: fc.option(anyCursor),
  });

export const anyReply: fc.Arbitrary<ReplyModalModel> = fc.record({
  conversationId: anyId("cnv"),
  name: anyWords,
  channel: fc.constantFrom(...channels),
  lastWords: anyWordsOrNone,
  ownerName: anyWordsOrNone,
  answerUntil: anyInstantOrNone,
  takesFiles: fc.boolean(),
  ...shown,
});
