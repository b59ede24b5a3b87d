import type { MediaReference } from "./messages/media.ts";
import type { ChannelName } from "./vocabulary.ts";

/** How far a message to one recipient has come. States only move forward (product.md §10). */
export const deliveryStates = ["queued", "claimed", "sending", "sent", "delivered", "read", "skipped", "failed", "unknown"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Why it is sent: what may stop it depends on that (product.md §9). */
export const purposes = ["reply", "follow_up", "marketing"] as const;
export type Purpose = (typeof purposes)[number];

/** One message to one recipient: a row of the send ledger. Times are ms since 1970. */
export type DeliveryRecord = {
  id: string;
  agentId: string;
  contactId: string;
  conversationId: string;
  identityId: string;
  channel: ChannelName;
  account: string;
  purpose: Purpose;
  /** Unique key that prevents a second delivery for the same cause; null: no such key is needed. */
  onceKey: string | null;
  /** The follow-up that it sends. */
  followUpId: string | null;
  text: string;
  media: MediaReference[];
  author: "bot" | "staff" | "system";
  state: DeliveryState;
  /** Why it was skipped, failed, put off, or is unknown. */
  reason: string | null;
  /** The platform's id of the message, once it is accepted. */
  providerId: string | null;
  /** The message in the conversation that was stored once it was sent. */
  messageId: string | null;
  attempts: number;
  /** Not before; null: at once. */
  notBefore: number | null;
  /** When the platform accepted it. */
  sentAt: number | null;
  /** By the platform's receipts: when it arrived, when it was read and what it cost. */
  deliveredAt: number | null;
  readAt: number | null;
  price: ReceiptPrice | null;
  /** The process that has claimed it, and until when nobody else may touch it. */
  owner: string | null;
  leaseUntil: number | null;
  createdBy: string;
  createdAt: number;
  updatedAt: number;
};

/** What a platform charges for one message: millionths of a unit of the currency (ISO 4217). */
export type ReceiptPrice = { micros: number; currency: string };

/** Why a platform did not accept a message; each channel maps its own errors to these. */
export const refusals = ["rate_limited", "blocked", "no_chat", "invalid_message", "window_closed", "unauthorized", "unreachable"] as const;
export type Refusal = (typeof refusals)[number];

/** What a platform reports about a message that it has accepted before. `at` is the platform's time, ms since 1970. */
export type DeliveryReceipt = { at: number; price: ReceiptPrice | null } & (
  | { state: "delivered" | "read" }
  /** Accepted, but it cannot be delivered after all. */
  | { state: "failed"; reason: Refusal }
);

/**
 * How one attempt ended. `refused` is used only when the platform provably has not accepted the message; everything else
 * that is not `accepted` is `unknown`, and is never sent again unless a person decides so.
 */
export type SendResult =
  | { outcome: "accepted"; externalId: string; at: number }
  /** `retryAt` (ms since 1970): not earlier than then; null: trying again is useless. */
  | { outcome: "refused"; reason: Refusal; retryAt: number | null }
  | { outcome: "unknown"; reason: "timeout" | "connection_lost" | "server_error" | "unreadable_answer" };
