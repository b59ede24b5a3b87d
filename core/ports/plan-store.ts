import type { PlanChangeRecord, PlanRecord } from "#core/model/operations/plan.ts";
import type { Page, PageQuery } from "./page.ts";

export interface PlanStore {
  find(id: string): Promise<PlanRecord | null>;
  byHash(hash: string): Promise<PlanRecord | null>;
  /** Newest first. */
  list(page: PageQuery): Promise<Page<PlanRecord>>;
  /** Who would change, by contact id. Contacts that were stored only because they changed while the plan was made are left out. */
  changes(planId: string, page: PageQuery): Promise<Page<PlanChangeRecord>>;
  /** Whether an operation that applies settings to contacts is running. */
  isApplying(): Promise<boolean>;
  /** What the plan says of these contacts. */
  changesOf(planId: string, contactIds: readonly string[]): Promise<PlanChangeRecord[]>;
}
