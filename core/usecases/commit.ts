import { fail } from "#core/errors.ts";
import type { IdempotencyRecord } from "#core/model/records.ts";
import type { AuditRecord } from "#core/model/staff.ts";
import { type ChangeSet, StaleError } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";

/**
 * Keeps the change set and, for a POST with an Idempotency-Key, the answer in the same commit. Returns `result`.
 * Throws StaleError when something that was read has changed: run the whole read and decision again (`retrying`).
 */
export async function commit<T>(ctx: Context, changes: ChangeSet, result: T): Promise<T> {
  if (ctx.idempotency) changes.insert("idempotency", answerRow(ctx, result));
  if (ctx.audit) changes.insert("audit", auditRow(ctx, ctx.audit));
  await ctx.store.commit(changes);
  return result;
}

function auditRow(ctx: Context, { action, subjectId }: NonNullable<Context["audit"]>): AuditRecord {
  const { kind, id } = ctx.actor;
  return { id: ctx.newId("aud"), agentId: ctx.store.agentId, at: ctx.now(), actorKind: kind, actorId: id, action, subjectId, detail: {} };
}

/** The row that lets a repeat of the request answer alike. */
export function answerRow(ctx: Context, result: unknown): IdempotencyRecord {
  const request = ctx.idempotency ?? fail("invalid", "there is no idempotency key to remember an answer under");
  return { agentId: ctx.store.agentId, keyHash: request.keyHash, requestHash: request.requestHash, createdAt: ctx.now(), ...request.answer(result) };
}

/** With the pauses of the context these are some seconds: among many who change one contact at once everybody has their turn. */
const attempts = 50;

/** Runs `attempt` again, from its reads on, while somebody else commits first. */
export async function retrying<T>(ctx: Context, attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StaleError)) throw error;
      await refuseTakenKey(ctx);
      if (tried === attempts) return fail("unavailable", "too many changes to the same record at once; send the request again");
      await ctx.pause(tried);
    }
  }
}

/** A commit is stale for good when another request with the same key has had its effect meanwhile. */
async function refuseTakenKey(ctx: Context): Promise<void> {
  if (ctx.idempotency && (await ctx.store.idempotency.find(ctx.idempotency.keyHash))) {
    fail("conflict", "another request with this Idempotency-Key has just been carried out; repeat it to get its answer");
  }
}
