import { errorName } from "#core/errors.ts";

/** Work that failed for some agents, named by their ids; `causes` are names of errors alone, since their texts may quote a customer. */
class AgentsFailedError extends Error {
  override readonly name = "AgentsFailedError";

  constructor(agentIds: ReadonlySet<string>, causes: ReadonlySet<string>) {
    super(`failed for ${[...agentIds].join(", ")}: ${[...causes].join(", ")}`);
  }
}

/** Work for one agent after another, in which one for which it fails keeps no other waiting. */
export class AgentFailures {
  readonly #agentIds = new Set<string>();
  readonly #causes = new Set<string>();

  /** Null: it has failed. */
  async attempt<T>(agentId: string, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      this.#agentIds.add(agentId);
      this.#causes.add(errorName(error));
      return null;
    }
  }

  /** Throws when the work has failed for anybody, so that whoever started it reports that. */
  throwAny(): void {
    if (this.#agentIds.size > 0) throw new AgentsFailedError(this.#agentIds, this.#causes);
  }
}
