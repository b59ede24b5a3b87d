import type { ConsentRecord } from "#core/model/people/consent.ts";

/** A node of one side, and when the last word about it was said (ms since 1970). */
export type Lifted = { node: string; at: number };

/**
 * Nodes whose own last word is to opt out, and that only a message of the other side (`theirs`) has opted in since, while
 * both were one record: once separated, the START of one person must not undo the STOP of the other.
 */
export function optedInByOthers(lines: readonly ConsentRecord[], theirs: ReadonlySet<string>): Lifted[] {
  const byNode = Map.groupBy(lines, ({ node }) => node);
  return [...byNode].flatMap(([node, said]) => {
    const inOrder = said.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    const own = inOrder.filter(({ messageId }) => messageId === null || !theirs.has(messageId));
    const last = inOrder.at(-1);
    return last?.decision === "opt_in" && own.at(-1)?.decision === "opt_out" ? [{ node, at: last.at }] : [];
  });
}
