import type { ImportOutcome, ImportReason, ImportRecord, ImportRowRecord } from "#core/model/operations/import.ts";
import type { OperationRecord } from "#core/model/operations/operation.ts";
import type { TagRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { type Change, changesSaid, changeTo, nothingChanged, type Rules, withChange } from "#core/rules/imports/change.ts";
import { declaredReasons, type ImportMatch, matchedBy } from "#core/rules/imports/match.ts";
import type { ImportedPerson } from "#core/rules/imports/person.ts";
import { earlierLine, reason, samePerson, united } from "#core/rules/imports/reasons.ts";
import { changeContacts } from "#core/usecases/contact-change/change-contacts.ts";
import { newContact } from "#core/usecases/contacts/new-contact.ts";
import { endOperation } from "#core/usecases/operations/end-operation.ts";
import type { Advance, Stepper } from "#core/usecases/operations/stepper.ts";
import { fileOf, stepOn } from "./file-of.ts";
import { optOutAlone, optsOutSome, rulesOf, tooManyTags } from "./plan-stepper.ts";
import { findPeople, KnownPeople, knownOf, type ReadRecord, readerOf } from "./read-chunk.ts";
import { maxNewTags, tagsAdmitted, tagsByKey } from "./tag-book.ts";
import { type ImportedContact, writePerson } from "./write-person.ts";

/**
 * Applies the rows of a file after its dry run, and decides each again from the present data. The stored cell values are
 * deleted afterwards, also from the database's files.
 */
export const applyImportStepper: Stepper = { chunk: { min: 200, first: 250, max: 1_000 }, total, advance, cleanUp, scrubs: true };

async function total(ctx: Context, operation: OperationRecord): Promise<number> {
  return (await fileOf(ctx, operation))?.counts.rows ?? 0;
}

async function advance(ctx: Context, operation: OperationRecord, size: number): Promise<Advance> {
  const changes = new ChangeSet();
  const file = await fileOf(ctx, operation);
  if (file?.state !== "applying") return { operation: endOperation(operation, "cancelled", ctx.now()), changes };
  const rows = await ctx.store.imports.scan(file.id, Number(operation.cursor ?? 0), size);
  if (rows.length === 0) {
    changes.replace("imports", file, { ...file, state: "applied", updatedAt: ctx.now() });
    return { operation: endOperation(operation, "completed", ctx.now()), changes };
  }
  const by: Context = { ...ctx, actor: { ...ctx.actor, id: operation.createdBy } };
  const chunk = new Chunk(by, changes, file);
  const applied = await chunk.apply(rows);
  changes.put("importRows", ...applied).replace("imports", file, { ...file, counts: chunk.counts(rows, applied), updatedAt: ctx.now() });
  return { operation: stepOn(ctx, operation, applied), changes };
}

/** After a failure or a cancellation the file is planned again, so that the remaining rows can be applied later. */
async function cleanUp(ctx: Context, changes: ChangeSet, operation: OperationRecord): Promise<void> {
  const file = await fileOf(ctx, operation);
  if (file?.state === "applying") changes.replace("imports", file, { ...file, state: "planned", updatedAt: ctx.now() });
}

type AppliedRow = { outcome: ImportOutcome; contactId: string | null; reasons: ImportReason[] };

/** Decides the rows of one commit, each with the changes of those before it. */
class Chunk {
  private readonly ctx: Context;
  private readonly changes: ChangeSet;
  private readonly file: ImportRecord;
  private readonly rules: Rules;
  private readonly drafts = new Map<string, ImportedContact>();
  private people = new KnownPeople();
  private tags = new Map<string, TagRecord>();
  private tagsMade: number;

  constructor(ctx: Context, changes: ChangeSet, file: ImportRecord) {
    this.ctx = ctx;
    this.changes = changes;
    this.file = file;
    this.rules = rulesOf(ctx, file);
    this.tagsMade = file.counts.tagsMade;
  }

  async apply(rows: readonly ImportRowRecord[]): Promise<ImportRowRecord[]> {
    const read = await readerOf(this.ctx, this.file);
    // What the dry run skips stays out, and so does what was applied before the work was cancelled.
    const records = rows.map((row) => (isOpen(row) ? read(row) : { row, person: null, reasons: row.reasons }));
    this.people = await findPeople(this.ctx, records, this.changes);
    this.tags = await tagsByKey(
      this.ctx,
      records.map(({ person }) => person),
    );
    const applied = records.map((record) => this.applyRow(record));
    await this.changeContacts();
    return applied;
  }

  /** Duplicates that are found go to the list of proposals without a card each; to compare all contacts afterwards would take longer. */
  private async changeContacts(): Promise<void> {
    const settings = await this.ctx.store.settings.current();
    const cause = { kind: "import", ref: this.file.id } as const;
    const list = [...this.drafts.values()].map(({ before, contact, facts }) => ({ before, draft: contact, facts, cause }));
    await changeContacts(this.ctx, this.changes, settings, list, { isShown: false });
  }

  counts(before: readonly ImportRowRecord[], after: readonly ImportRowRecord[]): ImportRecord["counts"] {
    const { counts } = this.file;
    const moved = (outcome: ImportOutcome) =>
      after.filter((row) => row.outcome === outcome).length - before.filter((row) => row.outcome === outcome).length;
    const isNew = (row: ImportRowRecord, at: number) => row.appliedAt !== null && before[at]?.appliedAt === null;
    return {
      ...counts,
      create: counts.create + moved("create"),
      update: counts.update + moved("update"),
      skip: counts.skip + moved("skip"),
      applied: counts.applied + after.filter(isNew).length,
      tagsMade: this.tagsMade,
    };
  }

  private applyRow({ row, person, reasons }: ReadRecord): ImportRowRecord {
    if (person === null) return { ...row, values: null };
    const earlier = earlierLine(row.reasons);
    const done = this.decide(person, earlier !== null);
    const isNoNews = done.outcome === "skip" && done.contactId !== null && earlier !== null && row.outcome === "update";
    const outcome = isNoNews ? "update" : done.outcome;
    const same = earlier === null ? [] : [samePerson(earlier)];
    const drift = outcome === row.outcome ? [] : [reason("changed_since_plan", null, `the dry run said ${row.outcome}`)];
    const said = isNoNews ? done.reasons.filter(({ code }) => code !== "no_change") : done.reasons;
    return {
      ...row,
      outcome,
      contactId: done.contactId,
      values: null,
      reasons: united(row.reasons, [...reasons, ...same, ...said, ...drift]),
      appliedAt: outcome === "skip" ? null : this.rules.now,
    };
  }

  private decide(person: ImportedPerson, isLater: boolean): AppliedRow {
    const match = this.people.match(person);
    if ("reason" in match) return this.optOutAll(person, match);
    const draft = match.contactId === null ? this.create(person) : this.draftOf(match.contactId);
    const known = draft && this.people.known.get(draft.contact.id);
    if (!known) return { outcome: "skip", contactId: null, reasons: [reason("changed_since_plan", null, "the contact has been deleted")] };
    const declared = isLater ? [] : declaredReasons(person, match.contactId, this.people, this.rules.columnOf);
    const admitted = tagsAdmitted(person.tags, this.tags, () => this.admitTag());
    const { change, reasons } = changeTo(known, { ...person, tags: admitted }, this.rules, isLater);
    const left = admitted.length < person.tags.length ? [tooManyTags(this.rules)] : [];
    const isNew = match.contactId === null;
    if (change === null && !isNew) {
      return { outcome: "skip", contactId: known.id, reasons: [...reasons, ...left, reason("no_change", null, "the contact has all of it")] };
    }
    this.drafts.set(known.id, draft);
    const news = isNew || change === null ? [] : [matchedBy(person, known.id, this.people), changesSaid(known, change)];
    if (change !== null) {
      writePerson(this.ctx, this.changes, draft, change, this.tags);
      this.people.learn(withChange(known, change, this.rules.now));
    }
    return { outcome: isNew ? "create" : "update", contactId: known.id, reasons: [...news, ...declared, ...reasons, ...left] };
  }

  private optOutAll(person: ImportedPerson, { reason: why, among }: Exclude<ImportMatch, { contactId: string | null }>): AppliedRow {
    if (!optsOutSome(person, among, this.people)) return { outcome: "skip", contactId: null, reasons: [why] };
    for (const id of among) {
      const [known, draft] = [this.people.known.get(id), this.draftOf(id)];
      if (!known || !draft || known.optedOut) continue;
      this.drafts.set(id, draft);
      const change: Change = { ...nothingChanged, consent: "opt_out" };
      writePerson(this.ctx, this.changes, draft, change, this.tags);
      this.people.learn(withChange(known, change, this.rules.now));
    }
    return { outcome: "update", contactId: null, reasons: [why, optOutAlone] };
  }

  private create({ createdAt }: ImportedPerson): ImportedContact {
    const fresh = newContact(createdAt === null ? this.ctx : { ...this.ctx, now: () => createdAt }, "import");
    this.people.learn(knownOf(fresh));
    return { before: null, contact: fresh, facts: [] };
  }

  private draftOf(id: string): ImportedContact | undefined {
    const contact = this.people.contacts.get(id);
    return this.drafts.get(id) ?? (contact && { before: contact, contact, facts: [] });
  }

  private admitTag(): boolean {
    if (this.tagsMade >= maxNewTags) return false;
    this.tagsMade += 1;
    return true;
  }
}

const isOpen = ({ outcome, appliedAt, values }: ImportRowRecord) =>
  appliedAt === null && values !== null && (outcome === "create" || outcome === "update");
