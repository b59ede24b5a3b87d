import { errorName } from "#core/errors.ts";
import type { Context } from "#core/ports/context.ts";
import type { Directory } from "#core/ports/store.ts";
import type { Wait } from "#core/ports/wait.ts";
import { recoverDeliveries, recoverOwn } from "#core/usecases/deliveries/recover-deliveries.ts";
import { retryStalledDeliveries } from "#core/usecases/deliveries/retry-stalled-deliveries.ts";

export type RecoveryDeps = {
  directory: Directory;
  contextFor(agentId: string): Context;
  now(): number;
  wait: Wait;
  /** Names this process in claims. */
  owner: string;
  /** There is no other process: what is claimed when this one begins was claimed by one that has died. */
  isAlone: boolean;
  claimMs: number;
  log: { warn(fields: Record<string, unknown>, message: string): void };
};

/** Settles what the dead have left behind, once before anything is claimed here and then as claims run out. */
export async function startRecovery(deps: RecoveryDeps, signal: AbortSignal): Promise<void> {
  const { directory, contextFor, now, owner, isAlone } = deps;
  if (isAlone) await recoverOwn(directory, contextFor, owner, now());
  await recoverDeliveries(directory, contextFor, now());
  void keepRecovering(deps, signal);
}

/** The queue may be down for long; this goes by the store alone. */
async function keepRecovering({ directory, contextFor, now, wait, claimMs, log }: RecoveryDeps, signal: AbortSignal): Promise<void> {
  for (;;) {
    await wait(claimMs / 3, signal);
    if (signal.aborted) return;
    try {
      await recoverDeliveries(directory, contextFor, now());
      await retryStalledDeliveries(directory, contextFor, now(), claimMs);
    } catch (error) {
      log.warn({ error: errorName(error) }, "deliveries of processes that have died cannot be looked after");
    }
  }
}
