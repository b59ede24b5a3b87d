import { CrmError } from "#core/errors.ts";
import { type ChangeSet, StaleError } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Store } from "#core/ports/store.ts";

/** The change of this call is already committed: Slack has sent the call twice. */
export class DuplicateCallError extends CrmError {
  constructor() {
    super("conflict", "this has been done already");
  }
}

/** The stores through which a call has been recorded as handled. */
const recordingStores = new WeakSet<Store>();

/**
 * A context whose first commit also records the call as handled. Slack repeats a call when our answer is lost, and the repeat may
 * be the only copy that arrives: so a call counts as handled only with its change, and before that a repeat is handled like the
 * first. After it a commit throws DuplicateCallError. A call without a commit (a modal, a list) may run twice without harm.
 */
export function recordHandledCall(ctx: Context, callId: string): Context {
  const { store } = ctx;
  const { agentId } = store;
  let isRecorded = false;
  const commit = async (changes: ChangeSet): Promise<void> => {
    if (isRecorded) return store.commit(changes);
    // Asked first, so that a lost race for this row is told from a lost race for the record that is changed.
    if (await store.staffChat.isHandled(callId)) throw new DuplicateCallError();
    changes.insert("seen", { agentId, id: callId, at: ctx.now() });
    try {
      await store.commit(changes);
    } catch (error) {
      // The same call at the same moment: not every use case retries, and the person must not have to.
      if (error instanceof StaleError && (await store.staffChat.isHandled(callId))) throw new DuplicateCallError();
      throw error;
    }
    isRecorded = true;
    recordingStores.add(recording);
  };
  const recording: Store = { ...store, commit };
  return { ...ctx, store: recording };
}

/**
 * True: another copy of the call, sent at the same moment, was quicker, and a refusal of this one ("approved already") is due to
 * that copy. False when this copy was recorded as handled itself and failed after that.
 */
export async function wasHandledElsewhere({ store }: Context, callId: string): Promise<boolean> {
  return !recordingStores.has(store) && (await store.staffChat.isHandled(callId));
}
