import type { FollowUpRecord } from "#core/model/followup.ts";
import { remind } from "#core/usecases/followups/remind.ts";
import type { StaffStage } from "./staff.ts";

/** A customer who has written, with a reminder about them whose card is asked for. */
export async function reminded(stage: StaffStage, name?: string): Promise<{ contactId: string; followUp: FollowUpRecord }> {
  const { contactId } = await stage.customer(name);
  const followUp = await remind(stage.ctx, { contactId, dueAt: stage.now() + 3_600_000, reason: "Ask how it went", text: "How did it go?" });
  return { contactId, followUp };
}

/** The blocks of each message in the staff's channel, as text. */
export const texts = ({ slack }: StaffStage): string[] => slack.in("C0STAFF").map(({ blocks }) => JSON.stringify(blocks));
