import type { AlertFilter, AlertRecord } from "#core/model/alert.ts";
import type { Page, PageQuery } from "./page.ts";

/** Counts of one rule over a span of time, by the state that its alerts are in. */
export type AlertTally = { rule: string; state: AlertRecord["state"]; count: number };

export interface AlertStore {
  find(id: string): Promise<AlertRecord | null>;
  /** Newest first. */
  list(filter: AlertFilter, page: PageQuery): Promise<Page<AlertRecord>>;
  /** The newest alert of each rule about each of the conversations, open or ended. */
  newestOf(conversationIds: readonly string[]): Promise<AlertRecord[]>;
  /** Alerts about the contact whose evidence is from one of the messages. */
  quoting(contactId: string, messageIds: readonly string[]): Promise<AlertRecord[]>;
  /** Open alerts whose `remindAt` has come, earliest first. */
  toRemind(now: number, limit: number): Promise<AlertRecord[]>;
  /** Open ones: those that nobody has reacted to first, the most severe first, the oldest first. Reads `limit` of each kind at most. */
  mostUrgent(filter: Pick<AlertFilter, "branch">, limit: number): Promise<AlertRecord[]>;
  /** The number of open ones. */
  openCount(filter?: Pick<AlertFilter, "branch">): Promise<number>;
  /** Opened between two instants, by rule and state. */
  tally(from: number, to: number): Promise<AlertTally[]>;
}
