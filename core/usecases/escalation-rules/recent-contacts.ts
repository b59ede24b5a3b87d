import type { ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import type { ReplayedContact } from "#core/rules/escalations/replay.ts";
import { factsOf } from "#core/usecases/contact-change/fold-contact.ts";
import { yieldToEventLoop } from "#core/usecases/operations/yield-to-event-loop.ts";

/** What is read at most; a contact with more than `messagesOfContact` is left out, so that nobody waits for it. */
export type ReadBounds = { contacts: number; messages: number; messagesOfContact: number };

/** What was read. `isComplete`: false when there was more than the bounds allow. */
export type ReadSoFar = { contacts: number; messages: number; isComplete: boolean };

const pageSize = 100;

/** Hands the contacts who have written since `from` (ms since 1970) to `visit`, whoever wrote last first, each with all its facts. */
export async function visitRecentContacts(
  ctx: Context,
  { from, most, hasTags }: { from: number; most: ReadBounds; hasTags: boolean },
  visit: (of: ReplayedContact) => void,
): Promise<ReadSoFar> {
  const read: ReadSoFar = { contacts: 0, messages: 0, isComplete: true };
  const branches = await ctx.store.labels.branches();
  const isFull = () => read.contacts >= most.contacts || read.messages >= most.messages;
  for (let cursor: string | null = null; ; ) {
    const page = await ctx.store.contacts.list({ lastSeenAfter: from }, { by: "lastSeenAt", descending: true }, { limit: pageSize, cursor });
    for (const contact of page.data) {
      if (isFull() || contact.messageCount > most.messagesOfContact) {
        read.isComplete = false;
        continue;
      }
      visit({ ...(await known(ctx, contact, hasTags)), branches });
      read.contacts += 1;
      read.messages += contact.messageCount;
      await yieldToEventLoop(ctx);
    }
    cursor = page.nextCursor;
    if (cursor === null) return read;
    if (isFull()) return { ...read, isComplete: false };
  }
}

async function known(ctx: Context, contact: ContactRecord, hasTags: boolean): Promise<Omit<ReplayedContact, "branches">> {
  const facts = factsOf(await ctx.store.contacts.facts(contact.id));
  const conversations = await ctx.store.conversations.ofContact(contact.id);
  const tagged = hasTags ? ((await ctx.store.labels.tagsOf([contact.id])).get(contact.id) ?? []) : [];
  return { contact, facts, conversations, tags: tagged.map(({ id }) => id) };
}
