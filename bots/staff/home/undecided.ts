import type { AlertRecord } from "#core/model/alert.ts";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import type { ProposalRecord } from "#core/model/people/merge.ts";
import type { Context } from "#core/ports/context.ts";
import { openAlerts } from "../alerts/undecided.ts";
import { undecidedDeliveries } from "../deliveries/undecided.ts";
import { undecidedFollowUps } from "../followups/undecided.ts";
import { undecidedProposals } from "../proposals/undecided.ts";

export type Undecided = {
  alerts: { first: AlertRecord[]; total: number };
  followUps: FollowUpRecord[];
  proposals: ProposalRecord[];
  unknownSends: DeliveryRecord[];
};

/** Everything that waits for a decision, the most urgent first, 200 of a kind at most; of alerts `mostAlerts`, and how many there are. */
export async function everythingUndecided(ctx: Context, mostAlerts: number): Promise<Undecided> {
  const [first, total, followUps, proposals, unknownSends] = await Promise.all([
    openAlerts(ctx, mostAlerts),
    ctx.store.alerts.openCount(),
    undecidedFollowUps(ctx),
    undecidedProposals(ctx),
    undecidedDeliveries(ctx),
  ]);
  return { alerts: { first, total }, followUps, proposals, unknownSends };
}
