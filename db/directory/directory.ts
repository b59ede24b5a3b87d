import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Directory, Store } from "#core/ports/store.ts";
import { toStatements } from "../changes/statements.ts";
import type { Connection } from "../connection.ts";
import { asStale } from "../stale.ts";
import { openStore } from "../stores/store.ts";
import { agentReads } from "./agents.ts";
import { dueWork } from "./due-work.ts";
import { oldRows } from "./old-rows.ts";
import { outboxStore } from "./outbox.ts";
import { unshownAlertsOf, workloadOf } from "./workload.ts";

/** What all agents of a database share; `store` gives what belongs to one. */
export function openDirectory(connection: Connection): Directory {
  // One store an agent, so that its settings are cached once.
  const stores = new Map<string, Store>();
  let announce = () => {};
  let observe = (_changes: ChangeSet) => {};
  const committed = (changes: ChangeSet) => {
    if (changes.inserts.outbox) announce();
    observe(changes);
  };
  return {
    ...agentReads(connection),
    ...outboxStore(connection),
    ...dueWork(connection),
    ...oldRows(connection),
    workload: () => workloadOf(connection),
    unshownAlerts: (before) => unshownAlertsOf(connection, before),
    commit: async (changes) => {
      try {
        await connection.write(toStatements(changes, null));
      } catch (error) {
        throw asStale(error);
      }
    },
    onCommit: (listener) => {
      observe = listener;
    },
    onEffects: (listener) => {
      announce = listener;
    },
    store: (agentId) => {
      const store = stores.get(agentId) ?? openStore({ connection, agentId }, committed);
      stores.set(agentId, store);
      return store;
    },
  };
}
