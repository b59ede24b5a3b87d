import { LruCache } from "#core/lru-cache.ts";
import type { ImportRowRecord } from "#core/model/operations/import.ts";
import type { Directory as Agents } from "#core/ports/store.ts";
import { identityKey } from "#core/rules/address/identity.ts";
import { LineIndex } from "#core/rules/imports/line-index.ts";
import { keysOf } from "#core/rules/imports/match.ts";
import type { ImportedPerson } from "#core/rules/imports/person.ts";
import { earlierLine } from "#core/rules/imports/reasons.ts";

/** Conflicts with no earlier line; `line` null: none is known. */
export type Earlier = { line: number | null } | { conflict: "several_lines" | "other_identity"; lines: number[] };

const ofContact = (id: string) => `contact:${id}`;
const onAccount = (line: number, { channel, account }: ImportedPerson["identities"][number]) => JSON.stringify([line, channel, account]);

/**
 * The persons in the rows of a file so far, for its dry run: up to line `upTo`, and after it those of a commit that may have
 * failed. It is in memory only; after a restart it is built again from the rows.
 */
export class PlanMemory {
  upTo = 0;
  readonly newTags = new Set<string>();
  private readonly index: LineIndex;
  private fresh = new Map<string, number>();
  private freshTags: string[] = [];
  private freshUpTo = 0;

  constructor(index = new LineIndex()) {
    this.index = index;
  }

  /** True when the memory limit was reached, so that later rows are not compared with all earlier lines. */
  get isFull(): boolean {
    return this.index.isFull;
  }

  /** Confirms the rows added since the last call when the cursor shows that their commit succeeded, else drops them. */
  settle(cursor: number): void {
    if (cursor === this.freshUpTo) {
      for (const [key, line] of this.fresh) this.index.add(key, line);
      this.upTo = cursor;
    } else for (const tag of this.freshTags) this.newTags.delete(tag);
    this.fresh = new Map();
    this.freshTags = [];
    this.freshUpTo = this.upTo;
  }

  /** The earlier line about the same person; `contactId`: whom the row matches in the store. */
  earlier(person: ImportedPerson, contactId: string | null): Earlier {
    const ofThis = contactId === null ? undefined : this.get(ofContact(contactId));
    const lines = [...new Set([...keysOf(person).map((key) => this.get(key)), ofThis].filter((line) => line !== undefined))];
    const [line = null, another] = lines;
    if (line === null) return { line };
    if (another !== undefined || (contactId !== null && ofThis === undefined)) return { conflict: "several_lines", lines };
    const isTaken = person.identities.some((key) => this.get(onAccount(line, key)) !== undefined && this.get(identityKey(key)) === undefined);
    return isTaken ? { conflict: "other_identity", lines } : { line };
  }

  add(person: ImportedPerson, contactId: string | null, line: number): void {
    const keys = [...keysOf(person), ...person.identities.map((key) => onAccount(line, key)), ...(contactId === null ? [] : [ofContact(contactId)])];
    for (const key of keys) if (this.get(key) === undefined) this.fresh.set(key, line);
  }

  /** Adds a row that an earlier commit decided. */
  addDecided({ line, outcome, reasons, contactId }: ImportRowRecord, person: ImportedPerson): void {
    const isKept = outcome === "create" || outcome === "update" || reasons.some(({ code }) => code === "no_change");
    if (isKept) this.add(person, contactId, earlierLine(reasons) ?? line);
  }

  /** True when the tag is counted, or there is room for it. */
  admitTag(key: string, max: number): boolean {
    if (this.newTags.has(key)) return true;
    if (this.newTags.size >= max) return false;
    this.newTags.add(key);
    this.freshTags.push(key);
    return true;
  }

  decidedTo(line: number): void {
    this.freshUpTo = line;
  }

  private get(key: string): number | undefined {
    return this.fresh.get(key) ?? this.index.get(key);
  }
}

/** Dry runs that one process holds in memory at a time, each at most 100 MB. */
const mostMemories = 4;
const memories = new WeakMap<Agents, LruCache<string, PlanMemory>>();

export function memoryOf(agents: Agents, operationId: string): PlanMemory {
  const held = memories.get(agents) ?? new LruCache<string, PlanMemory>(mostMemories);
  memories.set(agents, held);
  const memory = held.get(operationId) ?? new PlanMemory();
  held.set(operationId, memory);
  return memory;
}

export function forget(agents: Agents, operationId: string): void {
  memories.get(agents)?.delete(operationId);
}
