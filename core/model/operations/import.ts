export const importFormats = ["csv", "jsonl"] as const;
export type ImportFormat = (typeof importFormats)[number];

/** `staged`: all rows are in, nothing is decided. `planned`: each row has its outcome. `applied`: done. */
export const importStates = ["staging", "staged", "planning", "planned", "applying", "applied", "failed"] as const;
export type ImportState = (typeof importStates)[number];

export const importOutcomes = ["create", "update", "skip"] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

/** What a column of the file becomes. `attribute:NAME` is a custom attribute; null: the column is left out. */
export type ImportMapping = Record<string, string | null>;

/** Why a row has its outcome, and what is wrong with its cells: those are left out, or the row is skipped. */
export type ImportReason = { code: string; column: string | null; detail: string };

/** Rows by outcome. `newTags`: the file names them, and there are none yet; `tagsMade`: how many of them there are now. */
export type ImportCounts = {
  rows: number;
  create: number;
  update: number;
  skip: number;
  applied: number;
  newTags: number;
  tagsMade: number;
};

/** An import of a file of contacts. */
export type ImportRecord = {
  id: string;
  agentId: string;
  format: ImportFormat;
  columns: string[];
  mapping: ImportMapping | null;
  state: ImportState;
  counts: ImportCounts;
  /** Identifies one complete dry run: apply must name it. */
  planId: string | null;
  operationId: string | null;
  createdBy: string;
  createdAt: number;
  updatedAt: number;
};

/** A row as it was uploaded, with the outcome of the dry run. Its values are deleted when it is applied. */
export type ImportRowRecord = {
  agentId: string;
  importId: string;
  /** In the file, counted from 1; the header of a CSV is line 1. */
  line: number;
  values: Record<string, unknown> | null;
  outcome: ImportOutcome | null;
  reasons: ImportReason[];
  contactId: string | null;
  appliedAt: number | null;
};
