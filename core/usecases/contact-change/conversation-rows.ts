import type { ConversationRecord } from "#core/model/conversation.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { deriveConversation } from "#core/rules/conversations/derive.ts";
import { placeOfConversation } from "#core/rules/duty/place-of.ts";
import { named } from "#core/rules/named.ts";
import { isSame } from "#core/rules/same.ts";
import { branchesOf } from "#core/usecases/conversations/places.ts";
import { showConversation } from "#core/usecases/staff-chat/effects.ts";
import type { ChangedContact } from "./contact-change.ts";

/**
 * Writes whose turn it is into the conversations of contacts whose facts have changed, on top of what the change set writes of
 * them already. The contact's version guards the others: whoever writes a conversation changes its contact.
 */
export async function writeConversations(
  ctx: Context,
  changes: ChangeSet,
  settings: VersionedSettings,
  changed: readonly ChangedContact[],
): Promise<void> {
  const said = changed.flatMap((one) =>
    changedConversations(one).map((id) => ({ id, contact: one.after, state: one.after.state.conversations[id], isNamedAnew: isNamedAnew(one, id) })),
  );
  const unread = said.filter(({ id }) => changes.conversation(id) === undefined);
  const stored = unread.length === 0 ? [] : await ctx.store.conversations.findMany(unread.map(({ id }) => id));
  const rows = new Map(stored.map((row): [string, ConversationRecord] => [row.id, row]));
  const branches = await branchesOf(ctx, settings.document, [
    ...said.map(({ contact }) => contact),
    ...said.flatMap(({ id }) => rows.get(id) ?? changes.conversation(id) ?? []),
  ]);
  for (const { id, contact, state, isNamedAnew } of said) {
    const row = changes.conversation(id) ?? rows.get(id);
    if (!row) continue;
    const derived = deriveConversation(row, state, settings.document, placeOfConversation(row, contact, branches));
    const isChanged = !isSame(derived, row);
    if (isChanged) changes.putConversation(derived);
    if (isChanged || isNamedAnew) showConversation(ctx, changes, derived);
  }
}

/** Those in which something was said; under other settings or in another branch all, since staff may be called and takeovers end at another time. */
function changedConversations({ before, after }: ChangedContact): string[] {
  const [was, is] = [statesOf(before), statesOf(after)];
  const isUnderOthers = before !== null && (before.settingsVersion !== after.settingsVersion || before.branchId !== after.branchId);
  return Object.keys(is).filter(
    (id) => isUnderOthers || isNamedAnew({ before, after }, id) || (named(was, id) !== named(is, id) && !isSame(named(was, id), named(is, id))),
  );
}

/** Its card shows another name: the contact has one now, or the conversation became theirs by a merge. */
function isNamedAnew({ before, after }: Pick<ChangedContact, "before" | "after">, id: string): boolean {
  if (before === null) return false;
  const isRenamed = before.name !== after.name || before.email !== after.email || before.phone !== after.phone;
  return isRenamed || named(statesOf(before), id) === undefined;
}

/** A state that older rules have folded holds no conversations. */
function statesOf(contact: ContactRecord | null): ContactRecord["state"]["conversations"] {
  return contact?.state.conversations ?? {};
}
