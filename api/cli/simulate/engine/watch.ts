import type { Directory, Store } from "#core/ports/store.ts";

/** The same directory, which tells of every change set that was kept. */
export function watched(directory: Directory, committed: () => void): Directory {
  const stores = new Map<string, Store>();
  return {
    ...directory,
    commit: (changes) => directory.commit(changes).then(committed),
    store: (agentId) => {
      const store = stores.get(agentId) ?? watchedStore(directory.store(agentId), committed);
      stores.set(agentId, store);
      return store;
    },
  };
}

function watchedStore(store: Store, committed: () => void): Store {
  return { ...store, commit: (changes) => store.commit(changes).then(committed) };
}
