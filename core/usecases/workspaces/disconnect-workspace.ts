import { fail } from "#core/errors.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit } from "#core/usecases/commit.ts";
import { getWorkspace } from "./workspaces.ts";

/** Its tokens are deleted, and what we know of our messages there; the messages stay. Staff stay too. */
export async function disconnectWorkspace(ctx: Context, { id }: { id: string }): Promise<void> {
  const found = await getWorkspace(ctx, { id });
  if (found.sealed === null) fail("conflict", "this workspace is set up by the environment: take its tokens out there and restart");
  await commit(ctx, new ChangeSet().remove("workspaces", { id }).remove("posts", { workspaceId: id }), undefined);
}
