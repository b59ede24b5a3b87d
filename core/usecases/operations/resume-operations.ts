import type { Context } from "#core/ports/context.ts";
import type { Directory } from "#core/ports/store.ts";
import { minute } from "#core/rules/time.ts";
import { requestResume } from "./request-run.ts";

/** Work under way moves every few seconds; what stands still so long has lost its job. */
const stalledMs = 2 * minute;
const chunk = 500;

/** Asks again for operations whose job is lost: a queue that begins anew forgets them. */
export async function resumeOperations(directory: Directory, contextFor: (agentId: string) => Context, now: number): Promise<void> {
  const stalled = await directory.stalledOperations(now - stalledMs, chunk);
  for (const operation of stalled) await requestResume(contextFor(operation.agentId), operation);
}
