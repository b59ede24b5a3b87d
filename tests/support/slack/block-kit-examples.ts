import { helpCard } from "#bots/staff/blocks/help-card.ts";
import { filterModal } from "#bots/staff/contact-lists/filter-modal.ts";
import { contactList } from "#bots/staff/contact-lists/list-blocks.ts";
import { contactCard } from "#bots/staff/contacts/card-blocks.ts";
import { deleteModal } from "#bots/staff/contacts/delete-modal.ts";
import { historyCard } from "#bots/staff/contacts/history-blocks.ts";
import { scoreModal } from "#bots/staff/contacts/score-modal.ts";
import { unknownSend } from "#bots/staff/deliveries/card-blocks.ts";
import { digestCard } from "#bots/staff/digest/card-blocks.ts";
import { followUpCard } from "#bots/staff/followups/card-blocks.ts";
import { followUpEditModal } from "#bots/staff/followups/edit-modal.ts";
import { snoozeModal } from "#bots/staff/followups/snooze-modal.ts";
import { homeView } from "#bots/staff/home/home-blocks.ts";
import { pipelineCard } from "#bots/staff/pipeline/card-blocks.ts";
import { mergeProposal } from "#bots/staff/proposals/card-blocks.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { alertExamples, anaIsAngry } from "./block-kit-alerts.ts";
import { conversationExamples, inboxExamples, waitingEntries } from "./block-kit-conversations.ts";
import { ana, base, ben, done, edited, ghosting, hour, lost, nobody, now, pair, promise, refused, shown, talk } from "./block-kit-people.ts";
import { settingsExamples } from "./block-kit-settings.ts";
import type { Surface } from "./block-kit-surfaces.ts";

const stageRows = [
  { stage: "inquiry", count: 412, entered: 980, wentOn: 372, conversion: 0.38, medianTimeInStage: 20 * hour },
  { stage: "comparing", count: 131, entered: 372, wentOn: 186, conversion: 0.5, medianTimeInStage: 72 * hour },
  { stage: "closing", count: 40, entered: 186, wentOn: 121, conversion: 0.65, medianTimeInStage: 30 * hour },
  { stage: "in_progress", count: 22, entered: 121, wentOn: 99, conversion: 0.82, medianTimeInStage: 200 * hour },
  { stage: "follow_up", count: 99, entered: 99, wentOn: 0, conversion: null, medianTimeInStage: null },
] as const;

const states = { open: 1, acknowledged: 1, taken_over: 1, resolved: 9, dismissed: 2 };
const outcomes = {
  days: 30,
  waits: {
    firstAnswer: { count: 312, median: 240, p90: 2400 },
    waited: { count: 702, median: 130, p90: 5400 },
    endedBy: { bot: 480, staff: 190, customer: 20, done: 12 },
  },
  alerts: { raised: 14, states },
  byRule: [
    { rule: "asks_for_person", name: "Asks for a person, or is not helped", alerts: { raised: 14, states } },
    { rule: "unanswered", name: "Nobody has answered", alerts: { raised: 14, states } },
  ],
};

const score = scoreModal({
  contactId: ana.id,
  name: "Ana Reyes",
  score: {
    score: 68,
    grade: "B",
    raw: 67.5,
    rounded: 68,
    categories: [],
    steps: [{ label: "capped by intent 75", value: -23 }],
    contributions: [
      line("booking_request", "intent", 60, "book a table for twelve", "× 1 after 3 days"),
      line("pricing_question", "intent", 38, "how much is the menu", "× 1 after 9 days"),
      line("complaint", "engagement", -10, "we waited an hour", "× 1 after 4 days"),
      line("link_clicked", "engagement", 2.5, "link_clicked", "× 0.42 after 18 days"),
    ],
  },
  signalNames: new Map(defaultSettings().scoring.signals.map(({ id, name }) => [id, name])),
  mayAdjust: true,
  ...shown,
});

function line(signal: string, category: string, value: number, quote: string, decay: string) {
  return { signal, signalVersion: 1, category, points: value, decay, value, quote, factId: "msg_1", at: now - 3 * 24 * hour };
}

const list = contactList({
  asked: "qualified or active · “reyes”",
  total: 128,
  contacts: [
    { contact: ana, tags: ["wholesale", "regular"] },
    { contact: ben, tags: [] },
    { contact: nobody, tags: ["from the fair", "vip dinner", "b2b", "xmas"] },
  ],
  result: "q",
  back: null,
  next: "c2",
  now,
  may: { change: true, export: true, delete: true },
});

