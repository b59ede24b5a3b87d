import fc from "fast-check";
import { type EscalationRule, escalationRuleSchema } from "#core/model/escalation.ts";
import { type Settings, settingsSchema } from "#core/model/settings.ts";

const id = fc.constantFrom("aa", "bb", "cc", "dd", "ee", "ff", "lint", "asks_price");
const days = fc.integer({ min: 1, max: 400 });
const category = fc.constantFrom("intent", "engagement", "a/b", "c~d", "", "constructor", "nowhere");
const text = fc.constantFrom("bulk", "a bulk order", "?!", "precio", "👍", "how much");

const common = {
  name: fc.constantFrom("One", "Other"),
  points: fc.integer({ min: -100, max: 100 }),
  category: category.map((name) => name || "x"),
  repeat: fc.oneof(fc.constantFrom("every", "once"), fc.record({ atMost: days, perDays: days })),
  decay: fc.oneof(fc.constant("none"), fc.record({ halfLifeDays: days }), fc.record({ expiresAfterDays: days })),
  cap: fc.option(fc.integer({ min: 0, max: 100 })),
  enabled: fc.boolean(),
  version: fc.integer({ min: 1, max: 9 }),
};

const signal = fc.oneof(
  fc.record({ ...common, id, type: fc.constant("ai"), intent: fc.constantFrom("thanks", "conversion", "parking", "unheard_of") }),
  fc.record({
    ...common,
    id,
    type: fc.constant("keyword"),
    phrases: fc.array(text, { minLength: 1, maxLength: 4 }),
    patterns: fc.array(fc.constantFrom("bulks?", "(", "x*", "[0-9]+ rooms"), { maxLength: 2 }),
  }),
  fc.record({ ...common, id, type: fc.constant("action"), action: fc.constantFrom("came_by", "message_received") }),
  fc.record({ ...common, id, type: fc.constant("manual") }),
);

const time = fc.constantFrom("00:00", "09:00", "12:30", "18:00", "23:59");
const hours = fc.record({ days: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }), from: time, to: time });
const band = fc.double({ min: -2, max: 2, noNaN: true }).map((each) => each + 0);
const grade = fc.integer({ min: -50, max: 150 });
const words = fc.option(fc.constantFrom("Hello", "We are closed"));

const ruleBase = {
  name: fc.constantFrom("One", "Other"),
  enabled: fc.boolean(),
  severity: fc.constantFrom("low", "urgent"),
  muteMinutes: days,
  only: fc.record({ channel: fc.subarray(["web", "email"]), grade: fc.subarray(["A", "C", "F"]), tag: fc.subarray(["tag_1"]) }),
};
const ruleId = fc.constantFrom("aa", "bb", "presets", "frustration");
const rule = fc.oneof(
  fc.record({ ...ruleBase, id: ruleId, kind: fc.constant("frustration") }),
  fc.record({
    ...ruleBase,
    id: ruleId,
    kind: fc.constant("cannot_resolve"),
    asksForPerson: fc.boolean(),
    asksTwice: fc.boolean(),
    weCannot: fc.boolean(),
  }),
  fc.record({ ...ruleBase, id: ruleId, kind: fc.constant("unanswered"), minutes: days }),
  fc.record({
    ...{ ...ruleBase, id: ruleId, kind: fc.constant("high_value"), vipWrites: fc.boolean() },
    gradeReached: fc.option(fc.constantFrom("A", "D")),
    scoreReached: fc.option(fc.integer({ min: 1, max: 100 })),
  }),
  fc.record({
    ...{ ...ruleBase, id: ruleId, kind: fc.constant("custom"), keywords: fc.array(text, { maxLength: 2 }) },
    intents: fc.subarray(["thanks", "parking"]),
    sentimentAtMost: fc.option(fc.constantFrom(-1, -0.2, 0.4)),
  }),
);

/** Any rules that the schema takes, each with an id of its own. */
export const anyRules: fc.Arbitrary<EscalationRule[]> = fc
  .uniqueArray(rule, { selector: (each) => each.id, maxLength: 4 })
  .map((drawn) => drawn.map((each) => escalationRuleSchema.parse(each)));

/** Any document that the schema takes, sensible or not. */
export const anySettings: fc.Arbitrary<Settings> = fc
  .record({
    status: fc.record({ activeMinMessages: days, inactiveAfterDays: days, churnedAfterDays: days, intentTtlDays: days }),
    scoring: fc.record({
      signals: fc.uniqueArray(signal, { selector: (each) => each.id, maxLength: 8 }),
      categories: fc.dictionary(category, fc.record({ cap: fc.option(fc.integer({ min: 0, max: 100 })), weight: fc.constantFrom(0, 0.5, 1, 10) })),
      grades: fc.record({ A: grade, B: grade, C: grade, D: grade }),
    }),
    sentiment: fc.record({ halfLifeDays: days, bands: fc.record({ veryNegative: band, negative: band, positive: band, veryPositive: band }) }),
    stages: fc.record({ followUpAfterDays: days, newCycleAfterDays: days }),
    flags: fc.record({ vipConversions: days, vipLifetimeValue: fc.option(days), atRiskDays: days }),
    analysts: fc.array(fc.constantFrom("rules", "llm"), { minLength: 1, maxLength: 3 }),
    ownIntents: fc.uniqueArray(
      fc.record({ name: fc.constantFrom("parking", "thanks", "quote"), description: text, examples: fc.array(text, { minLength: 1, maxLength: 3 }) }),
      { selector: ({ name }) => name, maxLength: 3 },
    ),
    escalations: fc.record({ rules: anyRules, remindAfterMinutes: fc.option(fc.integer({ min: 1, max: 99 })) }),
    greeting: fc.record({ text: words, awayText: words, hours: fc.option(fc.array(hours, { maxLength: 4 })) }),
    timeZone: fc.constantFrom("UTC", "Asia/Manila", "Europe/Madrid", "Mars/Olympus", "", "+08:00"),
    region: fc.option(fc.constantFrom("PH", "ES", "US", "ZZ", "XK")),
  })
  .map((document) => settingsSchema.parse(document));
