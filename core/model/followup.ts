import { z } from "zod";
import type { ChannelName } from "./vocabulary.ts";
import { grades, stages, statuses } from "./vocabulary.ts";

/** The built-in triggers, the reminders that staff ask for, and the custom triggers of an agent. */
export const builtInTriggers = ["promise", "ghosting", "undecided", "disengaged"] as const;
export type BuiltInTrigger = (typeof builtInTriggers)[number];
export const followUpKinds = [...builtInTriggers, "reminder", "custom"] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** The last six are final; after `sent`, `replied`, `converted`, `opted_out` and `no_reply` are its outcome. */
export const followUpStates = [
  "proposed",
  "snoozed",
  "approved",
  "claimed",
  "sent",
  "replied",
  "converted",
  "opted_out",
  "no_reply",
  "dismissed",
  "withdrawn",
  "expired",
  "failed",
  "unknown",
] as const;
export type FollowUpState = (typeof followUpStates)[number];
export const followUpOutcomes = ["replied", "converted", "opted_out", "no_reply"] as const;

/** The evidence: quoted words with the message they are from. */
export type FollowUpEvidence = { messageId: string | null; quote: string; at: number };

/** Somebody needs attention: why, what could be said, and what became of it. Times are ms since 1970. */
export type FollowUpRecord = {
  id: string;
  agentId: string;
  contactId: string;
  /** Where the text goes; null: the contact has written nowhere yet. */
  conversationId: string | null;
  kind: FollowUpKind;
  /** The built-in kind, "reminder", or the custom trigger's id. */
  trigger: string;
  /** The first message of the run of messages that it belongs to; a promise is its own, and so is each reminder. */
  episode: string;
  /** 1 for the first in its episode. */
  attempt: number;
  /** Optimistic lock: a commit that read an older version fails. */
  version: number;
  state: FollowUpState;
  /** Why it was made, in words; and why it ended, when the system ended it. */
  reason: string;
  endedBecause: string | null;
  evidence: FollowUpEvidence[];
  channel: ChannelName | null;
  text: string;
  /** As it was suggested, before anybody edited it. */
  originalText: string;
  /** The message template the text came from; null: one of our own, or an LLM's. */
  templateId: string | null;
  editedBy: string | null;
  editedAt: number | null;
  /** It is sent automatically, without approval. */
  auto: boolean;
  dueAt: number;
  /** When time alone next changes it: its snooze ends, it expires, or its time for a reply is over; null: never. */
  reviewAt: number | null;
  deliveryId: string | null;
  /** How often it was approved: each approval has a delivery of its own. */
  approvals: number;
  decidedBy: string | null;
  decidedAt: number | null;
  sentAt: number | null;
  endedAt: number | null;
  createdBy: string;
  createdAt: number;
  updatedAt: number;
};

/**
 * When a trigger is next to be looked at for a contact: the earliest instant at which it could hold. `attempt` 0: it was asked to
 * look back, and proposes only.
 */
export type DueRecord = { agentId: string; contactId: string; trigger: string; dueAt: number; episode: string; attempt: number };

const delayHours = z.number().min(0).max(8760);

/** What a built-in trigger waits for. `text` of a trigger comes from its template, else from our own texts. */
const builtIn = (defaults: { delayHours: number }) =>
  z
    .object({
      enabled: z.boolean().default(true),
      /** Sent without approval. */
      auto: z.boolean().default(false),
      delayHours: delayHours.default(defaults.delayHours),
      templateId: z.string().max(100).nullable().default(null),
    })
    .prefault({});

/**
 * A trigger of the agent's own: `delayHours` after the newest of what `after` names, unless one of `unless` has happened
 * since, and only for contacts that `only` holds for. All conditions are checked again when it is due.
 */
export const customTriggerSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9_-]{1,39}$/, "is 2 to 40 of a-z, 0-9, - and _, starting with a letter"),
  name: z.string().min(1).max(100),
  enabled: z.boolean().default(true),
  auto: z.boolean().default(false),
  after: z.discriminatedUnion("what", [
    z.object({ what: z.literal("silence") }),
    z.object({ what: z.literal("conversion") }),
    z.object({ what: z.literal("intent"), intent: z.string().min(1).max(40) }),
    z.object({ what: z.literal("action"), action: z.string().min(1).max(64) }),
    z.object({ what: z.literal("status"), status: z.enum(statuses) }),
    z.object({ what: z.literal("stage"), stage: z.enum(stages) }),
  ]),
  delayHours,
  unless: z
    .object({
      replied: z.boolean().default(true),
      converted: z.boolean().default(false),
      intents: z.array(z.string().min(1).max(40)).max(20).default([]),
      actions: z.array(z.string().min(1).max(64)).max(20).default([]),
    })
    .prefault({}),
  only: z
    .object({
      status: z.array(z.enum(statuses)).default([]),
      stage: z.array(z.enum(stages)).default([]),
      grade: z.array(z.enum(grades)).default([]),
      /** Ids of tags, one of which the contact has. */
      tags: z.array(z.string().max(100)).max(20).default([]),
    })
    .prefault({}),
  templateId: z.string().max(100).nullable().default(null),
  /** The text where no template is named: variables as in message templates. */
  text: z.string().max(1000).nullable().default(null),
});
export type CustomTrigger = z.infer<typeof customTriggerSchema>;

/** product.md §8; every number is a default. */
export const followUpSettingsSchema = z.object({
  promise: builtIn({ delayHours: 0 }),
  ghosting: builtIn({ delayHours: 24 }),
  undecided: builtIn({ delayHours: 48 }),
  disengaged: builtIn({ delayHours: 24 }),
  custom: z.array(customTriggerSchema).max(50).default([]),
  /** In an episode, and hours between them. */
  maxAttempts: z.int().min(1).max(10).default(2),
  gapHours: z.number().min(1).max(8760).default(48),
  /** A silence this long begins a new episode. */
  episodeGapDays: z.int().min(1).max(365).default(7),
  /** Later than this it is never sent automatically, only proposed. */
  lateHours: z.number().min(1).max(720).default(24),
  expireAfterDays: z.int().min(1).max(365).default(7),
  /** Without a reply so long after it was sent, it had none. */
  noReplyAfterDays: z.int().min(1).max(365).default(7),
  /** Where follow-ups may go; null: wherever the contact writes. */
  channels: z.array(z.string().max(20)).nullable().default(null),
});
export type FollowUpSettings = z.infer<typeof followUpSettingsSchema>;
