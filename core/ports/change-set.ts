import type { ConversationRecord } from "#core/model/conversation.ts";
import type { DeliveryRecord, DeliveryState } from "#core/model/delivery.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import type { BulkWork, OperationRecord } from "#core/model/operations/operation.ts";
import type { MovedRows } from "#core/model/people/merge.ts";
import type { Reading } from "#core/model/reading.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { TableName, Tables } from "#core/model/tables.ts";

type Rows = { [T in TableName]?: Tables[T][] };
/** The same change to many contacts, in a few statements whatever their number. Contacts that are in that state already are not changed. */
export type SetWork = { work: Exclude<BulkWork, { action: "delete" | "stage" }>; contactIds: readonly string[]; at: number; by: string };

/**
 * Rows that become another contact's: those named, and with an identity its conversation, messages, readings, deliveries and
 * follow-ups. The caller writes hits, addresses and tags anew. `answers`: idempotent answers about `from` stored within that time
 * show both, and are deleted; their keys answer `gone`.
 */
export type Transfer = { from: string; to: string; rows: MovedRows; answers: { since: number; before: number } | null };

type Matches = { [T in TableName]?: Partial<Tables[T]>[] };

/** The rows of a table that equal `match` in every column it names are those whose column `by` holds one of `values`, and no others. */
export type ExpectedRows = { table: TableName; match: Readonly<Record<string, unknown>>; by: string; values: readonly unknown[] };

/** How a message reads after those before it; `reading` null: as it does alone. */
export type ReadInContext = { messageId: string; reading: Reading | null; sentiment: number | null };

/**
 * What a use case wants written, as data, and the versions it has read. The store runs all of it in one commit or none:
 * first what is removed, then inserts and puts with parents before children, then transfers and updates, then what is absorbed. Order of the calls does not matter.
 */
export class ChangeSet {
  readonly removals: Matches = {};
  readonly inserts: Rows = {};
  readonly puts: Rows = {};
  readonly updates: { before: ContactRecord; after: ContactRecord }[] = [];

  readonly sets: SetWork[] = [];
  readonly reviewedBranches: { branchId: string; at: number }[] = [];
  readonly unchanged: ContactRecord[] = [];
  readonly expected: ExpectedRows[] = [];
  readonly replaced: { table: TableName; row: Readonly<Record<string, unknown>> }[] = [];
  readonly followUps: { before: FollowUpRecord; after: FollowUpRecord }[] = [];
  readonly transfers: Transfer[] = [];
  readonly absorbed: ContactRecord[] = [];
  readonly erased: string[] = [];
  readonly steps: { before: OperationRecord; after: OperationRecord }[] = [];
  readonly moves: { delivery: DeliveryRecord; from: DeliveryState }[] = [];
  readonly readInContext: ReadInContext[] = [];

  /** New rows. A unique key that is taken fails the commit as stale. */
  insert<T extends TableName>(table: T, ...rows: Tables[T][]): this {
    append(this.inserts, table, rows);
    return this;
  }

  /** Rows that replace, in every column, those with the same primary key. */
  put<T extends TableName>(table: T, ...rows: Tables[T][]): this {
    append(this.puts, table, rows);
    return this;
  }

  /** Puts the row in the place of the one with its id that this change set writes already; false when it writes none. */
  rewrite<T extends TableName>(table: T, row: Tables[T] & { id: string }): boolean {
    const lists: readonly (Tables[T][] | undefined)[] = [this.inserts[table], this.puts[table]];
    for (const list of lists) {
      const at = list?.findIndex((each) => "id" in each && each.id === row.id) ?? -1;
      if (!list || at < 0) continue;
      list[at] = row;
      return true;
    }
    return false;
  }

  /** Keeps how messages read in context: in the rows that this change set writes of them, else in those that are stored. */
  readMessages(read: readonly ReadInContext[]): this {
    const own = new Map(read.map((one) => [one.messageId, one]));
    const written = new Set<string>();
    for (const rows of [this.inserts, this.puts]) {
      for (const [at, row] of (rows.readings ?? []).entries()) {
        const found = row.effective ? own.get(row.messageId) : undefined;
        if (!found || !rows.readings) continue;
        rows.readings[at] = { ...row, inContext: found.reading };
        written.add(row.messageId);
      }
      for (const [at, row] of (rows.messages ?? []).entries()) {
        const found = own.get(row.id);
        if (found && rows.messages) rows.messages[at] = { ...row, sentiment: found.sentiment };
      }
    }
    this.readInContext.push(...read.filter(({ messageId }) => !written.has(messageId)));
    return this;
  }

