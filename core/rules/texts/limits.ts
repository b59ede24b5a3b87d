import type { ChannelName } from "#core/model/vocabulary.ts";

/** The longest text that a platform takes. Characters are UTF-16 units, bytes those of UTF-8. */
export type TextLimit = { max: number; unit: "characters" | "bytes"; source: string };

/** Null: the channel takes any length that the product does. */
export const textLimits = {
  web: null,
  email: null,
  telegram: { max: 4096, unit: "characters", source: "core.telegram.org/bots/api#sendmessage" },
  whatsapp: { max: 4096, unit: "characters", source: "developers.facebook.com/docs/whatsapp/cloud-api/messages/text-messages" },
  facebook: { max: 2000, unit: "characters", source: "developers.facebook.com/docs/messenger-platform/reference/send-api" },
  instagram: { max: 1000, unit: "bytes", source: "developers.facebook.com/docs/messenger-platform/instagram/features/send-message" },
} as const satisfies Record<ChannelName, TextLimit | null>;

export function lengthIn(text: string, { unit }: TextLimit): number {
  return unit === "bytes" ? new TextEncoder().encode(text).length : text.length;
}
