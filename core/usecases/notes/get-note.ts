import { fail } from "#core/errors.ts";
import type { NoteRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";

export type NoteKey = { contactId: string; noteId: string };

/** A note is found only under the contact it was written for. */
export async function getNote(ctx: Context, { contactId, noteId }: NoteKey): Promise<NoteRecord> {
  const note = await ctx.store.labels.findNote(noteId);
  return note?.contactId === contactId ? note : fail("not_found", `note ${noteId} does not exist`);
}
