import { fail } from "#core/errors.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit } from "#core/usecases/commit.ts";

/** Removes a connection; the process that has it open closes it within seconds. Conversations stay. */
export async function disconnectAccount(ctx: Context, input: { id: string }): Promise<void> {
  const found = (await ctx.store.connections.find(input.id)) ?? fail("not_found", `connection ${input.id} does not exist`);
  if (found.sealed === null) fail("conflict", "this connection is set up by the environment: take its token out there and restart");
  await commit(ctx, new ChangeSet().remove("connections", { id: found.id }), undefined);
}
