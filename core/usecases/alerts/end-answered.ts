import { type AlertRecord, isOpenAlert } from "#core/model/alert.ts";
import { compareFacts, type MessageFact } from "#core/model/fact.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { moveAlert } from "#core/rules/alerts/machine.ts";
import { conversationStateOf } from "#core/rules/conversations/state-of.ts";
import { named } from "#core/rules/named.ts";
import type { ChangedContact } from "#core/usecases/contact-change/contact-change.ts";
import { writeAlert } from "./change-alert.ts";
import { withWritten } from "./written-alerts.ts";

/**
 * What new messages have done about the calls to a conversation. `ended`: why what staff had been called about waits no longer, null
 * when it does or they had not. `waits`: something waits in it. `staff`: the last words of a member of staff, and who brought them.
 */
type Answered = { conversationId: string; ended: string | null; waits: boolean; staff: { message: MessageFact; by: string } | null };

/**
 * Brings open alerts along with the messages that answer them, in their commit: alerts about words that nobody had answered are
 * resolved when these wait no longer, and what a member of staff writes acknowledges the others, so that nobody is reminded of
 * them. A promise to look is no answer: while words wait, the alert about them stays. Alerts are read only for conversations in which
 * staff wrote or about which such a rule has called. Those that staff have taken over are theirs to end.
 */
export async function endAnswered(ctx: Context, changes: ChangeSet, changed: readonly ChangedContact[]): Promise<void> {
  const answered = changed.flatMap((one) => answeredConversations(changes, one));
  if (answered.length === 0) return;
  const byId = new Map(answered.map((one) => [one.conversationId, one]));
  const stored = await ctx.store.alerts.newestOf([...byId.keys()]);
  for (const { before, alert } of withWritten(changes, stored)) {
    const given = byId.get(alert.conversationId);
    if (given && isOpenAlert(alert) && alert.state !== "taken_over") writeAlert(ctx, changes, before, answeredAlert(alert, given, ctx.now(), before));
  }
}

/** The alert after the messages; `unchanged` when they are nothing to it. */
function answeredAlert(alert: AlertRecord, { ended, waits, staff }: Answered, at: number, unchanged: AlertRecord): AlertRecord {
  const isAboutWait = alert.kind === "unanswered";
  if (isAboutWait && ended !== null) return moveAlert(alert, "resolve", { by: "system", at, reason: ended });
  if (!staff || alert.state !== "open" || (isAboutWait && waits) || !isAfterAll(staff.message, alert)) return unchanged;
  const moved = moveAlert(alert, "acknowledge", { by: staff.by, at });
  return staff.by === "system" ? { ...moved, ownerId: null } : moved;
}

/** Whether the words were written after all that called staff: neither before it nor by the same message. */
function isAfterAll(message: MessageFact, { evidence }: AlertRecord): boolean {
  return evidence.every(({ at, messageId }) => messageId !== message.id && compareFacts({ at, id: messageId ?? "" }, message) < 0);
}

function answeredConversations(changes: ChangeSet, one: ChangedContact): Answered[] {
  const messages = one.facts.flatMap((fact) => (fact.type === "message" ? [fact] : []));
  return [...new Set(messages.map(({ conversationId }) => conversationId))].flatMap((id) => {
    const said = messages.filter(({ conversationId }) => conversationId === id);
    const staff = one.cause.kind === "correction" ? undefined : said.filter(isAnswerOfStaff).sort(compareFacts).at(-1);
    const waits = named(one.after.state.conversations, id)?.waiting != null;
    const ended = waits ? null : whyEnded(changes, one, id, said);
    if (ended === null && !staff) return [];
    return [{ conversationId: id, ended, waits, staff: staff ? { message: staff, by: writerOf(one) } : null }];
  });
}

function whyEnded(changes: ChangeSet, { before }: ChangedContact, id: string, said: readonly MessageFact[]): string | null {
  const waited = conversationStateOf(before, id)?.waiting ?? null;
  if (waited === null || changes.conversation(id)?.calledFor !== waited.id) return null;
  return said.some(({ direction }) => direction === "outbound") ? "answered" : "the customer waits no longer";
}

/** A nudge and an advertisement answer nothing, and what is history tells nothing of now. */
function isAnswerOfStaff({ author, direction, history, purpose }: MessageFact): boolean {
  return author === "staff" && direction === "outbound" && !history && purpose !== "follow_up" && purpose !== "marketing";
}

/** Who wrote, where it is known: a platform tells us only that it was one of us. */
function writerOf({ actor: { kind, id } }: ChangedContact): string {
  return kind === "staff" || kind === "key" ? id : "system";
}
