import type { SegmentRecord } from "#core/model/contact-filter.ts";
import type { OperationRecord } from "#core/model/operations/operation.ts";
import type { Grade, Source, Stage, Status } from "#core/model/vocabulary.ts";
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

export interface AnalyticsStore {
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
