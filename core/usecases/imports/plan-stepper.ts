import type { ImportReason, ImportRecord, ImportRowRecord } from "#core/model/operations/import.ts";
import type { OperationRecord } from "#core/model/operations/operation.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { changesSaid, changeTo, type Rules } from "#core/rules/imports/change.ts";
import { declaredReasons, matchedBy } from "#core/rules/imports/match.ts";
import { type ImportedPerson, isIdentified } from "#core/rules/imports/person.ts";
import { reason, samePerson } from "#core/rules/imports/reasons.ts";
import { maxAttributes } from "#core/usecases/contacts/people-fields.ts";
import { endOperation } from "#core/usecases/operations/end-operation.ts";
import type { Advance, Stepper } from "#core/usecases/operations/stepper.ts";
import { yieldToEventLoop } from "#core/usecases/operations/yield-to-event-loop.ts";
import { fileOf, stepOn } from "./file-of.ts";
import { forget, memoryOf, type PlanMemory } from "./plan-memory.ts";
import { findPeople, type KnownPeople, type ReadRecord, readerOf } from "./read-chunk.ts";
import { maxNewTags, tagsAdmitted, tagsByKey } from "./tag-book.ts";

/** The dry run: decides what each row of a file would do, and changes no contact. */
export const planImportStepper: Stepper = { chunk: { min: 200, first: 500, max: 2_000 }, total, advance, cleanUp };

async function total(ctx: Context, operation: OperationRecord): Promise<number> {
  return (await fileOf(ctx, operation))?.counts.rows ?? 0;
}

async function advance(ctx: Context, operation: OperationRecord, size: number): Promise<Advance> {
  const changes = new ChangeSet();
  const file = await fileOf(ctx, operation);
  // A newer dry run has replaced this one, or the file has been deleted.
  if (file?.state !== "planning" || file.operationId !== operation.id) return { operation: endOperation(operation, "cancelled", ctx.now()), changes };
  const after = Number(operation.cursor ?? 0);
  const [read, memory] = [await readerOf(ctx, file), memoryOf(ctx.directory, operation.id)];
  await readUpTo(ctx, file, memory, after, read);
  const rows = await ctx.store.imports.scan(file.id, after, size);
  if (rows.length === 0) {
    forget(ctx.directory, operation.id);
    changes.replace("imports", file, { ...file, state: "planned", planId: ctx.newId("pln"), updatedAt: ctx.now() });
    return { operation: endOperation(operation, "completed", ctx.now()), changes };
  }
  const decided = await decideRows(ctx, file, rows.map(read), memory);
  memory.decidedTo(decided.at(-1)?.line ?? after);
  changes.put("importRows", ...decided).replace("imports", file, { ...file, counts: counted(file, decided, memory), updatedAt: ctx.now() });
  return { operation: stepOn(ctx, operation, decided), changes };
}

async function cleanUp(ctx: Context, changes: ChangeSet, operation: OperationRecord): Promise<void> {
  forget(ctx.directory, operation.id);
  const file = await fileOf(ctx, operation);
  if (file?.state === "planning" && file.operationId === operation.id)
    changes.replace("imports", file, { ...file, state: "staged", updatedAt: ctx.now() });
}

const rowsPerRead = 500;

/** Reads the decided rows up to the cursor into the memory of the dry run, where it does not hold them yet. */
async function readUpTo(
  ctx: Context,
  file: ImportRecord,
  memory: PlanMemory,
  cursor: number,
  read: (row: ImportRowRecord) => ReadRecord,
): Promise<void> {
  memory.settle(cursor);
  while (memory.upTo < cursor) {
    const rows = (await ctx.store.imports.scan(file.id, memory.upTo, rowsPerRead)).filter(({ line }) => line <= cursor);
    const records = rows.map(read);
    const known = await tagsByKey(
      ctx,
      records.map(({ person }) => person),
    );
    for (const { row, person } of records) {
      if (person === null) continue;
      memory.addDecided(row, person);
      if (row.outcome !== "skip") tagsAdmitted(person.tags, known, (key) => memory.admitTag(key, maxNewTags));
    }
    const last = rows.length < rowsPerRead ? cursor : (rows.at(-1)?.line ?? cursor);
    memory.decidedTo(last);
    memory.settle(last);
    await yieldToEventLoop(ctx);
  }
}

