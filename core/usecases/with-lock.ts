import type { Context } from "#core/ports/context.ts";
import type { Directory } from "#core/ports/store.ts";

const lines = new WeakMap<Directory, Map<string, Promise<unknown>>>();

/**
 * Does the agent's work under one name one after the other, within this process. For what is decided on the absence of
 * rows, where no version can be stale: that nobody else holds an e-mail or phone.
 */
export async function withLock<T>(ctx: Context, name: string, work: () => Promise<T>): Promise<T> {
  const line = lines.get(ctx.directory) ?? new Map<string, Promise<unknown>>();
  lines.set(ctx.directory, line);
  const key = `${ctx.store.agentId} ${name}`;
  const before = line.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled = mine.then(
    () => undefined,
    () => undefined,
  );
  line.set(key, settled);
  try {
    return await mine;
  } finally {
    if (line.get(key) === settled) line.delete(key);
  }
}
