import { contextOf, systemRuntime } from "#api/context.ts";
import { jobKinds } from "#core/jobs/handlers.ts";
import type { EffectType } from "#core/model/effect.ts";
import type { Directory } from "#core/ports/store.ts";

/** Carries out what waits in the outbox for operations, as the queue would, and what that asks for again. */
export async function runOperations(directory: Directory, now: () => number = Date.now): Promise<void> {
  const kinds = jobKinds({
    contextFor: (agentId) => contextOf(systemRuntime(now), directory, agentId, { kind: "system", id: "system" }),
    sender: { owner: "test", claimMs: 1_000, channelFor: () => null, reached: () => {} },
  });
  const type: EffectType = "operation.run";
  for (;;) {
    const wanted = (await directory.outbox(500)).filter((effect) => effect.type === type);
    if (wanted.length === 0) return;
    for (const { id, agentId, payload } of wanted) await kinds[type].handler({ id, type, agentId, payload, attempt: 1 });
    await directory.relayed(wanted);
  }
}
