import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import type { ProposalRecord } from "#core/model/merge.ts";
import type { Context } from "#core/ports/context.ts";
import { listDeliveries } from "#core/usecases/deliveries/list-deliveries.ts";
import { listFollowUps } from "#core/usecases/followups/find-followup.ts";
import { listProposals } from "#core/usecases/proposals/list-proposals.ts";

/** As far as anybody counts what waits for them. */
const page = { limit: 200, cursor: null };

export type Waiting = { followUps: FollowUpRecord[]; proposals: ProposalRecord[]; unknownSends: DeliveryRecord[] };

/** Everything that waits for a decision, the most urgent first, 200 of a kind at most. */
export async function whatWaits(ctx: Context): Promise<Waiting> {
  const [followUps, proposals, unknownSends] = await Promise.all([
    listFollowUps(ctx, { filter: { state: ["proposed"] }, page }),
    listProposals(ctx, { filter: { state: "open" }, page }),
    listDeliveries(ctx, { state: ["unknown"], page }),
  ]);
  return { followUps: followUps.data, proposals: proposals.data, unknownSends: unknownSends.data };
}
