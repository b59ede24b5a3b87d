import { fail } from "#core/errors.ts";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { moveDelivery } from "#core/rules/delivery/delivery.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { followDelivery } from "#core/usecases/followups/follow-delivery.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";
import { getDelivery } from "./deliveries.ts";
import { recordSent } from "./record-sent.ts";
import { addSendRequest } from "./settle-delivery.ts";

/** What a person has found out about an unknown delivery, for example by looking into the chat. */
export const resolutions = ["sent", "failed", "send_again"] as const;
export type Resolution = (typeof resolutions)[number];

/** Settles an unknown delivery by a person's decision. Throws `conflict` for one that is not unknown. */
export async function resolveDelivery(ctx: Context, input: { id: string; resolution: Resolution }): Promise<DeliveryRecord> {
  return retrying(ctx, async () => {
    const found = await getDelivery(ctx, { id: input.id });
    if (found.state !== "unknown") fail("conflict", `delivery ${found.id} is ${found.state}: only an unknown one needs a person's word`);
    const now = ctx.now();
    const reason = `resolved by ${ctx.actor.id}`;
    if (input.resolution === "sent") return recordSent(ctx, moveDelivery(found, "sent", { reason }, now), found.updatedAt);

    const changes = new ChangeSet();
    const settled = moveDelivery(found, input.resolution === "failed" ? "failed" : "queued", { reason, notBefore: null }, now);
    changes.moveDelivery(settled, "unknown");
    if (settled.state === "queued") addSendRequest(ctx, changes, settled, null);
    showCard(ctx, changes, "delivery", settled.id);
    await followDelivery(ctx, changes, settled);
    return commit(ctx, changes, settled);
  });
}
