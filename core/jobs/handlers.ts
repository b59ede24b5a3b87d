import type { EffectType } from "#core/model/effect.ts";
import { type PostKind, postKinds } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";
import { type Desk, noDesk } from "#core/ports/desk.ts";
import type { JobKind } from "#core/ports/queue.ts";
import { sendDelivery } from "#core/usecases/deliveries/send-delivery.ts";
import type { DeliverySender } from "#core/usecases/deliveries/sender.ts";
import { linkAttested } from "#core/usecases/merges/link-attested.ts";
import { runOperation } from "#core/usecases/operations/run-operation.ts";

export type HandlerDeps = {
  contextFor(agentId: string): Context;
  desk?: Desk;
  sender: DeliverySender;
};

const operationRetries = 10;
/** With growing pauses: a chat that is down for a day finds its cards when it is back. */
const deskRetries = 100;

/** One handler for each effect: a new effect does not compile without. */
export function jobKinds({ contextFor, sender, desk = noDesk }: HandlerDeps): Record<EffectType, JobKind> {
  return {
    "delivery.send": {
      handler: (job) => sendDelivery(contextFor(job.agentId), sender, { id: job.payload.deliveryId ?? "" }),
      concurrency: 32,
      retries: 20,
    },
    "contact.link": {
      handler: ({ agentId, payload }) => linkAttested(contextFor(agentId), { contactId: payload.contactId ?? "", otherId: payload.otherId ?? "" }),
      concurrency: 4,
      retries: 10,
    },
    "desk.show": {
      // Which record, never what is in it.
      handler: ({ agentId, payload }) => desk.show(contextFor(agentId), kindOf(payload.kind), payload.subjectId ?? ""),
      concurrency: 4,
      retries: deskRetries,
    },
    "desk.relay": {
      handler: ({ agentId, payload }) => desk.relay(contextFor(agentId), payload.messageId ?? ""),
      concurrency: 4,
      retries: deskRetries,
    },
    "desk.remove": {
      handler: ({ agentId, payload: { workspaceId = "", channelId = "", ts = "" } }) =>
        desk.remove(contextFor(agentId), { workspaceId, channelId, ts }),
      concurrency: 2,
      retries: deskRetries,
    },
    "operation.run": {
      handler: ({ agentId, payload, attempt }) =>
        runOperation(contextFor(agentId), { id: payload.operationId ?? "", isLastTry: attempt > operationRetries }),
      concurrency: 2,
      retries: operationRetries,
    },
  };
}

function kindOf(given: string | undefined): PostKind {
  return postKinds.find((kind) => kind === given) ?? "followup";
}
