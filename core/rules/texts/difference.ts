import { diffWordsWithSpace } from "diff";

export type Piece = { kind: "same" | "removed" | "added"; text: string };

/** Above this number of changed words and blanks the text counts as rewritten, since the cost of the comparison grows with its square. */
const mostEdits = 800;

/**
 * What an edit has changed, word by word. The pieces that are `same` or `removed` join to exactly `original`, those that are
 * `same` or `added` to exactly `edited`.
 */
export function difference(original: string, edited: string): Piece[] {
  const changes = diffWordsWithSpace(original, edited, { maxEditLength: mostEdits });
  if (!changes) return [piece("removed", original), piece("added", edited)].filter(({ text }) => text !== "");
  return changes.map(({ value, added, removed }) => piece(added ? "added" : removed ? "removed" : "same", value));
}

function piece(kind: Piece["kind"], text: string): Piece {
  return { kind, text };
}
