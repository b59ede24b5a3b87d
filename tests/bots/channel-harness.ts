import type { Channel } from "#core/ports/channel.ts";

/** What the platform does with the next message it is sent. */
export type PlatformAnswer =
  | "rate_limited"
  | "blocked"
  | "no_chat"
  | "invalid_message"
  | "unauthorized"
  | "server_error"
  | "unreadable"
  | "hang"
  | "drop";

/** A channel, and the platform behind it as a test sees it. */
export type ChannelHarness = {
  channel: Channel;
  /** Of the channel's clock, which stands still. */
  now: number;
  /** Somebody the platform knows. */
  customer: string;
  customerWrites(text: string, customer?: string): void;
  /** An update that no parser can read. */
  platformSendsNonsense(): void;
  /** Resolves when the platform has nothing left that it would deliver again. */
  settled(): Promise<void>;
  /** How many updates wait to be confirmed. */
  unconfirmed(): number;
  /** A call to the platform and back: what the channel had already sent has arrived by then. */
  roundTrip(): Promise<void>;
  /** `retryAfter` in seconds, for rate_limited. */
  platformAnswers(answer: PlatformAnswer, retryAfter?: number): void;
  /** Sends that have reached the platform, and the texts of those it took. */
  attempts(): number;
  taken(): string[];
  /** The same channel at an address where nobody listens. */
  unreachable(): Channel;
  poison: { update: unknown; code: string }[];
  /** The next attempts to set something aside fail. */
  poisonFails(times: number): void;
  secrets: readonly string[];
  /** All it has logged. */
  logged(): string;
  close(): Promise<void>;
};

/** A captured payload, and what it is in our words; null: nothing. */
export type Fixture = { name: string; update: unknown; event: unknown };

export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) for (const inner of Object.values(Object.freeze(value))) deepFreeze(inner);
  return value;
}
