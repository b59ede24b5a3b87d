import type { OperationRecord } from "#core/model/operations/operation.ts";
import { type Statement, sql } from "../sql.ts";
import { expecting } from "./expecting.ts";

/** Steps of operations. The batch fails unless each is still where it was decided from: no chunk is done twice. */
export function stepOperations(steps: readonly { before: OperationRecord; after: OperationRecord }[], agentId: string | null): Statement[] {
  return steps.flatMap(({ before, after }) => {
    if (after.agentId !== agentId || before.id !== after.id) throw new Error("a step names another operation");
    const { state, total, done, failed, cursor, error, updatedAt, finishedAt } = after;
    const input = JSON.stringify(after.input);
    return expecting(
      1,
      sql`UPDATE operations SET state = ${state}, total = ${total}, done = ${done}, failed = ${failed}, cursor = ${cursor},
        error = ${error}, updated_at = ${updatedAt}, finished_at = ${finishedAt}, input = ${input}
        WHERE agent_id = ${agentId} AND id = ${after.id} AND state = ${before.state} AND cursor IS ${before.cursor}`,
    );
  });
}
