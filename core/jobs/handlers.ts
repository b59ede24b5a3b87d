import type { EffectType } from "#core/model/effect.ts";
import type { Context } from "#core/ports/context.ts";
import type { JobKind, QueueJob } from "#core/ports/queue.ts";
import type { Carrier } from "#core/usecases/deliveries/carrier.ts";
import { sendDelivery } from "#core/usecases/deliveries/send-delivery.ts";

export type HandlerDeps = {
  contextFor(agentId: string): Context;
  carrier: Carrier;
  /** Operators see what happens to contacts as counts and lines without personal data. */
  announce(type: EffectType, job: QueueJob): void;
};

/** One handler for each effect: a new effect does not compile without. */
export function jobKinds({ contextFor, carrier, announce }: HandlerDeps): Record<EffectType, JobKind> {
  const announced = (type: EffectType): JobKind => ({ handler: async (job) => announce(type, job), concurrency: 8, retries: 3 });
  return {
    "contact.created": announced("contact.created"),
    "contact.status_changed": announced("contact.status_changed"),
    "contact.stage_changed": announced("contact.stage_changed"),
    "delivery.send": {
      handler: (job) => sendDelivery(contextFor(job.agentId), carrier, { id: job.payload.deliveryId ?? "" }),
      concurrency: 32,
      retries: 20,
    },
  };
}
