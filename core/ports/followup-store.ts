import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { DueRecord, FollowUpKind, FollowUpRecord, FollowUpState } from "#core/model/followup.ts";
import type { CreditRecord, TemplateRecord } from "#core/model/template.ts";
import type { Page, PageQuery } from "./page.ts";

export type FollowUpFilter = {
  state?: FollowUpState[];
  kind?: FollowUpKind[];
  trigger?: string;
  contactId?: string;
  dueBefore?: number;
};

/** Counts of one trigger over a span of time, by state. */
export type TriggerTally = { kind: FollowUpKind; trigger: string; states: Partial<Record<FollowUpState, number>> };

/** What a fact about a contact may stop or decide: open follow-ups, and unsent deliveries that are no replies. */
export type Pending = { followUps: readonly FollowUpRecord[]; unasked: readonly DeliveryRecord[] };

export interface FollowUpStore {
  find(id: string): Promise<FollowUpRecord | null>;
  ofDelivery(deliveryId: string): Promise<FollowUpRecord | null>;
  /** By due time, earliest first. */
  list(filter: FollowUpFilter, page: PageQuery): Promise<Page<FollowUpRecord>>;
  /** For each contact that has any: follow-ups that have not ended or whose outcome is open, and unsent deliveries. */
  pendingOf(contactIds: readonly string[]): Promise<Map<string, Pending>>;
  /** All of one episode of a contact. */
  ofEpisode(contactId: string, episode: string): Promise<FollowUpRecord[]>;
  /** Whose `reviewAt` has come, earliest first. */
  toReview(now: number, limit: number): Promise<FollowUpRecord[]>;
  /** Dues whose time has come, earliest first. */
  due(now: number, limit: number): Promise<DueRecord[]>;
  duesOf(contactIds: readonly string[]): Promise<DueRecord[]>;
  /** Made between two instants, by trigger. */
  tally(from: number, to: number): Promise<TriggerTally[]>;
}

export interface TemplateStore {
  list(page: PageQuery): Promise<Page<TemplateRecord>>;
  find(id: string): Promise<TemplateRecord | null>;
  byKey(nameKey: string): Promise<TemplateRecord | null>;
}

export interface CreditStore {
  /** Sum of all entries, and whether anybody ever topped up: only then it is enforced. */
  balance(): Promise<{ balance: number; enforced: boolean }>;
  /** Newest first. */
  list(page: PageQuery): Promise<Page<CreditRecord>>;
}
