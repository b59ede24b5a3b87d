import type { DeliveryReceipt, SendResult } from "#core/model/delivery.ts";
import type { From, NewMessage } from "#core/model/inbound.ts";
import type { FileContent, MediaReference } from "#core/model/messages/media.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import type { ChannelRules } from "./channel-rules.ts";

/** An event of a platform, translated into the types of the core. */
export type InboundEvent =
  | { kind: "message"; message: NewMessage }
  /** The author changed a message, at `at`: the whole message as it is now, named by its `externalId`. */
  | { kind: "edited"; message: NewMessage & { externalId: string }; at: number }
  | { kind: "retracted"; externalId: string; at: number }
  /** The customer has blocked or unblocked us. */
  | { kind: "blocked"; from: From; at: number }
  | { kind: "unblocked"; from: From; at: number }
  /**
   * What became of a message of ours. `externalId` is the id that `send` returned. `deliveryId`: where the platform gives
   * back what it was sent with the message, so that also a send whose answer was lost is found.
   */
  | { kind: "receipt"; externalId: string; deliveryId?: string | undefined; receipt: DeliveryReceipt };

/** What is to be sent, to the person behind one identity. */
export type OutboundMessage = {
  /** Of our ledger row; channels that can carry it to the platform and back do. */
  deliveryId: string;
  /** The platform's id of the chat. */
  to: string;
  text: string;
  media: readonly OutboundFile[];
};

/** `content`: the bytes of a file that the platform cannot fetch from its address. */
export type OutboundFile = MediaReference & { content?: FileContent };

/** One account on one chat platform. Four members; everything else is an optional capability. */
export interface Channel {
  readonly name: ChannelName;
  /** Begins to receive. `receive` resolves when the event is durable: only then may the platform be told. */
  start(receive: (event: InboundEvent) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
  /** One attempt, never repeated by the channel itself. Does not throw: every outcome is a SendResult. */
  send(message: OutboundMessage): Promise<SendResult>;
}

/** The platform calls us; verified on the raw body, answered when the event is durable. */
export interface HasHook {
  hook(request: Request): Promise<Response>;
  /** The platform's id of the account, by which calls at an address of all accounts name it. */
  readonly hookAccount?: string;
}

/** Media are kept as references and fetched when somebody asks. */
export interface HasMedia {
  /** The bytes behind a reference of this channel, as the platform serves them. */
  fetchMedia(url: string): Promise<Response>;
}

/** Rules of this account that differ from those of its channel. */
export interface HasRules {
  readonly rules: Partial<ChannelRules>;
}

/** Whether the connection works, for `/ready` and the people who look after it. No secrets, no personal data. */
export type ChannelHealth = { state: "starting" | "connected" | "disconnected" | "unauthorized" | "conflict"; since: number; detail: string | null };
export interface HasHealth {
  health(): ChannelHealth;
}

export function hasHook(channel: Channel): channel is Channel & HasHook {
  return "hook" in channel;
}
export function hasMedia(channel: Channel): channel is Channel & HasMedia {
  return "fetchMedia" in channel;
}
export function hasRules(channel: Channel): channel is Channel & HasRules {
  return "rules" in channel;
}
export function hasHealth(channel: Channel): channel is Channel & HasHealth {
  return "health" in channel;
}
