import type { EffectType } from "#core/model/effect.ts";
import type { Context } from "#core/ports/context.ts";
import type { JobKind } from "#core/ports/queue.ts";
import type { Carrier } from "#core/usecases/deliveries/carrier.ts";
import { sendDelivery } from "#core/usecases/deliveries/send-delivery.ts";
import { linkAttested } from "#core/usecases/merges/link-attested.ts";
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
    "contact.link": {
      handler: ({ agentId, payload }) => linkAttested(contextFor(agentId), { contactId: payload.contactId ?? "", otherId: payload.otherId ?? "" }),
      concurrency: 4,
      retries: 10,
    },
    "operation.run": {
      handler: ({ agentId, payload, attempt }) =>
        runOperation(contextFor(agentId), { id: payload.operationId ?? "", isLastTry: attempt > operationRetries }),
      concurrency: 2,
      retries: operationRetries,
    },
  };
}
