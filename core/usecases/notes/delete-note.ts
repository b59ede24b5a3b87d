import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { getNote, type NoteKey } from "./get-note.ts";

export async function deleteNote(ctx: Context, key: NoteKey): Promise<void> {
  return retrying(ctx, async () => {
    const { id, agentId } = await getNote(ctx, key);
    return commit(ctx, new ChangeSet().remove("notes", { agentId, id }), undefined);
  });
}
