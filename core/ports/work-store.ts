import type { AlertState } from "#core/model/alert.ts";
import type { SegmentRecord } from "#core/model/contact-filter.ts";
import type { EndedWait } from "#core/model/conversation.ts";
import type { OperationRecord } from "#core/model/operations/operation.ts";
import type { ChannelName, Grade, Source, Stage, Status } from "#core/model/vocabulary.ts";
import type { Page, PageQuery } from "./page.ts";

export interface OperationStore {
  find(id: string): Promise<OperationRecord | null>;
  /** Newest first. */
  list(page: PageQuery): Promise<Page<OperationRecord>>;
}

export interface SegmentStore {
  /** By name. */
  list(page: PageQuery): Promise<Page<SegmentRecord>>;
  find(id: string): Promise<SegmentRecord | null>;
  byKey(nameKey: string): Promise<SegmentRecord | null>;
}

/** What happened between two instants. `toneSum` is the sum over the `toned` inbound messages. */
export type DayTally = {
  contacts: number;
  inbound: number;
  outbound: number;
  toned: number;
  toneSum: number;
  /** Transitions into each. */
  statuses: Record<Status, number>;
  stages: Record<Stage, number>;
};

/** How many contacts there are of each kind. */
export type Standing = {
  total: number;
  status: Record<Status, number>;
  stage: Record<Stage, number>;
  grade: Record<Grade, number>;
  source: Record<Source, number>;
};

/** Whose conversations are looked at; both must hold. Null among branches: of none. */
export type OutcomeFilter = { channel?: ChannelName[] | undefined; branch?: (string | null)[] | undefined };

/** Waits that ended alike; `seconds` to three significant digits. The branch is that of the conversation, else of its contact. */
export type WaitTally = Pick<EndedWait, "endedBy" | "isFirst"> & { channel: ChannelName; branchId: string | null; seconds: number; count: number };

/** Alerts of one kind that were raised, by the state that they are in now. */
export type RaisedTally = { rule: string; ruleName: string; state: AlertState; channel: ChannelName; branchId: string | null; count: number };

/** The waits that ended and the alerts that were raised between two instants. */
export type OutcomeTally = { waits: WaitTally[]; alerts: RaisedTally[] };

export interface AnalyticsStore {
  /** What became of those who waited, from each bound to the next, by indexes alone, like `days`. */
  outcomes(bounds: readonly number[], filter: OutcomeFilter): Promise<OutcomeTally[]>;
  /** One count from each bound to the next, by indexes alone: the time it takes grows with what happened in between. Yields between weeks. */
  days(bounds: readonly number[]): Promise<DayTally[]>;
  /** Reads every contact once, in steps: some seconds per million. */
  standing(): Promise<Standing>;
}

/** What waits in a database; `databaseBytes` is null where the server does not tell it. */
export type Workload = {
  outbox: number;
  queuedDeliveries: number;
  claimedDeliveries: number;
  operations: { kind: string; open: number }[];
  databaseBytes: number | null;
};
