import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CrmError } from "#core/errors.ts";
import { type Settings, settingsSchema } from "#core/model/settings.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { settingsFindingCodes } from "#core/rules/settings/finding.ts";
import { lintSettings } from "#core/rules/settings/lint.ts";
import { refuseFaulty } from "#core/rules/settings/refuse-faulty.ts";
import { signalOn } from "#tests/support/people/said.ts";
import { anySettings } from "#tests/support/records/any-settings.ts";

type Json = Record<string, unknown>;

/** The defaults, with what is given put over them, object by object. */
function changed(given: object): Settings {
  return settingsSchema.parse(over(defaultSettings(), given as Json));
}

function over(base: object, given: Json): Json {
  const isTable = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
  const held = base as Json;
  return {
    ...held,
    ...Object.fromEntries(Object.entries(given).map(([key, value]) => [key, isTable(value) && isTable(held[key]) ? over(held[key], value) : value])),
  };
}

const told = (settings: Settings) => lintSettings(settings).map(({ code, severity, pointer }) => `${severity} ${code} ${pointer}`);
const span = (days: number[], from: string, to: string) => ({ days, from, to });
const open = (...hours: object[]) => ({ greeting: { text: "Hello", hours } });
const trigger = (given: object) => ({ id: "winback", name: "Come back", after: { what: "silence" }, delayHours: 100, ...given });
const triggers = (...custom: object[]) => ({ followUps: { custom: custom.map(trigger) } });
const rule = (given: object) => ({ id: "own", name: "Own", kind: "custom", ...given });
const rules = (...given: object[]) => ({ escalations: { rules: given.map(rule) } });
const lastOf = (...given: object[]) => rules({ keywords: ["lawyer"] }, ...given);
const intent = (name: string) => ({ name, examples: ["can I park here?"] });
const { signals } = defaultSettings().scoring;

it("finds nothing in the settings an agent starts with", () => {
  expect(lintSettings(defaultSettings())).toEqual([]);
});

it("takes no two signals of one id, and says which", () => {
  const { error } = settingsSchema.safeParse({ ...defaultSettings(), scoring: { ...defaultSettings().scoring, signals: [...signals, signals[1]] } });

  expect(error?.issues).toMatchObject([
    { path: ["scoring", "signals", signals.length, "id"], message: `“${signals[1]?.id}” is the id of another signal too` },
  ]);
});