const tallies = { newContacts: 12, messages: 340, conversions: 4, sent: 18, replied: 7 };
const card = contactCard({
  contact: ana,
  tags: [{ name: "wholesale" }, { name: "regular" }],
  lastWords: { text: talk[0]?.text ?? "", at: now - 27 * hour },
  ownerName: "Mia Santos",
  branchName: "Makati",
  openFollowUps: 1,
  openProposals: 1,
  ...shown,
});
const unknown = { tags: [], lastWords: null, ownerName: null, branchName: null, openFollowUps: 0, openProposals: 0, ...shown };

/** Cards with plausible people in them, a picture each. */
export const examples: { name: string; height: number; surfaces: { title: string; surface: Surface }[] }[] = [
  {
    name: "followup",
    height: 1500,
    surfaces: [
      { title: "due now", surface: followUpCard(base) },
      { title: "edited, quiet hours, another zone", surface: followUpCard(edited) },
      { title: "may not be sent", surface: followUpCard({ ...base, contactability: refused }) },
      { title: "replied", surface: followUpCard({ ...base, followUp: done, decider: "Mia Santos" }) },
      { title: "a promise", surface: followUpCard({ ...base, followUp: promise, contact: ben }) },
    ],
  },
  {
    name: "contact",
    height: 760,
    surfaces: [
      { title: "contact", surface: card },
      { title: "a stranger", surface: contactCard({ ...unknown, contact: nobody }) },
    ],
  },
  { name: "list", height: 560, surfaces: [{ title: "list", surface: list }] },
  {
    name: "filter",
    height: 1350,
    surfaces: [
      {
        title: "filter",
        surface: filterModal({ filter: { status: ["qualified", "active"], q: "reyes" }, tags: [{ id: "tag_1", name: "wholesale" }] }),
      },
      { title: "delete", surface: deleteModal({ kind: "result", result: "q", asked: "status Inactive", people: 128 }) },
    ],
  },
  {
    name: "history",
    height: 620,
    surfaces: [
      { title: "history", surface: historyCard({ contactId: ana.id, name: "Ana Reyes", messages: talk, newer: null, older: "o", ...shown }) },
    ],
  },
  { name: "score", height: 800, surfaces: [{ title: "score", surface: score }] },
  {
    name: "edit",
    height: 1000,
    surfaces: [
      { title: "edit", surface: followUpEditModal({ followUp: edited.followUp, name: "Ana Reyes" }) },
      {
        title: "snooze",
        surface: snoozeModal({
          followUpId: "fup_1",
          fingerprint: "f",
          name: "Ana Reyes",
          choices: [
            { label: "In an hour", at: now + hour },
            { label: "Tomorrow", at: now + 24 * hour },
          ],
          ...shown,
        }),
      },
    ],
  },
  {
    name: "proposal",
    height: 760,
    surfaces: [
      { title: "merge", surface: mergeProposal(pair) },
      { title: "unknown", surface: unknownSend(lost) },
    ],
  },
  {
    name: "pipeline",
    height: 560,
    surfaces: [
      {
        title: "pipeline",
        surface: pipelineCard({
          stages: [...stageRows],
          status: { new: 210, active: 180, qualified: 61, converted: 90, inactive: 140, churned: 23 },
          outcomes,
        }),
      },
    ],
  },
  {
    name: "home",
    height: 1350,
    surfaces: [
      {
        title: "home",
        surface: homeView({
          staffName: "Mia",
          alerts: { first: [anaIsAngry], total: 1 },
          inbox: { first: waitingEntries.slice(0, 2), total: 2 },
          followUps: { first: [base, { ...base, followUp: promise, contact: ben }], total: 6 },
          proposals: { first: [pair], total: 1 },
          unknownSends: { first: [lost], total: 1 },
          today: tallies,
        }),
      },
    ],
  },
  ...settingsExamples,
  { name: "alert", height: 2600, surfaces: alertExamples },
  { name: "inbox", height: 900, surfaces: inboxExamples },
  {
    name: "thread",
    height: 2900,
    surfaces: [
      ...conversationExamples,
      {
        title: "digest",
        surface: digestCard({
          date: "Tuesday, 10 March",
          waiting: { alerts: 1, followUps: 6, proposals: 1, unknownSends: 1 },
          next: [{ name: "Ana Reyes", dueAt: now, reason: ghosting.reason }],
          yesterday: tallies,
          mood: { score: 0.31, level: "positive" },
          atRisk: [{ id: ben.id, name: "Ben Okafor" }],
          ...shown,
        }),
      },
      {
        title: "help",
        surface: helpCard({
          commands: [
            { word: "find WORDS", help: "people by name, e-mail or phone" },
            { word: "followups", help: "who needs attention, and why" },
          ],
        }),
      },
    ],
  },
];
