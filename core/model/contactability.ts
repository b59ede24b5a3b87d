import { z } from "zod";
import type { Purpose } from "./delivery.ts";
import type { Author, ChannelName } from "./vocabulary.ts";

/** Why a message may not go out, or not yet (product.md §9). */
export const contactabilityReasons = [
  "opted_out",
  "consent_hold",
  "blocked",
  "no_identity",
  "window_closed",
  "taken_over",
  "owner_active",
  "quiet_hours",
  "zone_uncertain",
  "frequency_cap",
] as const;
export type ContactabilityReason = (typeof contactabilityReasons)[number];

export const contactabilityDecisions = ["allow", "delay", "deny"] as const;
export type ContactabilityDecision = (typeof contactabilityDecisions)[number];

/** `until` in ms since 1970: decide anew then; null: time alone does not change it. The reason that decides is the first one. */
export type Contactability = {
  decision: ContactabilityDecision;
  until: number | null;
  reasons: { code: ContactabilityReason; detail: string; until: number | null }[];
};

/** The whole input of the decision, for one message to one person at one instant. Times in ms since 1970. */
export type ContactabilityRow = {
  at: number;
  channel: ChannelName;
  purpose: Purpose;
  author: Exclude<Author, "customer">;
  optedOut: boolean;
  /** Seemed to ask not to be written to; nothing but replies before then. */
  holdUntil: number | null;
  blockedAt: number | null;
  hasIdentity: boolean;
  /** The customer's last message on this channel account. It opens the reply window, whose length is `windowMs` (null: the channel has none). */
  lastInboundAt: number | null;
  windowMs: number | null;
  takenOver: boolean;
  ownerActiveUntil: number | null;
  /** When the quiet time that `at` falls in ends; null: it falls in none. */
  quietUntil: number | null;
  /** The quiet time is the agent's, because the zones where the person may be leave no common hour. */
  zoneUncertain: boolean;
  /** Messages of the purpose so far in the local day and in seven days, the most there may be (null: no bound), and when one more is possible. */
  sentToday: number;
  perDay: number | null;
  dayFreeAt: number | null;
  sentInWeek: number;
  perWeek: number | null;
  weekFreeAt: number | null;
};

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "is a time of day like 21:00");
const hours = z.int().min(1).max(720);
const cap = z.int().min(1).max(100).nullable();

/**
 * When and how often people are written to. Windows: hours after the customer's last message in which an answer is taken, null
 * for what the platform of the account takes (ChannelRules.windowHours), which they may shorten. 24 is Meta's customer service
 * window (WhatsApp Business Platform, Messenger, Instagram messaging).
 */
export const contactPolicySchema = z.object({
  /** No follow-ups and no marketing from `from` to `to`, local time, also over midnight; equal: no quiet time. */
  quietHours: z.object({ from: timeOfDay.default("21:00"), to: timeOfDay.default("08:00") }).prefault({}),
  /** Messages a person may get, of each purpose, in a local day and in seven days; null: any number. */
  marketing: z.object({ perDay: cap.default(1), perWeek: cap.default(3) }).prefault({}),
  followUp: z.object({ perDay: cap.default(1) }).prefault({}),
  /** How long nothing but replies goes to somebody who seemed to ask not to be written to. */
  holdHours: hours.default(72),
  /** How long the bot keeps silent where the owner answered on the business's own phone. */
  ownerSilenceHours: hours.default(4),
  windows: z
    .object({ whatsapp: hours.nullable().default(24), facebook: hours.nullable().default(24), instagram: hours.nullable().default(24) })
    .prefault({}),
});
export type ContactPolicy = z.infer<typeof contactPolicySchema>;
export type QuietHours = ContactPolicy["quietHours"];
