import type { NoteRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { getNote, type NoteKey } from "./get-note.ts";

export async function editNote(ctx: Context, { text, ...key }: NoteKey & { text: string }): Promise<NoteRecord> {
  return retrying(ctx, async () => {
    const note = { ...(await getNote(ctx, key)), text };
    return commit(ctx, new ChangeSet().put("notes", note), note);
  });
}
