import { type EffectType, type FormerEffectType, formerEffectTypes, type StaffChatEffect, staffChatEffects } from "#core/model/effect.ts";
import type { Context } from "#core/ports/context.ts";
import type { JobKind } from "#core/ports/queue.ts";
import { noStaffChat, type StaffChat } from "#core/ports/staff-chat.ts";
import { openUnansweredThread } from "#core/usecases/conversations/open-thread.ts";
import { sendDelivery } from "#core/usecases/deliveries/send-delivery.ts";
import type { DeliverySender } from "#core/usecases/deliveries/sender.ts";
import { linkAttested } from "#core/usecases/merges/link-attested.ts";
import { runOperation } from "#core/usecases/operations/run-operation.ts";
import { handOverWork } from "#core/usecases/staff/hand-over.ts";

export type HandlerDeps = {
  contextFor(agentId: string): Context;
  staffChat?: StaffChat;
  sender: DeliverySender;
};

const operationRetries = 10;
/** With growing pauses, which end when the chat can be reached again: so a chat that is down for a day gets its cards at once then. */
const staffChatRetries = 100;

/** The names of the jobs that call the staff chat: those of its effects, present and former. */
export const staffChatJobs: readonly string[] = [...staffChatEffects, ...formerNamesOf(staffChatEffects)];

/** A handler for each effect, and for each name that one had in earlier versions, whose jobs may still be queued. */
export function jobKinds(deps: HandlerDeps): Record<EffectType | FormerEffectType, JobKind> {
  const kinds = { ...otherKinds(deps), ...staffChatKinds(deps.contextFor, deps.staffChat ?? noStaffChat) };
  const former = (name: FormerEffectType): JobKind => ({ ...kinds[formerEffectTypes[name]], concurrency: 1 });
  return { ...kinds, "desk.show": former("desk.show"), "desk.relay": former("desk.relay"), "desk.remove": former("desk.remove") };
}

function formerNamesOf(effects: readonly EffectType[]): string[] {
  return Object.entries(formerEffectTypes).flatMap(([former, effect]) => (effects.includes(effect) ? [former] : []));
}

/** A new effect of the staff chat does not compile without its handler. */
function staffChatKinds(contextFor: HandlerDeps["contextFor"], staffChat: StaffChat): Record<StaffChatEffect, JobKind> {
  return {
    "card.show": {
      // Which record, never what is in it.
      handler: ({ agentId, payload }) => staffChat.showCard(contextFor(agentId), payload.kind ?? "", payload.subjectId ?? ""),
      concurrency: 4,
      retries: staffChatRetries,
    },
    "thread.post": {
      handler: ({ agentId, payload }) => staffChat.postToThread(contextFor(agentId), payload.messageId ?? ""),
      concurrency: 4,
      retries: staffChatRetries,
    },
    "post.remove": {
      handler: ({ agentId, payload: { workspaceId = "", channelId = "", ts = "" } }) =>
        staffChat.removePost(contextFor(agentId), { workspaceId, channelId, ts }),
      concurrency: 2,
      retries: staffChatRetries,
    },
  };
}

/** The staff chat is out of reach here: an effect that calls it has to be one of `staffChatEffects`. */
function otherKinds({ contextFor, sender }: Omit<HandlerDeps, "staffChat">): Record<Exclude<EffectType, StaffChatEffect>, JobKind> {
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
    "staff.unassign": {
      handler: ({ agentId, payload }) => handOverWork(contextFor(agentId), { id: payload.staffId ?? "" }),
      concurrency: 1,
      retries: 20,
    },
    "thread.open": {
      handler: ({ agentId, payload }) => openUnansweredThread(contextFor(agentId), { id: payload.conversationId ?? "" }),
      concurrency: 4,
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
