import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { Channel } from "#core/ports/channel.ts";
import type { StaffChat } from "#core/ports/staff-chat.ts";
import { minute } from "#core/rules/time.ts";
import type { PaceGate } from "./pace-gate.ts";

/** An account that is connected in this process: its channel, and the gate that keeps the platform's pace. */
export type ConnectedChannel = { channel: Channel; gate: PaceGate };

/** Steps of the send path at which fault tests end the process. */
export const sendSteps = ["claimed", "paced", "intended", "dispatched", "received"] as const;
export type SendStep = (typeof sendSteps)[number];

/** How long a claim lasts, in ms: well over the wait for the pace and the longest attempt, so it ends only if its process has died. */
export const claimMs = 3 * minute;

/** How this process sends: its name in claims and the channels that are open in it. */
export type DeliverySender = {
  /** Names this process in claims. */
  owner: string;
  /** How long a claim lasts. */
  claimMs: number;
  /** The open channel of an account; null when it is not open in this process. */
  channelFor(account: Pick<DeliveryRecord, "agentId" | "channel" | "account">): ConnectedChannel | null;
  /** The bytes of a file of staff, as `StaffChat.fetchFile`; without it there are no such files. */
  fetchFile?: StaffChat["fetchFile"];
  /** Called after each step. */
  reached(step: SendStep): void;
};
