import type { FieldFault } from "#core/errors.ts";
import type { ImportMapping } from "#core/model/operations/import.ts";
import { attributePlace } from "#core/rules/contact/people-by.ts";
import { named } from "#core/rules/named.ts";
import { labelHeaders, readHeader } from "./headers.ts";
import { type ImportField, importFields, isImportField } from "./import-field.ts";

/** Fields that several columns can become: each of them counts. */
const shared: ReadonlySet<string> = new Set<ImportField>(["otherEmail", "otherPhone", "tags", "optedOut", "consent", "subscription"]);
/** What becomes of the addresses that a person has beside the first. */
const furtherField: Partial<Record<ImportField, ImportField>> = { email: "otherEmail", phone: "otherPhone" };

const attributePrefix = "attribute:";
const maxAttributeName = 100;

/** The attribute that a target names; null: it is a field of ours, or nothing. */
export function attributeOf(target: string): string | null {
  return target.startsWith(attributePrefix) ? target.slice(attributePrefix.length) : null;
}

/**
 * Every column with what it becomes: as `given` says, else by its header, which may be `attribute:NAME`. Of several columns
 * for one field the one that names it best is taken, then the first; further e-mails and phones are kept beside it, labels
 * of addresses become attributes, and those left over become nothing.
 */
export function mappingOf(columns: readonly string[], given: ImportMapping = {}): ImportMapping {
  const readings = new Map(columns.map((column) => [column, readHeader(column)]));
  const rankOf = (column: string) => readings.get(column)?.rank ?? 0;
  const taken = new Set(Object.values(given));
  const found = new Map<string, string>();
  for (const column of columns.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const target = attributeOf(column) === null ? readings.get(column)?.field : column;
    const free = target === undefined || named(given, column) !== undefined || !isTarget(target) ? undefined : freeTarget(target, taken);
    if (free === undefined) continue;
    taken.add(free);
    found.set(column, free);
  }
  for (const [column, target] of found) if (isAddress(target)) addLabel(column, columns, found);
  return Object.fromEntries(columns.map((column) => [column, named(given, column) ?? found.get(column) ?? null]));
}

function freeTarget(target: string, taken: ReadonlySet<string | null>): string | undefined {
  if (!taken.has(target) || shared.has(target)) return target;
  return isImportField(target) ? furtherField[target] : undefined;
}

const isAddress = (target: string) => ["email", "otherEmail", "phone", "otherPhone"].includes(target);

function addLabel(column: string, columns: readonly string[], found: Map<string, string>): void {
  const label = labelHeaders(column).find((header) => columns.includes(header));
  if (label !== undefined && isTarget(attributePlace(label))) found.set(label, attributePlace(label));
}

/** What is wrong with a mapping that somebody gives; `columns` null: they are not known yet. */
export function faultsOf(mapping: ImportMapping, columns: readonly string[] | null): FieldFault[] {
  const known = columns && new Set(columns);
  const taken = new Set<string>();
  return Object.entries(mapping).flatMap(([column, target]) => {
    const fault = (detail: string) => [{ pointer: `/mapping/${escaped(column)}`, detail }];
    if (known && !known.has(column)) return fault("is not a column of the file");
    if (target === null) return [];
    if (taken.has(target) && !shared.has(target)) return fault(`becomes ${target}, as another column does`);
    taken.add(target);
    return isTarget(target) ? [] : fault(`becomes none of ${importFields.join(", ")} or ${attributePrefix}NAME`);
  });
}

function isTarget(target: string): boolean {
  const attribute = attributeOf(target);
  if (attribute === null) return isImportField(target);
  return attribute.trim() !== "" && attribute.length <= maxAttributeName && attribute !== "__proto__";
}

/** As JSON pointers write it (RFC 6901). */
const escaped = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");
