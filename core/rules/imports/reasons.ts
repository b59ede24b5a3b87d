import type { ImportReason } from "#core/model/operations/import.ts";

/** Why a row has its outcome. Details hold no value of a cell: they are kept when the values are gone. */
export const reasonCodes = [
  /* What is wrong with the row in the file; the first four take it out. */
  "not_json",
  "not_an_object",
  "too_large",
  "extra_cells",
  "missing_cells",
  "not_storable",
  "not_a_value",
  "too_many_columns",
  /* Cells that are left out. */
  "not_an_email",
  "not_a_phone",
  "not_a_channel",
  "not_yes_or_no",
  "not_a_time",
  "not_a_time_zone",
  "unknown_branch",
  "too_long",
  "too_many_tags",
  "too_many_attributes",
  "more_cells",
  /* Whom the row is about. */
  "nobody",
  "only_a_name",
  "several_contacts",
  "several_lines",
  "other_identity",
  "same_person_as_line",
  "not_compared",
  "declared_by",
  "matched_by",
  /* What it does to the contact. */
  "changes",
  "kept_human_value",
  "kept_verified_value",
  "kept_newer_value",
  "kept_earlier_line",
  "kept_opt_out",
  "no_change",
  "changed_since_plan",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** Reasons found while the file was read; another dry run keeps them. */
const ofTheFile: readonly string[] = reasonCodes.slice(0, reasonCodes.indexOf("not_an_email"));
const unreadable: readonly string[] = reasonCodes.slice(0, reasonCodes.indexOf("missing_cells"));

export function reason(code: ReasonCode, column: string | null, detail: string): ImportReason {
  return { code, column, detail };
}

export function fileReasons(reasons: readonly ImportReason[]): ImportReason[] {
  return reasons.filter(({ code }) => ofTheFile.includes(code));
}

/** So many cells of a row are named one by one; the others are counted, since each row is stored with its reasons. */
const mostNamedCells = 50;

export function boundedReasons(cells: readonly ImportReason[]): ImportReason[] {
  const more = cells.length - mostNamedCells;
  return more <= 0 ? [...cells] : [...cells.slice(0, mostNamedCells), reason("more_cells", null, `${more} more are left out`)];
}

/** True when nothing of the row can be relied on. */
export function isUnreadable(reasons: readonly ImportReason[]): boolean {
  return reasons.some(({ code }) => unreadable.includes(code));
}

const sameAsLine = "same_person_as_line";

export function samePerson(line: number): ImportReason {
  return reason(sameAsLine, null, `line ${line}`);
}

/** The earlier line that a row is the same person as; null: it is the first of its person. */
export function earlierLine(reasons: readonly ImportReason[]): number | null {
  const found = reasons.find(({ code }) => code === sameAsLine);
  return found ? Number(found.detail.slice("line ".length)) : null;
}

/** All reasons, each once; the earlier ones come first. */
export function united(before: readonly ImportReason[], after: readonly ImportReason[]): ImportReason[] {
  const isSaid = (one: ImportReason) =>
    before.some(({ code, column, detail }) => code === one.code && column === one.column && detail === one.detail);
  return [...before, ...after.filter((one) => !isSaid(one))];
}
