/** What a platform lets accounts of one kind do. An account may have rules of its own (`hasRules`). */
export type ChannelRules = {
  /** Whether it sends receipts. */
  receipts: { delivered: boolean; read: boolean; failed: boolean; price: boolean };
  /** Files that can be sent, by the beginning of their media type, with their largest size in bytes. */
  media: readonly { type: string; maxBytes: number }[];
  /** Longest text, and longest text beside a file, in characters. */
  text: { maxLength: number; maxCaptionLength: number };
  /** Whether messages beyond the window need a template that the platform has approved. */
  templates: boolean;
  /** How long after the customer's last message we may write freely, in hours; null: for ever. Settings may shorten it. */
  windowHours: number | null;
  /** How many buttons a message may have; 0: none. */
  maxButtons: number;
  /** Whether we may write to somebody who has never written to us. */
  firstContact: boolean;
  /** How fast an account may send, in messages. */
  pace: { perSecond: number; perChatPerSecond: number };
};
