import { isOpenAlert } from "#core/model/alert.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { moveAlert } from "#core/rules/alerts/machine.ts";
import { named } from "#core/rules/named.ts";
import type { ChangedContact } from "#core/usecases/contact-change/contact-change.ts";
import { writeAlert } from "./change-alert.ts";

/**
 * Resolves the alerts about words that nobody had answered, in the commit of the message that answers them. Alerts are read only for
 * conversations about which such a rule has called. Those that staff have taken over are theirs to end.
 */
export async function endAnswered(ctx: Context, changes: ChangeSet, changed: readonly ChangedContact[]): Promise<void> {
  const ids = changed.flatMap((one) => answeredConversations(changes, one));
  if (ids.length === 0) return;
  for (const alert of await ctx.store.alerts.newestOf(ids)) {
    if (alert.kind !== "unanswered" || !isOpenAlert(alert) || alert.state === "taken_over") continue;
    writeAlert(ctx, changes, alert, moveAlert(alert, "resolve", { by: "system", at: ctx.now(), reason: "answered" }));
  }
}

/** Ids of the conversations in which a message of ours has answered what staff had been called about. */
function answeredConversations(changes: ChangeSet, { before, after, facts }: ChangedContact): string[] {
  const spoken = new Set(facts.flatMap((fact) => (fact.type === "message" && fact.direction === "outbound" ? [fact.conversationId] : [])));
  return [...spoken].filter((id) => {
    const waited = named(before?.state.conversations ?? {}, id)?.waiting ?? null;
    const waits = named(after.state.conversations, id)?.waiting ?? null;
    return waited !== null && waits === null && changes.conversation(id)?.calledFor === waited.id;
  });
}
