import type { FollowUpRecord, FollowUpState } from "#core/model/followup.ts";
import { inline } from "../blocks/text.ts";
import { moment } from "../blocks/time.ts";

type Decided = { followUp: FollowUpRecord; decider: string | null; now: number; homeZone: string };

/** What became of it, in the order it happened: "✅ Sent by Mia today 9:02 → replied today 9:30". */
export function outcomeLine({ followUp, decider, now, homeZone }: Decided): string {
  const { state, sentAt, endedAt, decidedAt, endedBecause, auto } = followUp;
  const at = (instant: number | null) => (instant === null ? "" : ` ${moment(instant, now, homeZone)}`);
  const by = auto ? " automatically" : decider === null ? "" : ` by ${inline(decider, 80)}`;
  const because = endedBecause === null ? "" : `: ${inline(endedBecause, 300)}`;
  const sent = `✅ Sent${by}${at(sentAt)}`;
  const ends: Record<FollowUpState, string> = {
    proposed: "Waits for a decision",
    snoozed: "💤 Snoozed",
    approved: `👍 Approved${by}${at(decidedAt)}, not sent yet${because}`,
    claimed: `📤 Approved${by}${at(decidedAt)}, being sent now`,
    sent: `${sent}, no reply yet`,
    replied: `${sent} → 💬 replied${at(endedAt)}`,
    converted: `${sent} → 🎉 converted${at(endedAt)}`,
    opted_out: `${sent} → 🔕 opted out${at(endedAt)}`,
    no_reply: `${sent} → no reply`,
    dismissed: `🗑️ Dismissed${by}${at(endedAt ?? decidedAt)}${because}`,
    withdrawn: `↩️ Withdrawn${at(endedAt)}${because}`,
    expired: `⌛ Expired${at(endedAt)}: nobody decided in time`,
    failed: `❌ Not sent${at(endedAt)}${because}`,
    unknown: "❓ Nobody knows whether it arrived: see the card that asks about it",
  };
  return ends[state];
}