  /** How a message that this change set writes reads in context; undefined: it writes no reading of it. */
  readingOf(messageId: string): Reading | undefined {
    const isOf = (row: { messageId: string; effective: boolean }) => row.effective && row.messageId === messageId;
    const row = this.puts.readings?.findLast(isOf) ?? this.inserts.readings?.findLast(isOf);
    return row && (row.inContext ?? row.reading);
  }

  /** The conversation with this id as this change set writes it so far; undefined: it does not. */
  conversation(id: string): ConversationRecord | undefined {
    const byId = (row: ConversationRecord) => row.id === id;
    return this.puts.conversations?.findLast(byId) ?? this.inserts.conversations?.findLast(byId);
  }

  /** Writes a conversation in the place of what this change set writes of it so far: an insert stays one. */
  putConversation(row: ConversationRecord): this {
    if (!this.rewrite("conversations", row)) this.put("conversations", row);
    return this;
  }

  /** Deletes the rows that equal a match in every column it names. Matches of one table name the same columns. */
  remove<T extends TableName>(table: T, ...matches: Partial<Tables[T]>[]): this {
    append(this.removals, table, matches);
    return this;
  }

  /** Writes a delivery. Fails the commit as stale unless the row is still in the state `from`. */
  moveDelivery(delivery: DeliveryRecord, from: DeliveryState): this {
    this.moves.push({ delivery, from });
    return this;
  }

  /** Fails the commit as stale unless the contact still has this version, though it is not written: a decision depends on it. */
  expect(contact: ContactRecord): this {
    this.unchanged.push(contact);
    return this;
  }

  /**
   * Fails the commit as stale unless the rows that equal `match` are exactly those that were read, named by their column `by`.
   * For decisions that depend on the number of rows, or on there being none, which no version shows. `match` names plain columns.
   */
  expectRows<T extends TableName>(table: T, match: Partial<Tables[T]>, by: keyof Tables[T] & string, values: readonly unknown[]): this {
    this.expected.push({ table, match, by, values });
    return this;
  }

  /** Fails the commit as stale when there is a row by then that equals the match. */
  expectAbsent<T extends TableName>(table: T, match: Partial<Tables[T]>, by: keyof Tables[T] & string): this {
    return this.expectRows(table, match, by, []);
  }

  /** Puts a row in the place of the one that was read. Fails the commit as stale unless that row is unchanged, JSON columns apart. */
  replace<T extends TableName>(table: T, before: Tables[T], after: Tables[T]): this {
    this.replaced.push({ table, row: before });
    return this.put(table, after);
  }

  /** Writes a follow-up, counting its version up. Fails the commit as stale unless the row still has `before.version`. */
  moveFollowUp(before: FollowUpRecord, after: FollowUpRecord): this {
    this.followUps.push({ before, after: { ...after, version: before.version + 1 } });
    return this;
  }

  /** Moves rows from one contact to another; both must be there. */
  transfer(transfer: Transfer): this {
    this.transfers.push(transfer);
    return this;
  }

  /** Takes out the row of a contact. Fails the commit as stale unless it still has this version, and nothing is left of it. */
  absorb(contact: ContactRecord): this {
    this.absorbed.push(contact);
    return this;
  }

  toAll(work: SetWork): this {
    this.sets.push(work);
    return this;
  }

  /** Conversations of the branch in which somebody waits are reviewed at the instant, ms since 1970: its hours have another zone. */
  reviewBranch(branchId: string, at: number): this {
    this.reviewedBranches.push({ branchId, at });
    return this;
  }

  /** Deletes contacts and every copy of their data; scrub the store after it. Unknown ids are ignored. */
  erase(ids: readonly string[]): this {
    this.erased.push(...ids);
    return this;
  }

  /** Writes an operation. Fails the commit as stale unless the row still has the state and the cursor of `before`. */
  stepOperation(before: OperationRecord, after: OperationRecord): this {
    this.steps.push({ before, after });
    return this;
  }

  /** Writes what differs. Fails the commit as stale unless the row still has `before.version`; the store counts the version up. */
  updateContact(before: ContactRecord, after: ContactRecord): this {
    this.updates.push({ before, after });
    return this;
  }
}

function append(lists: Partial<Record<TableName, unknown[]>>, table: TableName, rows: readonly unknown[]): void {
  if (rows.length === 0) return;
  const list = lists[table];
  if (!list) lists[table] = [...rows];
  else for (const row of rows) list.push(row);
}

/** Something that the change set was decided on has changed since it was read. Read and decide again. */
export class StaleError extends Error {
  override readonly name = "StaleError";
}