describe("a document is told", () => {
  it.each<[string, object, string[]]>([
    [
      "grades out of order",
      { scoring: { grades: { B: 90 } } },
      ["error grades_out_of_order /scoring/grades/B", "warning unreachable_grade /scoring/grades"],
    ],
    ["grades that nobody gets", { scoring: { grades: { A: 101 } } }, ["warning unreachable_grade /scoring/grades"]],
    ["bands out of order", { sentiment: { bands: { positive: -0.5 } } }, ["error bands_out_of_order /sentiment/bands/positive"]],
    ["a level beyond the scale", { sentiment: { bands: { veryPositive: 1 } } }, ["warning unreachable_level /sentiment/bands/veryPositive"]],
    ["a level without room", { sentiment: { bands: { veryNegative: -0.2 } } }, ["warning unreachable_level /sentiment/bands/negative"]],
    ["inactive as late as churned", { status: { inactiveAfterDays: 60 } }, ["error inactive_after_churn /status/inactiveAfterDays"]],
    ["an intent that outlives churn", { status: { intentTtlDays: 61 } }, ["warning intent_outlives_churn /status/intentTtlDays"]],
    ["a complaint that outlives churn", { flags: { atRiskDays: 60 } }, ["warning complaint_outlives_churn /flags/atRiskDays"]],
    ["follow-up after churn", { stages: { followUpAfterDays: 60 } }, ["warning follow_up_after_churn /stages/followUpAfterDays"]],
    ["a category that nothing is in", { scoring: { categories: { spare: {} } } }, ["warning unused_category /scoring/categories/spare"]],
    [
      "a category that weighs nothing",
      { scoring: { categories: { fit: { weight: 0 } } } },
      ["warning silent_category /scoring/categories/fit/weight", "warning no_weight /scoring/signals/16/category"],
    ],
    [
      "a category capped at nothing",
      { scoring: { categories: { fit: { cap: 0 } } } },
      ["warning silent_category /scoring/categories/fit/cap", "warning no_category_cap /scoring/signals/16/category"],
    ],
    [
      "a signal in no category",
      { scoring: { signals: [...signals, signalOn("odd", { category: "nowhere" })] } },
      [`warning unknown_category /scoring/signals/${signals.length}/category`],
    ],
    ["a reserved id", { scoring: { signals: [...signals, signalOn("lint")] } }, [`error reserved_id /scoring/signals/${signals.length}/id`]],
    [
      "points of staff that go nowhere",
      { scoring: { signals: signals.slice(0, -1) } },
      ["error no_manual /scoring/signals", "warning unused_category /scoring/categories/manual"],
    ],
    ["hours that are never", open(), ["error never_open /greeting/hours"]],
    ["hours of no length", open(span([1], "09:00", "09:00")), ["error empty_hours /greeting/hours/0"]],
    ["hours that overlap", open(span([1, 2], "09:00", "13:00"), span([2], "12:00", "18:00")), ["warning overlapping_hours /greeting/hours/1"]],
    [
      "hours that overlap over midnight",
      open(span([1], "00:00", "02:00"), span([7], "20:00", "01:00")),
      ["warning overlapping_hours /greeting/hours/1"],
    ],
    [
      "hours without a text",
      { greeting: { hours: [span([1], "09:00", "18:00")] }, duty: { tellWhenClosed: false } },
      ["warning unused_hours /greeting/hours"],
    ],
    [
      "hours of a branch and a colleague that are none, and those who are named twice",
      {
        duty: {
          branches: [1, 2].map(() => ({ branchId: "brn_1", hours: [span([1], "09:00", "09:00")] })),
          staff: [1, 2].map(() => ({ staffId: "stf_1", hours: [span([1], "09:00", "18:00"), span([1], "17:00", "19:00")] })),
        },
      },
      [
        "error same_branch /duty/branches/1/branchId",
        "error same_member /duty/staff/1/staffId",
        "error empty_hours /duty/branches/0/hours/0",
        "error empty_hours /duty/branches/1/hours/0",
        "warning overlapping_hours /duty/staff/0/hours/1",
        "warning overlapping_hours /duty/staff/1/hours/1",
      ],
    ],
    ["an away text without hours", { greeting: { awayText: "Tomorrow" } }, ["warning unused_away_text /greeting/awayText"]],
    ["a zone that is none", { timeZone: "Asia/Makati" }, ["error unknown_time_zone /timeZone"]],
    ["a region that is none", { region: "ZZ" }, ["error unknown_region /region"]],
    ["a zone of elsewhere", { timeZone: "Europe/Madrid", region: "PH" }, ["warning time_zone_elsewhere /timeZone"]],
    ["an intent twice over", { ownIntents: [intent("parking"), intent("parking")] }, ["error same_own_intent /ownIntents/1/name"]],
    ["an intent that is built in", { ownIntents: [intent("thanks")] }, ["warning built_in_intent /ownIntents/0/name"]],
    ["an analyst twice over", { analysts: ["rules", "rules"] }, ["warning same_analyst /analysts/1"]],
    ["a model alone", { analysts: ["llm"] }, ["warning no_fallback /analysts"]],
    ["quiet hours all day long", { contact: { quietHours: { from: "08:00", to: "07:59" } } }, ["warning hardly_awake /contact/quietHours"]],
    ["a cap above another", { contact: { marketing: { perDay: 4 } } }, ["warning cap_out_of_reach /contact/marketing/perDay"]],
    ["no channel for follow-ups", { followUps: { channels: [] } }, ["warning no_channel /followUps/channels"]],
    ["a channel that is none", { followUps: { channels: ["web", "fax"] } }, ["warning unknown_channel /followUps/channels/1"]],
    ["a trigger twice over", triggers({}, {}), ["error same_trigger /followUps/custom/1/id"]],
    ["a trigger named like one of ours", triggers({ id: "ghosting" }), ["error same_trigger /followUps/custom/0/id"]],
    [
      "a trigger on an intent that nobody finds",
      triggers({ after: { what: "intent", intent: "parking" } }),
      ["warning unknown_intent /followUps/custom/0/after/intent"],
    ],
    ["words with a variable that is none", triggers({ text: "Hi {{firstName|there}}" }), ["error faulty_text /followUps/custom/0/text"]],
    ["words that some are not sent", triggers({ text: "Hi {{company}}" }), ["warning faulty_text /followUps/custom/0/text"]],
    [
      "a trigger for others than it waits for",
      triggers({ after: { what: "status", status: "churned" }, only: { status: ["active"] } }),
      ["warning never_due /followUps/custom/0/only/status"],
    ],
    [
      "the same of stages",
      triggers({ after: { what: "stage", stage: "closing" }, only: { stage: ["inquiry"] } }),
      ["warning never_due /followUps/custom/0/only/stage"],
    ],
    ["a rule twice over", lastOf({ name: "Other", keywords: ["sue"] }), ["error same_rule /escalations/rules/1/id"]],
    ["two rules of one name", lastOf({ id: "other", name: "ÓWN", keywords: ["sue"] }), ["error same_rule_name /escalations/rules/1/name"]],
    ["a rule with a word of the API for its id", rules({ id: "presets", keywords: ["sue"] }), ["error reserved_id /escalations/rules/0/id"]],
    ["a rule that looks for nothing", rules({}), ["error empty_rule /escalations/rules/0/intents"]],
    [
      "a rule on help that looks for nothing",
      rules({ kind: "cannot_resolve", asksForPerson: false, asksTwice: false, weCannot: false }),
      ["error empty_rule /escalations/rules/0/asksForPerson"],
    ],
    [
      "a rule on value that looks for nothing",
      rules({ kind: "high_value", gradeReached: null, vipWrites: false }),
      ["error empty_rule /escalations/rules/0/gradeReached"],
    ],
    ["a rule on an intent that nobody finds", rules({ intents: ["parking"] }), ["warning unknown_intent /escalations/rules/0/intents/0"]],
    ["a keyword that is none", rules({ keywords: ["sue", "?!"] }), ["error empty_keyword /escalations/rules/0/keywords/1"]],
    ["a keyword of every message", rules({ keywords: ["sue", "Thé"] }), ["warning everyday_keyword /escalations/rules/0/keywords/1"]],
    ["a tone that plain messages have", rules({ sentimentAtMost: 0 }), ["warning any_tone /escalations/rules/0/sentimentAtMost"]],
    ["minutes that count at night", rules({ kind: "unanswered" }), ["warning without_hours /escalations/rules/0/minutes"]],
    [
      "a rule for others than it waits for",
      rules({ kind: "high_value", gradeReached: "B", vipWrites: false, only: { grade: ["C", "F"] } }),
      ["warning never_raised /escalations/rules/0/only/grade"],
    ],
  ])("%s", (_story, given, expected) => {
    expect(told(changed(given))).toEqual(expected);
  });

  it.each<[string, object]>([
    ["hours that meet", open(span([1], "09:00", "12:00"), span([1], "12:00", "18:00"))],
    ["a night into the next day's morning", open(span([7], "20:00", "02:00"), span([1], "02:00", "10:00"))],
    ["another zone of the same clock", { timeZone: "Asia/Singapore", region: "PH" }],
    ["a zone by its offset", { timeZone: "+08:00" }],
    ["an intent of one's own", { ownIntents: [intent("parking")] }],
    ["a model with rules behind it", { analysts: ["llm", "rules"] }],
    ["no quiet hours at all", { contact: { quietHours: { from: "08:00", to: "08:00" } } }],
    ["an hour of the day to write in", { contact: { quietHours: { from: "09:00", to: "08:00" } } }],
    ["no cap for a week", { contact: { marketing: { perDay: 4, perWeek: null } } }],
    ["a trigger on an intent of one's own", { ownIntents: [intent("parking")], ...triggers({ after: { what: "intent", intent: "parking" } }) }],
    ["a trigger's own words", triggers({ text: "Hi {{first_name|there}}, any news?" })],
    ["a trigger for whom it waits for", triggers({ after: { what: "status", status: "churned" }, only: { status: ["active", "churned"] } })],
    ["a rule on an intent of one's own", { ownIntents: [intent("parking")], ...rules({ intents: ["parking"] }) }],
    ["keywords of everyday words together", rules({ keywords: ["what is this", "👎"] })],
    ["a bad tone", rules({ sentimentAtMost: -0.3 })],
    ["minutes of opening hours", { ...open(span([1], "09:00", "18:00")), ...rules({ kind: "unanswered" }) }],
    ["minutes of a rule that is off", rules({ kind: "unanswered", enabled: false })],
    ["a rule for whom it waits for", rules({ kind: "high_value", gradeReached: "B", vipWrites: false, only: { grade: ["B"] } })],
    ["a rule for anybody who is a VIP", rules({ kind: "high_value", only: { grade: ["F"] } })],
  ])("nothing about %s", (_story, given) => {
    expect(told(changed(given))).toEqual([]);
  });
});

it("never fails on a document that the schema takes, and knows each code and place that it tells", () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      for (const { code, pointer, message } of lintSettings(settings)) {
        expect(settingsFindingCodes).toContain(code);
        expect(message).not.toBe("");
        expect(at(settings, pointer)).toBeDefined();
      }
    }),
    { numRuns: 300 },
  );
});

it("is refused for errors alone, each at its place in the request", () => {
  expect(() => refuseFaulty(changed({ timeZone: "Europe/Madrid", region: "PH" }))).not.toThrow();

  try {
    refuseFaulty(changed({ timeZone: "Mars", region: "ZZ" }));
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(CrmError);
    expect(error).toMatchObject({ code: "invalid", details: { errors: [{ pointer: "/settings/timeZone" }, { pointer: "/settings/region" }] } });
  }
});

function at(value: unknown, pointer: string): unknown {
  const steps = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return steps.reduce<unknown>((held, step) => (held as Json)[step], value);
}
