import type { ChannelRules } from "#core/ports/channel-rules.ts";
import { textLimits } from "#core/rules/texts/limits.ts";

/** What a bot may send (https://core.telegram.org/bots/api#sendmessage, #sendphoto, #senddocument, /bots/faq). */
export const rules: ChannelRules = {
  receipts: { delivered: false, read: false, failed: false, price: false },
  // By address, as we send them, Telegram fetches photos of 5 MB and other files of 20 MB (#sending-files).
  media: [
    { type: "image/jpeg", maxBytes: 5_000_000 },
    { type: "image/png", maxBytes: 5_000_000 },
    { type: "application/pdf", maxBytes: 20_000_000 },
    { type: "application/zip", maxBytes: 20_000_000 },
    { type: "image/gif", maxBytes: 20_000_000 },
  ],
  // Handed over by us, more kinds go; larger ones than 20 MB are not held in memory here (#sendphoto: photos of 10 MB).
  uploads: [
    { type: "image/jpeg", maxBytes: 10_000_000 },
    { type: "image/png", maxBytes: 10_000_000 },
    ...["image/", "audio/", "video/", "application/", "text/"].map((type) => ({ type, maxBytes: 20_000_000 })),
  ],
  text: { maxLength: textLimits.telegram.max, maxCaptionLength: 1024 },
  windowHours: null,
  firstContact: false,
  pace: { perSecond: 30, perChatPerSecond: 1 },
};
