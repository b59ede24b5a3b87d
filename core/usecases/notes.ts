import { fail } from "#core/errors.ts";
import type { NoteRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { getConversation } from "#core/usecases/conversations/get-conversation.ts";
import { commit, retrying } from "./commit.ts";

export type NoteKey = { contactId: string; noteId: string };

/** A note is found only under the contact it was written for. */
export async function getNote(ctx: Context, { contactId, noteId }: NoteKey): Promise<NoteRecord> {
  const note = await ctx.store.labels.findNote(noteId);
  return note?.contactId === contactId ? note : fail("not_found", `note ${noteId} does not exist`);
}

export async function listNotes(ctx: Context, { contactId, page }: { contactId: string; page: PageQuery }): Promise<Page<NoteRecord>> {
  await requireContact(ctx, contactId);
  return ctx.store.labels.notes(contactId, page);
}

/** What staff write about a contact; customers never see it. */
export async function addNote(ctx: Context, { contactId, text }: { contactId: string; text: string }): Promise<NoteRecord> {
  return retrying(ctx, async () => {
    await requireContact(ctx, contactId);
    const note = newNote(ctx, { contactId, conversationId: null, text });
    return commit(ctx, new ChangeSet().insert("notes", note), note);
  });
}

export async function listConversationNotes(ctx: Context, { id, page }: { id: string; page: PageQuery }): Promise<Page<NoteRecord>> {
  await getConversation(ctx, { id });
  return ctx.store.labels.notesOfConversation(id, page);
}

/** What staff write in a conversation: a note about its contact that stays with the conversation. */
export async function addConversationNote(ctx: Context, { id, text }: { id: string; text: string }): Promise<NoteRecord> {
  return retrying(ctx, async () => {
    const { contactId } = await getConversation(ctx, { id });
    const note = newNote(ctx, { contactId, conversationId: id, text });
    // A conversation that becomes another contact's changes the contact that it leaves.
    const changes = new ChangeSet().insert("notes", note).expect(await requireContact(ctx, contactId));
    return commit(ctx, changes, note);
  });
}

function newNote(ctx: Context, written: Pick<NoteRecord, "contactId" | "conversationId" | "text">): NoteRecord {
  return { id: ctx.newId("not"), agentId: ctx.store.agentId, ...written, by: ctx.actor.id, createdAt: ctx.now() };
}

export async function editNote(ctx: Context, { text, ...key }: NoteKey & { text: string }): Promise<NoteRecord> {
  return retrying(ctx, async () => {
    const held = await getNote(ctx, key);
    const note = { ...held, text };
    return commit(ctx, new ChangeSet().replace("notes", held, note), note);
  });
}

export async function deleteNote(ctx: Context, key: NoteKey): Promise<void> {
  return retrying(ctx, async () => {
    const { id, agentId } = await getNote(ctx, key);
    return commit(ctx, new ChangeSet().remove("notes", { agentId, id }), undefined);
  });
}
