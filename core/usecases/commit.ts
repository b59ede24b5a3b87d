import { fail } from "#core/errors.ts";
import type { IdempotencyRecord } from "#core/model/records.ts";
import type { AuditRecord } from "#core/model/staff.ts";
import { ChangeSet, StaleError } from "#core/ports/change-set.ts";
import type { AuditedAction, Context, IdempotencyRequest } from "#core/ports/context.ts";

/** A request that a commit answers: its answer under its Idempotency-Key and its audit line are saved with the changes. */
export type AnsweredRequest = { ctx: Context; result: unknown };

/** Where a change set goes: the store of an agent, or the directory when it makes an agent. */
type CommitTarget = { commit(changes: ChangeSet): Promise<void> };

/**
 * Saves the change set, and with it the audit line and the idempotent answer of the request. Returns `result`.
 * Throws StaleError when something that was read has changed: run the whole read and decision again (`retrying`).
 */
export async function commit<T>(ctx: Context, changes: ChangeSet, result: T, target: CommitTarget = ctx.store): Promise<T> {
  await commitAll(target, changes, [{ ctx, result }]);
  return result;
}

/** Saves a step that answers nobody: background work, or what a request saves before the commit that answers it. */
export async function commitStep(ctx: Context, changes: ChangeSet): Promise<void> {
  await commitAll(ctx.store, changes, []);
}

/** The one place that commits: one change set for any number of requests, each with its own actor, audit line and answer. */
export async function commitAll(target: CommitTarget, changes: ChangeSet, answered: readonly AnsweredRequest[]): Promise<void> {
  for (const { ctx, result } of answered) {
    if (ctx.idempotency) changes.insert("idempotency", answerRow(ctx, ctx.idempotency, result));
    if (ctx.audit) changes.insert("audit", auditRow(ctx, ctx.audit, result));
  }
  await target.commit(changes);
}

/** Replaces the answer that an earlier commit of this request has saved under its key, so that a repeat gets the later one. */
export async function replaceAnswer<T>(ctx: Context, result: T): Promise<T> {
  if (!ctx.idempotency) return result;
  const row = answerRow(ctx, ctx.idempotency, result);
  const { keyHash } = row;
  // With a key that has been revoked its answers have gone, and stay so.
  const changes = new ChangeSet().expectRows("idempotency", { keyHash }, "keyHash", [keyHash]).put("idempotency", row);
  await commitStep(ctx, changes).catch(unlessStale);
  return result;
}

function unlessStale(error: unknown): void {
  if (!(error instanceof StaleError)) throw error;
}

/** The audit line of a request whose effect goes another way than `commit`, to be put beside that effect. */
export function addAuditLine(ctx: Context, changes: ChangeSet): void {
  if (ctx.audit) changes.insert("audit", auditRow(ctx, ctx.audit, undefined));
}

function auditRow(ctx: Context, { action, subjectId: named, subjectOf, detail = {}, saved }: AuditedAction, result: unknown): AuditRecord {
  saved?.();
  const subjectId = named ?? subjectOf?.(result) ?? null;
  const { kind, id } = ctx.actor;
  return { id: ctx.newId("aud"), agentId: ctx.store.agentId, at: ctx.now(), actorKind: kind, actorId: id, action, subjectId, detail };
}

function answerRow(ctx: Context, { keyHash, requestHash, ownerId, answer }: IdempotencyRequest, result: unknown): IdempotencyRecord {
  return { agentId: ctx.store.agentId, keyHash, requestHash, ownerId, createdAt: ctx.now(), ...answer(result) };
}

/** With the pauses of the context these take some seconds, enough for everybody who changes one contact at the same time. */
const attempts = 50;

/** Runs `attempt` again from its reads on, while somebody else commits first. `requests`: those that the commit answers. */
export async function retrying<T>(ctx: Context, attempt: () => Promise<T>, requests: readonly Context[] = [ctx]): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StaleError)) throw error;
      for (const request of requests) await refuseTakenKey(request);
      if (tried === attempts) return fail("unavailable", "too many changes to the same record at once; send the request again");
      await ctx.pause(tried);
    }
  }
}

/** A commit stays stale when another request with the same key has had its effect meanwhile. */
async function refuseTakenKey(ctx: Context): Promise<void> {
  if (ctx.idempotency && (await ctx.store.idempotency.find(ctx.idempotency.keyHash))) {
    fail("conflict", "another request with this Idempotency-Key has just been carried out; repeat it to get its answer");
  }
}
