import type { SendResult } from "#core/model/delivery.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import type { Channel, OutboundMessage } from "#core/ports/channel.ts";
import type { ChannelRules } from "#core/ports/channel-rules.ts";
import { second } from "#core/rules/time.ts";

export const faultKinds = ["down", "slow", "strict"] as const;
/** down: out of reach. slow: its answers never come, and what it did stays unknown. strict: it tells us to wait. */
export type FaultKind = (typeof faultKinds)[number];
/** On one channel, or on all of them. */
export type PlatformFault = { kind: FaultKind; channel: ChannelName | null; until: number };

export type SentText = { at: number; channel: ChannelName; to: string; text: string };

/** As the Telegram channel tries again (bots/channels/telegram/errors.ts). */
const unreachableMs = 10 * second;

/** All chat platforms, played: keeps what it was given, and misbehaves as it is told to. */
export class Platform {
  readonly sent: SentText[] = [];
  readonly #now: () => number;
  readonly #blocked = new Set<string>();
  #faults: PlatformFault[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  misbehave(fault: PlatformFault): void {
    this.#faults.push(fault);
  }

  /** The person keeps us out, or lets us in again. */
  block(channel: ChannelName, externalId: string, isBlocked: boolean): void {
    if (isBlocked) this.#blocked.add(`${channel} ${externalId}`);
    else this.#blocked.delete(`${channel} ${externalId}`);
  }

  /** Until when nothing goes in or out; null: it works. */
  downUntil(channel: ChannelName): number | null {
    return this.#fault("down", channel)?.until ?? null;
  }

  /** One account on one of them. */
  channel(name: ChannelName): Channel & { rules: Pick<ChannelRules, "pace"> } {
    return {
      name,
      rules: { pace: { perSecond: 30, perChatPerSecond: 1 } },
      start: async () => {},
      stop: async () => {},
      send: async (message) => this.#take(name, message),
    };
  }

  #take(channel: ChannelName, { deliveryId, to, text }: OutboundMessage): SendResult {
    const at = this.#now();
    const strict = this.#fault("strict", channel);
    if (this.#fault("down", channel)) return { outcome: "refused", reason: "unreachable", retryAt: at + unreachableMs };
    if (strict) return { outcome: "refused", reason: "rate_limited", retryAt: strict.until };
    if (this.#blocked.has(`${channel} ${to}`)) return { outcome: "refused", reason: "blocked", retryAt: null };
    if (this.#fault("slow", channel)) return { outcome: "unknown", reason: "timeout" };
    this.sent.push({ at, channel, to, text });
    return { outcome: "accepted", externalId: `${to}:${deliveryId}`, at };
  }

  #fault(kind: FaultKind, channel: ChannelName): PlatformFault | undefined {
    const now = this.#now();
    return this.#faults.find((fault) => fault.kind === kind && now < fault.until && (fault.channel ?? channel) === channel);
  }
}
