import type { Contactability, ContactabilityReason } from "#core/model/contactability.ts";
import { moment, zoneWord } from "../blocks/time.ts";

/** `forbids`: pressing Send now would be refused. `goesAt`: when it goes instead of now, in words. */
export type Obstacle = { line: string; forbids: boolean; goesAt: string | null };

const why: Record<ContactabilityReason, string> = {
  opted_out: "they have opted out of everything but replies",
  consent_hold: "they seem to have asked not to be written to",
  blocked: "they have blocked us there",
  no_identity: "they have no address on that channel",
  window_closed: "they wrote too long ago, and the channel takes no message now",
  taken_over: "a colleague has taken the conversation over",
  owner_active: "the owner is answering on the phone",
  quiet_hours: "quiet hours",
  zone_uncertain: "quiet hours; where they live is uncertain",
  frequency_cap: "they have had a message already",
};

/** Why a follow-up cannot be sent now, for its card; null: it can. */
export function obstacle({ decision, until, reasons }: Contactability, { zone, now }: { zone: string; now: number }): Obstacle | null {
  const [reason] = reasons;
  if (decision === "allow" || !reason) return null;
  if (decision === "delay") {
    const when = until === null ? "later" : `${moment(until, now, zone)} (${zoneWord(zone)})`;
    return { line: `⏳ Will go *${when}*: ${why[reason.code]}`, forbids: false, goesAt: until === null ? "later" : moment(until, now, zone) };
  }
  const again = until === null ? "" : `, until ${moment(until, now, zone)}`;
  return { line: `🚫 *Cannot be sent:* ${why[reason.code]}${again}`, forbids: true, goesAt: null };
}