async function decideRows(ctx: Context, file: ImportRecord, records: readonly ReadRecord[], memory: PlanMemory): Promise<ImportRowRecord[]> {
  const people = await findPeople(ctx, records);
  const tags = await tagsByKey(
    ctx,
    records.map(({ person }) => person),
  );
  const rules = rulesOf(ctx, file);
  return records.map(({ row, person, reasons }) => {
    if (person === null) return { ...row, outcome: "skip", contactId: null, reasons };
    const decision = decide(person, row.line, people, memory, rules);
    const admitted = decision.outcome === "skip" ? person.tags : tagsAdmitted(person.tags, tags, (key) => memory.admitTag(key, maxNewTags));
    const left = admitted.length < person.tags.length ? [tooManyTags(rules)] : [];
    return { ...row, ...decision, reasons: [...reasons, ...decision.reasons, ...left] };
  });
}

export const tooManyTags = (rules: Rules) => reason("too_many_tags", rules.columnOf("tags"), `would make more than ${maxNewTags} tags`);

export function rulesOf(ctx: Context, { id, mapping }: ImportRecord): Rules {
  const columnOf = new Map(Object.entries(mapping ?? {}).map(([column, field]) => [field, column]));
  return { importId: id, now: ctx.now(), maxAttributes, columnOf: (field) => columnOf.get(field) ?? null };
}

type RowDecision = { outcome: "create" | "update" | "skip"; contactId: string | null; reasons: ImportReason[] };

function decide(person: ImportedPerson, line: number, people: KnownPeople, memory: PlanMemory, rules: Rules): RowDecision {
  const skip = (...reasons: ImportReason[]): RowDecision => ({ outcome: "skip", contactId: null, reasons });
  if (!isIdentified(person)) return person.details.name === undefined ? skip(nobody) : { outcome: "create", contactId: null, reasons: [onlyAName] };
  const match = people.match(person);
  if ("reason" in match)
    return optsOutSome(person, match.among, people) ? { ...skip(match.reason, optOutAlone), outcome: "update" } : skip(match.reason);
  const { contactId } = match;
  const earlier = memory.earlier(person, contactId);
  if ("conflict" in earlier)
    return skip(reason(earlier.conflict, null, `speaks of the same person as line ${earlier.lines.join(" and line ")}, and of another`));
  memory.add(person, contactId, earlier.line ?? line);
  const same = earlier.line === null ? unknownEarlier(memory) : [samePerson(earlier.line)];
  const declared = earlier.line === null ? declaredReasons(person, contactId, people, rules.columnOf) : [];
  const known = contactId === null ? undefined : people.known.get(contactId);
  if (!known) return { outcome: earlier.line === null ? "create" : "update", contactId, reasons: [...same, ...declared] };
  const { change, reasons } = changeTo(known, person, rules, earlier.line !== null);
  if (change === null) return { outcome: "skip", contactId, reasons: [...same, ...reasons, reason("no_change", null, "the contact has all of it")] };
  const news = [matchedBy(person, known.id, people), changesSaid(known, change)];
  return { outcome: "update", contactId, reasons: [...same, ...news, ...declared, ...reasons] };
}

/** A row that matches several contacts changes none of them, but its opt-out applies to all: an opt-out is never lost. */
export function optsOutSome({ consent }: ImportedPerson, among: readonly string[], people: KnownPeople): boolean {
  return consent === "opt_out" && among.some((id) => people.known.get(id)?.optedOut === false);
}

export const optOutAlone = reason("changes", null, "only its opt-out is taken, by every contact that it speaks of");

function unknownEarlier({ isFull }: PlanMemory): ImportReason[] {
  return isFull
    ? [reason("not_compared", null, "the file names too many people to know whether an earlier line is about the same; applying it will")]
    : [];
}

const nobody = reason("nobody", null, "has no name, and nothing that somebody is known by");
const onlyAName = reason("only_a_name", null, "has nothing that the contact could be known by: another import makes another contact");

function counted({ counts }: ImportRecord, rows: readonly ImportRowRecord[], memory: PlanMemory): ImportRecord["counts"] {
  const of = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  return {
    ...counts,
    create: counts.create + of("create"),
    update: counts.update + of("update"),
    skip: counts.skip + of("skip"),
    newTags: memory.newTags.size,
  };
}
