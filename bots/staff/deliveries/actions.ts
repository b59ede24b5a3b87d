import { type Resolution, resolveDelivery } from "#core/usecases/deliveries/resolve-delivery.ts";
import type { ActionHandler } from "../slack/feature.ts";

/** What somebody has found out by looking into the chat; nothing is ever sent again by itself. */
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
