import type { Statement } from "../sql.ts";

/** A condition on a contact (`c`), and how indexes serve it. */
export type Condition = {
  holds: Statement;
  /** Finds its rows when they are few. */
  rows?: Statement;
  /** True when there are usually few such rows: this source is tried first. */
  isNarrow?: boolean;
  /** An index in which the contacts that hold stand together, sorted by `recent_at`. */
  leads?: string;
  /** The same, or as much of it as can be said, as a range of one sort column. */
  bounds?: { column: string; holds: Statement };
};
