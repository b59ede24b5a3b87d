import { CrmError } from "#core/errors.ts";
import { type ChangeSet, StaleError } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Store } from "#core/ports/store.ts";

/** The effect of this call has been kept before: Slack has sent it again. */
export class TakenError extends CrmError {
  constructor() {
    super("conflict", "this has been done already");
  }
}

/** The stores through which a call has been taken. */
const taking = new WeakSet<Store>();

/**
 * A context in which the first commit also keeps that the call was taken. Slack sends a call again when it has not heard our
 * answer, and the repeat may be the only one that arrives: so nothing is dropped for being a repeat, and a call counts as taken
 * only with its effect. Before that, doing it again is right; after it, a second commit is refused with TakenError. A call
 * without a commit (a modal is opened, a list is shown) may come twice and does no harm.
 */
export function takenOnce(ctx: Context, callId: string): Context {
  const { store } = ctx;
  const { agentId } = store;
  let isTaken = false;
  const commit = async (changes: ChangeSet): Promise<void> => {
    if (isTaken) return store.commit(changes);
    // Losing the race for the row is told from losing one for what is changed.
    if (await store.staffChat.isHandled(callId)) throw new TakenError();
    changes.insert("seen", { agentId, id: callId, at: ctx.now() });
    try {
      await store.commit(changes);
    } catch (error) {
      // The same call, at the same moment: not every use case tries again, and its person must not either.
      if (error instanceof StaleError && (await store.staffChat.isHandled(callId))) throw new TakenError();
      throw error;
    }
    isTaken = true;
    taking.add(once);
  };
  const once: Store = { ...store, commit };
  return { ...ctx, store: once };
}

/**
 * Another copy of the call, sent at the same moment, was quicker: what this one is refused for ("approved already") is that
 * copy's doing. False when this one was taken itself, and failed after that.
 */
export async function wasOvertaken({ store }: Context, callId: string): Promise<boolean> {
  return !taking.has(store) && (await store.staffChat.isHandled(callId));
}
