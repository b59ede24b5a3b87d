import type { ChannelRules } from "#core/ports/channel-rules.ts";

export const rules: ChannelRules = {
  receipts: { delivered: true, read: true, failed: true, price: true },
  media: [],
  text: { maxLength: 1_000, maxCaptionLength: 0 },
  windowHours: 24,
  firstContact: false,
  pace: { perSecond: 50, perChatPerSecond: 50 },
};
