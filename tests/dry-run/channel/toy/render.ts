import type { Refusal } from "#core/model/delivery.ts";
import type { OutboundMessage } from "#core/ports/channel.ts";
import { rules } from "./rules.ts";

/** The body of the one call that sends it, or why there is none to make. */
export function render({ deliveryId, to, text, media }: OutboundMessage): { to: string; text: string; ref: string } | { refused: Refusal } {
  if (media.length > 0 || text.trim() === "" || text.length > rules.text.maxLength) return { refused: "invalid_message" };
  return { to, text, ref: deliveryId };
}
