import type { ItemResult } from "./server.ts";

export type LineFault = { line: number; detail: string };

/** What became of a file. `contacts` and `faults` hold the first few only, so that a file of any size fits. */
export type ReplayOutcome = {
  lines: number;
  added: number;
  known: number;
  refused: number;
  failedLines: number;
  contacts: Set<string>;
  faults: LineFault[];
};

const maxFaults = 20;

/** Counts as the replay goes along. `remember` is for how many contacts. */
export class ReplayTally {
  readonly outcome: ReplayOutcome = { lines: 0, added: 0, known: 0, refused: 0, failedLines: 0, contacts: new Set(), faults: [] };
  readonly #remember: number;
  #refusedLine = 0;
  constructor(remember: number) {
    this.#remember = remember;
  }

  /** A line that is no record. */
  badLine(line: number, detail: string): void {
    this.outcome.failedLines += 1;
    this.#fault(line, detail);
  }

  /** The server's answer to one message of a line. */
  answer(line: number, result: ItemResult | undefined): void {
    if (result?.status === 201) this.outcome.added += 1;
    else if (result?.status === 200) this.outcome.known += 1;
    else this.#refuse(line, result);
    if (result?.contactId && this.outcome.contacts.size < this.#remember) this.outcome.contacts.add(result.contactId);
  }

  #refuse(line: number, result: ItemResult | undefined): void {
    this.outcome.refused += 1;
    if (line !== this.#refusedLine) this.outcome.failedLines += 1;
    this.#refusedLine = line;
    const first = result?.problem?.errors?.[0];
    this.#fault(line, first ? `${first.pointer} ${first.detail}` : (result?.problem?.detail ?? "got no answer from the server"));
  }

  #fault(line: number, detail: string): void {
    if (this.outcome.faults.length < maxFaults) this.outcome.faults.push({ line, detail });
  }
}
