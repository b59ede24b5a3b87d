import type { ConsentDecision } from "#core/model/people/consent.ts";

/** What is known of a person's columns that people write. */
export type Written = Record<string, string>;
type InForce = { from: string; into: string; tags: { had: string[]; added: string[] }; filled: Written; snapshot: Written };

/**
 * What product.md says of merges, for one group of contacts: who is part of whom, where each thing is, who is opted out.
 * Things keep their home, and are wherever their home is part of. Knows nothing of rows, folds or stores.
 */
export class PeopleModel {
  readonly ids: string[] = [];
  private readonly homes = new Map<string, string>();
  private readonly created = new Map<string, number>();
  private readonly heard = new Map<string, ConsentDecision>();
  private readonly tags = new Map<string, Set<string>>();
  private readonly written = new Map<string, Written>();
  merges: InForce[] = [];

  add(id: string, createdAt: number, written: Written): void {
    this.ids.push(id);
    this.created.set(id, createdAt);
    this.tags.set(id, new Set());
    this.written.set(id, written);
  }

  canonical(id: string): string {
    const merge = this.merges.find(({ from }) => from === id);
    return merge ? this.canonical(merge.into) : id;
  }

  get alive(): string[] {
    return this.ids.filter((id) => this.canonical(id) === id);
  }

  /** Everybody who is this contact now. */
  private group(id: string): string[] {
    return this.ids.filter((each) => this.canonical(each) === id);
  }

  put(thing: string, home: string): void {
    this.homes.set(thing, home);
  }

  takeOut(thing: string): void {
    this.homes.delete(thing);
  }

  /** Names of all that a contact has. */
  thingsOf(id: string): string[] {
    return [...this.homes].filter(([, home]) => this.canonical(home) === id).map(([thing]) => thing);
  }

  createdAt(id: string): number {
    return Math.min(...this.group(id).map((each) => this.created.get(each) ?? 0));
  }

  say(id: string, decision: ConsentDecision): void {
    for (const each of this.group(id)) this.heard.set(each, decision);
  }

  isOptedOut(id: string): boolean {
    return this.group(id).some((each) => this.heard.get(each) === "opt_out");
  }

  tagsOf(id: string): Set<string> {
    return this.tags.get(id) ?? new Set();
  }

  writtenOf(id: string): Written {
    return this.written.get(id) ?? {};
  }

  write(id: string, field: string, value: string | null): void {
    const { [field]: _, ...rest } = this.writtenOf(id);
    this.written.set(id, value === null ? rest : { ...rest, [field]: value });
  }

  merge(from: string, into: string): void {
    const [mine, theirs] = [this.tagsOf(into), [...this.tagsOf(from)]];
    const tags = { had: theirs, added: theirs.filter((tag) => !mine.has(tag)) };
    const snapshot = this.writtenOf(from);
    const filled = Object.fromEntries(Object.entries(snapshot).filter(([field]) => !(field in this.writtenOf(into))));
    this.merges.push({ from, into, tags, filled, snapshot });
    this.tags.set(into, new Set([...mine, ...theirs]));
    this.tags.set(from, new Set());
    this.written.set(into, { ...filled, ...this.writtenOf(into) });
  }

  unmerge(from: string): void {
    const undone = this.merges.find((merge) => merge.from === from);
    if (!undone) throw new Error(`${from} is not merged`);
    const later = this.merges.slice(this.merges.indexOf(undone) + 1).filter(({ into }) => into === undone.into);
    this.merges = this.merges.filter((merge) => merge !== undone);
    this.tags.set(from, new Set(undone.tags.had));
    for (const tag of undone.tags.added) if (this.tagsOf(undone.into).has(tag)) this.leave(undone.into, tag, later);
    this.written.set(from, undone.snapshot);
    for (const [field, value] of Object.entries(undone.filled)) {
      if (this.writtenOf(undone.into)[field] !== value) continue;
      const heir = later.find(({ snapshot }) => field in snapshot);
      const next = heir?.snapshot[field] ?? null;
      if (heir && next !== null) heir.filled[field] = next;
      this.write(undone.into, field, next);
    }
  }

  private leave(id: string, tag: string, later: readonly InForce[]): void {
    const heir = later.find(({ tags }) => tags.had.includes(tag));
    if (heir) heir.tags.added.push(tag);
    else this.tagsOf(id).delete(tag);
  }
}
