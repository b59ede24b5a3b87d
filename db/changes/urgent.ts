import type { ChangeSet } from "#core/ports/change-set.ts";

/**
 * True for what must be taken though the disk is full: that somebody does not want to be written to, and that somebody is to
 * be deleted. What files and merges say of consent can wait.
 */
export function isUrgent({ erased, inserts, steps }: ChangeSet): boolean {
  if (erased.length > 0) return true;
  if (inserts.consents?.some(({ decision, source }) => decision === "opt_out" && source !== "import" && source !== "unmerge")) return true;
  const operations = [...(inserts.operations ?? []), ...steps.map(({ after }) => after)];
  return operations.some(({ input: { work } }) => work.action === "delete");
}
