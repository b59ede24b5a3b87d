import { settingsEscalationsModal } from "#bots/staff/settings/escalations-modal.ts";
import { settingsMenu } from "#bots/staff/settings/menu.ts";
import { planMatrix } from "#bots/staff/settings/plan-blocks.ts";
import { newRuleOf } from "#bots/staff/settings/rule-form.ts";
import { ruleModal } from "#bots/staff/settings/rule-modal.ts";
import { settingsSignalsModal } from "#bots/staff/settings/signals-modal.ts";
import { settingsStatusModal } from "#bots/staff/settings/status-modal.ts";
import { settingsTriggersModal } from "#bots/staff/settings/triggers-modal.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { emptySummary } from "#core/rules/settings-plan/summary.ts";
import { ana, ben, now } from "./block-kit-people.ts";

const settings = defaultSettings();
const standing = { status: "active", stage: "comparing", score: 62, grade: "B", sentimentLevel: null, vip: false, atRisk: false } as const;
const plan = planMatrix({
  plan: {
    id: "pln_1",
    agentId: "agt",
    operationId: "op_1",
    baseVersion: 7,
    document: settings,
    asOf: now,
    summary: {
      ...emptySummary(),
      contacts: 1204,
      changed: 61,
      status: [
        { from: "active", to: "inactive", count: 43 },
        { from: "new", to: "inactive", count: 12 },
      ],
      grade: [{ from: "B", to: "C", count: 6 }],
      atRisk: { gained: 3, lost: 0 },
      triggers: [{ trigger: "win_back", ahead: 40, passed: 12 }],
      escalations: {
        days: 30,
        isComplete: true,
        rules: [
          { ruleId: "threatens", before: 0, after: 14, newest: [] },
          { ruleId: "unanswered", before: 31, after: 18, newest: [] },
        ],
      },
    },
    hash: "5f2c",
    applied: null,
    createdBy: "stf_1",
    createdAt: now,
  },
  operation: { state: "completed", done: 1204, total: 1204 },
  apply: null,
  movers: [
    {
      agentId: "agt",
      planId: "pln_1",
      contactId: ana.id,
      contactVersion: 1,
      before: standing,
      after: { ...standing, score: 44, grade: "C" },
      because: ["score 62 → 44: intent weighs 0.7"],
    },
  ],
  names: new Map([
    [ana.id, "Ana Reyes"],
    ["win_back", "Was a customer and has been silent for long"],
    ["threatens", "Threatens with a review or a lawyer"],
    ["unanswered", "Nobody has answered"],
  ]),
  calls: [
    {
      ruleId: "threatens",
      contactId: ana.id,
      name: "Ana Reyes",
      at: now - 7_200_000,
      words: { text: "One star from me if nobody calls today", media: [] },
    },
    { ruleId: "threatens", contactId: ben.id, name: "Ben Okafor", at: now - 90_000_000, words: { text: "My lawyer will write to you", media: [] } },
    { ruleId: "unanswered", contactId: ben.id, name: "Ben Okafor", at: now - 3_600_000, words: { text: "Is Friday still free?", media: [] } },
  ],
  changes: ["Inactive after 14 → 10 days", "Weight of intent 1 → 0.7"],
  isStale: false,
});

const ruleChoices = { ownIntents: ["wants_whitening"], tags: [{ id: "tag_1", name: "Wholesale" }], branches: [{ id: "brn_1", name: "Makati" }] };

/** Settings, their modals, and what a change of them would do. */
export const settingsExamples = [
  { name: "plan", height: 1200, surfaces: [{ title: "plan", surface: plan }] },
  {
    name: "settings",
    height: 1900,
    surfaces: [
      { title: "menu", surface: settingsMenu({ settings, version: 7, mayChange: true }) },
      { title: "status", surface: settingsStatusModal({ settings, version: 7 }) },
      { title: "triggers", surface: settingsTriggersModal({ settings, version: 7 }) },
      { title: "escalations", surface: settingsEscalationsModal({ settings, version: 7 }) },
    ],
  },
  { name: "signals", height: 1500, surfaces: [{ title: "signals", surface: settingsSignalsModal({ settings, version: 7, page: 0 }) }] },
  {
    name: "rule",
    height: 1500,
    surfaces: [
      { title: "new", surface: ruleModal({ rule: newRuleOf("custom"), version: 7, choices: ruleChoices, isHeld: false, isNew: true }) },
      { title: "change", surface: ruleModal({ rule: newRuleOf("unanswered"), version: 7, choices: ruleChoices, isHeld: true, isNew: false }) },
    ],
  },
];
