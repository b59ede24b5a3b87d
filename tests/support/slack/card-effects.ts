import type { Context } from "#core/ports/context.ts";
import type { StaffChat } from "#core/ports/staff-chat.ts";
import type { Directory } from "#core/ports/store.ts";

/**
 * Runs the `card.show` effects that wait in the outbox whenever it is told that something was committed, one after the other, as
 * the relay and its job do. What fails waits on.
 */
export function cardEffects(directory: Directory, contextFor: (agentId: string) => Context, staffChat: () => StaffChat) {
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;
  async function run(): Promise<void> {
    for (const effect of isStopped ? [] : await directory.outbox(500)) {
      if (effect.type !== "card.show") continue;
      const { kind = "", subjectId = "" } = effect.payload;
      await staffChat().showCard(contextFor(effect.agentId), kind, subjectId);
      await directory.relayed([effect]);
    }
  }
  return {
    committed: () => {
      running = running.then(run).catch(() => {});
    },
    /** Resolves when none is being run. */
    idle: () => running,
    stop: () => {
      isStopped = true;
      return running;
    },
  };
}
