import type { Context } from "#core/ports/context.ts";
import type { Directory } from "#core/ports/store.ts";
import { minute } from "#core/rules/time.ts";
import { AgentFailures } from "#core/usecases/agent-failures.ts";
import { requestResume } from "./request-run.ts";

/** A running operation commits every few seconds; one without progress for so long has lost its job. */
const stalledMs = 2 * minute;
const chunk = 500;

/**
 * Requests the jobs of stalled operations again, since a queue that is created anew has lost them; an agent for which that
 * fails keeps no other waiting.
 */
export async function resumeOperations(directory: Directory, contextFor: (agentId: string) => Context, now: number): Promise<void> {
  const stalled = await directory.stalledOperations(now - stalledMs, chunk);
  const failures = new AgentFailures();
  for (const operation of stalled) await failures.attempt(operation.agentId, async () => requestResume(contextFor(operation.agentId), operation));
  failures.throwAny();
}
