import type { EffectType } from "#core/model/effect.ts";
import type { Context } from "#core/ports/context.ts";
import type { JobKind } from "#core/ports/queue.ts";
import type { Carrier } from "#core/usecases/deliveries/carrier.ts";
import { sendDelivery } from "#core/usecases/deliveries/send-delivery.ts";
import { runOperation } from "#core/usecases/operations/run-operation.ts";

export type HandlerDeps = {
  contextFor(agentId: string): Context;
  carrier: Carrier;
};

const operationRetries = 10;

/** One handler for each effect: a new effect does not compile without. */
export function jobKinds({ contextFor, carrier }: HandlerDeps): Record<EffectType, JobKind> {
  return {
    "delivery.send": {
      handler: (job) => sendDelivery(contextFor(job.agentId), carrier, { id: job.payload.deliveryId ?? "" }),
      concurrency: 32,
      retries: 20,
    },
    "operation.run": {
      handler: ({ agentId, payload, attempt }) =>
        runOperation(contextFor(agentId), { id: payload.operationId ?? "", isLastTry: attempt > operationRetries }),
      concurrency: 2,
      retries: operationRetries,
    },
  };
}
