import { diffWordsWithSpace } from "diff";

export type Piece = { kind: "same" | "removed" | "added"; text: string };

/** Beyond so many changed words and blanks it is another text: the search grows with their square. */
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
