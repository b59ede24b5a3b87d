import { afterAll, beforeAll, expect, it } from "vitest";
import { CrmError } from "#core/errors.ts";
import type { Context } from "#core/ports/context.ts";
import { contextOf } from "#tests/support/context.ts";
import { addAgent, type TestDatabase } from "#tests/support/database.ts";
import { describeOnBackends } from "#tests/support/on-backends.ts";
import { catalogRaces } from "./catalog-races.ts";
import { meeting } from "./meeting.ts";
import { peopleRaces } from "./people-races.ts";
import { staffRaces } from "./staff-races.ts";

describeOnBackends("what is decided on the absence of a row", (open) => {
  let db: TestDatabase;
  let agents = 0;
  beforeAll(async () => {
    db = await open();
  });
  afterAll(() => db.close());

  /** As another process has it: its queue of messages is its own. */
  const process = (agentId: string): Context => {
    const ctx = contextOf(db.database, agentId, Date.now);
    return { ...ctx, directory: { ...ctx.directory } };
  };

  it.each([...peopleRaces, ...staffRaces, ...catalogRaces])(
    "holds when both have read before either commits: $name",
    async ({ prepare, refused = [], left, right }) => {
      agents += 1;
      const agentId = `agt_race_${agents}`;
      await addAgent(db.directory, agentId);
      const both = await prepare(process(agentId));

      const outcomes = await meeting([process(agentId), process(agentId)], both);

      const errors = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as unknown] : []));
      expect(errors.length).toBeLessThan(2);
      for (const error of errors) {
        if (!(error instanceof CrmError)) throw error;
        expect(refused, error.message).toContain(error.code);
      }
      expect(await left(process(agentId))).toEqual(right);
    },
  );
});
