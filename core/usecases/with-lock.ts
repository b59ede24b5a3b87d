import type { Context } from "#core/ports/context.ts";
import type { Directory } from "#core/ports/store.ts";

/** Runs work under the same key one after the other, in the order in which it was asked for, within this process. */
export class KeyedMutex {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Resolves or rejects as `work` does; a failure does not stop what comes after it. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key);
    const mine = before === undefined ? work() : before.then(work, work);
    this.last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.last.get(key) === mine) this.last.delete(key);
    }
  }
}

const mutexes = new WeakMap<Directory, KeyedMutex>();

/**
 * Does the agent's work under one name one after the other, within this process. For what is decided on the absence of
 * rows, where no version can be stale: that nobody else holds an e-mail or phone.
 */
export async function withLock<T>(ctx: Context, name: string, work: () => Promise<T>): Promise<T> {
  const mutex = mutexes.get(ctx.directory) ?? new KeyedMutex();
  mutexes.set(ctx.directory, mutex);
  return mutex.run(`${ctx.store.agentId} ${name}`, work);
}
