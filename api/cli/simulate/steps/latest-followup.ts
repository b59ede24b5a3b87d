import { z } from "zod";
import type { FollowUpRecord } from "#core/model/followup.ts";
import { StepError, type World } from "../world.ts";

/** Whose: `latest follow-up of Ana`, or the name alone. */
export const whoseSchema = z
  .string()
  .min(1)
  .transform((text) => text.replace(/^latest follow-up of /, ""));

/** The newest follow-up of a contact that waits for a person's word. */
export async function latestFollowUp(world: World, name: string): Promise<FollowUpRecord> {
  const { contactId } = await world.contact(name);
  const { data } = await world.system.store.followUps.list({ contactId, state: ["proposed", "snoozed"] }, { limit: 200, cursor: null });
  const latest = data.reduce<FollowUpRecord | null>((best, each) => (best && best.createdAt > each.createdAt ? best : each), null);
  if (!latest) throw new StepError(`${name} has no follow-up that waits for a decision`);
  return latest;
}
