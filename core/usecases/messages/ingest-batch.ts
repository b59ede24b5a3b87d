import type { CrmError } from "#core/errors.ts";
import type { Ingested, NewMessage } from "#core/model/inbound.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit } from "#core/usecases/commit.ts";
import { messageArrival } from "./arrival.ts";
import { tryIngest } from "./ingest-queue.ts";

export type BatchResult = { ok: Ingested } | { error: CrmError };

/** Ingests many messages of one agent in few commits. Results are in the order of the inputs; an invalid message fails alone. */
export async function ingestBatch(ctx: Context, inputs: readonly NewMessage[]): Promise<BatchResult[]> {
  // The idempotency key and the audit line belong to the whole request, not to one message.
  const each: Context = { ...ctx, idempotency: undefined, audit: undefined };
  const results = await Promise.all(
    inputs.map(async (input): Promise<BatchResult> => {
      const outcome = await tryIngest(each, ({ document }) => messageArrival(each, input, document));
      if ("error" in outcome) return outcome;
      if ("message" in outcome.ok) return { ok: outcome.ok };
      throw new TypeError("a message was answered as an action");
    }),
  );
  return ctx.idempotency || ctx.audit ? commit(ctx, new ChangeSet(), results) : results;
}
