import type { DeliveryRecord, DeliveryState, Purpose } from "#core/model/delivery.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import type { Page, PageQuery } from "./page.ts";

/** The send ledger. Every step is a single update with the expected state in its condition, so that at most one process claims a delivery. */
export interface DeliveryStore {
  find(id: string): Promise<DeliveryRecord | null>;
  /** The delivery that a platform knows by this id on one of our accounts. */
  findByProviderId(channel: ChannelName, account: string, providerId: string): Promise<DeliveryRecord | null>;
  /** Newest first. */
  list(filter: { state?: DeliveryState[]; conversationId?: string }, page: PageQuery): Promise<Page<DeliveryRecord>>;
  /** When messages of a purpose went to a contact since then, oldest first; one that is being sent counts. */
  sentUnasked(contactId: string, purpose: Purpose, since: number): Promise<number[]>;
  /** The earliest reply of a conversation that is neither sent nor given up: it is sent before later replies. */
  firstOpen(conversationId: string): Promise<DeliveryRecord | null>;
  /** Whether a delivery with this key was ever queued. */
  isKnown(onceKey: string): Promise<boolean>;
  /** queued → claimed by `owner` until `leaseUntil`; null: not due, claimed by another, in a later state, or an earlier reply is open. */
  claim(id: string, owner: string, leaseUntil: number, now: number): Promise<DeliveryRecord | null>;
  /** claimed → sending: the intent, durable before anything is dispatched; null: the claim has been lost. */
  intend(id: string, owner: string, leaseUntil: number, now: number): Promise<DeliveryRecord | null>;
}
