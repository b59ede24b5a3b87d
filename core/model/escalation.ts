import { z } from "zod";
import { channels, frustrationReasons, grades, sources, stages, statuses } from "./vocabulary.ts";

/** Weakest first. `urgent` mentions who is on duty. */
export const severities = ["low", "normal", "high", "urgent"] as const;
export type Severity = (typeof severities)[number];

/** What an escalation rule looks for (product.md §11). */
export const escalationKinds = ["frustration", "cannot_resolve", "unanswered", "high_value", "custom"] as const;
export type EscalationKind = (typeof escalationKinds)[number];

const ids = z.array(z.string().min(1).max(100)).max(50).default([]);

/** Whom a rule is for; an empty list leaves nobody out. All that are given must hold. */
export const escalationOnlySchema = z.object({
  channel: z.array(z.enum(channels)).max(10).default([]),
  source: z.array(z.enum(sources)).max(20).default([]),
  status: z.array(z.enum(statuses)).max(10).default([]),
  stage: z.array(z.enum(stages)).max(10).default([]),
  grade: z.array(z.enum(grades)).max(10).default([]),
  /** Ids of branches, and of tags one of which the contact has. */
  branch: ids,
  tag: ids,
});

/** The longest mute, of a rule by its settings or in one conversation by staff: 30 days. */
export const mostMuteMinutes = 30 * 24 * 60;

const common = {
  id: z.string().regex(/^[a-z][a-z0-9_-]{1,39}$/, "is 2 to 40 of a-z, 0-9, - and _, starting with a letter"),
  name: z.string().min(1).max(100),
  enabled: z.boolean().default(true),
  severity: z.enum(severities).default("normal"),
  /** After an alert of the rule has ended, so long none of the same conversation. Asking for a person is never muted. */
  muteMinutes: z.int().min(0).max(mostMuteMinutes).default(60),
  only: escalationOnlySchema.prefault({}),
};

/** One rule that calls staff. */
export const escalationRuleSchema = z.discriminatedUnion("kind", [
  z.object({
    ...common,
    kind: z.literal("frustration"),
    signs: z
      .array(z.enum(frustrationReasons))
      .min(1)
      .default([...frustrationReasons]),
  }),
  z.object({
    ...common,
    kind: z.literal("cannot_resolve"),
    /** The customer asks for a person; asks the same twice; our side says that it cannot help. */
    asksForPerson: z.boolean().default(true),
    asksTwice: z.boolean().default(true),
    weCannot: z.boolean().default(true),
  }),
  /** Nobody has answered for so many minutes within opening hours. */
  z.object({ ...common, kind: z.literal("unanswered"), minutes: z.int().min(1).max(10_080).default(30) }),
  /** The grade or the score is reached, or a VIP writes. */
  z.object({
    ...common,
    kind: z.literal("high_value"),
    gradeReached: z.enum(grades).nullable().default("A"),
    scoreReached: z.int().min(1).max(100).nullable().default(null),
    vipWrites: z.boolean().default(true),
  }),
  /** A message of the customer shows one of the intents or keywords, or a tone as bad as this. */
  z.object({
    ...common,
    kind: z.literal("custom"),
    intents: z.array(z.string().min(1).max(40)).max(50).default([]),
    keywords: z.array(z.string().min(1).max(100)).max(100).default([]),
    sentimentAtMost: z.number().min(-1).max(1).nullable().default(null),
  }),
]);
export type EscalationRule = z.infer<typeof escalationRuleSchema>;

/** Whom the card of an alert calls: nobody, the staff on duty, or everybody who is active in the channel. */
export const alertMentions = ["none", "on_duty", "here"] as const;
export type AlertMention = (typeof alertMentions)[number];

/** Where alerts are shown in the staff chat: the first route that fits counts. */
const alertRouteSchema = z.object({
  /** At least so severe. */
  severity: z.enum(severities).default("low"),
  /** Of this branch; null: of any. */
  branchId: z.string().min(1).max(100).nullable().default(null),
  /** A channel of the workspace, by id; null: the workspace's own for cards. */
  channelId: z
    .string()
    .regex(/^[CG][A-Z0-9]{2,30}$/, "is not the id of a Slack channel, like C0123456789")
    .nullable()
    .default(null),
  mention: z.enum(alertMentions).default("on_duty"),
});
export type AlertRoute = z.infer<typeof alertRouteSchema>;

export const escalationSettingsSchema = z.object({
  rules: z
    .array(escalationRuleSchema)
    .max(100)
    .default(() => defaultRules.map((rule) => escalationRuleSchema.parse(rule))),
  /** An open alert that nobody has reacted to is shown again after so many minutes, and again after as many; null: never. */
  remindAfterMinutes: z.int().min(1).max(1440).nullable().default(15),
  /** How often it is shown again. */
  maxReminders: z.int().min(0).max(10).default(3),
  /** Without one that fits: the workspace's channel, and who is on duty for what is high or urgent. */
  routes: z.array(alertRouteSchema).max(50).default([]),
});
export type EscalationSettings = z.infer<typeof escalationSettingsSchema>;

/** Rules of an agent that has set none. */
const defaultRules: readonly z.input<typeof escalationRuleSchema>[] = [
  { id: "asks_for_person", name: "Asks for a person, or is not helped", kind: "cannot_resolve", severity: "urgent" },
  { id: "frustration", name: "Frustrated customer", kind: "frustration", severity: "high" },
  { id: "unanswered", name: "Nobody has answered", kind: "unanswered", severity: "normal" },
  { id: "high_value", name: "High-value lead", kind: "high_value", severity: "normal", muteMinutes: 1440 },
];
