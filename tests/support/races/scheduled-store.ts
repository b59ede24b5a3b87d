import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Store } from "#core/ports/store.ts";

/** How many calls have been let go and have not ended: the next is let go when there is none. */
export type Release = { inFlight: number };

/**
 * A store whose every call waits for its `turn` and then runs alone, so that whoever gives the turns decides how use cases
 * interleave. `committed` is told of each commit before anybody else goes on.
 */
export function scheduledStore(
  store: Store,
  turn: (label: string) => Promise<void>,
  release: Release,
  committed: (changes: ChangeSet) => Promise<void>,
): Store {
  async function run<T>(label: string, call: () => Promise<T>): Promise<T> {
    await turn(label);
    release.inFlight += 1;
    try {
      return await call();
    } finally {
      release.inFlight -= 1;
    }
  }
  const wrapped = <T extends object>(target: T, path: string): T =>
    new Proxy(target, {
      get(of, name) {
        const value: unknown = Reflect.get(of, name);
        const label = `${path}${String(name)}`;
        if (typeof value === "function") return (...given: unknown[]) => run(label, async () => (await Reflect.apply(value, of, given)) as unknown);
        return typeof value === "object" && value !== null ? wrapped(value, `${label}.`) : value;
      },
    });
  const commit = (changes: ChangeSet) =>
    run("commit", async () => {
      await store.commit(changes);
      await committed(changes);
    });
  return new Proxy(wrapped(store, ""), { get: (of, name) => (name === "commit" ? commit : Reflect.get(of, name)) });
}
