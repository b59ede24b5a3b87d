import type { MediaLimit } from "#core/model/messages/media.ts";

/** What a platform lets accounts of one kind do. An account may have rules of its own (`hasRules`). */
export type ChannelRules = {
  /** Whether it sends receipts. */
  receipts: { delivered: boolean; read: boolean; failed: boolean; price: boolean };
  /** Files that can be sent; `core/rules/delivery/media-fault.ts` checks them. */
  media: readonly MediaLimit[];
  /** Files that we hand over ourselves, as those of staff; without it none are. */
  uploads?: readonly MediaLimit[];
  /** Longest text, and longest text beside a file, in characters. */
  text: { maxLength: number; maxCaptionLength: number };
  /** How long after the customer's last message we may write freely, in hours; null: for ever. Settings may shorten it. */
  windowHours: number | null;
  /** Whether we may write to somebody who has never written to us. */
  firstContact: boolean;
  /** How fast an account may send, in messages. */
  pace: { perSecond: number; perChatPerSecond: number };
};
