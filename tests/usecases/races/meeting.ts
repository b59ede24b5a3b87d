import type { Context } from "#core/ports/context.ts";
import { type Release, scheduledStore } from "#tests/support/races/scheduled-store.ts";

/**
 * Runs several use cases so that each has read all it decides on before any of them commits: the worst case for what is
 * decided on the absence of a row. Later tries run as they come. Gives what became of each.
 */
export async function meeting<T>(contexts: readonly Context[], work: readonly ((ctx: Context) => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
  const release: Release = { inFlight: 0 };
  const waiting = new Set<() => void>();
  let missing = work.length;
  const arrive = () => {
    missing -= 1;
    if (missing > 0) return;
    for (const go of waiting) go();
  };
  const one = async (ctx: Context, run: (ctx: Context) => Promise<T>): Promise<T> => {
    let hasArrived = false;
    const turn = (label: string): Promise<void> => {
      if (label !== "commit" || hasArrived) return Promise.resolve();
      hasArrived = true;
      return new Promise((go) => {
        waiting.add(go);
        arrive();
      });
    };
    try {
      return await run({ ...ctx, store: scheduledStore(ctx.store, turn, release, () => Promise.resolve()) });
    } finally {
      // Who commits nothing is not waited for.
      if (!hasArrived) arrive();
    }
  };
  return Promise.allSettled(work.map((run, at) => one(contexts[at] ?? contexts[0] ?? failNoContext(), run)));
}

function failNoContext(): never {
  throw new Error("no context is given");
}
