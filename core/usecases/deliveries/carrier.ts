import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { Channel } from "#core/ports/channel.ts";
import { minute } from "#core/rules/time.ts";
import type { PaceGate } from "./pace-gate.ts";

/** A connected account in this process: the platform's door and the pace through it. */
export type Carried = { channel: Channel; gate: PaceGate };

/** Steps of the send path at which fault tests end the process. */
export const sendSteps = ["claimed", "paced", "intended", "dispatched", "received"] as const;
export type SendStep = (typeof sendSteps)[number];

/** How long a process may be silent before its claim is nobody's: well over the wait for the pace and the longest attempt. */
export const claimMs = 3 * minute;

/** What this process brings to sending. */
export type Carrier = {
  /** Names this process in claims. */
  owner: string;
  /** How long a claim lasts. */
  claimMs: number;
  carried(account: Pick<DeliveryRecord, "agentId" | "channel" | "account">): Carried | null;
  /** Told of each step, after it is done. */
  reached(step: SendStep): void;
};
