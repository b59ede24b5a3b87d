import { type Resolution, resolveDelivery } from "#core/usecases/deliveries/resolve-delivery.ts";
import type { ActionHandler } from "../slack/feature.ts";

/** Staff look into the chat and say whether a message arrived. Nothing is resent without them. */
function resolve(id: string, audit: string, resolution: Resolution): ActionHandler {
  return {
    id,
    role: "manager",
    audit,
    run: async (request) => {
      await resolveDelivery(request.ctx, { id: request.value, resolution });
    },
  };
}

export const unknownSendActions: readonly ActionHandler[] = [
  resolve("delivery:sent", "delivery.sent", "sent"),
  resolve("delivery:failed", "delivery.failed", "failed"),
  resolve("delivery:again", "delivery.send_again", "send_again"),
];
